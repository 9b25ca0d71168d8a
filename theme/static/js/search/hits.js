// Ranked hits -> what a result shows: the article's line and its best passages, with marks.
(function (scope) {
  "use strict";

  const { load } = scope.izdeuFiles;
  const { loadIds } = scope.izdeuOpened;
  const { PER_PIECE, allows, narrows, passageKind, readerLang } = scope.izdeuFilters;
  const { passagesIn } = scope.izdeuPostings;
  const { passageWeights } = scope.izdeuRank;
  const { bestPassages, firstOfEach, pieceOf, excerpt } = scope.izdeuPassages;
  const { firstTold } = scope.izdeuRepeats;
  const NEEDED = 100; // more than any words count together
  const VERSION = 4; // characters of a document's version
  const FOLDER = 256; // documents whose texts share a folder

  async function describeHit(hit, context) {
    const { article, passages, found, isAll } = await bestOf(hit, context);
    if (!article) return lostArticle(hit, context);
    const { passages: most } = context.limits;
    const shown = firstTold(eachPassage(hit.open ? opening(article, context) : passages, article, context), most, context.manifest);
    return {
      id: article.id,
      url: article.url,
      ...titleFor(article, readerLang()),
      lang: article.lang || "",
      authors: article.authors || [],
      year: article.year || null,
      issue: article.issue || null,
      status: article.status || null,
      score: hit.score,
      found,
      passages: shown,
      more: !hit.open && !isAll && shown.length < most,
    };
  }

  /**
   * {article, passages, found, isAll}: the piece of its text that is shown, and its passages' numbers, the best first; null where it
   * cannot be had. `found`: how many passages of the article may be shown, `isAll`: none in other pieces. `context.best` remembers it.
   */
  function bestOf(hit, context) {
    if (!context.best.has(hit)) {
      context.best.set(hit, loadBest(hit, context));
      context.best.get(hit).catch(() => {}); // whoever shows the hit hears of it; nobody may
    }
    return context.best.get(hit);
  }

  async function loadBest(hit, context) {
    const weights = weightsOf(hit, context);
    const { ranked, piece } = bestPassages(weights, context.limits.passages);
    const article = await loadPiece(hit.document, piece, context);
    const here = ranked.filter((passage) => pieceOf(passage) === piece);
    return { article, passages: article ? firstOfEach(here, article.repeats || []) : [], found: weights.size, isAll: here.length === ranked.length };
  }

  /** What an article is shown by that no word was asked of: its abstract, in the reader's language if it can be. */
  function opening({ codes, passages }, { manifest }) {
    const kinds = passages.map((_, passage) => ({ passage, ...passageKind(codes, passage, manifest) }));
    const abstracts = kinds.filter(({ part }) => part === "abstract");
    return [abstracts.find(({ lang }) => lang === readerLang()) || abstracts[0] || kinds.find(({ part }) => part === "body")]
      .filter(Boolean).map(({ passage }) => passage);
  }

  /** The texts of the passages that a hit shows at most, but for those cut to the same; none where they cannot be had. */
  async function bestTexts(hit, context) {
    const { article, passages } = await bestOf(hit, context);
    return passages.slice(0, context.limits.passages).map((passage) => article.passages[passage % PER_PIECE][0]);
  }

  /**
   * What the passages that may be shown count: those of the text, or of the title where there are no others; needed ones above all. Those
   * that share no more than first letters with a word are shown where the article has no others.
   */
  function weightsOf(hit, { wordOf, postings, options, facets, manifest }) {
    const { title, text } = formsFirst(passageWeights(hit, wordOf, postings), hit, postings, manifest.tables.prefix);
    const codes = narrows(options) ? facets.codes[hit.document] : "";
    const allowed = (weights) => new Map(Array.from(weights).filter(([passage]) => !codes || allows(codes, passage, options, manifest)));
    for (const passage of hit.favoured || []) text.set(passage, NEEDED + (text.get(passage) || title.get(passage) || 0));
    if (hit.only) return allowed(new Map(Array.from(hit.favoured, (passage) => [passage, text.get(passage)])));
    const best = allowed(text);
    return best.size ? best : allowed(title);
  }

  function formsFirst({ title, text }, { document, terms }, postings, { marker }) {
    const own = terms.filter((term) => !term.endsWith(marker)).map((term) => passagesIn(postings.get(term), document));
    const holding = new Set(own.flatMap((found) => found.text));
    if (!holding.size) return { title, text };
    return { title, text: new Map(Array.from(text).filter(([passage]) => holding.has(passage))) };
  }

  /** A piece of an article's text; null when it cannot be loaded, so that the rest of the answer stands. `context.loadText`: how, if not as `load` does. */
  async function loadPiece(number, piece, context) {
    const version = context.documents.versions.slice(VERSION * number, VERSION * (number + 1));
    try {
      return await (context.loadText || load)(`text/${Math.floor(number / FOLDER)}/${number}-${version}-${piece}`);
    } catch {
      context.failures += 1;
      return null;
    }
  }

  /** The passages one by one, as they are shown: most are not asked for. */
  function* eachPassage(passages, article, context) {
    for (const passage of passages) {
      const [text, anchor] = article.passages[passage % PER_PIECE];
      yield {
        url: `${article.url}${addressed(context)}${anchor ? `#${encodeURIComponent(anchor)}` : ""}`,
        lang: passageKind(article.codes, passage, context.manifest).lang,
        ...excerpt(text, context.findMarks(text), context.limits),
      };
    }
  }

  /** The question as the article's page gets it, so that it marks what was found. */
  function addressed({ question, options: { as, read = [] }, asked }) {
    const also = asked.flatMap(({ others = [] }) => others).filter(({ on }) => on).map(({ lemma }) => lemma);
    const all = [["q", question], ...(as ? [["as", as]] : []), ...read.map((one) => ["read", one]), ...also.map((lemma) => ["also", lemma])];
    return `?${all.map((pair) => pair.map(encodeURIComponent).join("=")).join("&")}`;
  }

  /** A hit whose line cannot be loaded still stands in the answer, by its id. */
  async function lostArticle({ document: number, score }, context) {
    const ids = await loadIds(context).catch(() => []);
    const id = ids[number] || String(number);
    return { id, url: "", title: id, title_lang: "", lang: "", authors: [], year: null, issue: null, status: null, score, found: 0, passages: [] };
  }

  /** The title in the reader's language where the article has one. */
  function titleFor({ id, title = id, titles = {}, lang = "" }, reader) {
    const own = Object.keys(titles).find((key) => titles[key] === title);
    return titles[reader] ? { title: titles[reader], title_lang: reader } : { title, title_lang: own || lang };
  }

  scope.izdeuHits = { describeHit, bestOf, bestTexts, weightsOf, loadPiece, eachPassage, titleFor };
})(window);
