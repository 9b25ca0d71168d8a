/* Where a term stands in the index: terms that one word may mean lie together. Twin: plugins/languages/order.py. */
(function (engine) {
  "use strict";

  const SOUND = ["spelt", "sound"];
  const BEHIND = " "; // between the common letters and the key, before all letters
  const prepared = new Map(); // Map of Latin letters -> {longest: those letters, one or several, the longest first, pieces: their pattern}

  function piecesOf(latin) {
    if (!prepared.has(latin)) {
      const longest = Array.from(latin.keys()).sort((a, b) => b.length - a.length);
      prepared.set(latin, { longest, pieces: new RegExp(longest.join("|"), "g") });
    }
    return prepared.get(latin);
  }

  /* The text after each of these tables of changes. */
  function changed(text, names, { letters }) {
    return replaced(text, names.flatMap((name) => letters[name]));
  }

  function replaced(text, rules) {
    return rules.reduce((found, [before, after]) => found.split(before).join(after), text);
  }

  /* What Latin letters tell of a word at most. */
  function spelt(text, tables) {
    return changed(engine.fold(text, tables), ["spelt", "glide"], tables);
  }

  /* … and at least. */
  function sound(text, tables) {
    return changed(engine.fold(text, tables), SOUND, tables);
  }

  /* Search keys that a word in normal form may stand for which was typed by the habits of those who have no Kazakh letters: it has none itself. */
  function byHabit(text, tables) {
    const key = engine.fold(text, tables);
    const isPlain = key === engine.parts(text, tables).join("");
    return tables.letters.typed.map((rules) => replaced(key, rules)).filter((meant) => isPlain && meant !== key);
  }

  /* The letters that a search key shares with all words which may be the same. */
  function common(key, tables) {
    const latin = engine.latinOf(tables);
    const text = key.replace(piecesOf(latin).pieces, (piece) => latin.get(piece).split(" ")[0]);
    return changed(text, [...SOUND, "order"], tables).replace(/([^])\1+/g, "$1");
  }

  /* What the orders of all keys begin with that sound like `key`. */
  function alike(key, tables) {
    return common(key, tables) + BEHIND;
  }

  function order(key, tables) {
    return alike(key, tables) + key;
  }

  /* What the orders of all keys that begin with `key` may begin with: its last Latin letters may be the beginning of one. */
  function beginnings(key, tables) {
    const begun = piecesOf(engine.latinOf(tables)).longest.flatMap((piece) => Array.from(piece.slice(1), (_, at) => [piece.slice(0, at + 1), piece]))
      .filter(([start]) => key.endsWith(start)).map(([start, piece]) => key.slice(0, -start.length) + piece);
    return Array.from(new Set([key, ...begun].map((one) => common(one, tables))));
  }

  Object.assign(engine, { spelt, sound, byHabit, alike, order, beginnings });
})((globalThis.izdeuEngine = globalThis.izdeuEngine || {}));
