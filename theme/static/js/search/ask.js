// A question -> its hits, ranked and filtered, before any text is loaded.
(function (scope) {
  "use strict";

  const { part } = scope.izdeuFiles;
  const { openIndex, loadDocuments } = scope.izdeuOpened;
  const { openView } = scope.izdeuStore;
  const { unitsOf, needUnits, understand, termsOf } = scope.izdeuQuestion;
  const { cutIndex } = scope.izdeuCut;
  const { rankHits } = scope.izdeuRank;
  const { OF_ARTICLES, FILTERS, facetsFor, filterHits } = scope.izdeuFilters;
  const { markFinder } = scope.izdeuPassages;
  const OF_PAGE = ["offset", "limit", "signal", "onHit"]; // options that do not change what is found
  const OF_SHOWING = [...OF_PAGE, ...FILTERS, "sort"]; // nor these what is ranked

  let before = { key: "", all: null }; // the question before, without its filters
  let last = { key: "", ranked: null }; // the question before: its next results are asked for without asking lunr again

  /** Throws once nobody waits for the answer any more. */
  function goesOn({ signal }) {
    if (signal && signal.aborted) throw new DOMException("", "AbortError");
  }

  /** The query language, where the question may need it; null where it is words alone. */
  async function languageOf(question, { ranking }) {
    if (!new RegExp(ranking.syntax).test(question)) return null;
    await part("language");
    return scope.izdeuLanguage;
  }

  /** {manifest, view, plan, asked, cut, failures, findMarks}: what the question means; `plan` is null where it is words alone. */
  async function readQuestion(index, question, options = {}, onlyForms = false) {
    const { manifest } = index;
    const view = openView(index);
    const language = await languageOf(question, manifest);
    const plan = language && language.planOf(question, manifest);
    const { asked: units, cut } = plan ? language.unitsOfPlan(plan, manifest) : unitsOf(question, manifest);
    const lost = await Promise.all([needUnits(units, view, manifest), plan ? language.needOpen(plan, view, manifest) : 0]);
    goesOn(options);
    const known = understand(units, view, manifest, options);
    // what is hardly found may stand in the texts in another alphabet; without the part that hears it, all stays as it is
    if (known.some(({ weak }) => weak)) await part("heard").then(() => scope.izdeuHeard.hear(known, view, manifest, options)).catch(() => {});
    const asked = plan ? language.completed(plan, known, view, manifest) : known;
    const failures = lost[0] + lost[1] + await view.needTerms(Array.from(termsOf(asked)));
    goesOn(options);
    const read = { manifest, view, plan, language, asked, cut, failures };
    return { ...read, findMarks: marksOf(read, onlyForms) };
  }

  /** All that is known of the question before any text is loaded; of the last question it is known already. */
  async function ranked(question, options = {}, index = null) {
    const opened = index || await openIndex();
    const key = keyOf(opened, question, options, OF_PAGE);
    if (last.key === key) return last.ranked;
    const [all, columns] = await Promise.all([ask(opened, question, options), facetsFor(options, opened.manifest)]);
    goesOn(options);
    const facets = { ...all.facets, ...columns };
    const isAsked = !all.isBlank || OF_ARTICLES.some((name) => options[name]);
    const found = { ...all, facets, hits: isAsked ? filterHits(all.all, facets, { ...all, options }) : [] };
    if (!found.failures) last = { key, ranked: found };
    return found;
  }

  function keyOf({ manifest }, question, options, but) {
    return JSON.stringify([manifest.digest, question, Object.entries(options).filter(([name]) => !but.includes(name)).sort()]);
  }

  /** The same before filters and order, which are quick to apply anew: `all` hits. */
  async function ask(index, question, options) {
    const key = keyOf(index, question, options, OF_SHOWING);
    if (before.key === key) return before.all;
    const found = await rank(index, question, options);
    if (!found.failures) before = { key, all: found };
    return found;
  }

  async function rank(index, question, options) {
    const [read, documents] = await Promise.all([readQuestion(index, question, options), loadDocuments(index)]);
    const { manifest, plan, language } = read;
    if (!question.trim()) return everything(read, documents);
    const facets = plan ? await facetsFor({}, manifest, language.facetsOf(plan)) : {};
    goesOn(options);
    const found = hitsOf({ ...read, documents, facets });
    return isWide(options, found) ? widened(found, options) : found;
  }

  /** Nothing was asked for: all articles, of which a filter may leave some. */
  async function everything(read, documents) {
    const [facets] = await Promise.all([facetsFor({}, read.manifest, ["year"]), part("language")]);
    return { ...read, documents, facets, wordOf: new Map(), postings: new Map(), all: scope.izdeuLanguage.everything(documents, facets), isBlank: true };
  }

  /** `all` hits of a question that was read, ranked. */
  function hitsOf(read) {
    const found = { ...read, ...askLunr(read) };
    return { ...found, all: read.plan ? read.language.kept(read.plan, found.hits, found) : found.hits };
  }

  /**
   * Do the question's words count in other languages, too? If the reader says so, or else where few articles hold all of them
   * together: some word of a question stands in many articles of a large site.
   */
  function isWide({ also }, { all, manifest }) {
    return manifest.pairs && (also || all.filter(({ together }) => together).length < manifest.ranking.also.few);
  }

  /** The same with the words of other languages; without the files that tell them, as it is. */
  async function widened(found, options) {
    const wide = await withOthers(found, options).catch(() => found);
    const isMore = wide.asked.some((one, number) => one.terms.size > found.asked[number].terms.size);
    return isMore ? hitsOf({ ...wide, findMarks: marksOf(wide) }) : wide;
  }

  /** What is known of a question, with the words of other languages among its terms. */
  async function withOthers(read, { also }) {
    await part("pairs");
    const { asked, lost } = await scope.izdeuAlso.widened(read.asked, read, also);
    return { ...read, asked, failures: read.failures + lost };
  }

  /** What finds in a text what was asked for; `onlyForms` as `markFinder` takes it. */
  function marksOf({ plan, language, view, manifest, asked }, onlyForms = false) {
    return plan ? language.planFinder(plan, asked, view, manifest, onlyForms) : markFinder(termsOf(asked), view, manifest, onlyForms);
  }

  /** {hits, wordOf, postings}: all hits, ranked; of each term its words, [[number, weight]…], and its postings. */
  function askLunr({ asked, manifest, view, documents }) {
    const wordOf = new Map();
    asked.forEach(({ terms, stopped, presence }, number) => {
      if (stopped || presence === "not") return;
      for (const [term, weight] of terms) wordOf.set(term, [...(wordOf.get(term) || []), [number, weight]]);
    });
    const all = Array.from(termsOf(asked), (term) => [term, view.postings(term)]).filter(([, found]) => found);
    const postings = new Map(all);
    const entries = all.filter(([term]) => wordOf.has(term)).map(([term, found]) => ({ term, postings: found }));
    if (!entries.length) return { hits: [], wordOf, postings };
    const results = cutIndex(manifest, documents, entries).query((clauses) => {
      for (const [term, words] of wordOf) clauses.term(term, { boost: Math.max(...words.map(([, weight]) => weight)), usePipeline: false });
    });
    return { hits: rankHits(results, wordOf, asked.length, postings), wordOf, postings };
  }

  scope.izdeuAsk = { ranked, readQuestion, withOthers, marksOf, goesOn };
})(window);
