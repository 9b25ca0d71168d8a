// The terms loaded so far, found by their search keys. Entries: {term, key, flags, stem, endings, target, packed}.
(function (scope) {
  "use strict";

  const { load, forget, readTerms, termFiles } = scope.izdeuShards;
  const { fold, candidates, readings } = scope.izdeuEngine;

  /** A store over one manifest. What loads terms gives the number of files that failed, so an answer can say it is partial. */
  function termStore(manifest) {
    const loaded = new Map(); // file -> entries in the order of their keys

    /** 0, or 1 when the file cannot be had now. */
    async function need(file) {
      if (loaded.has(file)) return 0;
      try {
        const data = await load(file);
        if (!loaded.has(file)) loaded.set(file, readTerms(data, (term) => fold(term, manifest.tables)));
        forget(file);
        return 0;
      } catch {
        return 1;
      }
    }

    async function needFiles(names) {
      const failures = await Promise.all(Array.from(names, need));
      return failures.reduce((sum, failed) => sum + failed, 0);
    }

    function files(key, asPrefix) {
      return termFiles(manifest.terms, key, asPrefix);
    }

    /** Load all that the understanding of `words` asks for; for Kazakh in Latin letters only where nothing else is found. */
    async function needWords(words) {
      const wanted = words.map((word) => candidates(word, manifest.tables));
      const failures = await needFiles(filesOf(wanted.flatMap(({ keys }) => keys)));
      const unknown = wanted.filter(({ normal, latin }) => latin.length && !isKnown(normal));
      return failures + await needFiles(filesOf(unknown.flatMap(({ latin }) => latin)));
    }

    function isKnown(normal) {
      return readings(normal, lookup, { tables: manifest.tables }).some(({ kind }) => kind === "exact" || kind === "lemma");
    }

    function filesOf(keys) {
      return new Set(keys.flatMap((key) => files(key, key.length === manifest.tables.readings.shared)));
    }

    function needAll() {
      return needFiles(manifest.terms.map(([, name]) => name));
    }

    function needKey(key, asPrefix) {
      return needFiles(files(key, asPrefix));
    }

    /** Load the terms that aliases point to: they stand elsewhere than the words that were looked up (люди, человек). */
    function needTerms(terms) {
      return needFiles(new Set(terms.flatMap((term) => files(fold(term, manifest.tables), false))));
    }

    /** Loaded entries whose key is `key`, or begins with it. */
    function lookup(key, exact) {
      const found = [];
      for (const name of files(key, !exact)) collect(loaded.get(name) || [], key, exact, found);
      return found;
    }

    /** All loaded entries that are terms. */
    function terms() {
      return Array.from(loaded.values()).flat().filter((entry) => !entry.target);
    }

    return { needWords, needTerms, needAll, needKey, lookup, terms };
  }

  function collect(entries, key, exact, found) {
    for (let i = lowerBound(entries, key); i < entries.length; i += 1) {
      const entry = entries[i];
      if (exact ? entry.key !== key : !entry.key.startsWith(key)) break;
      found.push(entry);
    }
  }

  function lowerBound(entries, key) {
    let low = 0;
    let high = entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (entries[middle].key < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  scope.izdeuStore = { termStore };
})(window);
