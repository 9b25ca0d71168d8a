// A question cut at its spaces: pieces with their signs, names of fields and quotes. The signs stand in plugins/lunr_search/tables/syntax.toml.
(function (scope) {
  "use strict";

  const rules = scope.izdeuSyntaxRules;
  const SPACE = /\s/;
  const COLON = ":";
  const OPENING = new Map(); // opening quote -> its closing ones
  for (const [open, close] of rules.quotes) OPENING.set(open, (OPENING.get(open) || "") + close);
  const FIELD_OF = new Map(Object.entries(rules.fields).flatMap(([field, names]) => names.map((name) => [name, field])));
  const LONGEST = Math.max(...Array.from(FIELD_OF.keys(), (name) => name.length));
  const YEARS = /^[0-9]{0,4}(\.\.[0-9]{0,4})?$/;

  /**
   * [{text, start, end, quoted, strict, sign, field}]: `text` without its sign ("must", "not" or ""), field and quotes, which stand in the question
   * from `start` to `end`; `strict`: in quotes that always ask for the very phrase.
   */
  function pieces(question) {
    const reader = { question, next: nextFinder(question) };
    const found = [];
    for (let at = 0; at < question.length;) {
      if (SPACE.test(question[at])) at += 1;
      else {
        const piece = pieceAt(reader, at);
        found.push(piece);
        at = piece.end;
      }
    }
    return found;
  }

  /** The next place of a letter from `at` on, -1 where there is none; each letter is looked for once through the whole question. */
  function nextFinder(question) {
    const places = new Map();
    return (letter, at) => {
      const known = places.get(letter);
      if (known === undefined || (known !== -1 && known < at)) places.set(letter, question.indexOf(letter, at));
      return places.get(letter);
    };
  }

  function pieceAt(reader, start) {
    const before = signAt(reader.question, start);
    const { field, at: colon } = fieldAt(reader, before.at);
    const { sign, at } = before.sign || field === "year" ? { ...before, at: colon } : signAt(reader.question, colon);
    const piece = { start, quoted: false, sign: sign || before.sign, field };
    const close = closing(reader, at);
    if (close > at) return { ...piece, text: reader.question.slice(at + 1, close), end: close + 1, quoted: true, strict: rules.strict.includes(reader.question[at]) };
    const end = endOf(reader.question, at);
    const text = reader.question.slice(at, end);
    return field === "year" ? yearsOrWord(text, reader.question.slice(start, end), { ...piece, end }) : { ...piece, text, end };
  }

  /** {sign, at}: the sign at a place, before something, and the place behind it. */
  function signAt(question, at) {
    const sign = rules.must.includes(question[at]) ? "must" : rules.not.includes(question[at]) ? "not" : "";
    return sign && isInside(question, at + 1) ? { sign, at: at + 1 } : { sign: "", at };
  }

  function isInside(question, at) {
    return at < question.length && !SPACE.test(question[at]);
  }

  /** {field, at}: the field that is named at a place, and the place behind its colon. */
  function fieldAt({ question, next }, at) {
    const colon = next(COLON, at);
    const isNear = colon > at && colon - at <= LONGEST && isInside(question, colon + 1);
    const field = isNear ? FIELD_OF.get(question.slice(at, colon).toLowerCase()) : undefined;
    return field ? { field, at: colon + 1 } : { field: "", at };
  }

  /** The place of the quote that closes the one at `at`; -1 where none does: then it is a sign like others. */
  function closing({ question, next }, at) {
    const closers = OPENING.get(question[at]) || "";
    const places = Array.from(closers, (closer) => next(closer, at + 1)).filter((place) => place > at);
    const close = places.length ? Math.min(...places) : -1;
    return close > at + 1 ? close : -1;
  }

  function endOf(question, at) {
    let end = at;
    while (end < question.length && !SPACE.test(question[end])) end += 1;
    return end;
  }

  /** Years as the filter takes them, the earlier first; what looks otherwise is a word. */
  function yearsOrWord(text, whole, piece) {
    const years = rules.range.reduce((found, sign) => found.split(sign).join(rules.range[0]), text);
    if (!YEARS.test(years) || !/[0-9]/.test(years)) return { ...piece, field: "", sign: "", text: whole };
    const [first, last] = years.split(rules.range[0]);
    return { ...piece, text: first && last && Number(first) > Number(last) ? [last, first].join(rules.range[0]) : years };
  }

  scope.izdeuPieces = { pieces };
})(window);
