// lunr's hits in the order in which people want them: first the articles that hold all of the question's words in one
// passage, each as well as any article holds it; within both, lunr's score. A lemma, its other spellings and its prefix term
// are one word. (Measured: counting the words that match, before the score, puts a rare word no higher than a common one,
// and long articles, which hold everything somewhere, before all others.)
(function (scope) {
  "use strict";

  const { allOf, passagesIn } = scope.izdeuPostings;

  /**
   * `results` are lunr's, by document number; `wordOf` maps a term to the question words it stands for, [[number, weight]…]
   * (weight 1: the word itself, less: a weaker sign of it); `postings` maps it to its postings. Gives
   * [{document, score, together, terms}], best first.
   */
  function rankHits(results, wordOf, wordCount, postings) {
    const wanted = greatestWeights(wordOf, wordCount);
    const hits = results.map((result) => describe(result, wordOf, wanted, postings));
    return hits.sort((a, b) => b.together - a.together || b.score - a.score);
  }

  /** What each word of the question counts at most; 0 for one that the index lacks, or a stop word. */
  function greatestWeights(wordOf, wordCount) {
    const most = new Array(wordCount).fill(0);
    for (const words of wordOf.values()) for (const [word, weight] of words) most[word] = Math.max(most[word], weight);
    return most;
  }

  function describe(result, wordOf, wanted, postings) {
    const document = Number(result.ref);
    const terms = Object.keys(result.matchData.metadata);
    return { document, score: result.score, together: allTogether(document, terms, wordOf, wanted, postings), terms };
  }

  /** 1 when one passage holds all words, each with its greatest weight; else 0. */
  function allTogether(document, terms, wordOf, wanted, postings) {
    const best = wanted.map(() => []); // of each word: the terms that count as much as any does
    for (const term of terms) {
      for (const [word, weight] of wordOf.get(term) || []) if (weight === wanted[word]) best[word].push(term);
    }
    const needed = best.filter((_, word) => wanted[word]);
    if (needed.some((own) => !own.length)) return 0;
    if (needed.length === 1) return 1;
    const passages = needed.map((own) => new Set(own.flatMap((term) => allOf(passagesIn(postings.get(term), document)))));
    return Number(Array.from(passages[0]).some((passage) => passages.every((one) => one.has(passage))));
  }

  /** {title, text}: of each, passage -> the sum of what the words that it holds count in it. */
  function passageWeights({ document, terms }, wordOf, postings) {
    const [words, titles] = [new Map(), new Set()]; // word -> Map passage -> its greatest weight there
    for (const term of terms) {
      const found = passagesIn(postings.get(term), document);
      found.title.forEach((passage) => titles.add(passage));
      for (const [word, weight] of wordOf.get(term) || []) {
        const places = words.get(word) || new Map();
        for (const passage of allOf(found)) places.set(passage, Math.max(weight, places.get(passage) || 0));
        words.set(word, places);
      }
    }
    const weights = { title: new Map(), text: new Map() };
    for (const places of words.values()) {
      for (const [passage, weight] of places) {
        const field = titles.has(passage) ? weights.title : weights.text;
        field.set(passage, (field.get(passage) || 0) + weight);
      }
    }
    return weights;
  }

  scope.izdeuRank = { rankHits, passageWeights };
})(window);
