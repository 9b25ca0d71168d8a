// The order of a concordance's lines: by the hit, or by the words beside it. Letters stand in the order of the Kazakh alphabet, which
// comes with the data. Words become numbers first, so that lines are compared as numbers.
(function (scope) {
  "use strict";

  const { words, normal } = scope.izdeuEngine;
  const BESIDE = 3; // words on either side that lines may be ordered by
  const STEP = 500; // lines whose words are read before the page may do something else
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

  function counted(line, { side, from, hit }, tables) {
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
    const ranks = ranksOf(numbers, alphabetical(letters, tables));
    const keys = columns.map((column) => column.map((number) => ranks[number]));
    await pause();
    return places.sort((a, b) => keys[0][a] - keys[0][b] || keys[1][a] - keys[1][b] || keys[2][a] - keys[2][b] || a - b);
  }

  /** {columns, numbers}: of each line the numbers of the words that count, 0 for none; `numbers` maps a word to its number. */
  async function numbered(lines, by, { tables, onProgress, pause }) {
    const columns = Array.from({ length: BESIDE }, () => new Uint32Array(lines.count));
    const numbers = new Map([["", 0]]);
    for (let place = 0; place < lines.count; place += 1) {
      counted(lines.line(place), ORDERS[by], tables).forEach((word, rank) => {
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

  /** Of each word's number its place in the alphabet; words that differ in case alone share one. */
  function ranksOf(numbers, keyOf) {
    const keys = Array.from(numbers.keys(), keyOf);
    const rankOf = new Map(Array.from(new Set(keys)).sort().map((key, rank) => [key, rank]));
    return Uint32Array.from(keys, (key) => rankOf.get(key));
  }

  scope.izdeuLineOrder = { inOrder, alphabetical, beside };
})(window);
