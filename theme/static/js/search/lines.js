// A concordance: every occurrence of a question's words in the texts, which stream by and are let go again.
(function (scope) {
  "use strict";

  const { openIndex, reopenIndex, message } = scope.izdeuOpened;
  const { ranked, marksOf, goesOn } = scope.izdeuAsk;
  const { isPartly } = scope.izdeuQuestion;
  const { Lines } = scope.izdeuLineStore;
  const { inOrder } = scope.izdeuLineOrder;
  const { loadShares, byYear } = scope.izdeuLineShare;
  const { quickFinder } = scope.izdeuLineRuns;
  const { loadText } = scope.izdeuLineFiles;
  const { piecesOf, readAll, breathing } = scope.izdeuLineTexts;
  const OF_RESULTS = ["sort", "offset", "limit"]; // options of the search that mean nothing here

  /**
   * {lines, articles, years, terms, notes, partial, passages, total, digest, order}: all occurrences, `lines` as Lines keeps them.
   * `passages` and `total` count passages and articles that hold any. `order(by, watch)` promises the places of the lines in
   * another order. `watch`: `signal`, an AbortSignal; `onProgress({pieces, of, bytes, lines, found})` after each piece of text:
   * bytes of text in UTF-8, how many lines, and the Lines themselves, which grow until the promise holds.
   */
  async function lines(question, options = {}, watch = {}) {
    const asked = { also: [], ...without(options, OF_RESULTS), signal: watch.signal }; // no word counts that was not asked for
    const index = await openIndex();
    const found = await gather(index, String(question), asked, watch).catch((reason) => ({ reason, failures: 1 }));
    if (!found.failures) return found;
    goesOn(asked);
    if (await reopenIndex(index.manifest)) return gather(await openIndex(), String(question), asked, watch);
    if (found.reason) throw found.reason;
    return found;
  }

  function without(options, names) {
    return Object.fromEntries(Object.entries(options).filter(([name]) => !names.includes(name)));
  }

  async function gather(index, question, options, watch) {
    const { manifest } = index;
    const [found, shares] = await Promise.all([ranked(question, options, index), loadShares(manifest, options)]);
    const findMarks = quickFinder(marksOf(found, true), found); // of all words that count, those of other languages too
    const state = { failures: found.failures, lines: new Lines(), passages: 0 };
    const context = { ...found, question, options, findMarks, shares, loadText, watch, ...state };
    const hits = await fulfilling(found, context);
    const jobs = hits.sort((a, b) => a.document - b.document).flatMap((hit) => piecesOf(hit, context));
    await readAll(jobs, context);
    const { articles } = context.lines;
    return {
      lines: context.lines,
      articles,
      years: byYear(found, shares, options, articles),
      terms: termsOf(found),
      notes: notesOn(context),
      partial: context.failures > 0,
      failures: context.failures,
      passages: context.passages,
      total: articles.length,
      digest: manifest.digest,
      order: (by, more = {}) => inOrder(context.lines, by, orderContext(context, more)),
    };
  }

  /** How the words were understood; those of what only the texts tell know how it was `typed`. */
  function termsOf(found) {
    const { language, plan, asked, manifest } = found;
    const { marker } = manifest.tables.prefix;
    const isTyped = ({ kind }) => plan && language.IN_TEXTS.includes(kind);
    return (plan ? language.told(found) : asked).map((one) => ({
      ...one, ...hasLines(one, marker), ...(isTyped(one) ? { typed: plan.items[one.item].text } : {}),
    }));
  }

  /** {matched, partly}: a word that no more than begins like others has no lines. */
  function hasLines(one, marker) {
    const isOther = isPartly(one) && Array.from(one.terms.keys()).every((term) => term.endsWith(marker));
    return { matched: one.matched && !isOther, partly: isPartly(one) };
  }

  /** The hits; those of a question that only the texts can answer are looked for there first. */
  async function fulfilling({ hits, plan, language, ...found }, context) {
    if (!plan) return hits.slice();
    return (await language.taken({ ...found, hits, plan, language }, 0, hits.length, context)).hits;
  }

  function orderContext({ shares, manifest }, { signal, onProgress = () => {} }) {
    return { letters: shares.letters, tables: manifest.tables, onProgress, pause: breathing({ signal }) };
  }

  function notesOn({ cut, failures, manifest }) {
    const notes = [];
    if (cut) notes.push(message("words").replace("{n}", String(manifest.ranking.limits.words)));
    if (failures) notes.push(message("partial"));
    return notes;
  }

  scope.izdeuLines = { lines };
})(window);
