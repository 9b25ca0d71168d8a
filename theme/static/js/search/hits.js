// Ranked hits -> what a result shows: the article's line and its best passages, with marks.
(function (scope) {
  "use strict";

  const { load } = scope.izdeuShards;
  const { loadArticle, allows, passageKind } = scope.izdeuFilters;
  const { bestPassages, findMarks, excerpt } = scope.izdeuPassages;
  const { firstTold } = scope.izdeuRepeats;
  const SPARE = 2; // passages looked at beyond those shown, since some may say the same where they are cut

  async function describeHit(hit, context) {
    const article = await loadArticle(hit.id, context);
    if (!article) return lostArticle(hit, context);
    const kind = (passage) => passageKind(article, passage, context.manifest);
    const allowed = (passage) => allows(article, passage, context.options, context.manifest);
    const inText = (passage) => allowed(passage) && kind(passage).part !== "title";
    const most = context.limits.passages;
    const repeats = article.repeats || [];
    let best = bestPassages(hit, inText, most + SPARE, repeats);
    if (!best.length) best = bestPassages(hit, allowed, most, repeats);
    const found = await Promise.all(best.map((passage) => describePassage(article, passage, kind(passage), context)));
    return {
      id: article.id,
      url: article.url,
      ...titleFor(article, document.documentElement.lang.slice(0, 2)),
      lang: article.lang || "",
      authors: article.authors || [],
      year: article.year || null,
      issue: article.issue || null,
      score: hit.score,
      passages: firstTold(found.filter(Boolean), most, context.manifest),
    };
  }

  /** A passage with its marks; null when its text cannot be loaded, so that the rest of the answer stands. */
  async function describePassage(article, passage, { lang }, context) {
    const piece = article.pieces.filter(([first]) => first <= passage).pop();
    let data;
    try {
      data = await load(piece[1]);
    } catch {
      context.failures += 1;
      return null;
    }
    const [text, anchor] = data.passages[passage - data.first];
    const marks = findMarks(text, allTerms(context.asked), context.store.lookup, markOptions(context));
    const asked = `?q=${encodeURIComponent(context.question)}`;
    return { url: `${article.url}${asked}${anchor ? `#${encodeURIComponent(anchor)}` : ""}`, lang, ...excerpt(text, marks, context.limits) };
  }

  /** A hit whose line cannot be loaded still stands in the answer, by its id. */
  function lostArticle({ id, score }, context) {
    context.failures += 1;
    return { id, url: "", title: id, title_lang: "", lang: "", authors: [], year: null, issue: null, score, passages: [] };
  }

  /** The title in the reader's language where the article has one. */
  function titleFor({ id, title = id, titles = {}, lang = "" }, reader) {
    const own = Object.keys(titles).find((key) => titles[key] === title);
    return titles[reader] ? { title: titles[reader], title_lang: reader } : { title, title_lang: own || lang };
  }

  function allTerms(asked) {
    return new Set(asked.filter(({ stopped }) => !stopped).flatMap(({ terms }) => Array.from(terms.keys())));
  }

  function markOptions(context) {
    context.seen = context.seen || new Map(); // one memory of judged words for the whole answer
    return { tables: context.manifest.tables, seen: context.seen };
  }

  scope.izdeuHits = { describeHit };
})(window);
