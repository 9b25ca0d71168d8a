// How many words the texts have that a concordance went through: what its counts are measured by.
(function (scope) {
  "use strict";

  const { load } = scope.izdeuFiles;
  const { decode } = scope.izdeuNumbers;
  const { loadFacets } = scope.izdeuFacets;
  const { filterHits, valuesOf, OF_ARTICLES } = scope.izdeuFilters;

  /**
   * {letters, wordsOf, yearOf}: the alphabet; the words of a document in the languages and parts that `options` allow; its year
   * or 0. Of search files without counts, no words.
   */
  async function loadShares(manifest, options) {
    const name = manifest.facets.lines;
    const [{ letters, words }, { year }] = await Promise.all([name ? load(name) : { letters: "", words: "" }, loadFacets(["year"], manifest)]);
    const rows = words.split(" ");
    return {
      letters,
      wordsOf: (document) => allowed(decode(rows[document] || "", manifest.digits), options, manifest),
      yearOf: (document) => year[document] || 0,
    };
  }

  /** The sum of a row's words: pairs of a code (docs/search-format.md) and the words that have it. */
  function allowed(row, { lang, part }, { langs, parts }) {
    const isOf = (wanted, value) => !wanted || valuesOf(wanted).includes(value);
    let sum = 0;
    for (let at = 0; at < row.length; at += 2) {
      const [ofLang, ofPart] = [langs[Math.floor(row[at] / parts.length)] || "", parts[row[at] % parts.length]];
      if (isOf(lang, ofLang) && isOf(part, ofPart)) sum += row[at + 1];
    }
    return sum;
  }

  /** [{year, articles, words, lines}], year 0 for none: of all documents that pass the filters, those without a hit, too. */
  function byYear(found, shares, options, articles) {
    const filters = Object.fromEntries(OF_ARTICLES.map((name) => [name, options[name]]));
    const all = Array.from({ length: found.manifest.last }, (_, document) => ({ document }))
      .filter(({ document }) => found.documents.lengths.some((column) => column[document] > 0));
    const years = new Map();
    for (const { document } of filterHits(all, found.facets, { ...found, options: filters })) {
      const year = shares.yearOf(document);
      const row = years.get(year) || { year, articles: 0, words: 0, lines: 0 };
      row.articles += 1;
      row.words += shares.wordsOf(document);
      years.set(year, row);
    }
    for (const { year, lines } of articles) if (years.has(year || 0)) years.get(year || 0).lines += lines;
    return Array.from(years.values()).sort((a, b) => a.year - b.year);
  }

  scope.izdeuLineShare = { loadShares, byYear };
})(window);
