// The query language: a question -> its items and what they must fulfil. Whatever makes no sense is text; no question is an error.
// The signs and names stand in plugins/lunr_search/tables/syntax.toml.
(function (scope) {
  "use strict";

  const rules = scope.izdeuSyntaxRules;
  const SPACE = /\s/;
  const OPENING = new Map(); // opening quote -> its closing ones
  for (const [open, close] of rules.quotes) OPENING.set(open, (OPENING.get(open) || "") + close);
  const FIELD_OF = new Map(Object.entries(rules.fields).flatMap(([field, names]) => names.map((name) => [name, field])));
  const OPERATOR_OF = new Map(Object.entries(rules.operators).flatMap(([operator, words]) => words.map((word) => [word, operator])));

  /** [{text, start, end, quoted, sign, field}]: pieces between spaces, signs, field names and quotes taken off. */
  function pieces(question) {
    const found = [];
    for (let at = 0; at < question.length;) {
      if (SPACE.test(question[at])) at += 1;
      else {
        const piece = pieceAt(question, at);
        found.push(piece);
        at = piece.end;
      }
    }
    return found;
  }

  function pieceAt(question, start) {
    const piece = { text: "", start, end: start, quoted: false, sign: "", field: "" };
    let at = start;
    const takeSign = (sign, of) => {
      if (!piece.sign && of.includes(question[at]) && isInside(question, at + 1)) {
        piece.sign = sign;
        at += 1;
      }
    };
    takeSign("must", rules.must);
    takeSign("not", rules.not);
    at = takeField(question, at, piece);
    takeSign("must", rules.must);
    takeSign("not", rules.not);
    const close = closing(question, at);
    if (close > at) return { ...piece, text: question.slice(at + 1, close), end: close + 1, quoted: true };
    const end = endOf(question, at);
    const text = question.slice(at, end);
    return piece.field === "year" ? yearOrWord(text, question, { ...piece, end }) : { ...piece, text, end };
  }

  /** Years as the filter takes them; what looks otherwise is a word. */
  function yearOrWord(text, question, piece) {
    const years = rules.range.reduce((found, sign) => found.split(sign).join(rules.range[0]), text);
    if (years.split(rules.range[0]).every((year) => /^[0-9]{0,4}$/.test(year)) && /[0-9]/.test(years)) return { ...piece, text: years };
    return { ...piece, field: "", sign: "", text: question.slice(piece.start, piece.end) };
  }

  function isInside(question, at) {
    return at < question.length && !SPACE.test(question[at]);
  }

  /** Behind a field's name and its colon; where there is none, `at` itself. */
  function takeField(question, at, piece) {
    const colon = question.indexOf(":", at);
    const field = colon > at && isInside(question, colon + 1) ? FIELD_OF.get(question.slice(at, colon).toLowerCase()) : undefined;
    if (!field) return at;
    Object.assign(piece, { field });
    return colon + 1;
  }

  /** The place of the quote that closes the one at `at`; -1 where none does: then it is a sign like others. */
  function closing(question, at) {
    const closers = OPENING.get(question[at]);
    if (!closers) return -1;
    for (let end = at + 1; end < question.length; end += 1) if (closers.includes(question[end])) return end > at + 1 ? end : -1;
    return -1;
  }

  function endOf(question, at) {
    let end = at;
    while (end < question.length && !SPACE.test(question[end])) end += 1;
    return end;
  }

  /** The pieces with `operator` where they are one: never in a question all in capitals. */
  function withOperators(found) {
    const isCapitals = found.every(({ text }) => text === text.toUpperCase());
    return found.map((piece) => {
      const plain = !isCapitals && !piece.quoted && !piece.sign && !piece.field;
      return { ...piece, operator: (plain && OPERATOR_OF.get(piece.text)) || "" };
    });
  }

  /** The item that a piece is, without its presence. */
  function itemOf(piece) {
    const { text, quoted, field } = piece;
    const base = { kind: "word", text, field };
    if (field === "year" || field === "author") return { ...base, kind: field };
    if (quoted) return { ...base, kind: "phrase" };
    if (text.startsWith(rules.form) && text.length > 1) return { ...base, kind: "form", text: text.slice(1) };
    if (text.endsWith(rules.any) && text.length > rules.shortest) return { ...base, kind: "prefix", text: text.slice(0, -1) };
    return base;
  }

  /** Operators without what they join are words; a `not` with nothing behind it belongs to the word before. */
  function joined(found) {
    const items = []; // {item, not, sign, link: how it is joined to the one before}
    let link = "";
    let not = false;
    found.forEach((piece, rank) => {
      const isLast = rank === found.length - 1;
      const { operator } = piece;
      if (operator === "not" && isLast && items.length && !not) {
        items[items.length - 1].not = true;
        return;
      }
      if (operator && !isLast && (operator === "not" || (items.length && !link && !not))) {
        if (operator === "not") not = true;
        else link = operator;
        return;
      }
      items.push({ item: itemOf(piece), piece, not: not || piece.sign === "not", sign: piece.sign, link });
      link = "";
      not = false;
    });
    return items;
  }

  /**
   * {items, needs}: an item is {kind: "word" | "phrase" | "form" | "prefix" | "author" | "year", text, field, presence}; `text` of words
   * side by side is one run. A need is [[{item, not}…]…], a list of alternatives, each a list of items by number that all hold (with
   * `not`: that none holds). An article must fulfil each need. null for a question of words alone.
   */
  function parse(question) {
    const found = joined(withOperators(pieces(question)));
    const plan = { items: [], needs: [] };
    const last = { run: null };
    found.forEach((one, rank) => {
      const isChained = one.link || (found[rank + 1] && found[rank + 1].link);
      if (isPlain(one) && !isChained) addToRun(one, question, plan, last);
      else {
        last.run = null;
        addItem(one, plan);
      }
    });
    return plan.needs.length || plan.items.some(({ kind }) => kind !== "word") ? plan : null;
  }

  function isPlain({ item, not, sign }) {
    return item.kind === "word" && !item.field && !not && !sign;
  }

  function addToRun({ piece }, question, plan, last) {
    if (last.run) {
      last.run.text = question.slice(last.start, piece.end);
      return;
    }
    last.start = piece.start;
    last.run = { kind: "word", text: question.slice(piece.start, piece.end), field: "", presence: "should" };
    plan.items.push(last.run);
  }

  /** What is joined makes one need; phrases, forms and fields are needed by themselves. */
  function addItem({ item, not, sign, link }, plan) {
    const isNeeded = sign || not || item.field || item.kind === "phrase" || item.kind === "form";
    const literal = { item: plan.items.length, not };
    plan.items.push({ ...item, presence: not ? "not" : isNeeded ? "must" : "should" });
    const before = plan.open; // the need of the chain that the item before belongs to
    if (link === "and") before[before.length - 1].push(literal);
    else if (link === "or") before.push([literal]);
    else plan.open = [[literal]];
    const isChain = plan.open.length > 1 || plan.open[0].length > 1;
    if ((isNeeded || isChain) && !plan.needs.includes(plan.open)) plan.needs.push(plan.open);
  }

  scope.izdeuSyntax = { parse };
})(window);
