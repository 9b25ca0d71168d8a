// What the articles call the same in the other languages, from their own lists of keywords, titles and abstracts.
(function (scope) {
  "use strict";

  const { openIndex } = scope.izdeuOpened;
  const { openList, filesOf } = scope.izdeuLists;
  const { fold } = scope.izdeuEngine;

  /**
   * [{lemma, lang, others: [{lemma, text, lang, count}]}]: the counterparts of these terms of the index, longer phrases
   * first, then in the order of the lemmas; `count` articles say so. A phrase is listed when all its lemmas are given.
   */
  async function pairs(lemmas) {
    const { manifest } = await openIndex();
    const list = await openList("pairs", manifest);
    if (!list || !lemmas.length) return [];
    const keys = lemmas.map((lemma) => fold(lemma, manifest.tables));
    const files = await filesOf(list, keys);
    const rows = files.flatMap((file) => file.rows).filter(([phrase]) => phrase.split(" ").every((lemma) => lemmas.includes(lemma)));
    const langOf = (place) => manifest.langs[place];
    return rows
      .map(([lemma, lang, others]) => ({
        lemma,
        lang: langOf(lang),
        others: others.map(([place, count, other, text = other]) => ({ lemma: other, text, lang: langOf(place), count })),
      }))
      .sort((a, b) => words(b) - words(a) || placeOf(a, lemmas) - placeOf(b, lemmas));
  }

  function words({ lemma }) {
    return lemma.split(" ").length;
  }

  function placeOf({ lemma }, lemmas) {
    return lemmas.indexOf(lemma.split(" ")[0]);
  }

  scope.izdeuPairs = { pairs };
})(window);
