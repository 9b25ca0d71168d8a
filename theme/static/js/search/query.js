// lunr itself: raw clauses, raw scores.
(function (scope) {
  "use strict";

  const lunr = scope.izdeuLunr;
  const { openIndex, loadDocuments, loadIds } = scope.izdeuOpened;
  const { openView } = scope.izdeuStore;
  const { cutIndex } = scope.izdeuCut;
  const { fold } = scope.izdeuEngine;
  const WILDCARD = lunr.Query.wildcard; // "*", as an object that has its kinds

  /** lunr's own answer, [{ref, score}], to clauses as lunr.Query.clause takes them; rejects when a file that it needs cannot be had. */
  async function query(clauses) {
    const index = await openIndex();
    const { manifest } = index;
    const view = openView(index);
    const [documents, ids, ...failures] = await Promise.all([
      loadDocuments(index), loadIds(index), ...clauses.map((clause) => needClause(clause, view, manifest)),
    ]);
    if (failures.some(Boolean)) throw new Error("terms");
    const entries = matching(clauses, view).map((term) => ({ term, postings: view.postings(term) }));
    const excludes = clauses.length > 0 && clauses.every(({ presence }) => presence === lunr.Query.presence.PROHIBITED);
    const every = excludes ? Array.from(ids.keys()).filter((document) => ids[document] !== "") : [];
    const results = cutIndex(manifest, documents, entries, every).query((asked) => clauses.forEach((clause) => asked.clause({ ...clause })));
    return results.map(({ ref, score }) => ({ ref: ids[Number(ref)], score }));
  }

  function matching(clauses, view) {
    const wanted = clauses.map(matcher);
    return Array.from(new Set(view.terms().filter((term) => wanted.some((matches) => matches(term)))));
  }

  /** Load what a clause may match: one key, a family of keys, or, where the first letters are open, everything. */
  function needClause(clause, view, manifest) {
    const literal = literalOf(clause);
    if (clause.editDistance || literal === "") return view.needAll();
    return view.needKeys([fold(literal, manifest.tables)], hasWildcard(clause));
  }

  /** The beginning of what a clause matches. */
  function literalOf({ term, wildcard }) {
    return wildcard & WILDCARD.LEADING ? "" : term.split(String(WILDCARD))[0];
  }

  function hasWildcard({ term, wildcard }) {
    return term.includes(String(WILDCARD)) || Boolean(wildcard);
  }

  /** Could lunr match this term? It decides itself; this only keeps the cut index small. */
  function matcher(clause) {
    if (clause.editDistance) return (term) => Math.abs(term.length - clause.term.length) <= clause.editDistance;
    const literal = literalOf(clause);
    return hasWildcard(clause) ? (term) => term.startsWith(literal) : (term) => term === clause.term;
  }

  scope.izdeuQuery = { query };
})(window);
