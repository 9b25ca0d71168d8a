/* Where a term stands in the index: terms that one word may mean lie together. Twin: plugins/languages/order.py. */
(function (engine) {
  "use strict";

  const BEHIND = " "; // between the common letters and the key, before all letters
  const prepared = new Map(); // tables -> {latin: Map of Latin letters, one or several, to what stands for them, pieces: their pattern}

  function latinOf({ latin }) {
    if (!prepared.has(latin)) {
      const rows = [...Object.entries(latin.others), ...Array.from(latin.single[0], (letter, i) => [letter, latin.single[1][i]])];
      const longest = rows.map(([letters]) => letters).sort((a, b) => b.length - a.length);
      prepared.set(latin, {
        latin: new Map(rows.map(([letters, outcomes]) => [letters, outcomes.split(" ")[0]])),
        pieces: new RegExp(longest.join("|"), "g"),
        longest,
      });
    }
    return prepared.get(latin);
  }

  /* The letters that a search key shares with all words which may be the same. */
  function common(key, tables) {
    const { latin, pieces } = latinOf(tables);
    const { from, to, rules } = tables.letters.order;
    const single = Array.from(from, (letter, i) => [letter, to[i]]);
    const text = key.replace(pieces, (piece) => latin.get(piece));
    return [...single, ...rules].reduce((found, [before, after]) => found.split(before).join(after), text).replace(/([^])\1+/g, "$1");
  }

  function order(key, tables) {
    return common(key, tables) + BEHIND + key;
  }

  /* What the orders of all keys that begin with `key` may begin with: its last Latin letters may be the beginning of one. */
  function beginnings(key, tables) {
    const begun = latinOf(tables).longest.flatMap((piece) => Array.from(piece.slice(1), (_, at) => [piece.slice(0, at + 1), piece]))
      .filter(([start]) => key.endsWith(start)).map(([start, piece]) => key.slice(0, -start.length) + piece);
    return Array.from(new Set([key, ...begun].map((one) => common(one, tables))));
  }

  Object.assign(engine, { order, beginnings });
})((globalThis.izdeuEngine = globalThis.izdeuEngine || {}));
