// A question -> its answer: words understood, lunr asked, hits ranked and described.
(function (scope) {
  "use strict";

  const { openIndex, reopenIndex, loadDocuments, message } = scope.izdeuOpened;
  const { openView } = scope.izdeuStore;
  const { unitsOf, needUnits, understand, termsOf, isUnknown } = scope.izdeuQuestion;
  const { cutIndex } = scope.izdeuCut;
  const { rankHits } = scope.izdeuRank;
  const { facetsFor, filterHits } = scope.izdeuFilters;
  const { markFinder } = scope.izdeuPassages;
  const { describeHit } = scope.izdeuHits;
  const { exactFirst } = scope.izdeuSpelling;
  const { part } = scope.izdeuFiles;
  const OF_PAGE = ["offset", "limit", "signal"]; // options that do not change what is found

  let last = { key: "", ranked: null }; // the question before: its next results are asked for without asking lunr again

  /** The answer; asked once more when the site was published anew and the files of before are gone. */
  async function answer(question, options) {
    const index = await openIndex();
    const given = await ask(index, question, options).catch((reason) => ({ reason }));
    if (!given.reason && !given.failures) return given.answer;
    goesOn(options);
    if (await reopenIndex(index.manifest)) return (await ask(await openIndex(), question, options)).answer;
    if (given.reason) throw given.reason;
    return given.answer;
  }

  /** Throws once nobody waits for the answer any more. */
  function goesOn({ signal }) {
    if (signal && signal.aborted) throw new DOMException("", "AbortError");
  }

  /** {answer, failures}: failures counts the files that could not be had. */
  async function ask(index, question, options) {
    const ranked = await rankedHits(index, question, options);
    goesOn(options);
    const limits = index.manifest.ranking.limits;
    const context = { ...ranked, question, options, limits };
    const [first, end] = pageOf(options, limits);
    const [shown, suggestions] = await Promise.all([
      describeAll(ranked.hits.slice(first, end), context),
      first ? [] : suggestionsFor(question, ranked.asked, index),
    ]);
    goesOn(options);
    const terms = ranked.asked.map(({ word, readings, matched, stopped }) => ({ word, readings, matched, stopped }));
    const partial = context.failures > 0;
    return { answer: { total: ranked.hits.length, hits: shown, terms, notes: notesOn(context), suggestions, partial }, failures: context.failures };
  }

  /** What was meant, where the texts lack a word; without the part that knows, or a file that it needs, nothing. */
  async function suggestionsFor(question, asked, index) {
    if (!asked.some(isUnknown)) return [];
    try {
      await part("meant");
      return await scope.izdeuSuggest.suggest(question, asked, { manifest: index.manifest, view: openView(index), limits: index.manifest.ranking.limits });
    } catch {
      return [];
    }
  }

  /** The results of these hits; their order may depend on the texts, all of which are loaded at once. */
  async function describeAll(hits, context) {
    const [described, ordered] = await Promise.all([
      Promise.all(hits.map((hit) => describeHit(hit, context))),
      context.options.sort ? hits : exactFirst(hits, context),
    ]);
    return ordered.map((hit) => described[hits.indexOf(hit)]);
  }

  /** [first, one after the last] of the hits that are asked for. */
  function pageOf({ offset, limit }, limits) {
    const first = Math.max(0, Number(offset) || 0);
    return [first, first + (limit === undefined ? limits.page : Math.max(0, Number(limit) || 0))];
  }

  /** All that is known of the question before any text is loaded; of the last question it is known already. */
  async function rankedHits(index, question, options) {
    const about = Object.entries(options).filter(([name]) => !OF_PAGE.includes(name)).sort();
    const key = JSON.stringify([index.manifest.digest, question, about]);
    if (last.key === key) return last.ranked;
    const ranked = await rank(index, question, options);
    if (!ranked.failures) last = { key, ranked };
    return ranked;
  }

  async function rank(index, question, options) {
    const { manifest } = index;
    const view = openView(index);
    const { asked: units, cut } = unitsOf(question, manifest);
    const [lost, documents, facets] = await Promise.all([
      needUnits(units, view, manifest), loadDocuments(index), facetsFor(options, manifest),
    ]);
    goesOn(options);
    const asked = understand(units, view, manifest, options.as);
    const terms = termsOf(asked);
    const failures = lost + await view.needTerms(Array.from(terms));
    goesOn(options);
    const found = askLunr(asked, { manifest, documents, view });
    const hits = filterHits(found.hits, facets, { ...found, options, manifest });
    return { ...found, hits, manifest, documents, facets, view, asked, cut, failures, findMarks: markFinder(terms, view, manifest) };
  }

  /** {hits, wordOf, postings}: all hits, ranked; of each term its words, [[number, weight]…], and its postings. */
  function askLunr(asked, { manifest, documents, view }) {
    const wordOf = new Map();
    asked.forEach(({ terms, stopped }, number) => {
      if (stopped) return;
      for (const [term, weight] of terms) wordOf.set(term, [...(wordOf.get(term) || []), [number, weight]]);
    });
    const postings = new Map(Array.from(wordOf.keys(), (term) => [term, view.postings(term)]).filter(([, found]) => found));
    if (!postings.size) return { hits: [], wordOf, postings };
    const index = cutIndex(manifest, documents, Array.from(postings, ([term, found]) => ({ term, postings: found })));
    const results = index.query((clauses) => {
      for (const [term, words] of wordOf) clauses.term(term, { boost: Math.max(...words.map(([, weight]) => weight)), usePipeline: false });
    });
    return { hits: rankHits(results, wordOf, asked.length, postings), wordOf, postings };
  }

  function notesOn({ cut, limits, failures }) {
    const notes = [];
    if (cut) notes.push(message("words").replace("{n}", String(limits.words)));
    if (failures) notes.push(message("partial"));
    return notes;
  }

  /**
   * The answer to a question, for the hits from `offset` on, at most `limit`. `signal` (an AbortSignal) tells that nobody
   * waits for it any more: then nothing further is loaded, and the promise rejects with an AbortError.
   */
  function search(question, options = {}) {
    return answer(String(question), options).catch((reason) => {
      if (reason.name === "AbortError") throw reason;
      throw Object.assign(new Error(message("failed")), { reason });
    });
  }

  /** Was this input made by keys, so that more may follow? What comes at once (pasted, dropped, set) is no fragment. */
  function isTyped({ inputType = "" }) {
    return /^(insertText|insertComposition|delete)/.test(inputType);
  }

  /** As search/ask.js will have it. */
  async function readQuestion(index, question, options, onlyForms) {
    const found = await rankedHits(index, question, options);
    return { ...found, findMarks: markFinder(termsOf(found.asked), found.view, found.manifest, onlyForms) };
  }

  Object.assign(scope.izdeu, { search, isTyped });
  scope.izdeuAsk = { ranked: (question, options, index) => rankedHits(index, question, options), readQuestion, goesOn };
})(window);
