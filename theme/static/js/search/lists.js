// Lists of rows in small files by key, each kind with a directory: what plugins/lunr_search/lists.py writes.
(function (scope) {
  "use strict";

  const { load } = scope.izdeuFiles;
  const { readRanges, within } = scope.izdeuRanges;

  /** The directory of a list, with the ranges of its files; null where the site has none. */
  function openList(name, manifest) {
    const file = manifest[name];
    return file ? load(file, (directory) => ({ ...directory, ranges: readRanges(directory, `${name}/`) })) : null;
  }

  /** The rows of all files that may hold one of the `keys`, or with `asPrefix` what begins with one. */
  async function rowsOf(list, keys, asPrefix, read) {
    const names = new Set(keys.flatMap((key) => within(list.ranges, key, asPrefix)).map(({ name }) => name));
    return (await Promise.all(Array.from(names, (name) => load(name, read)))).flatMap(({ rows }) => rows);
  }

  scope.izdeuLists = { openList, rowsOf };
})(window);
