// Which of the ranked hits the reader wants to see, and in which order.
(function (scope) {
  "use strict";

  const { loadFacets } = scope.izdeuFacets;
  const { fold } = scope.izdeuEngine;
  const { allOf, passagesIn } = scope.izdeuPostings;
  const RANGE = "..";
  const PER_PIECE = 32; // numbers of passages that a piece of text has, as in docs/search-format.md
  const OF_ARTICLES = ["year", "author", "issue", "keyword"];
  const OF_PASSAGES = ["lang", "part"];

  const keysOfNames = new WeakMap(); // names -> their keys

  /** Of each author one key for all ways to write the name. */
  function nameKeys(names, tables) {
    if (!keysOfNames.has(names)) keysOfNames.set(names, names.map((name) => scope.izdeuEngine.nameKey(name, tables)));
    return keysOfNames.get(names);
  }

  /* Each gives the test of a document, by its column. */
  const TESTS = {
    year(wanted, column) {
      const [first, last] = wanted.includes(RANGE) ? wanted.split(RANGE) : [wanted, wanted];
      return (document) => column[document] > 0 && column[document] >= Number(first || 0) && column[document] <= Number(last || Infinity);
    },
    author(wanted, { names, placesAt, namesOf }, tables) {
      if (names.includes(wanted)) {
        const keys = nameKeys(names, tables);
        const own = keys[names.indexOf(wanted)];
        return (document) => placesAt(document).some((place) => keys[place] === own);
      }
      const isMeant = scope.izdeuEngine.nameTest(wanted, tables);
      return (document) => namesOf(document).some(isMeant);
    },
    issue(wanted, { names, places }) {
      const place = names.indexOf(wanted) + 1;
      return (document) => place > 0 && places[document] === place;
    },
    keyword(wanted, { keysOf }, tables) {
      const key = fold(wanted, tables);
      return (document) => keysOf(document).includes(key);
    },
  };

  function readerLang() {
    return scope.document.documentElement.lang.slice(0, 2);
  }

  /* Each gives the column to load, of titles the one in the reader's language, and what orders it; sorting keeps the order of relevance among equals, and what has no year comes last. */
  const ORDERS = new Map([
    ["date", { column: () => "year", compare: (column) => (a, b) => (column[b.document] || 0) - (column[a.document] || 0) }],
    ["title", { column: ({ facets }) => [`order-${readerLang()}`, "order"].find((name) => facets[name]), compare: (column) => (a, b) => column[a.document] - column[b.document] }],
  ]);

  /** A filter may have several values, of which any is enough. */
  function valuesOf(wanted) {
    return [].concat(wanted).map(String);
  }

  /** {lang, part} of a passage, from the letters of an article's `codes`. */
  function passageKind(codes, passage, { langs, parts }) {
    let start = 0;
    for (let piece = Math.floor(passage / PER_PIECE); piece > 0; piece -= 1) start = codes.indexOf(" ", start) + 1;
    const code = codes.charCodeAt(start + (passage % PER_PIECE)) - "A".charCodeAt(0);
    return { lang: langs[Math.floor(code / parts.length)] || "", part: parts[code % parts.length] || "" };
  }

  /** The numbers of all passages of an article. */
  function allPassages(codes) {
    return codes.split(" ").flatMap((piece, number) => Array.from(piece, (_, place) => PER_PIECE * number + place));
  }

  /** What tells, by the codes of an article, whether one of its passages may be shown. */
  function passageTest(options, manifest) {
    const wanted = OF_PASSAGES.filter((name) => options[name]).map((name) => [name, valuesOf(options[name])]);
    return (codes, passage) => {
      const kind = passageKind(codes, passage, manifest);
      return wanted.every(([name, values]) => values.includes(kind[name]));
    };
  }

  function allows(codes, passage, options, manifest) {
    return passageTest(options, manifest)(codes, passage);
  }

  /** Do the options ask for passages of one language or part? */
  function narrows(options) {
    return OF_PASSAGES.some((name) => options[name]);
  }

  /** The facets that the options need, and `more`. */
  function facetsFor(options, manifest, more = []) {
    const order = ORDERS.get(options.sort);
    const names = [...OF_ARTICLES.filter((name) => options[name]), ...(narrows(options) ? ["codes"] : []), ...(order ? [order.column(manifest)] : []), ...more];
    return loadFacets(Array.from(new Set(names)), manifest);
  }

  /** The test of a document by one filter; `wanted` may be several values. */
  function testOf(name, wanted, facets, manifest) {
    const tests = valuesOf(wanted).map((value) => TESTS[name](value, facets[name], manifest.tables));
    return (document) => tests.some((test) => test(document));
  }

  /** The hits that pass all filters, in the wanted order. */
  function filterHits(hits, facets, { options, manifest, wordOf, postings }) {
    const tests = OF_ARTICLES.filter((name) => options[name]).map((name) => testOf(name, options[name], facets, manifest));
    let found = hits.filter(({ document }) => tests.every((test) => test(document)));
    if (narrows(options)) {
      const isShown = passageTest(options, manifest);
      found = found.filter(({ document, terms, open }) => {
        const codes = facets.codes[document] || "";
        const shows = (passages) => passages.some((passage) => isShown(codes, passage));
        return open ? shows(allPassages(codes)) : terms.some((term) => wordOf.has(term) && shows(allOf(passagesIn(postings.get(term), document))));
      });
    }
    const order = ORDERS.get(options.sort);
    return order ? found.sort(order.compare(facets[order.column(manifest)])) : found;
  }

  scope.izdeuFilters = { readerLang, PER_PIECE, OF_ARTICLES, FILTERS: [...OF_ARTICLES, ...OF_PASSAGES], valuesOf, facetsFor, filterHits, testOf, nameKeys, allows, narrows, passageKind };
})(window);
