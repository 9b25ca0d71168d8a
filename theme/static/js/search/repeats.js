// Passages cut to the place of their marks may say the same, though as wholes they do not: then the first is shown.
// Twin: plugins/lunr_search/reading/repeats.py, which tells the whole ones at build time, and explains the measure.
(function (scope) {
  "use strict";

  const { words, fold } = scope.izdeuEngine;
  const AFTER = "|"; // ends each number
  const known = new WeakMap(); // manifest -> Map word -> what is compared of it: folding is the slow part

  /** The first `most` of `passages`, [{text}…] one by one, that do not say what one before them says. */
  function firstTold(passages, most, manifest) {
    const told = []; // {passage, matter}, the matter of the first only once there is a second
    for (const passage of passages) {
      const one = { passage, matter: told.length ? matterOf(passage.text, manifest) : null };
      if (told.length && !told[0].matter) told[0].matter = matterOf(told[0].passage.text, manifest);
      if (!told.some(({ matter }) => sameMatter(matter, one.matter, manifest.repeats))) told.push(one);
      if (told.length === most) break;
    }
    return told.map(({ passage }) => passage);
  }

  /** {letters, shingles}: what of a text is compared; a short text has no shingles. */
  function matterOf(text, manifest) {
    const rules = manifest.repeats;
    const keys = words(text.replace(new RegExp(rules.reference, "g"), " "), manifest.tables);
    const letters = keys.map((word) => keyOf(word.text, manifest)).join("");
    return { letters, shingles: keys.length < rules.words ? null : shinglesOf(letters, rules.letters) };
  }

  function keyOf(word, manifest) {
    if (!known.has(manifest)) known.set(manifest, new Map());
    const keys = known.get(manifest);
    if (!keys.has(word)) keys.set(word, weighty(fold(word, manifest.tables), manifest.repeats));
    return keys.get(word);
  }

  /** A number is written as many times as makes a word of it. */
  function weighty(key, { digit, number }) {
    return new RegExp(digit).test(key) ? (key + AFTER).repeat(Math.ceil(number / key.length)) : key;
  }

  /** Counted in UTF-16 units; of a text shorter than one shingle the text itself. */
  function shinglesOf(letters, width) {
    const shingles = new Set();
    for (let i = 0; i === 0 || i + width <= letters.length; i += 1) shingles.add(letters.slice(i, i + width));
    return shingles;
  }

  /** Equal letters, or enough of what either has in both. */
  function sameMatter(one, other, { share }) {
    if (one.letters === other.letters) return true;
    if (!one.shingles || !other.shingles) return false;
    let common = 0;
    for (const shingle of one.shingles) common += Number(other.shingles.has(shingle));
    return common >= share * (one.shingles.size + other.shingles.size - common);
  }

  scope.izdeuRepeats = { firstTold };
})(window);
