// lunr itself: raw clauses, raw scores.
(function (scope) {
  "use strict";

  const { unpack } = scope.izdeuShards;
  const { openIndex, loadBeside } = scope.izdeuOpened;
  const { cutIndex } = scope.izdeuCut;
  const { fold } = scope.izdeuEngine;
  const WILDCARD = "*"; // lunr.Query.wildcard
  const LEADING = 1; // lunr.Query.wildcard.LEADING

  /** lunr's own answer, [{ref, score}], to clauses as lunr.Query.clause takes them. */
  async function query(clauses) {
    const index = await openIndex();
    const { manifest, store } = index;
    const [lunr, documents] = await loadBeside(index, ...clauses.map((clause) => needClause(clause, store, manifest)));
    const wanted = clauses.map(matcher);
    const terms = store.terms().filter(({ term }) => wanted.some((matches) => matches(term)));
    const excludes = clauses.length > 0 && clauses.every(({ presence }) => presence === lunr.Query.presence.PROHIBITED);
    const entries = terms.map((entry) => ({ term: entry.term, postings: unpack(entry.packed, manifest.fields.length) }));
    const cut = cutIndex(lunr, manifest, documents, entries, excludes);
    const results = cut.query((asked) => clauses.forEach((clause) => asked.clause({ ...clause })));
    return results.map(({ ref, score }) => ({ ref, score }));
  }

  /** Load what a clause may match: one key, a family of keys, or, where the first letters are open, everything. */
  function needClause(clause, store, manifest) {
    const literal = clause.term.split(WILDCARD)[0];
    const anything = clause.editDistance || literal === "" || leadingWildcard(clause);
    if (anything) return store.needAll();
    const key = fold(literal, manifest.tables);
    return store.needKey(key, clause.term.includes(WILDCARD) || Boolean(clause.wildcard));
  }

  function leadingWildcard({ wildcard }) {
    return Boolean(wildcard) && (wildcard & LEADING) !== 0;
  }

  /** Could lunr match this term? It decides itself; this only keeps the cut index small. */
  function matcher(clause) {
    if (clause.editDistance) return (term) => Math.abs(term.length - clause.term.length) <= clause.editDistance;
    const literal = clause.term.split(WILDCARD)[0];
    if (leadingWildcard(clause)) return () => true;
    return clause.term.includes(WILDCARD) || clause.wildcard ? (term) => term.startsWith(literal) : (term) => term === clause.term;
  }

  Object.assign(scope.izdeu, { query });
})(window);
