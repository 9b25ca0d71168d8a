// Words that are told by their beginning: which terms of the index begin so, and which have forms that may.
(function (scope) {
  "use strict";

  const rules = scope.izdeuSyntaxRules;
  const { fold } = scope.izdeuEngine;

  /** What finds the loaded terms that begin with a search key, or have a listed form that does: each is folded once, whatever is asked for. */
  function termFinder(view, tables) {
    const own = view.terms().filter((term) => !isSign(term, tables)).map((term) => [fold(term, tables), term]);
    const listed = view.aliases().map(([text, , , , lemma]) => [fold(text, tables), lemma]);
    const all = [...own, ...listed];
    return (start) => all.filter(([key]) => key.startsWith(start)).map(([, term]) => term);
  }

  /**
   * {terms, perhaps}: terms that begin with the search key, the shortest first, whose forms begin so, too, `most` of those that `termsFrom` finds;
   * and terms of which some forms may: `алаяқтық` of `алаяқтықт*`. Which of these a text holds, only the text tells.
   */
  function begun(word, view, tables, { termsFrom, most }) {
    const key = fold(word, tables);
    const terms = Array.from(new Set(termsFrom(key))).sort((a, b) => a.length - b.length).slice(0, most);
    const perhaps = [...listedOf(word, view), ...stemsOf(key, view, tables)].filter((term) => !terms.includes(term) && !isSign(term, tables));
    return { terms, perhaps: Array.from(new Set(perhaps)) };
  }

  function isSign(term, { prefix, statutes }) {
    return term.endsWith(prefix.marker) || term.startsWith(statutes.mark);
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

  scope.izdeuBegun = { termFinder, begun };
})(window);
