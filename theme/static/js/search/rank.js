// lunr's hits in the order in which people want them: first the articles that hold all of the question's words in one
// passage, each as well as any article holds it; within both, lunr's score. A lemma, its other spellings and its prefix term
// are one word. (Measured: counting the words that match, before the score, puts a rare word no higher than a common one,
// and long articles, which hold everything somewhere, before all others.)
(function (scope) {
  "use strict";

  /**
   * `results` are lunr's; `wordOf` maps a term to the question words it stands for, [[number, weight]…] (weight 1: the word itself,
   * less: a weaker sign of it). Gives [{id, score, together, places}], best first; `places[word]` is a map passage -> weight.
   */
  function rankHits(results, wordOf, wordCount) {
    const wanted = greatestWeights(wordOf, wordCount);
    const hits = results.map((result) => describe(result, wordOf, wanted));
    return hits.sort((a, b) => b.together - a.together || b.score - a.score);
  }

  /** What each word of the question counts at most; 0 for one that the index lacks, or a stop word. */
  function greatestWeights(wordOf, wordCount) {
    const most = new Array(wordCount).fill(0);
    for (const words of wordOf.values()) for (const [word, weight] of words) most[word] = Math.max(most[word], weight);
    return most;
  }

  function describe(result, wordOf, wanted) {
    const places = wanted.map(() => new Map());
    for (const term of Object.keys(result.matchData.metadata)) {
      const passages = passagesOf(result.matchData.metadata[term]);
      for (const [word, weight] of wordOf.get(term) || []) {
        for (const passage of passages) places[word].set(passage, Math.max(weight, places[word].get(passage) || 0));
      }
    }
    return { id: result.ref, score: result.score, together: allTogether(places, wanted), places };
  }

  function passagesOf(fields) {
    const passages = new Set();
    for (const field of Object.keys(fields)) for (const passage of fields[field].passages.flat()) passages.add(passage);
    return passages;
  }

  /** 1 when one passage holds all words, each with its greatest weight; else 0. */
  function allTogether(places, wanted) {
    const needed = wanted.flatMap((most, word) => (most ? [word] : []));
    const passages = Array.from(places[needed[0]].keys());
    return Number(passages.some((passage) => needed.every((word) => places[word].get(passage) === wanted[word])));
  }

  scope.izdeuRank = { rankHits };
})(window);
