// Words that are told by their beginning: which terms of the index begin so, and which have forms that may.
(function (scope) {
  "use strict";

  const rules = scope.izdeuSyntaxRules;
  const { fold } = scope.izdeuEngine;

  /**
   * {terms, perhaps}: terms that begin with the search key, the shortest first, whose forms begin so, too; and terms of which some forms
   * may: `алаяқтық` of `алаяқтықт*`. Which of these a text holds, only the text tells.
   */
  function begun(word, view, tables) {
    const key = fold(word, tables);
    const isSign = (term) => term.endsWith(tables.prefix.marker) || term.startsWith(tables.statutes.mark);
    const own = view.terms().filter((term) => !isSign(term) && fold(term, tables).startsWith(key));
    const listed = view.aliases().filter(([text]) => fold(text, tables).startsWith(key)).map(([, , , , lemma]) => lemma);
    const terms = Array.from(new Set([...own, ...listed])).sort((a, b) => a.length - b.length).slice(0, rules.forms);
    const perhaps = [...listedOf(word, view), ...stemsOf(key, view, tables)].filter((term) => !terms.includes(term) && !isSign(term));
    return { terms, perhaps: Array.from(new Set(perhaps)) };
  }

  /** Lemmas with a listed form (Russian, English) that begins so. */
  function listedOf(word, view) {
    return view.lookup(word, false)
      .filter(({ term, stem, endings }) => endings.some((ending) => (term.slice(0, stem) + ending).startsWith(word)))
      .map(({ term, target }) => target || term);
  }

  /** Kazakh terms that the beginning may be a form of, or a piece of one: the longest that it begins with itself. */
  function stemsOf(key, view, tables) {
    const kazakh = tables.flags.kk_noun | tables.flags.kk_verb;
    const found = [];
    for (let length = key.length - 1; length > rules.shortest && found.length < rules.stems; length -= 1) {
      found.push(...view.lookup(key.slice(0, length), true).filter(({ flags }) => flags & kazakh).map(({ term, target }) => target || term));
    }
    return found;
  }

  scope.izdeuBegun = { begun };
})(window);
