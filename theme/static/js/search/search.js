// A question -> its answer: words understood, lunr asked, hits ranked and described.
(function (scope) {
  "use strict";

  const { unpack } = scope.izdeuShards;
  const { openIndex, reopenIndex, loadBeside, message } = scope.izdeuOpened;
  const { unitsOf, needUnits, understand } = scope.izdeuQuestion;
  const { cutIndex } = scope.izdeuCut;
  const { rankHits } = scope.izdeuRank;
  const { filterHits } = scope.izdeuFilters;
  const { exactFirst } = scope.izdeuSpelling;
  const { describeHit } = scope.izdeuHits;
  const { suggest } = scope.izdeuSuggest;
  const { fold } = scope.izdeuEngine;

  /** The answer; asked once more when the site was published anew and the files of before are gone. */
  async function answer(question, options) {
    const index = await openIndex();
    const given = await ask(index, question, options).catch((reason) => ({ reason }));
    if (!given.reason && !given.failures) return given.answer;
    if (await reopenIndex(index.manifest)) return (await ask(await openIndex(), question, options)).answer;
    if (given.reason) throw given.reason;
    return given.answer;
  }

  /** {answer, failures}: failures counts the files that could not be had. */
  async function ask(index, question, options) {
    const { manifest, store } = index;
    const { asked: units, cut } = unitsOf(question, manifest);
    const loading = needUnits(units, store, manifest);
    const [lunr, documents] = await loadBeside(index, loading);
    const asked = understand(units, store, manifest, options.as);
    const context = { manifest, store, documents, question, asked, options, limits: manifest.ranking.limits, failures: await loading };
    context.failures += await store.needTerms(asked.flatMap(({ terms }) => Array.from(terms.keys())));
    const hits = await filterHits(askLunr(lunr, manifest, documents, store, asked), options, context);
    const [first, last] = pageOf(options, context.limits);
    const inView = hits.slice(first, last);
    const shown = await Promise.all((options.sort ? inView : await exactFirst(inView, context)).map((hit) => describeHit(hit, context)));
    const terms = asked.map(({ word, readings, matched, stopped }) => ({ word, readings, matched, stopped }));
    const notes = notesOn(cut, context);
    const suggestions = await suggest(question, asked, context);
    return { answer: { total: hits.length, hits: shown, terms, notes, suggestions }, failures: context.failures };
  }

  /** [first, one after the last] of the hits that are asked for. */
  function pageOf({ offset, limit }, limits) {
    const first = Math.max(0, Number(offset) || 0);
    return [first, first + (limit === undefined ? limits.page : Math.max(0, Number(limit) || 0))];
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

  function notesOn(cut, { limits, failures }) {
    const notes = [];
    if (cut) notes.push(message("words").replace("{n}", String(limits.words)));
    if (failures) notes.push(message("partial"));
    return notes;
  }

  function search(question, options = {}) {
    return answer(String(question), options).catch((reason) => {
      throw Object.assign(new Error(message("failed")), { reason });
    });
  }

  Object.assign(scope.izdeu, { search });
})(window);
