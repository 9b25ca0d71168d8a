// Kazakh forms with one mistake in what follows the stem, or in the first letter: so much of them may be ending that the
// stem alone does not tell what was typed.
(function (scope) {
  "use strict";

  const { kazakhCandidates } = scope.izdeuEngine;
  const lettersOf = new WeakMap(); // tables -> letters

  /**
   * Map stem -> {form, cost}: the likeliest form of each stem that is one mistake away from `typed`, a mistake behind the stem or, with
   * `first`, in its first letter. Stems have `least` letters at least, mistakes lie within the last `ending` letters.
   */
  function slippedStems(typed, tables, { least, slip }, first) {
    const best = new Map();
    const add = (form, from, to) => {
      if (form === typed) return;
      for (const { stem, cost } of kazakhCandidates(form, tables)) {
        const isOpen = stem.length >= from && stem.length <= to && stem.length < form.length;
        if (isOpen && !(best.has(stem) && best.get(stem).cost <= cost)) best.set(stem, { form, cost });
      }
    };
    const { endings, all } = letters(tables);
    if (first) {
      mistakesAt(0, typed, all).forEach((form) => add(form, least, typed.length));
      return best;
    }
    for (let at = Math.max(least, typed.length - slip); at <= typed.length; at += 1) mistakesAt(at, typed, endings).forEach((form) => add(form, least, at));
    return best;
  }

  /** The text with another letter there, with one more, with one less. */
  function mistakesAt(at, text, some) {
    const [before, behind] = [text.slice(0, at), text.slice(at + 1)];
    const changed = at < text.length ? [...some.map((letter) => before + letter + behind), before + behind] : [];
    return [...changed, ...some.map((letter) => before + letter + text.slice(at))];
  }

  /** {endings, all}: the letters of which Kazakh endings are made, and those of Kazakh. */
  function letters(tables) {
    if (!lettersOf.has(tables)) {
      const { templates, classes } = tables.kazakh;
      const endings = new Set(templates.flatMap(([, , texts]) => Array.from(texts.replaceAll(" ", ""))));
      lettersOf.set(tables, { endings: Array.from(endings), all: Object.keys(classes) });
    }
    return lettersOf.get(tables);
  }

  scope.izdeuSlips = { slippedStems };
})(window);
