// Lists in small files by key, each kind with a directory that says which file begins with which key.
(function (scope) {
  "use strict";

  const { load } = scope.izdeuFiles;
  const { frontDecoded, readRanges, within } = scope.izdeuRanges;
  const { decode } = scope.izdeuNumbers;
  const { fold } = scope.izdeuEngine;
  const ENTRY = 150; // bytes, about

  /** The directory that the manifest calls `name`, with the ranges of its files; null where the site has none. */
  function openList(name, manifest, folder = `${name}/`) {
    const file = manifest[name];
    return file ? load(file, (directory) => ({ ...directory, ranges: readRanges(directory, folder) })) : null;
  }

  /** What `read` makes of the files that may hold one of the `keys`. */
  function filesOf(list, keys, read) {
    const names = new Set(keys.flatMap((key) => within(list.ranges, key)).map(({ name }) => name));
    return Promise.all(Array.from(names, (name) => load(name, read)));
  }

  /** [{word, key, count}]: the words of the index whose keys begin with one of the `starts`; those of a file that cannot be had are left out. */
  function wordsBeginning(starts, manifest) {
    return fromLists(starts, manifest, Infinity, (data) => readWords(data, manifest));
  }

  /** The same of the first `most` files, for starts that few words of many files have: only these words are folded, and none is kept. */
  function fewBeginning(starts, manifest, most) {
    return fromLists(starts, manifest, most);
  }

  async function fromLists(starts, manifest, most, read) {
    const list = await openList("vocabulary", manifest, "words/");
    const names = new Set(list ? starts.flatMap((start) => within(list.ranges, start, true)).map(({ name }) => name) : []);
    const wordsOf = (data) => (Array.isArray(data) ? data.filter(({ key }) => starts.some((start) => key.startsWith(start))) : cutOut(data, starts, manifest));
    return (await Promise.all(Array.from(names).slice(0, most).map((name) => load(name, read).then(wordsOf).catch(() => [])))).flat();
  }

  /* Words stand in the order of their keys: most of them need not be folded. */
  function cutOut({ words, counts }, starts, { digits, tables }) {
    const all = frontDecoded(words);
    const documents = decode(counts, digits);
    const found = new Map();
    for (const start of starts) {
      for (let rank = firstFrom(all, start, tables); rank < all.length && fold(all[rank], tables).startsWith(start); rank += 1) {
        found.set(rank, { word: all[rank], key: fold(all[rank], tables), count: documents[rank] });
      }
    }
    return Array.from(found.values());
  }

  /* The first word whose key is `start` or stands behind it. */
  function firstFrom(words, start, tables) {
    let low = 0;
    let high = words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (fold(words[middle], tables) < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /* Folding them all takes longer than comparing them. */
  function readWords({ words, counts }, { digits, tables }) {
    const documents = decode(counts, digits);
    const entries = frontDecoded(words).map((word, rank) => ({ word, key: fold(word, tables), count: documents[rank] }));
    return Object.assign(entries, { weight: ENTRY * entries.length });
  }

  scope.izdeuLists = { openList, filesOf, wordsBeginning, fewBeginning };
})(window);
