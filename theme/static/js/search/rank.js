// lunr's hits in the order in which people want them: how many of the question's words an article holds, how many of them
// stand in one passage, then lunr's score. A lemma, its other spellings and its prefix term are one word.
(function (scope) {
  "use strict";

  /**
   * `results` are lunr's; `wordOf` maps a term to the question words it stands for, [[number, weight]…] (weight 1: the word itself,
   * less: a weaker sign of it). Gives [{id, score, words, together, places}], best first; `places[word]` is a map passage -> weight.
   */
  function rankHits(results, wordOf, wordCount) {
    const hits = results.map((result) => describe(result, wordOf, wordCount));
    return hits.sort((a, b) => b.words - a.words || b.together - a.together || b.score - a.score);
  }

  function describe(result, wordOf, wordCount) {
    const places = Array.from({ length: wordCount }, () => new Map());
    const best = new Array(wordCount).fill(0);
    for (const term of Object.keys(result.matchData.metadata)) {
      const passages = passagesOf(result.matchData.metadata[term]);
      for (const [word, weight] of wordOf.get(term) || []) {
        best[word] = Math.max(best[word], weight);
        for (const passage of passages) {
          places[word].set(passage, Math.max(weight, places[word].get(passage) || 0));
        }
      }
    }
    return {
      id: result.ref,
      score: result.score,
      words: best.reduce((total, weight) => total + weight, 0),
      together: mostTogether(places),
      places,
    };
  }

  function passagesOf(fields) {
    const passages = new Set();
    for (const field of Object.keys(fields)) for (const passage of fields[field].passages.flat()) passages.add(passage);
    return passages;
  }

  /** The greatest weight of question words in one passage. */
  function mostTogether(places) {
    const weights = new Map();
    for (const passages of places) {
      for (const [passage, weight] of passages) weights.set(passage, (weights.get(passage) || 0) + weight);
    }
    let most = 0;
    for (const weight of weights.values()) most = Math.max(most, weight);
    return most;
  }

  scope.izdeuRank = { rankHits };
})(window);
