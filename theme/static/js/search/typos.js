// Words of the index that are nearly a word of a question. A mistake is a letter left out, added, changed, or two neighbours
// exchanged (Damerau's four); what is left of the typed word may be an ending.
(function (scope) {
  "use strict";

  const WHOLE = { ending: 0, cut: 0, rest: 0 };

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
      let least = i;
      for (let j = 1; j <= typed.length; j++) {
        const same = word[i - 1] === typed[j - 1] ? 0 : 1;
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same);
        if (before && i > 1 && j > 1 && word[i - 1] === typed[j - 2] && word[i - 2] === typed[j - 1]) {
          next[j] = Math.min(next[j], before[j - 2] + 1);
        }
        if (next[j] < least) least = next[j];
      }
      if (least > most) return best;
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

  /** What the letters give with two neighbours exchanged, or, where these are the same, with one of them. */
  function mended(key) {
    return Array.from(key.slice(1), (letter, i) => key.slice(0, i) + letter + (letter === key[i] ? "" : key[i]) + key.slice(i + 2));
  }

  /**
   * Those of the `words`, [{word, key, count}], that are near what was typed, {key, form, stems, mended}, with {cost, worth}: near its key, near
   * one of the stems of which that may be a form, or a stem of what it is `mended`.
   */
  function nearWords(typed, words, rules) {
    const { cut } = rules;
    const { key } = typed;
    const worst = Math.min(key.length < rules.long ? rules.worst : rules.farthest, rules.share * key.length);
    return valued(typed, words
      .filter((word) => word.key.length - key.length <= cut || typed.mended.has(word.key))
      .map((word) => ({ ...word, cost: costOf(word.key, typed, rules) }))
      .filter(({ cost }) => cost <= worst), rules);
  }

  /** Those of the `words` of which the typed one may be a form: their beginnings, of `least` letters, are one mistake away. The commonest of them. */
  function likeStems({ key }, words, { least, forms, short, lemma }) {
    if (key.length < short) return [];
    const end = (text) => Math.min(lemma, Math.max(text.length - 2 * least + 1, text.length >> 1), text.length - least);
    const isAlike = (other) => distance(other, key, 1, { ending: end(key), cut: end(other), rest: 0 }) <= 1;
    return words
      .filter((word) => word.key.length >= least && Math.abs(word.key.length - key.length) <= lemma && isAlike(word.key))
      .sort((a, b) => b.count - a.count).slice(0, forms);
  }

  /** Those of the `words`, with the `forms` of each, that have one which is one mistake away from what was typed. */
  function nearForms(typed, words, rules) {
    return valued(typed, words
      .map(({ forms, ...word }) => ({ ...word, cost: Math.min(...forms.map((form) => distance(form, typed.key, 1, WHOLE) + (isBegun(form, typed.key, rules) ? 0 : rules.first))) }))
      .filter(({ cost }) => cost < Infinity), rules);
  }

  /** The words, with {worth}: the less the better. */
  function valued(typed, words, rules) {
    return words.map((word) => ({ ...word, worth: worthOf(word, typed, rules) }));
  }

  function worthOf({ word, cost, count }, { form }, { common, begun }) {
    return cost - common * Math.log10(count) - begun * (sameLetters(word, form) - Math.abs(form.length - word.length));
  }

  /** Those that are as near as the nearest, or nearly, the best first. */
  function bestFirst(near, { beside }) {
    const least = Math.min(...near.map(({ cost }) => cost));
    return near.filter(({ cost }) => cost <= least + beside).sort((a, b) => a.worth - b.worth);
  }

  /** How many letters both begin with. */
  function sameLetters(word, form) {
    const at = Array.from(word).findIndex((letter, i) => letter !== form[i]);
    return at < 0 ? word.length : at;
  }

  /** Is the first letter the one that was typed, or taken for it? */
  function isBegun(word, key, { alike }) {
    return word[0] === key[0] || alike.some((pair) => pair.includes(word[0]) && pair.includes(key[0]));
  }

  function costOf(word, { key, stems, mended: others }, rules) {
    const { short, long, cut, inflected } = rules;
    const most = word.length < short ? 0 : word.length < long ? 1 : 2;
    const whole = distance(word, key, most, { ...rules, cut: word.length < long ? 0 : cut });
    let best = others.has(word) ? Math.min(whole, 1 + inflected) : whole;
    for (const stem of stems) { // a stem that is the word itself would have been read so
      if (stem !== word && Math.abs(stem.length - word.length) <= most) best = Math.min(best, inflected + distance(word, stem, most, WHOLE));
    }
    return best + (isBegun(word, key, rules) ? 0 : rules.first);
  }

  scope.izdeuTypos = { mended, nearWords, likeStems, nearForms, valued, bestFirst };
})(window);
