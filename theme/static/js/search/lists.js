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

  /** [{word, key, count}]: the words of the index whose keys begin with `start`; those of a file that cannot be had are left out. */
  async function wordsBeginning(start, manifest) {
    const { digits, tables } = manifest;
    const list = await openList("vocabulary", manifest, "words/");
    const files = list ? within(list.ranges, start, true) : [];
    const lists = await Promise.all(files.map(({ name }) => load(name, (data) => readWords(data, digits, tables)).catch(() => [])));
    return lists.flat().filter(({ key }) => key.startsWith(start));
  }

  /* Folding them all takes longer than comparing them. */
  function readWords({ words, counts }, digits, tables) {
    const documents = decode(counts, digits);
    const entries = frontDecoded(words).map((word, rank) => ({ word, key: fold(word, tables), count: documents[rank] }));
    return Object.assign(entries, { weight: ENTRY * entries.length });
  }

  scope.izdeuLists = { openList, filesOf, wordsBeginning };
})(window);
