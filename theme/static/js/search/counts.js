// How many articles a question has by language, year, issue, author, keyword and part of the text: for each filter those that
// pass all the others.
(function (scope) {
  "use strict";

  const { openIndex, loadIds } = scope.izdeuOpened;
  const { ranked, goesOn } = scope.izdeuAsk;
  const { OF_ARTICLES, valuesOf, testOf, narrows } = scope.izdeuFilters;
  const { columnsOf } = scope.izdeuKinds;
  const looked = new WeakMap(); // hits before any filter -> the same with how far their texts were read: once for all filters
  const NONE = 255; // the code of no passage
  const OF_PASSAGES = 1 << OF_ARTICLES.length; // the sign of a document that has no passage of the wanted language and part

  /**
   * {lang, year, issue, author, keyword, part, atMost}: of each [{value, count}…], articles by value; languages and parts in the order
   * of the manifest, years and issues from the newest, others from the most frequent. `atMost`: some of the articles may not hold a
   * phrase, since no more texts were read than the search reads.
   */
  async function counts(question, options = {}) {
    const answer = await ranked(String(question), options);
    const [columns, { all, atMost }] = await Promise.all([columnsOf(answer.manifest), unfiltered(answer, question, options)]);
    goesOn(options);
    const found = { ...answer, all };
    const kinds = kindsOf(found, columns.kinds);
    const failed = failures(found, options, columns, kinds);
    const byName = OF_ARTICLES.map((name, i) => [name, byValue(found.all, failed, 1 << i, columns[name])]);
    const result = { ...Object.fromEntries(byName), ...byKind(found, failed, kinds, options) };
    result.year.sort((a, b) => b.value - a.value);
    result.issue.reverse();
    [result.author, result.keyword].forEach((list) => list.sort((a, b) => b.count - a.count));
    return { ...result, atMost };
  }

  /** {all, atMost}: the hits before any filter; those of phrases as far as the search itself reads the texts, the others may hold them. */
  async function unfiltered({ all, ...answer }, question, { signal }) {
    if (!answer.plan) return { all, atMost: false };
    if (!looked.has(all)) looked.set(all, { ...answer, hits: all, state: null, checking: null });
    const open = looked.get(all);
    const { atMost } = await answer.language.taken(open, 0, 0, contextOf(answer, question, { signal }));
    const { hits, next } = open.state || { hits: [], next: 0 };
    return { all: [...hits, ...all.slice(next)], atMost };
  }

  function contextOf(answer, question, options) {
    return { ...answer, question, options, limits: answer.manifest.ranking.limits };
  }

  /** Of each document the kinds of its passages that hold words of the question: bit c for code c. */
  function kindsOf({ wordOf, postings, manifest, all }, { begins, codes }) {
    const kinds = new Uint32Array(manifest.last);
    for (const { document } of all.filter(({ open }) => open)) {
      for (let at = begins[document]; at < begins[document + 1]; at += 1) if (codes[at] < NONE) kinds[document] |= 1 << codes[at];
    }
    for (const [term, { documents, starts, passages }] of postings) {
      if (!wordOf.has(term)) continue;
      for (let row = 0; row < documents.length; row += 1) {
        const begin = begins[documents[row]];
        let kind = 0;
        for (let i = starts[row]; i < starts[row + 1]; i += 1) kind |= 1 << codes[begin + passages[i]];
        kinds[documents[row]] |= kind;
      }
    }
    return kinds;
  }

  /** Of each hit the filters that it does not pass: bit i for the i-th of articles, the next for those of passages. */
  function failures({ all, manifest }, options, columns, kinds) {
    const test = (name, wanted) => leaderTest(columns[name], valuesOf(wanted)) || testOf(name, wanted, columns.facets, manifest);
    const tests = OF_ARTICLES.map((name) => (options[name] ? test(name, options[name]) : null));
    const wanted = narrows(options) ? codesOf(options, manifest) : 0;
    return Uint8Array.from(all, ({ document }) => {
      let failed = wanted && !(kinds[document] & wanted) ? OF_PASSAGES : 0;
      tests.forEach((passes, i) => { if (passes && !passes(document)) failed |= 1 << i; });
      return failed;
    });
  }

  /** The test of documents by names of a list, where all are in it; else null. */
  function leaderTest({ leaderOf, rows: { starts, values } }, names) {
    const wanted = leaderOf ? names.map(leaderOf) : [undefined];
    if (wanted.includes(undefined)) return null;
    return (document) => {
      for (let at = starts[document]; at < starts[document + 1]; at += 1) if (wanted.includes(values[at])) return true;
      return false;
    };
  }

  /** The codes of passages of these languages and parts (any, where none is named), as bits. */
  function codesOf({ lang, part }, { langs, parts }) {
    const own = (wanted, all) => (wanted && wanted.length ? valuesOf(wanted).map((value) => all.indexOf(value)) : Array.from({ length: all.length + 1 }, (_, i) => i));
    let bits = 0;
    for (const l of own(lang, langs)) for (const p of own(part, parts)) if (l >= 0 && p >= 0 && p < parts.length) bits |= 1 << (l * parts.length + p);
    return bits;
  }

  /** [{value, count}…] in the order of the values. */
  function byValue(all, failed, own, { rows: { starts, values, most }, names }) {
    const numbers = new Uint32Array(most + 1);
    for (let i = 0; i < all.length; i += 1) {
      if ((failed[i] | own) !== own) continue;
      const { document } = all[i];
      for (let at = starts[document]; at < starts[document + 1]; at += 1) numbers[values[at]] += 1;
    }
    const found = [];
    numbers.forEach((count, place) => { if (count) found.push({ value: names ? names[place] : String(place), count }); });
    return found;
  }

  /** Language and part are one filter's two sides: both must be those of one passage. */
  function byKind({ all, manifest }, failed, kinds, options) {
    const passing = all.filter((_, i) => (failed[i] | OF_PASSAGES) === OF_PASSAGES);
    const number = (wanted) => {
      const bits = codesOf(wanted, manifest);
      return passing.reduce((sum, { document }) => sum + (kinds[document] & bits ? 1 : 0), 0);
    };
    const list = (name, values) => values.map((value) => ({ value, count: number({ ...options, [name]: value }) })).filter(({ count }) => count);
    return { lang: list("lang", manifest.langs), part: list("part", manifest.parts) };
  }

  /** The ids of all articles that the question finds, in the order of the answer. */
  async function found(question, options = {}) {
    const answer = await ranked(String(question), options);
    const { plan, language } = answer;
    const { hits } = plan ? await language.taken(answer, 0, Infinity, contextOf(answer, question, options)) : answer;
    const ids = await loadIds(await openIndex());
    return hits.map(({ document }) => ids[document]);
  }

  scope.izdeuCounts = { counts, found };
})(window);
