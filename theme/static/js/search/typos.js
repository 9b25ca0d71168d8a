// Words of the index that are nearly a word of a question. A mistake is a letter left out, added, changed, or two neighbours
// exchanged (Damerau's four); what is left of the typed word may be an ending.
(function (scope) {
  "use strict";

  /** {mistakes, left}: the fewest mistakes between `word` and a beginning of `typed`, and the letters of `typed` behind it; null: more than `most`. */
  function nearest(word, typed, most) {
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
      if (Math.min(...next) > most) return null;
      [before, row] = [row, next];
    }
    const mistakes = Math.min(...row);
    return { mistakes, left: typed.length - row.lastIndexOf(mistakes) };
  }

  /** [{word, key, count, mistakes, left}] of the `words` that are near the search key of what was typed, best first. */
  function nearWords(key, words, { short, long, ending }) {
    const allowed = (length) => (length < short ? 0 : length < long ? 1 : 2);
    return words
      .filter((word) => Math.abs(word.key.length - key.length) <= ending + 1 && allowed(word.key.length))
      .map((word) => ({ ...word, ...nearest(word.key, key, allowed(word.key.length)) }))
      .filter(({ mistakes, left }) => mistakes > 0 && left <= ending)
      .sort((a, b) => a.mistakes - b.mistakes || a.left - b.left || b.count - a.count);
  }

  scope.izdeuTypos = { nearWords };
})(window);
