// A question -> its answer: words understood, lunr asked, hits ranked and described.
(function (scope) {
  "use strict";

  const { part } = scope.izdeuFiles;
  const { openIndex, reopenIndex, message } = scope.izdeuOpened;
  const { openView } = scope.izdeuStore;
  const { isPartly, isDoubted } = scope.izdeuQuestion;
  const { ranked: rankedHits, goesOn } = scope.izdeuAsk;
  const { bestOf, describeHit } = scope.izdeuHits;
  const { nearGroups, exactFirst } = scope.izdeuSpelling;

  /** The answer; asked once more when the site was published anew and the files of before are gone. */
  async function answer(question, options) {
    const index = await openIndex();
    const given = await ask(index, question, options).catch((reason) => ({ reason }));
    if (!given.reason && !given.failures) return given.answer;
    goesOn(options);
    if (await reopenIndex(index.manifest)) return (await ask(await openIndex(), question, { ...options, onHit: null })).answer;
    if (given.reason) throw given.reason;
    return given.answer;
  }

  /** {answer, failures}: failures counts the files that could not be had. */
  async function ask(index, question, options) {
    const ranked = await rankedHits(question, options, index);
    goesOn(options);
    const { limits } = index.manifest.ranking;
    const context = { ...ranked, question, options, limits, best: new Map() };
    const [first, end] = pageOf(options, limits);
    const { hits, total, atMost } = await taken(ranked, first, end, context);
    const [shown, suggestions] = await Promise.all([
      describeAll(hits, context),
      first ? [] : suggestionsFor(question, ranked, index, options, total),
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

  function describeTerm(one) {
    const { word, kind = "word", field = "", presence = "should", readings, others, matched, stopped } = one;
    return { word, kind, field, presence, readings, others, matched, stopped, partly: isPartly(one) };
  }

  /**
   * What was meant, where the texts lack a word or hold it in a doubtful reading only, or where it may be a name; without the part that
   * knows, or a file that it needs, nothing.
   */
  async function suggestionsFor(question, ranked, index, options, total) {
    const mayBeName = index.manifest.facets.author && question !== question.toLowerCase();
    if (!mayBeName && !ranked.asked.some(isDoubted)) return [];
    try {
      await part("meant");
      return await scope.izdeuSuggest.suggest(question, { ...ranked, total, view: openView(index) }, options);
    } catch {
      return [];
    }
  }

  /**
   * The results of these hits; all texts are asked for at once, the best hit's first. Neighbours may change places by what their
   * texts say, so `onHit` hears of a result as soon as no other can come before it.
   */
  async function describeAll(hits, context) {
    const { options } = context;
    const shown = [];
    hits.forEach((hit) => bestOf(hit, context));
    for (const group of options.sort ? hits.map((hit) => [hit]) : nearGroups(hits, context)) {
      for await (const hit of exactFirst(group, context)) {
        shown.push(await describeHit(hit, context));
        goesOn(options);
        if (options.onHit && !context.failures) options.onHit(shown[shown.length - 1]);
      }
    }
    return shown;
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
   * waits for it any more: then nothing further is loaded, and the promise rejects with an AbortError. `onHit` is called with
   * each of the answer's hits in turn, before the promise is kept; one that the answer does not hold counts no more (the site
   * was published anew meanwhile).
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
