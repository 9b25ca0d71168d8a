// A question -> its answer: words understood, lunr asked, hits ranked and described.
(function (scope) {
  "use strict";

  const { unpack } = scope.izdeuShards;
  const { openIndex, loadBeside, message } = scope.izdeuOpened;
  const { typedWords, understand } = scope.izdeuQuestion;
  const { cutIndex } = scope.izdeuCut;
  const { rankHits } = scope.izdeuRank;
  const { keepLanguage, describeHit } = scope.izdeuHits;
  const { fold } = scope.izdeuEngine;

  async function answer(question, options) {
    const { manifest, store } = await openIndex();
    const typed = typedWords(question, manifest);
    const [lunr, documents] = await loadBeside(manifest, store.needWords(typed));
    const asked = understand(typed, store, manifest, options.as);
    await store.needTerms(asked.flatMap(({ terms }) => Array.from(terms.keys())));
    const hits = askLunr(lunr, manifest, documents, store, asked);
    const limits = manifest.ranking.limits;
    const offset = options.offset || 0;
    const context = { manifest, store, documents, question, asked, limits, lang: options.lang };
    const wanted = options.lang ? await keepLanguage(hits, context) : hits;
    const shown = wanted.slice(offset, offset + (options.limit === undefined ? limits.page : options.limit));
    return {
      total: wanted.length,
      hits: await Promise.all(shown.map((hit) => describeHit(hit, context))),
      terms: asked.map(({ word, readings, matched, stopped }) => ({ word, readings, matched, stopped })),
      notes: notesOn(typed, store, limits),
    };
  }

  /** All hits, ranked. */
  function askLunr(lunr, manifest, documents, store, asked) {
    const wordOf = new Map(); // term -> [[number of the word, weight]…]
    asked.forEach(({ terms, stopped }, number) => {
      if (stopped) return;
      for (const [term, weight] of terms) wordOf.set(term, [...(wordOf.get(term) || []), [number, weight]]);
    });
    if (!wordOf.size) return [];
    const entries = termEntries(Array.from(wordOf.keys()), store, manifest);
    const index = cutIndex(lunr, manifest, documents, entries, false);
    const results = index.query((clauses) => {
      for (const [term, words] of wordOf) clauses.term(term, { boost: Math.max(...words.map(([, weight]) => weight)), usePipeline: false });
    });
    return rankHits(results, wordOf, asked.length);
  }

  function termEntries(terms, store, manifest) {
    return terms.flatMap((term) =>
      store.lookup(fold(term, manifest.tables), true).filter((entry) => entry.term === term && !entry.target))
      .map((entry) => ({ term: entry.term, postings: unpack(entry.packed, manifest.fields.length) }));
  }

  function notesOn(typed, store, limits) {
    const notes = [];
    if (typed.length === limits.words) notes.push(message("words").replace("{n}", String(limits.words)));
    if (store.failed.size) notes.push(message("partial"));
    return notes;
  }

  function search(question, options = {}) {
    return answer(String(question), options).catch((reason) => {
      throw Object.assign(new Error(message("failed")), { reason });
    });
  }

  Object.assign(scope.izdeu, { search });
})(window);
