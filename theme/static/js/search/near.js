// Words of the index that may have been meant by one that it lacks, or has in a doubtful reading only. A first letter is believed as long as a word that begins with it
// is near enough: lists of words are small files by their beginnings.
(function (scope) {
  "use strict";

  const { wordsBeginning, fewBeginning } = scope.izdeuLists;
  const { normal, fold, sound, foldedCandidates } = scope.izdeuEngine;
  const { mended, nearWords, likeStems, nearForms, valued, bestFirst } = scope.izdeuTypos;
  const { slippedStems } = scope.izdeuSlips;
  const { typos, keyboards } = scope.izdeuTypingRules;
  const BEGUN = [2, 3]; // letters by which words are looked for that begin with another letter: of a short word, that may be inflected, and at most
  const LIKELY = 4; // other beginnings that are looked for where something is near already: exchanged letters, one too many, neighbours' keys
  const BELIEVED = 2; // … of a word that has readings, though doubtful ones

  /** [{word, key, count, cost}], best first; `goesOn` throws once nobody waits for them any more. */
  async function nearTo(word, { manifest, view }, goesOn) {
    if (word.length > typos.longest) return [];
    const typed = typedAs(word, manifest);
    const letters = typos.alike.find((pair) => pair.includes(typed.key[0])) || typed.key.slice(0, 1);
    const nearAmong = async (words, first) =>
      [await inflected(typed, words, view, manifest), await slipped(typed, words, view, manifest, first), sounding(typed, words, manifest)]
        .reduce(withForms, nearWords(typed, words, typos));
    const near = await nearAmong(await wordsBeginning(Array.from(letters), manifest), false);
    const enough = typed.key.length < typos.long ? typos.sure : typos.sure + typos.inflected;
    const isNear = near.some(({ key, cost }) => cost <= enough && key.length >= typed.key.length - 1);
    goesOn();
    const begun = otherBeginnings(typed.key, keyboards);
    const others = await fewBeginning(isNear ? begun.slice(0, LIKELY) : begun, manifest, typos.files);
    return bestFirst([...near, ...await nearAmong(others.filter(({ key }) => !letters.includes(key[0])), true)], typos);
  }

  /**
   * Of the `words` those of which the letters are a form but for one mistake. The ending is too much of a short word for its letters to
   * tell, so the forms themselves are compared, as the index has them of each word (Russian, English).
   */
  async function inflected(typed, words, view, { tables }) {
    const some = likeStems(typed, words, typos);
    await view.needTerms(some.map(({ word }) => word));
    const forms = formsOf(new Set(some.map(({ word }) => word)), view, tables);
    return nearForms(typed, some.map((one) => ({ ...one, forms: forms.get(one.word) || [] })), typos);
  }

  /** Map word -> the search keys of its listed forms, as far as they are loaded. */
  function formsOf(words, view, tables) {
    const entries = new Set(Array.from(new Set(view.headsOf(words))).flatMap((head) => view.lookup(head, false)));
    const found = new Map();
    for (const { term, target, stem, endings } of entries) {
      const word = target || term;
      if (words.has(word)) found.set(word, [...(found.get(word) || []), ...endings.map((ending) => fold(term.slice(0, stem) + ending, tables))]);
    }
    return found;
  }

  /** Of the `words` the Kazakh ones of which the letters are a form but for a mistake behind the stem or, with `first`, in the first letter. */
  async function slipped(typed, words, view, { tables }, first) {
    if (keyboards.latin.includes(typed.key[0])) return [];
    const stems = slippedStems(typed.form, tables, typos, first);
    const some = words.filter(({ word }) => stems.has(word)).sort((a, b) => b.count - a.count).slice(0, typos.slips);
    const formOf = ({ word }) => stems.get(word).form;
    await view.needWords(some.map(formOf), []);
    const isRead = (one) => view.readingsOf(formOf(one), "kk").slice(0, 1).some(({ term, kind }) => term === one.word && kind === "lemma");
    return valued(typed, some.filter(isRead).map((one) => ({ ...one, cost: 1 + typos.inflected + (first ? typos.first : 0) })), typos);
  }

  /** Of the `words` those that sound like it or like a stem of which it may be a form: ы may be typed for і, нг for ң. */
  function sounding(typed, words, { tables }) {
    const costOf = ({ key }) => typed.sounds.get(key.length < typos.least || key.length > typed.key.length + 1 ? "" : sound(key, tables));
    return valued(typed, words.map((one) => ({ ...one, cost: costOf(one) })).filter(({ cost }) => cost), typos);
  }

  /** Each word once, as it costs least. */
  function withForms(near, forms) {
    const costOf = new Map(forms.map((one) => [one.word, one]));
    const better = (one) => (costOf.has(one.word) && costOf.get(one.word).cost < one.cost ? costOf.get(one.word) : one);
    return [...near.map(better), ...forms.filter(({ word }) => !near.some((one) => one.word === word))];
  }

  /**
   * [the best] of those that are one mistake away from a word of doubtful readings, and commoner than these: than `count` documents; or [].
   * A word that is none (0), but two of the texts, need not be commoner than those where the mistake is all that differs.
   */
  async function commonerThan(word, count, manifest) {
    if (word.length > typos.longest) return [];
    const typed = typedAs(word, manifest);
    const words = await fewBeginning([typed.key.slice(0, BELIEVED)], manifest, typos.files);
    const near = bestFirst(nearWords(typed, words, typos), typos);
    if (near.some(({ key }) => key === typed.key)) return [];
    const isLatin = keyboards.latin.includes(typed.key[0]);
    const times = isLatin && typed.key.length >= typos.few ? typos.latin : typos.commoner;
    const isWhole = ({ key }) => Math.abs(key.length - typed.key.length) <= 1;
    const isMeant = (one) => one.cost <= typos.sure + (isLatin ? 0 : typos.inflected) && (!isLatin || isWhole(one));
    const isCommon = (one) => one.count >= times * Math.max(1, count) || (!count && one.cost <= typos.sure && isWhole(one));
    return near.filter((one) => isMeant(one) && isCommon(one)).slice(0, 1);
  }

  /**
   * {key, form, stems, mended, sounds}: the search key, the normal form, the Kazakh stems of which it may be a form, those of what it is
   * mended, and Map sound -> cost of those that it sounds like.
   */
  function typedAs(word, { tables }) {
    const key = fold(word, tables);
    const heard = sound(word, tables);
    const stemsOf = (one, sounds) => foldedCandidates(one, tables, sounds).map(({ stem }) => stem);
    return {
      key,
      form: normal(word, tables),
      stems: new Set(stemsOf(key).filter((stem) => stem !== key)),
      mended: new Set(mended(key).flatMap((one) => stemsOf(one))),
      sounds: new Map(stemsOf(heard, true).map((stem) => [stem, stem === heard ? typos.inflected : 2 * typos.inflected])),
    };
  }

  /**
   * Of words that differ in the first letter, the likeliest first: exchanged, one too many, a neighbour's key; then left out or any other,
   * letter by letter, since both begin alike and so lie in one list, and lists are loaded up to `files`.
   */
  function otherBeginnings(key, { latin, russian }) {
    const keys = [latin, russian].find((one) => one.includes(key[0])) || "";
    const at = keys.indexOf(key[0]);
    const letters = Array.from(keys).filter((letter) => letter.toUpperCase() !== letter);
    const begun = Math.min(BEGUN[1], Math.max(BEGUN[0], key.length - BEGUN[1]));
    const rest = key.slice(1, 1 + begun);
    const beside = [keys[at - 1], keys[at + 1]].filter((letter) => letters.includes(letter));
    return [
      key[1] + key[0], rest,
      ...beside.map((letter) => letter + rest),
      ...letters.flatMap((letter) => [letter + key.slice(0, begun), letter + rest]),
    ];
  }

  scope.izdeuNear = { nearTo, commonerThan };
})(window);
