// Which of the ranked hits the reader wants to see, and in which order.
(function (scope) {
  "use strict";

  const { load } = scope.izdeuShards;
  const { fold, words } = scope.izdeuEngine;
  const RANGE = "..";
  const OF_ARTICLES = ["year", "author", "issue", "keyword"];
  const OF_PASSAGES = ["lang", "part"];

  const TESTS = {
    year: ({ year = 0 }, wanted) => {
      const [first, last] = wanted.includes(RANGE) ? wanted.split(RANGE) : [wanted, wanted];
      return year > 0 && year >= Number(first || 0) && year <= Number(last || Infinity);
    },
    author: ({ authors = [], spellings = [] }, wanted, { manifest }) => {
      const names = fold([...authors, ...spellings].join(" "), manifest.tables);
      return words(wanted, manifest.tables).every(({ text }) => names.includes(fold(text, manifest.tables)));
    },
    issue: ({ issue = "" }, wanted) => issue === wanted,
    keyword: ({ keywords = [] }, wanted, { manifest }) =>
      keywords.some((keyword) => fold(keyword, manifest.tables) === fold(wanted, manifest.tables)),
  };

  // Sorting keeps the order of relevance among equals; what has no year comes last.
  const ORDERS = {
    date: (a, b) => (b.article.year || 0) - (a.article.year || 0),
    title: (a, b) => a.article.title.localeCompare(b.article.title, "kk"),
  };

  /** The article's record, which result lines show and filters look at; null when its file cannot be had. */
  async function loadArticle(id, { manifest, documents }) {
    const number = documents.number.get(id);
    try {
      const records = await load(manifest.articles[Math.floor(number / manifest.perArticles)]);
      return records[number % manifest.perArticles];
    } catch {
      return null;
    }
  }

  /** {lang, part} of a passage, from the letters of `codes`. */
  function passageKind(article, passage, manifest) {
    const code = article.codes.charCodeAt(passage) - "A".charCodeAt(0);
    return { lang: manifest.langs[Math.floor(code / manifest.parts.length)] || "", part: manifest.parts[code % manifest.parts.length] };
  }

  /** May this passage be shown? */
  function allows(article, passage, options, manifest) {
    const kind = passageKind(article, passage, manifest);
    return OF_PASSAGES.every((name) => !options[name] || kind[name] === options[name]);
  }

  /** The hits that pass all filters, in the wanted order; records are loaded only where something asks for them. */
  async function filterHits(hits, options, context) {
    const sorted = options.sort && options.sort !== "relevance";
    if (!sorted && ![...OF_ARTICLES, ...OF_PASSAGES].some((name) => options[name])) return hits;
    const records = await Promise.all(hits.map((hit) => loadArticle(hit.id, context)));
    const rows = hits.map((hit, i) => ({ hit, article: records[i] })).filter((row) => row.article);
    const wanted = rows.filter(({ hit, article }) =>
      OF_ARTICLES.every((name) => !options[name] || TESTS[name](article, String(options[name]), context)) &&
      hit.places.some((passages) => Array.from(passages.keys()).some((p) => allows(article, p, options, context.manifest))));
    if (sorted) wanted.sort(ORDERS[options.sort] || (() => 0));
    return wanted.map(({ hit }) => hit);
  }

  scope.izdeuFilters = { filterHits, loadArticle, allows, passageKind };
})(window);
