/* Cutting a text into words. Twin: plugins/languages/words.py. Offsets count UTF-16 units. */
(function (engine) {
  "use strict";

  const patterns = new Map();

  function wordPattern(tables) {
    if (!patterns.has(tables.words)) patterns.set(tables.words, new RegExp(tables.words, "g"));
    return patterns.get(tables.words);
  }

  /* [{text, start, end}], in order. */
  function words(text, tables) {
    const found = [];
    for (const match of text.matchAll(wordPattern(tables))) {
      found.push({ text: match[0], start: match.index, end: match.index + match[0].length });
    }
    return found;
  }

  /* The parts of a hyphenated word in normal form. */
  function parts(word, tables) {
    const [joint, unparted] = tables.parts;
    if (!word.includes(joint) || Array.from(unparted).some((sign) => word.includes(sign))) return [word];
    return word.split(joint).filter(Boolean);
  }

  Object.assign(engine, { words, parts });
})((globalThis.izdeuEngine = globalThis.izdeuEngine || {}));
