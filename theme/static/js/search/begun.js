// Words that are told by their beginning: which terms of the index begin so, and which have forms that may.
(function (scope) {
  "use strict";

  const rules = scope.izdeuSyntaxRules;
  const { fold } = scope.izdeuEngine;
  const AS_WRITTEN = ["exact", "lemma", "folded"]; // kinds of reading of which the texts have forms

  /** What finds the loaded terms that begin so, or have a listed form that does: each is folded once, whatever is asked for. */
  function termFinder(view, tables) {
    const own = view.terms().filter((term) => !isSign(term, tables)).map((term) => [fold(term, tables), term, term]);
    const listed = view.aliases().map(([text, , , , lemma]) => [fold(text, tables), lemma, text]);
    const all = [...own, ...listed];
    return (word) => {
      const start = fold(word, tables);
      return all.filter(([key, , text]) => key.startsWith(start) && startsLike(text, word, tables)).map(([, term]) => term);
    };
  }

  /** Does a text begin so? Letters that are no search key are meant as they are (қ of қор), the others (к of кор) stand for all of the same key. */
  function startsLike(text, word, tables) {
    return text.startsWith(word) || Array.from(word).every((letter, at) => text[at] === letter
      || (at < text.length && fold(letter, tables) === letter && fold(text[at], tables) === letter));
  }

  /**
   * {terms, perhaps}: terms that begin so, the shortest first, whose forms begin so, too, `most` of those that `termsFrom` finds;
   * and terms of which some forms may: `алаяқтық` of `алаяқтықт*`, `құқық` of `құқығ*`. Which of these a text holds, only the text tells.
   */
  function begun(word, view, tables, { termsFrom, most }) {
    const key = fold(word, tables);
    const isOwn = (term) => fold(term, tables).startsWith(key);
    const found = Array.from(new Set(termsFrom(word))).sort((a, b) => a.length - b.length).slice(0, most);
    const terms = found.some(isOwn) ? found : [];
    const perhaps = [...found, ...listedOf(word, view), ...stemsOf(key, view, tables), ...formsOf(word, terms.length ? rules.shortest : 0, view, tables)]
      .filter((term) => !terms.includes(term) && !isOwn(term) && !isSign(term, tables));
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

  /** Kazakh terms of more than `least` letters of which it is a form, or is one with the letters that are wanting; no doubtful ones. */
  function formsOf(word, least, view, { readings }) {
    const isSure = ({ term, kind, score }) => AS_WRITTEN.includes(kind) && term.length > least && score >= (kind === "folded" ? readings.folded : 0) + readings.least;
    return opened(word).flatMap((form) => view.readingsOf(form, "kk").filter(isSure).slice(0, rules.stems)).map(({ term }) => term);
  }

  /** What a word may be that begins so and ends within or behind a Kazakh ending. */
  function opened(word) {
    return rules.open.map((rest) => word + rest);
  }

  scope.izdeuBegun = { termFinder, begun, opened, startsLike };
})(window);
