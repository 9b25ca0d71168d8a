// Which passages of a hit are shown, and what is marked in them. Which passages hold a term, the postings say; where in the
// passage it stands is found again in its text, by the same analysis that understood the question.
(function (scope) {
  "use strict";

  const { words, parts, normal, fold, sameWord, statutes } = scope.izdeuEngine;
  const ELLIPSIS = "\u2026";

  /**
   * Numbers of the best passages of a hit: most weight of the question's words first, then the order in the text.
   * `repeats` are groups of passages that say the same, [[number…]…]: of each only the best is taken.
   */
  function bestPassages(hit, allowed, most, repeats) {
    const weights = new Map();
    for (const passages of hit.places) {
      for (const [passage, weight] of passages) {
        if (allowed(passage)) weights.set(passage, (weights.get(passage) || 0) + weight);
      }
    }
    const ranked = Array.from(weights).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return firstOfEach(ranked.map(([passage]) => passage), repeats).slice(0, most);
  }

  /** The passages without those whose group had one before them. */
  function firstOfEach(passages, groups) {
    const groupOf = new Map(groups.flatMap((group) => group.map((passage) => [passage, group])));
    const taken = new Set();
    return passages.filter((passage) => {
      const group = groupOf.get(passage) || passage;
      return !taken.has(group) && taken.add(group);
    });
  }

  /**
   * [[start, end]…] of the words of `text` that are forms of one of the terms; where there is none, of those that share
   * their first letters with the question's, since that is why the passage was found.
   */
  function findMarks(text, terms, lookup, options, onlyForms = false) {
    const all = words(text, options.tables);
    const isForm = (word) => sameWord(word, terms, lookup, options);
    const forms = all.filter((word) => formsOf(word.text, options.tables).some(isForm));
    const wider = [...articlesIn(text, all, terms, options.tables), ...compoundsIn(text, all, terms, isForm, options.tables)];
    const found = inOrder([...forms, ...wider]);
    const marked = found.length || onlyForms ? found : all.filter((word) => beginsLike(word.text, terms, options.tables));
    return marked.map(({ start, end }) => [start, end]);
  }

  /** Articles of laws that the question names. */
  function articlesIn(text, all, terms, tables) {
    return statutes(text, all, tables)
      .filter(({ term }) => terms.has(term))
      .map(({ first, last }) => ({ start: all[first].start, end: all[last].end }));
  }

  /** Two words side by side that are one of the terms when written as one. */
  function compoundsIn(text, all, terms, isForm, tables) {
    const keys = Array.from(terms, (term) => fold(term, tables)).filter((key) => key.length >= 2 * tables.compound);
    const begins = (key) => key.length >= tables.compound && keys.some((whole) => whole.length > key.length && whole.startsWith(key));
    return all.slice(1)
      .map((word, rank) => ({ first: all[rank], last: word }))
      .filter(({ first, last }) => text.slice(first.end, last.start) === " " && begins(fold(first.text, tables)) && isForm(first.text + last.text))
      .map(({ first, last }) => ({ start: first.start, end: last.end }));
  }

  /** By their place; of those that overlap the widest. */
  function inOrder(found) {
    const sorted = found.sort((a, b) => a.start - b.start || b.end - a.end);
    return sorted.filter((one, rank) => !sorted.slice(0, rank).some((before) => before.end >= one.end));
  }

  function beginsLike(word, terms, tables) {
    const { letters, marker } = tables.prefix;
    return parts(normal(word, tables), tables).some((part) => part.length > letters && terms.has(part.slice(0, letters) + marker));
  }

  /** The word itself and, of a hyphenated one, its parts: the index holds them as terms of their own. */
  function formsOf(word, tables) {
    const pieces = parts(normal(word, tables), tables);
    return pieces.length > 1 ? [word, ...pieces] : [word];
  }

  /** The passage as it is shown: whole when short, else cut at spaces around the place with most marks. */
  function excerpt(text, marks, limits) {
    if (text.length <= limits.excerpt) return { text, marks };
    const from = wordStart(text, Math.max(0, densest(marks, limits) - limits.lead));
    const to = from + limits.excerpt >= text.length ? text.length : wordEnd(text, from + limits.excerpt);
    const before = from > 0 ? ELLIPSIS : "";
    const after = to < text.length ? ELLIPSIS : "";
    const shift = before.length - from;
    const inside = marks.filter(([start, end]) => start >= from && end <= to);
    return {
      text: before + text.slice(from, to) + after,
      marks: inside.map(([start, end]) => [start + shift, end + shift]),
    };
  }

  /** The mark from which on a window holds most marks. */
  function densest(marks, limits) {
    let best = 0;
    let most = 0;
    let last = 0;
    marks.forEach(([start], first) => {
      while (last < marks.length && marks[last][1] <= start + limits.excerpt - limits.lead) last += 1;
      if (last - first > most) [best, most] = [start, last - first];
    });
    return best;
  }

  function wordStart(text, at) {
    return at === 0 ? 0 : text.lastIndexOf(" ", at) + 1;
  }

  function wordEnd(text, at) {
    const space = text.lastIndexOf(" ", at);
    return space > 0 ? space : at;
  }

  scope.izdeuPassages = { bestPassages, findMarks, excerpt };
})(window);
