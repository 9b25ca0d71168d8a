// What the articles call the same in the other languages, from their own lists of keywords, titles and abstracts.
(function (scope) {
  "use strict";

  const { openIndex } = scope.izdeuOpened;
  const { openList, filesOf } = scope.izdeuLists;
  const { fold, normal, foldedCandidates } = scope.izdeuEngine;

  /**
   * [{lemma, lang, others: [{lemma, text, lang, count}]}]: the counterparts of these terms of the index, longer phrases
   * first, then in the order of the lemmas; `count` articles say so. A phrase is listed when all its lemmas are given.
   */
  async function pairs(lemmas) {
    const { manifest } = await openIndex();
    const rows = await rowsOf(lemmas.map((lemma) => fold(lemma, manifest.tables)), false, manifest);
    return rows
      .filter(({ lemma }) => lemma.split(" ").every((one) => lemmas.includes(one)))
      .sort((a, b) => words(b) - words(a) || placeOf(a, lemmas) - placeOf(b, lemmas));
  }

  /** The same of a word that the index lacks, in any form, where our own list of words has it; the least that was cut off first. */
  async function absentPairs(word) {
    const { manifest } = await openIndex();
    const { tables } = manifest;
    const [form, key] = [normal(word, tables), fold(word, tables)];
    const stems = new Set([key, ...foldedCandidates(key, tables).map(({ stem }) => stem)]);
    const rows = await rowsOf(Array.from(stems), true, manifest);
    return rows
      .filter(({ lemma, lang }) => lemma === form || (lang === "kk" && stems.has(fold(lemma, tables))))
      .sort((a, b) => b.lemma.length - a.lemma.length);
  }

  /** What the files that may hold these search keys say, of words of the index or of absent ones. */
  async function rowsOf(keys, ofAbsent, manifest) {
    const list = await openList("pairs", manifest);
    const files = list && keys.length ? await filesOf(list, keys) : [];
    const langOf = (place) => manifest.langs[place];
    return files.flatMap((file) => file.rows).filter(([, , , isAbsent]) => Boolean(isAbsent) === ofAbsent).map(([lemma, lang, others]) => ({
      lemma,
      lang: langOf(lang),
      others: others.map(([place, count, other, text = other]) => ({ lemma: other, text, lang: langOf(place), count })),
    }));
  }

  function words({ lemma }) {
    return lemma.split(" ").length;
  }

  function placeOf({ lemma }, lemmas) {
    return lemmas.indexOf(lemma.split(" ")[0]);
  }

  scope.izdeuPairs = { pairs, absentPairs };
})(window);
