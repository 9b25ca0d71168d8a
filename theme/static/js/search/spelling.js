// Among hits that are alike in all but chance, those first that spell the words as the question does. The index holds lemmas, so the
// spelling is looked for in the passages that a result shows; only where the order may depend on it, and only among the hits in view.
(function (scope) {
  "use strict";

  const { bestTexts } = scope.izdeuHits;
  const { words, normal, sound, soundKeys } = scope.izdeuEngine;
  const AS_TYPED = 2; // letter by letter but for case
  const NORMAL = 1; // but for stress marks, ё and е and the like
  const HEARD = 0.5; // as it sounds, in whatever letters it was typed

  /** Neighbours that hold the same words of the question equally well and whose scores differ by at most that share. */
  function nearGroups(hits, { wordOf, manifest }) {
    const groups = [];
    for (const hit of hits) {
      const [first] = groups.length ? groups[groups.length - 1] : [null];
      const alike = first && hit.score >= first.score * (1 - manifest.ranking.near) && matched(hit, wordOf) === matched(first, wordOf);
      if (alike) groups[groups.length - 1].push(hit);
      else groups.push([hit]);
    }
    return groups;
  }

  /** What a hit holds of each word at most. */
  function matched({ together, quoted = 0, terms }, wordOf) {
    const most = [];
    for (const term of terms) for (const [word, weight] of wordOf.get(term) || []) most[word] = Math.max(weight, most[word] || 0);
    return [together, quoted, ...most].join(" ");
  }

  /** The hits of a group in the order of their spelling, each as soon as no other can come before it; one alone needs no texts. */
  async function* exactFirst(group, context) {
    const most = AS_TYPED * spellable(context).length;
    const others = [];
    for (const hit of group) {
      const spelled = group.length > 1 ? await spelledIn(hit, context) : 0;
      if (spelled === most) yield hit;
      else others.push({ hit, spelled });
    }
    yield* others.sort((a, b) => b.spelled - a.spelled || b.hit.score - a.hit.score).map(({ hit }) => hit);
  }

  /** How many of the question's words the best passages have as they are typed; what cannot be loaded has none. */
  async function spelledIn(hit, context) {
    const { tables } = context.manifest;
    const texts = await bestTexts(hit, context);
    const forms = words(texts.join(" "), tables).map(({ text }) => text.toLowerCase());
    const [typed, alike] = [new Set(forms), new Set(forms.map((form) => normal(form, tables)))];
    const heard = new Set(forms.map((form) => sound(form, tables)));
    const isHeard = (word) => soundKeys(normal(word, tables), tables).some((key) => heard.has(key));
    const worth = (word) => (typed.has(word.toLowerCase()) ? AS_TYPED : NORMAL * alike.has(normal(word, tables)) + HEARD * isHeard(word));
    return spellable(context).reduce((sum, { word }) => sum + worth(word), 0);
  }

  /** Words that a text may have as they are typed: none that it must not have, no mere beginning, which ends with a sign. */
  function spellable({ asked, manifest: { tables } }) {
    const isWhole = (word) => words(word, tables).some(({ end }) => end === word.length);
    return asked.filter(({ word, stopped, presence }) => !stopped && presence !== "not" && isWhole(word));
  }

  scope.izdeuSpelling = { nearGroups, exactFirst };
})(window);
