// Among hits that are alike in all but chance, those first that spell the words as the question does. The index holds lemmas, so the
// spelling is looked for in the passages that a result shows; only where the order may depend on it, and only among the hits in view.
(function (scope) {
  "use strict";

  const { load } = scope.izdeuShards;
  const { loadArticle } = scope.izdeuFilters;
  const { bestPassages } = scope.izdeuPassages;
  const { words, normal } = scope.izdeuEngine;
  const AS_TYPED = 2; // letter by letter but for case
  const NORMAL = 1; // but for stress marks, ё and е and the like

  /** The ranked `hits`, those near one another in the order of their spelling. */
  async function exactFirst(hits, context) {
    const ordered = nearGroups(hits, context.manifest.ranking.near).map((group) => (group.length > 1 ? bySpelling(group, context) : group));
    return (await Promise.all(ordered)).flat();
  }

  /** Neighbours that hold the same words of the question equally well and whose scores differ by at most that share. */
  function nearGroups(hits, near) {
    const groups = [];
    for (const hit of hits) {
      const [first] = groups.length ? groups[groups.length - 1] : [null];
      const alike = first && hit.score >= first.score * (1 - near) && matched(hit) === matched(first);
      if (alike) groups[groups.length - 1].push(hit);
      else groups.push([hit]);
    }
    return groups;
  }

  /** What a hit holds of each word at most. */
  function matched({ together, places }) {
    return [together, ...places.map((passages) => Math.max(0, ...passages.values()))].join(" ");
  }

  async function bySpelling(group, context) {
    const counted = await Promise.all(group.map(async (hit) => ({ hit, spelled: await spelledIn(hit, context) })));
    return counted.sort((a, b) => b.spelled - a.spelled || b.hit.score - a.hit.score).map(({ hit }) => hit);
  }

  /** How many of the question's words the best passages have as they are typed; what cannot be loaded has none. */
  async function spelledIn(hit, context) {
    const { tables, ranking } = context.manifest;
    const article = await loadArticle(hit.id, context);
    if (!article) return 0;
    const best = bestPassages(hit, () => true, ranking.limits.passages, article.repeats || []);
    const texts = await Promise.all(best.map((passage) => textOf(article, passage)));
    const forms = words(texts.join(" "), tables).map(({ text }) => text.toLowerCase());
    const [typed, alike] = [new Set(forms), new Set(forms.map((form) => normal(form, tables)))];
    const worth = (word) => (typed.has(word.toLowerCase()) ? AS_TYPED : NORMAL * alike.has(normal(word, tables)));
    return context.asked.reduce((sum, { word, stopped }) => sum + (stopped ? 0 : worth(word)), 0);
  }

  async function textOf({ pieces }, passage) {
    const [, name] = pieces.filter(([first]) => first <= passage).pop();
    const { first, passages } = await load(name).catch(() => ({ first: passage, passages: [[""]] }));
    return passages[passage - first][0];
  }

  scope.izdeuSpelling = { exactFirst };
})(window);
