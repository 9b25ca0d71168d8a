// What may be meant by the letters that are being typed: words of the index, keywords, authors, titles.
(function (scope) {
  "use strict";

  const { load } = scope.izdeuFiles;
  const { openIndex } = scope.izdeuOpened;
  const { frontDecoded, within } = scope.izdeuRanges;
  const { decode } = scope.izdeuNumbers;
  const { openList, wordsBeginning } = scope.izdeuLists;
  const { words, normal, fold, begun, fromLatin, sound } = scope.izdeuEngine;
  const KINDS = ["title", "keyword", "author"]; // in the order of their numbers
  const SHARES = new Map([["word", 3], ["keyword", 2], ["author", 1], ["title", 2]]); // of what is shown, in this order
  const MOST = 8;
  const SPARE = 3; // titles are looked at for one that is shown: of an article there is one in each language
  const SHORTEST = 2; // letters from which something is looked for
  const WORDS = 3; // … a word of the index
  const LITERAL = 3; // letters by which words are looked up that sound like what is typed in Latin letters
  const ASKED = 6; // words of the box that are looked at, the last ones
  const HASH = 8; // characters of a name
  const ENTRY = 100; // bytes, about

  /**
   * [{text, kind: "word" | "keyword" | "author" | "title", lang, count, url, query}], at most eight, best first: what the last word of
   * the box may be the beginning of; the words before it stand in it, too. `query` of a word is the box with the word complete.
   */
  async function typed(box, { signal } = {}) {
    const { manifest } = await openIndex();
    const found = words(box, manifest.tables);
    const last = found[found.length - 1];
    if (!last || last.end < box.length || fold(last.text, manifest.tables).length < SHORTEST) return [];
    const [own, others] = await Promise.all([completed(last, box, manifest), things(found.slice(-ASKED), box, manifest)]);
    if (signal && signal.aborted) throw new DOMException("", "AbortError");
    return opened({ word: own, ...others.numbers }, others.list, manifest);
  }

  /** Words of the index that begin with the last word of the box. */
  async function completed({ text, start }, box, manifest) {
    const { tables } = manifest;
    if (fold(text, tables).length < WORDS) return [];
    const known = await beginning(text, tables, async (starts, fits) => (await wordsBeginning(starts, manifest)).filter(({ word }) => fits(word)));
    return known
      .filter(({ word }) => word !== normal(text, tables))
      .sort((a, b) => b.count - a.count || a.word.length - b.word.length)
      .slice(0, MOST)
      .map(({ word, count }) => ({ text: word, kind: "word", lang: "", count, query: box.slice(0, start) + word }));
  }

  /** What `find(starts, fits)` has for the key of a word, or, where it has nothing, for what sounds like a word in Latin letters. */
  async function beginning(word, tables, find) {
    const found = await find([fold(word, tables)], () => true);
    if (found.length) return found;
    const heard = Array.from(new Set(fromLatin(normal(word, tables), tables).map(([key]) => sound(key, tables))));
    const starts = new Set(heard.flatMap((one) => soundingSo(one, LITERAL, tables)));
    return find(Array.from(starts), (text) => heard.some((one) => sound(text, tables).startsWith(one)));
  }

  /** The first letters, so many, that the keys of words may have which sound so. */
  function soundingSo(heard, size, tables) {
    if (!size || !heard) return [""];
    const { spelt, sound: sounds } = tables.letters;
    const own = [...spelt, ...sounds].filter(([, after]) => after && heard.startsWith(after));
    return [[heard[0], heard[0]], ...own].flatMap(([before, after]) =>
      soundingSo(heard.slice(after.length), size - 1, tables).map((rest) => before + rest));
  }

  /** {list, numbers: {kind: [number…]}}: keywords, authors and titles with all these words, the last perhaps not complete. */
  async function things(asked, box, manifest) {
    const list = await openList("suggest", manifest);
    if (!list) return { list, numbers: {} };
    const told = asked.filter((word, rank) => rank === asked.length - 1 || carries(word, box, manifest.tables));
    const held = await Promise.all(told.map(({ text }) => numbersOf(text, list, manifest)));
    const all = Array.from(held[0]).filter((number) => held.every((own) => own.has(number))).sort((a, b) => a - b);
    const numbers = KINDS.map((kind, rank) => [kind, all.filter((number) => kindOf(number, list) === rank)]);
    return { list, numbers: Object.fromEntries(numbers) };
  }

  /** Is this a word that titles are filed under, and not the name of a field? */
  function carries({ text, end }, box, tables) {
    const form = normal(text, tables);
    const isStopped = Object.values(tables.stop).some((stopped) => ` ${stopped} `.includes(` ${form} `));
    return !isStopped && box[end] !== ":" && fold(text, tables).length >= SHORTEST;
  }

  /** The numbers of all things with a word that begins so, as it is written; of authors also as it sounds. */
  async function numbersOf(word, list, manifest) {
    const { tables } = manifest;
    const [written, heard] = await Promise.all([
      beginning(word, tables, (starts, fits) => filed(starts, list, manifest, fits)),
      filed([begun(word, tables)], list, manifest),
    ]);
    return new Set([...written, ...heard.filter((number) => KINDS[kindOf(number, list)] === "author")]);
  }

  async function filed(starts, list, { digits }, fits = () => true) {
    const long = starts.filter((start) => start.length >= SHORTEST);
    const files = new Set(long.flatMap((start) => within(list.ranges, start, true)).map(({ name }) => name));
    const lists = await Promise.all(Array.from(files, (name) => load(name, (data) => readKeys(data, digits))));
    const isAsked = ({ word }) => long.some((start) => word.startsWith(start)) && fits(word);
    return lists.flat().filter(isAsked).flatMap(({ numbers }) => numbers);
  }

  function readKeys({ words: keys, things: coded }, digits) {
    const rows = coded.split(" ");
    const entries = frontDecoded(keys).map((word, rank) => {
      let number = 0;
      return { word, numbers: decode(rows[rank], digits).map((difference) => (number += difference)) };
    });
    return Object.assign(entries, { weight: ENTRY * entries.length });
  }

  function kindOf(number, { kinds }) {
    return kinds.findIndex((end) => number < end);
  }

  /** Of each kind its share, and more where another has less, in the order of the kinds. */
  function shares(found) {
    const sizes = new Map(Array.from(SHARES, ([kind, share]) => [kind, Math.min(share, (found[kind] || []).length)]));
    let left = MOST - Array.from(sizes.values()).reduce((sum, size) => sum + size, 0);
    for (const [kind, size] of sizes) {
      const more = Math.min(left, (found[kind] || []).length - size);
      sizes.set(kind, size + more);
      left -= more;
    }
    return sizes;
  }

  /** What is shown, with its texts. */
  async function opened(found, list, manifest) {
    const shown = Array.from(shares(found), async ([kind, size]) => {
      if (kind === "word" || !size) return (found[kind] || []).slice(0, size);
      const numbers = found[kind].slice(0, kind === "title" ? SPARE * size : size);
      const texts = await Promise.all(numbers.map((number) => thing(number, list)));
      const pages = new Set();
      return texts
        .filter(([, , page]) => kind !== "title" || (!pages.has(page) && pages.add(page)))
        .slice(0, size)
        .map(([text, lang, more]) => ({ text, kind, lang: manifest.langs[lang - 1] || "", ...(kind === "title" ? { count: 1, url: more } : { count: more }) }));
    });
    return (await Promise.all(shown)).flat();
  }

  async function thing(number, { blocks, sizes }) {
    let first = 0;
    let block = 0;
    while (number >= first + sizes[block]) {
      first += sizes[block];
      block += 1;
    }
    const { things: rows } = await load(`suggest/${blocks.slice(HASH * block, HASH * (block + 1))}`);
    return rows[number - first];
  }

  scope.izdeuTyping = { typed };
})(window);
