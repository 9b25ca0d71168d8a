// Words of the index that are nearly a word of a question. A mistake is a letter left out, added, changed, or two neighbours
// exchanged (Damerau's four); what is left of the typed word may be an ending.
(function (scope) {
  "use strict";

  /**
   * What is the word worth as what was meant? The fewest mistakes between its beginning, all of it but for `cut` letters at most, and a
   * beginning of `typed`, all of it but for `ending`; each letter behind these counts `rest`. Infinity for more than `most` mistakes.
   */
  function distance(word, typed, most, { ending, cut, rest }) {
    let best = Infinity;
    let before = null;
    let row = Array.from({ length: typed.length + 1 }, (_, i) => i);
    for (let i = 1; i <= word.length; i++) {
      const next = [i];
      for (let j = 1; j <= typed.length; j++) {
        const same = word[i - 1] === typed[j - 1] ? 0 : 1;
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same);
        if (before && i > 1 && j > 1 && word[i - 1] === typed[j - 2] && word[i - 2] === typed[j - 1]) {
          next[j] = Math.min(next[j], before[j - 2] + 1);
        }
      }
      if (Math.min(...next) > most) return best;
      if (word.length - i <= cut) best = Math.min(best, rest * (word.length - i) + cheapest(next, most, ending, rest));
      [before, row] = [row, next];
    }
    return best;
  }

  /** The fewest mistakes in a row, with what the letters behind cost. */
  function cheapest(row, most, ending, rest) {
    let best = Infinity;
    for (let left = 0; left <= ending && left < row.length; left++) {
      const mistakes = row[row.length - 1 - left];
      if (mistakes <= most) best = Math.min(best, mistakes + rest * left);
    }
    return best;
  }

  /** Those of the `words`, [{word, key, count}], that are near the search key of what was typed, best first. */
  function nearWords(key, words, rules) {
    const { short, long, ending, cut, beside } = rules;
    const worst = Math.min(rules.worst, rules.share * key.length);
    const allowed = (length) => (length < short ? 0 : length < long ? 1 : 2);
    const near = words
      .filter((word) => Math.abs(word.key.length - key.length) <= ending + cut && allowed(word.key.length))
      .map((word) => ({ ...word, cost: distance(word.key, key, allowed(word.key.length), { ...rules, cut: word.key.length < long ? 0 : cut }) }))
      .filter(({ cost }) => cost <= worst)
      .sort((a, b) => a.cost - b.cost || b.count - a.count);
    return near.filter(({ cost }) => cost <= near[0].cost + beside);
  }

  scope.izdeuTypos = { nearWords };
})(window);
