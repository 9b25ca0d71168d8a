// The texts of a concordance: which pieces are read, one after the other, and what is taken of them before they are let go again.
(function (scope) {
  "use strict";

  const { goesOn } = scope.izdeuAsk;
  const { passagesIn } = scope.izdeuPostings;
  const { PER_PIECE, allows, narrows, passageKind } = scope.izdeuFilters;
  const { loadPiece, titleFor } = scope.izdeuHits;
  const AT_ONCE = 4; // pieces of text that are on their way
  const WIDTH = 80; // UTF-16 units of context on either side
  const BREATH = 12; // ms after which the page may do something else
  const PATIENCE = 1000; // ms that the page may take to be loaded

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
    await pageLoaded();
    const coming = [];
    let bytes = 0;
    for (let pieces = 0; pieces < jobs.length; pieces += 1) {
      while (coming.length < AT_ONCE && pieces + coming.length < jobs.length) coming.push(loadJob(jobs[pieces + coming.length], context));
      const article = await coming.shift();
      goesOn(context.options);
      if (article) {
        bytes += article.passages.reduce((sum, [text]) => sum + bytesOf(text), 0);
        readPiece(article, jobs[pieces], context);
      }
      onProgress({ pieces: pieces + 1, of: jobs.length, bytes, lines: context.lines.count, found: context.lines });
      await pause();
    }
  }

  /** The page counts as loading while one script after the other is on its way: first it may get done. */
  function pageLoaded() {
    if (scope.document.readyState === "complete") return null;
    return new Promise((resolve) => {
      scope.addEventListener("load", resolve, { once: true });
      setTimeout(resolve, PATIENCE);
    });
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

  /** How long a text is in UTF-8. It is only counted: to encode it would leave a copy of each text for the collector. */
  function bytesOf(text) {
    let bytes = text.length;
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1; // a pair of surrogates has four bytes
    }
    return bytes;
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

  scope.izdeuLineTexts = { piecesOf, readAll, breathing };
})(window);
