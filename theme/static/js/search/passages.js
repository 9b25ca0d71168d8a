// Which passages of a hit are shown, and what is marked in them. Which passages hold a term, the postings say; where in the
// passage it stands is found again in its text, by the same analysis that understood the question.
(function (scope) {
  "use strict";

  const { words, parts, normal, fold, firstKeys, listedForms, sameWord, statutes } = scope.izdeuEngine;
  const { PER_PIECE } = scope.izdeuFilters;
  const ELLIPSIS = "\u2026";

  /**
   * {ranked, piece}: the passages, those that hold most of the question's words first, then in the order of the text; and the
   * piece of text to show: of those that hold one of the best passages, that whose `most` best are the best. `weights` maps a
   * passage to what the words that it holds count.
   */
  function bestPassages(weights, most) {
    const ranked = Array.from(weights.keys()).sort((a, b) => weights.get(b) - weights.get(a) || a - b);
    const sums = new Map(); // piece -> [passages, what they count]
    for (const passage of ranked) {
      const sum = sums.get(pieceOf(passage)) || [0, 0];
      if (sum[0] < most) sums.set(pieceOf(passage), [sum[0] + 1, sum[1] + weights.get(passage)]);
    }
    if (!ranked.length) return { ranked, piece: 0 }; // found by what is known of it, not by its text
    const best = ranked.filter((passage) => weights.get(passage) === weights.get(ranked[0])).map(pieceOf);
    const piece = best.reduce((one, other) => (sums.get(other)[1] > sums.get(one)[1] ? other : one));
    return { ranked, piece };
  }

  function pieceOf(passage) {
    return Math.floor(passage / PER_PIECE);
  }

  /** The passages without those whose group had one before them. `groups` say the same, [[number…]…]. */
  function firstOfEach(passages, groups) {
    const groupOf = new Map(groups.flatMap((group) => group.map((passage) => [passage, group])));
    const taken = new Set();
    return passages.filter((passage) => {
      const group = groupOf.get(passage) || passage;
      return !taken.has(group) && taken.add(group);
    });
  }

  /**
   * What finds in a text the words that are forms of `terms` (a Set): a function of the text that gives [[start, end]…]. Where
   * there is none, it gives those that share their first letters with the terms, since that is why the passage was found,
   * unless `onlyForms`. `view` holds the terms' entries.
   */
  function markFinder(terms, view, { tables }, onlyForms = false) {
    const may = mayBegin(terms, view, tables);
    const memory = { tables, seen: new Map() };
    const isForm = (word) => sameWord(word, terms, view.lookup, memory);
    const known = new Map(); // word as it is written -> is it marked? Words come again
    const isMarked = (word) => {
      if (!known.has(word)) known.set(word, formsOf(word, tables).some((form) => may(form) && isForm(form)));
      return known.get(word);
    };
    const compounds = Array.from(terms, (term) => fold(term, tables)).filter((key) => key.length >= 2 * tables.compound);
    const names = Array.from(terms).some((term) => term.startsWith(tables.statutes.mark));
    return (text) => {
      const all = words(text, tables);
      const forms = all.filter(({ text: word }) => isMarked(word));
      const articles = names ? articlesIn(text, all, terms, tables) : [];
      const found = inOrder([...forms, ...articles, ...compoundsIn(text, all, { compounds, may, isForm, tables })]);
      const marked = found.length || onlyForms ? found : all.filter((word) => beginsLike(word.text, terms, tables));
      return marked.map(({ start, end }) => [start, end]);
    };
  }

  /** May a word be a form of one of the terms, as far as its beginning tells? To read a word takes a hundred times as long. */
  function mayBegin(terms, view, tables) {
    const keys = beginnings(terms, view, tables);
    const letters = new Set(keys.map((key) => key.slice(0, 1)));
    return (word) => {
      if (!firstKeys(word, tables).some((letter) => letter === "" || letters.has(letter))) return false;
      const folded = fold(word, tables);
      return keys.some((key) => folded.startsWith(key));
    };
  }

  /** Search keys, with one of which any form of the terms begins: stems of listed forms, or Kazakh stems without what may change. */
  function beginnings(terms, view, tables) {
    const changing = tables.kazakh.restored; // letters at most that a stem may have at its end instead of those of a word
    const whole = Array.from(terms, (term) => fold(term, tables));
    const stems = [...view.headsOf(terms), ...listedForms(terms, tables)].map((form) => fold(form, tables));
    return [...whole.map((key) => key.slice(0, Math.max(1, key.length - changing))), ...stems];
  }

  /** Articles of laws that the question names. */
  function articlesIn(text, all, terms, tables) {
    return statutes(text, all, tables)
      .filter(({ term }) => terms.has(term))
      .map(({ first, last }) => ({ start: all[first].start, end: all[last].end }));
  }

  /** Two words side by side that are one of the terms when written as one. */
  function compoundsIn(text, all, { compounds, may, isForm, tables }) {
    if (!compounds.length) return [];
    const begins = (key) => key.length >= tables.compound && compounds.some((whole) => whole.length > key.length && whole.startsWith(key));
    return all.slice(1)
      .map((word, rank) => ({ first: all[rank], last: word }))
      .filter(({ first, last }) => last.start - first.end === 1 && text[first.end] === " " && may(first.text)
        && begins(fold(first.text, tables)) && isForm(first.text + last.text))
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
    if (isPlain(word)) return [word];
    const pieces = parts(normal(word, tables), tables);
    return pieces.length > 1 ? [word, ...pieces] : [word];
  }

  /** Letters alone: what is neither upper nor lower case may be a hyphen. */
  function isPlain(word) {
    const [low, high] = [word.toLowerCase(), word.toUpperCase()];
    if (low.length !== high.length) return false;
    for (let i = 0; i < low.length; i += 1) if (low[i] === high[i]) return false;
    return true;
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

  scope.izdeuPassages = { bestPassages, firstOfEach, pieceOf, markFinder, beginnings, inOrder, excerpt };
})(window);
