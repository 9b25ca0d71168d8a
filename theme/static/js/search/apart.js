// A word that the index lacks, as the two words that the texts write apart: `құқықбұзушылық` where they have `құқық бұзушылық`.
(function (scope) {
  "use strict";

  const { unpack } = scope.izdeuShards;
  const { normal, fold, parts, readings } = scope.izdeuEngine;
  const FORMS = ["exact", "lemma", "folded"]; // kinds in which the second half may be inflected
  const UNDERSTOOD = [...FORMS, "latin", "part", "name"];

  /** Both halves, where some passage holds both; [] for a word that the index has, or that is no such compound. */
  async function takenApart(word, store, manifest) {
    const { tables, ranking } = manifest;
    const form = normal(word, tables);
    if (form.length > ranking.limits.compound || parts(form, tables).length > 1 || read(form, store, tables, UNDERSTOOD).length) return [];
    const cuts = Array.from(form, (_, at) => [form.slice(0, at), form.slice(at)])
      .filter((halves) => halves.every((half) => half.length >= tables.compound));
    await store.needTerms(cuts.map(([first]) => first));
    const begun = cuts.map(([first, second]) => [whole(first, store, tables), second, first]).filter(([terms]) => terms.length);
    await store.needWords(begun.map(([, second]) => second));
    const found = begun.find(([terms, second]) => meet(terms, read(second, store, tables, FORMS), store, manifest));
    return found ? [found[2], found[1]] : [];
  }

  function read(form, store, tables, kinds) {
    return readings(form, store.lookup, { tables }).filter(({ kind }) => kinds.includes(kind)).map(({ term }) => term);
  }

  /** Terms that are the first half itself, for it is not inflected; also typed without Kazakh letters. */
  function whole(first, store, tables) {
    const key = fold(first, tables);
    return store.lookup(key, true).filter(({ term, target }) => !target && term.length === first.length).map(({ term }) => term);
  }

  /** Does some passage hold one of the first terms and one of the second? */
  function meet(firsts, seconds, store, manifest) {
    const places = new Set(firsts.flatMap((term) => placesOf(term, store, manifest)));
    return seconds.some((term) => placesOf(term, store, manifest).some((place) => places.has(place)));
  }

  /** "document passage" of each passage that holds the term. */
  function placesOf(term, store, { tables, fields }) {
    return store.lookup(fold(term, tables), true).filter((entry) => entry.term === term && !entry.target)
      .flatMap(({ packed }) => unpack(packed, fields.length))
      .flatMap(({ document, passages }) => passages.map((passage) => `${document} ${passage}`));
  }

  scope.izdeuApart = { takenApart };
})(window);
