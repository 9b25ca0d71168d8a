// The words of a question, as the index understands them: which terms each may mean, and how much each counts.
(function (scope) {
  "use strict";

  const { words, normal, readings } = scope.izdeuEngine;

  const WEAK = ["part", "prefix"]; // signs of a word beside its reading

  /** {typed, cut}: the words typed, in order, each once, never more than the limit; `cut` says that there were more. */
  function typedWords(query, manifest) {
    const seen = new Set();
    const distinct = words(query, manifest.tables).filter(({ text }) => {
      const form = normal(text, manifest.tables);
      return !seen.has(form) && seen.add(form);
    });
    const most = manifest.ranking.limits.words;
    return { typed: distinct.slice(0, most).map(({ text }) => text), cut: distinct.length > most };
  }

  function isStopWord(word, tables) {
    const form = normal(word, tables);
    return Object.values(tables.stop).some((list) => ` ${list} `.includes(` ${form} `));
  }

  /**
   * [{word, readings: [{lemma, lang}], terms: Map term -> weight, matched, stopped}] for each typed word.
   * Stop words drop out while others remain.
   */
  function understand(typed, store, manifest, as) {
    const tables = manifest.tables;
    const content = typed.filter((word) => !isStopWord(word, tables));
    return typed.map((word) => {
      const found = readings(word, store.lookup, { tables, lang: as });
      const chosen = choose(found, manifest.ranking.weights);
      return {
        word,
        readings: chosen.filter(({ kind }) => !WEAK.includes(kind)).map(({ term, lang }) => ({ lemma: term, lang })),
        terms: heaviest(chosen),
        matched: chosen.length > 0,
        stopped: content.length > 0 && !content.includes(word),
      };
    });
  }

  /** The best reading of each language; spellings that only fold together count less beside the word as typed. */
  function choose(found, weights) {
    const leaders = new Map(); // language -> its best reading
    for (const one of found) {
      if (!WEAK.includes(one.kind) && !leaders.has(one.lang)) leaders.set(one.lang, one);
    }
    const all = Array.from(leaders.values());
    const typed = all.some(({ kind }) => kind === "exact" || kind === "lemma");
    const chosen = all.map((one) => ({ ...one, weight: weightOf(one.kind, typed, weights) }));
    const kazakh = !all.length || all.some(({ lang }) => lang === "kk");
    const weak = found.filter(({ kind }) => kind === "part" || (kazakh && kind === "prefix"));
    return [...chosen, ...weak.map((one) => ({ ...one, weight: weights[one.kind] }))];
  }

  /** Map term -> its greatest weight: a term may be the word itself and a part of it. */
  function heaviest(chosen) {
    const weights = new Map();
    for (const { term, weight } of chosen) weights.set(term, Math.max(weight, weights.get(term) || 0));
    return weights;
  }

  function weightOf(kind, typed, weights) {
    return typed && (kind === "folded" || kind === "latin") ? weights.beside : weights[kind];
  }

  scope.izdeuQuestion = { typedWords, understand };
})(window);
