// A question -> its answer: words understood, lunr asked, hits ranked and described.
(function (scope) {
  "use strict";

  const { part } = scope.izdeuFiles;
  const { openIndex, reopenIndex, message } = scope.izdeuOpened;
  const { openView } = scope.izdeuStore;
  const { isUnknown } = scope.izdeuQuestion;
  const { ranked: rankedHits, goesOn } = scope.izdeuAsk;
  const { describeHit } = scope.izdeuHits;
  const { exactFirst } = scope.izdeuSpelling;

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

  /** {answer, failures}: failures counts the files that could not be had. */
  async function ask(index, question, options) {
    const ranked = await rankedHits(question, options, index);
    goesOn(options);
    const { limits } = index.manifest.ranking;
    const context = { ...ranked, question, options, limits };
    const [first, end] = pageOf(options, limits);
    const { hits, total, atMost } = await taken(ranked, first, end, context);
    const [shown, suggestions] = await Promise.all([
      describeAll(hits, context),
      first ? [] : suggestionsFor(question, ranked.asked, index),
    ]);
    goesOn(options);
    const { plan, language, asked } = ranked;
    const terms = (plan ? language.told(ranked) : asked).map(describeTerm);
    const { failures } = context;
    return { answer: { total, atMost, hits: shown, terms, notes: notesOn(context), suggestions, partial: failures > 0 }, failures };
  }

  /** {hits, total, atMost}: the hits of one page; those of a plan may have to be looked for in the texts. */
  async function taken(ranked, first, end, context) {
    const { hits, plan, language } = ranked;
    return plan ? language.taken(ranked, first, end, context) : { hits: hits.slice(first, end), total: hits.length, atMost: false };
  }

  function describeTerm({ word, kind = "word", field = "", presence = "should", readings, others, matched, stopped }) {
    return { word, kind, field, presence, readings, others, matched, stopped };
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

  Object.assign(scope.izdeu, { search, isTyped });
})(window);
