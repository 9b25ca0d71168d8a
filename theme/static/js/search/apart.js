// A word that the index lacks, as the two words that the texts write apart: `құқықбұзушылық` where they have `құқық бұзушылық`.
(function (scope) {
  "use strict";

  const { normal, fold, parts } = scope.izdeuEngine;
  const FORMS = ["exact", "lemma", "folded"]; // kinds in which the second half may be inflected
  const UNDERSTOOD = [...FORMS, "latin", "part", "name"];

  /** Both halves, where some passage holds both; [] for a word that the index has, or that is no such compound. */
  async function takenApart(word, view, manifest) {
    const { tables, ranking } = manifest;
    const form = normal(word, tables);
    if (form.length > ranking.limits.compound || parts(form, tables).length > 1 || read(form, view, UNDERSTOOD).length) return [];
    const cuts = Array.from(form, (_, at) => [form.slice(0, at), form.slice(at)])
      .filter((halves) => halves.every((half) => half.length >= tables.compound && !isStopWord(half, tables)));
    const begun = cuts.map(([first, second]) => [whole(first, view, tables), second, first]).filter(([terms]) => terms.length);
    if (!begun.length) return [];
    const [terms, second, first] = begun[begun.length - 1]; // the longest first half: one more shard at most
    await view.needWords([second], []);
    const others = read(second, view, FORMS);
    if (others.length) await view.needTerms([...terms, ...others]);
    return meet(terms, others, view) ? [first, second] : [];
  }

  function isStopWord(word, tables) {
    const form = normal(word, tables);
    return Object.values(tables.stop).some((list) => ` ${list} `.includes(` ${form} `));
  }

  function read(form, view, kinds) {
    return view.readingsOf(form).filter(({ kind }) => kinds.includes(kind)).map(({ term }) => term);
  }

  /** Terms that are the first half itself, for it is not inflected; also typed without Kazakh letters. */
  function whole(first, view, tables) {
    const key = fold(first, tables);
    return view.lookup(key, true).filter(({ term, target }) => !target && term.length === first.length).map(({ term }) => term);
  }

  /** Does some passage hold one of the first terms and one of the second? */
  function meet(firsts, seconds, view) {
    const places = new Set(firsts.flatMap((term) => placesOf(term, view)));
    return seconds.some((term) => placesOf(term, view).some((place) => places.has(place)));
  }

  /** "document passage" of each passage that holds the term. */
  function placesOf(term, view) {
    const found = view.postings(term);
    if (!found) return [];
    return found.documents.flatMap((document, row) =>
      found.passages.slice(found.starts[row], found.starts[row + 1]).map((passage) => `${document} ${passage}`));
  }

  scope.izdeuApart = { takenApart, isStopWord };
})(window);
