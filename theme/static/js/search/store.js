// The term shards that one question has loaded, and what it finds in them. Entries: {term, flags, stem, endings, target}.
(function (scope) {
  "use strict";

  const { load } = scope.izdeuFiles;
  const { Shard, entry } = scope.izdeuShard;
  const { unpack } = scope.izdeuPostings;
  const { fold, sound, alike, order, beginnings, normal, candidates, soundKeys, readings } = scope.izdeuEngine;

  /**
   * A view of the terms of one publication, `{manifest, finder}`: it holds the shards that it has loaded, whatever else is
   * loaded and let go meanwhile. What loads gives the number of files that failed, so that an answer can say it is partial.
   */
  function openView({ manifest, finder }) {
    const { tables } = manifest;
    const open = new Map(); // name -> {first, next, shard}
    const above = new Map(); // key -> entries of terms that stand in shards not loaded
    const sounds = new Map(); // key of `above` -> how it sounds, as far as that was asked for
    const read = new Map(); // language and word -> its readings, as far as shards are loaded
    const keyOf = (term) => fold(term, tables);

    /** Load these ranges of keys; 0, or the number of files that cannot be had now. */
    async function needRanges(ranges) {
      const missing = new Map(ranges.filter(({ name }) => !open.has(name)).map((range) => [range.name, range]));
      const failures = await Promise.all(Array.from(missing.values(), need));
      return sum(failures);
    }

    async function need({ first, next, name }) {
      try {
        const shard = await load(name, (data) => new Shard(data, manifest));
        if (!open.has(name)) shard.above.forEach(addAbove);
        open.set(name, { first, next, shard });
        read.clear();
        return 0;
      } catch {
        return 1;
      }
    }

    function addAbove([term, flags, count, postings]) {
      const key = keyOf(term);
      const known = above.get(key) || [];
      if (!known.some((other) => other.term === term)) above.set(key, [...known, { ...entry(term, flags, 0, [], ""), count, postings }]);
    }

    /** Load the shards of these keys, or with `asPrefix` of all keys that begin so. */
    async function needKeys(keys, asPrefix) {
      try {
        return await needPlaces(Array.from(keys).flatMap((key) => (asPrefix ? beginnings(key, tables) : [order(key, tables)])), asPrefix);
      } catch {
        return 1;
      }
    }

    async function needPlaces(places, asPrefix) {
      const ranges = await Promise.all(places.map((place) => finder.find(place, asPrefix)));
      return needRanges(ranges.flat());
    }

    async function needAll() {
      try {
        return await needRanges(await finder.all());
      } catch {
        return 1;
      }
    }

    /**
     * Load what the understanding of `words` asks for, and of two words written as one, `joined`; for Kazakh in Latin letters
     * only where nothing else is found.
     */
    async function needWords(words, joined) {
      const wanted = words.map((word) => candidates(word, tables));
      const compounds = joined.map((word) => candidates(word, tables));
      const lost = await needKeys([...wanted, ...compounds].flatMap(({ keys }) => keys));
      if (wanted.every((word) => isKnown(word.normal))) return lost;
      const keys = wanted.flatMap((word) => soundKeys(word.normal, tables));
      return lost + await needPlaces(keys.map((key) => alike(key, tables)), true).catch(() => 1);
    }

    function isKnown(word) {
      return readingsOf(word).some(({ kind }) => kind === "exact" || kind === "lemma");
    }

    /** What `readings` gives of a word, of one language or of all, with `latin` in Latin letters, too; asked again it costs nothing. */
    function readingsOf(word, lang = "", latin = false) {
      const key = `${lang} ${latin} ${normal(word, tables)}`;
      if (!read.has(key)) read.set(key, readings(word, lookup, { tables, lang, latin, count }));
      return read.get(key);
    }

    /** Load the terms that were chosen: they may stand elsewhere than the words that were looked up (люди, человек). */
    function needTerms(terms) {
      return needKeys(new Set(terms.filter((term) => !(told(term) || {}).postings).map(keyOf)));
    }

    /** What loaded shards tell of a term of another one. */
    function told(term) {
      return (above.get(keyOf(term)) || []).find((other) => other.term === term);
    }

    /** The loaded shard of a key, in an array, or none. */
    function shardsOf(key) {
      const place = order(key, tables);
      return Array.from(open.values()).filter(({ first, next }) => first <= place && (next === null || place < next)).map(({ shard }) => shard);
    }

    /**
     * Loaded entries: with `exact` the terms whose search key is `asked`, with `sounding` what sounds so, else those of which the word `asked` may be a listed
     * form, since it begins with their stem. Of a term in a shard that is not loaded, no more than its flags may be known.
     */
    function lookup(asked, exact, sounding) {
      const found = [];
      if (sounding) {
        open.forEach(({ shard }) => shard.soundsOf(asked, found));
        above.forEach((entries, key) => {
          if (!sounds.has(key)) sounds.set(key, sound(key, tables));
          if (sounds.get(key) === asked) found.push(...entries);
        });
        return found;
      }
      if (!exact) {
        open.forEach(({ shard }) => shard.startsOf(asked, found));
        return found;
      }
      const own = shardsOf(asked);
      own.forEach((shard) => shard.exactly(asked, found));
      return own.length ? found : above.get(asked) || [];
    }

    /** How many documents have a term, as far as it is told. */
    function count(term) {
      const found = postings(term);
      return found ? found.documents.length : (told(term) || { count: 0 }).count;
    }

    /** The unpacked postings of a term; null where no loaded shard has them. */
    function postings(term) {
      const [shard] = shardsOf(keyOf(term));
      const row = (shard && shard.row(term)) || (told(term) || {}).postings;
      return row ? unpack(row, manifest.digits) : null;
    }

    /** All loaded terms. */
    function terms() {
      return Array.from(open.values()).flatMap(({ shard }) => shard.terms);
    }

    /** The aliases of all loaded shards, [[text, flags, stem, set, lemma]…]. */
    function aliases() {
      return Array.from(open.values()).flatMap(({ shard }) => shard.aliases);
    }

    /** The stems of the listed forms of these terms (a Set), as far as they are loaded. */
    function headsOf(wanted) {
      return Array.from(open.values()).flatMap(({ shard }) => shard.headsOf(wanted));
    }

    return { needWords, needTerms, needKeys, needAll, lookup, readingsOf, postings, count, terms, aliases, headsOf };
  }

  function sum(numbers) {
    return numbers.reduce((total, number) => total + number, 0);
  }

  scope.izdeuStore = { openView };
})(window);
