// A concordance: every occurrence of a question's words in the texts, which stream by and are let go again.
(function (scope) {
  "use strict";

  const { openIndex, reopenIndex, message } = scope.izdeuOpened;
  const { ranked, readQuestion, goesOn } = scope.izdeuAsk;
  const { passagesIn } = scope.izdeuPostings;
  const { PER_PIECE, allows, narrows, passageKind } = scope.izdeuFilters;
  const { loadPiece, titleFor } = scope.izdeuHits;
  const { Lines } = scope.izdeuLineStore;
  const { inOrder } = scope.izdeuLineOrder;
  const { loadShares, byYear } = scope.izdeuLineShare;
  const AT_ONCE = 4; // pieces of text that are on their way
  const WIDTH = 80; // UTF-16 units of context on either side
  const BREATH = 12; // ms after which the page may do something else
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
    const { findMarks } = await readQuestion(index, question, options, true);
    const context = { ...found, question, options, findMarks, shares, failures: found.failures, lines: new Lines(), passages: 0, watch };
    const hits = await fulfilling(found, context);
    const jobs = hits.sort((a, b) => a.document - b.document).flatMap((hit) => piecesOf(hit, context));
    await readAll(jobs, context);
    const { articles } = context.lines;
    return {
      lines: context.lines,
      articles,
      years: byYear(found, shares, options, articles),
      terms: found.asked,
      notes: notesOn(context),
      partial: context.failures > 0,
      failures: context.failures,
      passages: context.passages,
      total: articles.length,
      digest: manifest.digest,
      order: (by, more = {}) => inOrder(context.lines, by, orderContext(context, more)),
    };
  }

  /** The hits; those of a question that only the texts can answer are looked for there first. */
  async function fulfilling({ hits, plan, language, ...found }, context) {
    if (!plan) return hits.slice();
    return (await language.taken({ ...found, hits, plan, language }, 0, hits.length, context)).hits;
  }

  /** [{document, piece, passages}]: what is read of a hit, in the order of the text. */
  function piecesOf({ document, terms, only, favoured }, { postings, facets, manifest, options }) {
    const { marker } = manifest.tables.prefix;
    const codes = narrows(options) ? facets.codes[document] || "" : "";
    const places = only ? favoured : new Set(terms.filter((term) => !term.endsWith(marker)).flatMap((term) => {
      const { title, text } = passagesIn(postings.get(term), document);
      return [...title, ...text];
    }));
    const pieces = new Map();
    for (const passage of Array.from(places).filter((one) => !codes || allows(codes, one, options, manifest)).sort((a, b) => a - b)) {
      const piece = Math.floor(passage / PER_PIECE);
      pieces.set(piece, [...(pieces.get(piece) || []), passage]);
    }
    return Array.from(pieces, ([piece, passages]) => ({ document, piece, passages }));
  }

  async function readAll(jobs, context) {
    const { onProgress = () => {} } = context.watch;
    const pause = breathing(context.options);
    const size = new TextEncoder();
    const coming = [];
    let bytes = 0;
    for (let pieces = 0; pieces < jobs.length; pieces += 1) {
      while (coming.length < AT_ONCE && pieces + coming.length < jobs.length) coming.push(loadJob(jobs[pieces + coming.length], context));
      const article = await coming.shift();
      goesOn(context.options);
      if (article) {
        bytes += article.passages.reduce((sum, [text]) => sum + size.encode(text).length, 0);
        readPiece(article, jobs[pieces], context);
      }
      onProgress({ pieces: pieces + 1, of: jobs.length, bytes, lines: context.lines.count, found: context.lines });
      await pause();
    }
  }

  function loadJob({ document, piece }, context) {
    return loadPiece(document, piece, context);
  }

  /** Takes the occurrences of one piece of an article. */
  function readPiece(article, { document, passages }, context) {
    for (const passage of passages) {
      const [text, anchor] = article.passages[passage % PER_PIECE];
      const marks = context.findMarks(text);
      if (!marks.length) continue;
      beginArticle(article, document, context);
      context.passages += 1;
      const { lang } = passageKind(article.codes, passage, context.manifest);
      for (const mark of marks) context.lines.add({ text, anchor, lang }, mark, WIDTH);
    }
  }

  function beginArticle(article, document, { lines: { articles }, shares }) {
    const last = articles[articles.length - 1];
    if (last && last.id === article.id) return;
    const { id, url, lang = "", authors = [], year = null, issue = null } = article;
    const title = titleFor(article, scope.document.documentElement.lang.slice(0, 2));
    articles.push({ id, url, ...title, lang, authors, year, issue, words: shares.wordsOf(document), lines: 0 });
  }

  /** What lets the page do something else when it has waited long enough, and throws once nobody waits. */
  function breathing(options) {
    let since = performance.now();
    return async () => {
      if (performance.now() - since < BREATH) return;
      await turn();
      goesOn(options);
      since = performance.now();
    };
  }

  /** The next turn of the event loop: timers would wait four milliseconds, or a second in a tab that is not in view. */
  function turn() {
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
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
