// The order of a concordance's lines: by the hit, or by the words beside it. Letters stand in the order of the Kazakh alphabet, which
// comes with the data. Words become numbers first, so that lines are sorted by numbers.
(function (scope) {
  "use strict";

  const { words, normal } = scope.izdeuEngine;
  const BESIDE = 3; // words on either side that lines may be ordered by
  const STEP = 200; // lines or words that are read before the page may do something else
  const BEHIND = "\ue000"; // before a sign that is no letter of the alphabet: these come after all letters

  /* Which words of a line count, the nearest first: those of one side from a word on, or the hit and what follows it. */
  const ORDERS = { hit: { side: "right", from: 0, hit: true } };
  for (const side of ["left", "right"]) {
    for (let from = 0; from < BESIDE; from += 1) ORDERS[`${side}${from + 1}`] = { side, from };
  }

  /** What gives a word's sort key, by which strings compare as they stand. Twin: languages/alphabets.py. */
  function alphabetical(letters, tables) {
    const known = new Map(Array.from(letters, (letter, rank) => [letter, String.fromCharCode(rank + 1)]));
    const [joint] = tables.parts;
    return (word) => Array.from(normal(word, tables))
      .map((sign) => (sign === joint ? "" : known.get(sign) || BEHIND + sign)).join("");
  }

  /** Up to three words beside a line's hit on one side, the nearest first. */
  function beside(line, side, tables) {
    const all = words(line[side], tables).map(({ text }) => text);
    return side === "left" ? all.slice(-BESIDE).reverse() : all.slice(0, BESIDE);
  }

  function counting(line, { side, from, hit }, tables) {
    const near = beside(line, side, tables);
    return hit ? [line.hit, ...near].slice(0, BESIDE) : near.slice(from);
  }

  /**
   * The places of `lines` in the order `by`, lines that are alike in the order of the texts. `letters` is the alphabet;
   * `onProgress` hears how many lines are read, `pause` lets the page go on, and throws once nobody waits.
   */
  async function inOrder(lines, by, { letters, tables, onProgress, pause }) {
    const places = Uint32Array.from({ length: lines.count }, (_, place) => place);
    if (!ORDERS[by]) return places;
    const { columns, numbers } = await numbered(lines, by, { tables, onProgress, pause });
    const { ranks, most } = await ranksOf(numbers, alphabetical(letters, tables), pause);
    return columns.reduceRight((sorted, column) => sortedBy(sorted, column.map((number) => ranks[number]), most), places);
  }

  /** `places` by their `keys`, which are no more than `most`; those that are alike stay as they stood. Keys are counted, not compared. */
  function sortedBy(places, keys, most) {
    const starts = new Uint32Array(most + 2);
    for (const key of keys) starts[key + 1] += 1;
    for (let key = 0; key < most; key += 1) starts[key + 1] += starts[key];
    const sorted = new Uint32Array(places.length);
    for (const place of places) {
      sorted[starts[keys[place]]] = place;
      starts[keys[place]] += 1;
    }
    return sorted;
  }

  /** {columns, numbers}: of each line the numbers of the words that count, 0 for none; `numbers` maps a word to its number. */
  async function numbered(lines, by, { tables, onProgress, pause }) {
    const columns = Array.from({ length: BESIDE }, () => new Uint32Array(lines.count));
    const numbers = new Map([["", 0]]);
    for (let place = 0; place < lines.count; place += 1) {
      counting(lines.line(place), ORDERS[by], tables).forEach((word, rank) => {
        if (!numbers.has(word)) numbers.set(word, numbers.size);
        columns[rank][place] = numbers.get(word);
      });
      if (place % STEP === STEP - 1) {
        onProgress(place + 1);
        await pause();
      }
    }
    return { columns, numbers };
  }

  /** {ranks, most}: of each word's number its place in the alphabet, the last place; words that differ in case alone share one. */
  async function ranksOf(numbers, keyOf, pause) {
    const keys = [];
    for (const word of numbers.keys()) {
      keys.push(keyOf(word));
      if (keys.length % STEP === 0) await pause();
    }
    const rankOf = new Map(Array.from(new Set(keys)).sort().map((key, rank) => [key, rank]));
    return { ranks: Uint32Array.from(keys, (key) => rankOf.get(key)), most: rankOf.size };
  }

  scope.izdeuLineOrder = { inOrder, alphabetical, beside };
})(window);
