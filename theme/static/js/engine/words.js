/* Cutting a text into words. Twin: plugins/languages/words.py. The pattern comes from the tables; offsets count UTF-16 units. */
(function (engine) {
  "use strict";

  const patterns = new Map();

  function wordPattern(tables) {
    if (!patterns.has(tables.words)) patterns.set(tables.words, new RegExp(tables.words, "g"));
    return patterns.get(tables.words);
  }

  /* [{text, start, end}], in order; text.slice(start, end) is the word as written. */
  function words(text, tables) {
    const found = [];
    for (const match of text.matchAll(wordPattern(tables))) {
      found.push({ text: match[0], start: match.index, end: match.index + match[0].length });
    }
    return found;
  }

  /* The parts of a hyphenated word in normal form; an address kept whole is its only part. */
  function parts(word) {
    if (!word.includes("-") || word.includes("@") || word.includes("/")) return [word];
    return word.split("-").filter((part) => part !== "");
  }

  Object.assign(engine, { words, parts });
})((globalThis.izdeuEngine = globalThis.izdeuEngine || {}));
