// What a page may ask: izdeu.search(query, options) and izdeu.query(clauses). Everything else in search/ serves these two.
(function (scope) {
  "use strict";

  const { load, loadLunr, frontDecoded, unpack } = scope.izdeuShards;
  const { termStore } = scope.izdeuStore;
  const { typedWords, understand } = scope.izdeuQuestion;
  const { cutIndex } = scope.izdeuCut;
  const { rankHits } = scope.izdeuRank;
  const { bestPassages, findMarks, excerpt } = scope.izdeuPassages;
  const { fold } = scope.izdeuEngine;
  const FORMAT = 1; // of the search files, as in plugins/lunr_search/shards.py
  const SPARE = 2; // passages looked at beyond those shown, since equal ones are shown once
  const WILDCARD = "*"; // lunr.Query.wildcard

  let opened = null;

  /** {manifest, store}: the start of every question. */
  function open() {
    if (!opened) {
      opened = load("manifest").then((manifest) => {
        if (manifest.format !== FORMAT) throw new Error(`search files of format ${manifest.format}`);
        return { manifest, store: termStore(manifest) };
      });
      opened.catch(() => { opened = null; });
    }
    return opened;
  }

  let documentsFile = null;

  /** {ids, lengths} by document number. */
  function loadDocuments(manifest) {
    if (!documentsFile) {
      documentsFile = load(manifest.documents).then((data) => ({ ...data, ids: frontDecoded(data.ids) }));
      documentsFile.catch(() => { documentsFile = null; });
    }
    return documentsFile;
  }

  // --- search ------------------------------------------------------------------------------------------------------

  async function answer(query, options) {
    const { manifest, store } = await open();
    const typed = typedWords(query, manifest);
    const [lunr, documents] = await Promise.all([loadLunr(), loadDocuments(manifest), store.needWords(typed)]);
    const asked = understand(typed, store, manifest, options.as);
    const hits = askLunr(lunr, manifest, documents, store, asked);
    const limits = manifest.ranking.limits;
    const offset = options.offset || 0;
    const context = { manifest, store, documents, query, asked, limits, lang: options.lang };
    const wanted = options.lang ? await keepLanguage(hits, context) : hits;
    const shown = wanted.slice(offset, offset + (options.limit === undefined ? limits.page : options.limit));
    return {
      total: wanted.length,
      hits: await Promise.all(shown.map((hit) => describeHit(hit, context))),
      terms: asked.map(({ word, readings, matched, stopped }) => ({ word, readings, matched, stopped })),
      notes: notesOn(query, typed, store, limits),
    };
  }

  /** All hits, ranked. */
  function askLunr(lunr, manifest, documents, store, asked) {
    const wordOf = new Map(); // term -> [[number of the word, weight]…]
    asked.forEach(({ terms, stopped }, number) => {
      if (stopped) return;
      for (const [term, weight] of terms) wordOf.set(term, [...(wordOf.get(term) || []), [number, weight]]);
    });
    if (!wordOf.size) return [];
    const entries = termEntries(Array.from(wordOf.keys()), store, manifest);
    const index = cutIndex(lunr, manifest, documents, entries, false);
    const results = index.query((query) => {
      for (const [term, words] of wordOf) query.term(term, { boost: Math.max(...words.map(([, weight]) => weight)), usePipeline: false });
    });
    return rankHits(results, wordOf, asked.length);
  }

  function termEntries(terms, store, manifest) {
    return terms.flatMap((term) =>
      store.lookup(fold(term, manifest.tables), true).filter((entry) => entry.term === term && !entry.target))
      .map((entry) => ({ term: entry.term, postings: unpack(entry.packed, manifest.fields.length) }));
  }

  async function loadArticle(id, { manifest, documents }) {
    const number = documents.ids.indexOf(id);
    const records = await load(manifest.articles[Math.floor(number / manifest.perArticles)]);
    return records[number % manifest.perArticles];
  }

  /** Language and part of a passage, from the letters of `codes`. */
  function passageKind(article, passage, manifest) {
    const code = article.codes.charCodeAt(passage) - "A".charCodeAt(0);
    return { lang: manifest.langs[Math.floor(code / manifest.parts.length)] || "", part: manifest.parts[code % manifest.parts.length] };
  }

  /** Hits that have a matching passage in the wanted language. */
  async function keepLanguage(hits, context) {
    const articles = await Promise.all(hits.map((hit) => loadArticle(hit.id, context)));
    return hits.filter((hit, i) => hit.places.some((passages) =>
      Array.from(passages.keys()).some((passage) => passageKind(articles[i], passage, context.manifest).lang === context.lang)));
  }

  async function describeHit(hit, context) {
    const article = await loadArticle(hit.id, context);
    const kind = (passage) => passageKind(article, passage, context.manifest);
    const inLanguage = (passage) => !context.lang || kind(passage).lang === context.lang;
    const inText = (passage) => inLanguage(passage) && kind(passage).part !== "title";
    const most = context.limits.passages;
    let best = bestPassages(hit, inText, most + SPARE);
    if (!best.length) best = bestPassages(hit, inLanguage, most);
    const found = await Promise.all(best.map((passage) => describePassage(article, passage, kind(passage), context)));
    const shown = found.filter((one, i) => one && found.findIndex((other) => other && other.text === one.text) === i).slice(0, most);
    return {
      id: article.id,
      url: article.url,
      title: article.title,
      titles: article.titles || {},
      lang: article.lang || "",
      authors: article.authors || [],
      year: article.year || null,
      issue: article.issue || null,
      score: hit.score,
      passages: shown,
    };
  }

  /** A passage with its marks; null when its text cannot be loaded, so that the rest of the answer stands. */
  async function describePassage(article, passage, { lang }, context) {
    const piece = article.pieces.filter(([first]) => first <= passage).pop();
    let data;
    try {
      data = await load(piece[1]);
    } catch {
      context.store.failed.add(piece[1]);
      return null;
    }
    const [text, anchor] = data.passages[passage - data.first];
    const marks = findMarks(text, allTerms(context.asked), context.store.lookup, markOptions(context));
    const query = `?q=${encodeURIComponent(context.query)}`;
    return { url: `${article.url}${query}${anchor ? `#${encodeURIComponent(anchor)}` : ""}`, lang, ...excerpt(text, marks, context.limits) };
  }

  function allTerms(asked) {
    return new Set(asked.filter(({ stopped }) => !stopped).flatMap(({ terms }) => Array.from(terms.keys())));
  }

  function markOptions(context) {
    context.seen = context.seen || new Map(); // one memory of judged words for the whole answer
    return { tables: context.manifest.tables, seen: context.seen };
  }

  function notesOn(query, typed, store, limits) {
    const notes = [];
    if (typed.length === limits.words) notes.push(message("words").replace("{n}", String(limits.words)));
    if (store.failed.size) notes.push(message("partial"));
    return notes;
  }

  // --- the public names --------------------------------------------------------------------------------------------

  /** A sentence for the reader, in the language of the page. */
  function message(key) {
    const lang = document.documentElement.lang.slice(0, 2);
    return (scope.izdeuMessages[lang] || Object.values(scope.izdeuMessages)[0])[key];
  }

  function search(query, options = {}) {
    return answer(String(query), options).catch((reason) => {
      throw Object.assign(new Error(message("failed")), { reason });
    });
  }

  /** lunr's own answer, [{ref, score}], to clauses as lunr.Query.clause takes them. */
  async function query(clauses) {
    const { manifest, store } = await open();
    const [lunr, documents] = await Promise.all([loadLunr(), loadDocuments(manifest), ...clauses.map((clause) => needClause(clause, store, manifest))]);
    const wanted = clauses.map((clause) => matcher(clause, lunr));
    const terms = store.terms().filter(({ term }) => wanted.some((matches) => matches(term)));
    const excludes = clauses.length > 0 && clauses.every(({ presence }) => presence === lunr.Query.presence.PROHIBITED);
    const entries = terms.map((entry) => ({ term: entry.term, postings: unpack(entry.packed, manifest.fields.length) }));
    const index = cutIndex(lunr, manifest, documents, entries, excludes);
    const results = index.query((asked) => clauses.forEach((clause) => asked.clause({ ...clause })));
    return results.map(({ ref, score }) => ({ ref, score }));
  }

  /** Load what a clause may match: one key, a family of keys, or, where the first letters are open, everything. */
  function needClause(clause, store, manifest) {
    const literal = clause.term.split(WILDCARD)[0];
    const open = clause.editDistance || literal === "" || leadingWildcard(clause);
    if (open) return store.needAll();
    const key = fold(literal, manifest.tables);
    return store.needKey(key, clause.term.includes(WILDCARD) || Boolean(clause.wildcard));
  }

  function leadingWildcard({ wildcard }) {
    return Boolean(wildcard) && (wildcard & 1) !== 0; // lunr.Query.wildcard.LEADING
  }

  /** Could lunr match this term? It decides itself; this only keeps the cut index small. */
  function matcher(clause) {
    if (clause.editDistance) return (term) => Math.abs(term.length - clause.term.length) <= clause.editDistance;
    const literal = clause.term.split(WILDCARD)[0];
    if (leadingWildcard(clause)) return () => true;
    return clause.term.includes(WILDCARD) || clause.wildcard ? (term) => term.startsWith(literal) : (term) => term === clause.term;
  }

  Object.assign(scope.izdeu, { search, query });
})(window);
