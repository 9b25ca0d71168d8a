// Which term shards may hold a key. On large sites the key ranges themselves stand in files, `ranges/`.
(function (scope) {
  "use strict";

  const { load } = scope.izdeuFiles;
  const RADIX = 36;
  const HASH = 8; // characters of a name

  /** Lines as they are written in the files: the number of shared units, then the rest. */
  function frontDecoded(coded) {
    const lines = [];
    let before = "";
    if (coded === "") return lines;
    for (const row of coded.split("\n")) {
      before = before.slice(0, parseInt(row[0], RADIX)) + row.slice(1);
      lines.push(before);
    }
    return lines;
  }

  /** [{first, next, name}]: files that hold the keys from `first` on, up to `next` (null: to the end). */
  function readRanges({ keys, names }, folder, end = null) {
    const firsts = frontDecoded(keys);
    return firsts.map((first, i) => ({
      first,
      next: i + 1 < firsts.length ? firsts[i + 1] : end,
      name: folder + names.slice(HASH * i, HASH * (i + 1)),
    }));
  }

  /** Those of the ranges that may hold `key`, or with `asPrefix` what begins with it; the first also holds all keys before it. */
  function within(ranges, key, asPrefix) {
    const found = [];
    for (let i = lastBefore(ranges, key); i < ranges.length; i += 1) {
      if (found.length && !(asPrefix && ranges[i].first.startsWith(key))) break;
      found.push(ranges[i]);
    }
    return found;
  }

  /** The place of the last range that begins at `key` or before it; 0 if none does. */
  function lastBefore(ranges, key) {
    let low = 0;
    let high = ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ranges[middle].first <= key) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  /** Finds the term shards of one manifest: `find(key, asPrefix)` and `all()` are promises of ranges. */
  function rangeFinder({ ranges, blocks }) {
    if (ranges) {
      const shards = readRanges(ranges, "terms/");
      return { find: async (key, asPrefix) => within(shards, key, asPrefix), all: async () => shards };
    }
    const files = readRanges(blocks, "ranges/");
    const open = (block) => load(block.name).then((data) => readRanges(data, "terms/", block.next));
    const opened = async (wanted) => (await Promise.all(wanted.map(open))).flat();
    return {
      find: async (key, asPrefix) => within(await opened(within(files, key, asPrefix)), key, asPrefix),
      all: () => opened(files),
    };
  }

  scope.izdeuRanges = { frontDecoded, rangeFinder, readRanges, within };
})(window);
