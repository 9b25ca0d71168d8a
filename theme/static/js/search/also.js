// A question's words in the other languages: counted as the words themselves, less, where the reader wants it or finds little.
(function (scope) {
  "use strict";

  const { ranked, goesOn } = scope.izdeuAsk;
  const { isUnknown } = scope.izdeuQuestion;
  const { pairs, absentPairs } = scope.izdeuPairs;

  /**
   * `asked` with `others` of each word, [{lemma, text, lang, count, on}], the surest of each language first; those that are on have
   * their terms among the word's. `also` names the lemmas that are on; without it all of them are.
   */
  async function widened(asked, { view, manifest }, also) {
    const { weight, most } = manifest.ranking.also;
    const own = asked.filter(isWidened).map(({ terms, readings }) => ({ terms, lemmas: lemmasOf(readings) }));
    const [rows, absent] = await Promise.all([
      pairs(Array.from(new Set(own.flatMap(({ lemmas }) => lemmas)))),
      Promise.all(asked.map((one) => (isAbsent(one) ? absentPairs(one.word) : []))),
    ]);
    const known = new Set(own.flatMap(({ terms }) => Array.from(terms.keys())));
    const isOn = ({ lemma }) => !also || also.includes(lemma);
    const toldOf = (one, rank) => (isWidened(one) ? ownRows(one, rows) : absent[rank]).flatMap(({ others }) => others);
    const found = asked.map((one, rank) => firstOf(toldOf(one, rank), known, most).map((other) => ({ ...other, on: isOn(other) })));
    const terms = found.flat().filter(({ on }) => on).flatMap(({ lemma }) => lemma.split(" "));
    const lost = await view.needTerms(terms);
    return {
      lost,
      asked: asked.map((one, rank) => ({ ...one, others: found[rank], terms: new Map([...weaker(found[rank], weight), ...one.terms]) })),
    };
  }

  /** [[{lemma, text, lang, count, on}…]…]: for each of the answer's `terms` what other languages call it, whether it counts or not. */
  async function othersFor(question, options = {}) {
    const found = await ranked(String(question), options);
    goesOn(options);
    const { asked } = found.asked.some((one) => one.others) ? found : await widened(found.asked, found, []);
    const terms = found.plan ? found.language.told({ ...found, asked }) : asked;
    return terms.map((one) => one.others || []);
  }

  function isWidened(one) {
    return mayBeWidened(one) && one.readings.some(({ on }) => on);
  }

  /** A word that the texts lack may be one of our own list, which knows what they call it. */
  function isAbsent(one) {
    return mayBeWidened(one) && isUnknown(one) && !one.statute;
  }

  function mayBeWidened({ kind = "word", presence, stopped }) {
    return kind === "word" && presence !== "not" && !stopped;
  }

  function lemmasOf(readings) {
    return readings.filter(({ on }) => on).map(({ lemma }) => lemma);
  }

  /** The rows of a word; of a phrase its first word has it. */
  function ownRows({ readings }, rows) {
    const lemmas = lemmasOf(readings);
    return rows.filter(({ lemma, lang }) => lemmas.includes(lemma.split(" ")[0]) && !isLeftOut(readings, lemma, lang));
  }

  /** The first `most` of each language, each once, without those that are `known`. */
  function firstOf(others, known, most) {
    const seen = new Set(known);
    const count = new Map(); // language -> how many
    return others.filter(({ lemma, lang }) => {
      if (seen.has(lemma) || (count.get(lang) || 0) >= most) return false;
      seen.add(lemma);
      count.set(lang, (count.get(lang) || 0) + 1);
      return true;
    });
  }

  /** Is it the word of a language in which the reader does not read it? */
  function isLeftOut(readings, lemma, lang) {
    const alike = readings.filter((one) => one.lemma === lemma && one.lang === lang);
    return alike.length > 0 && !alike.some(({ on }) => on);
  }

  /** [term, weight]: a phrase's words share its weight. */
  function weaker(others, weight) {
    return others.filter(({ on }) => on).flatMap(({ lemma }) => {
      const parts = lemma.split(" ");
      return parts.map((term) => [term, weight / parts.length]);
    });
  }

  scope.izdeuAlso = { widened, others: othersFor };
})(window);
