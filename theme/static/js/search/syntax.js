// The query language: the pieces of a question -> its items and what they must fulfil. Whatever makes no sense is text; no question is an error.
(function (scope) {
  "use strict";

  const rules = scope.izdeuSyntaxRules;
  const { pieces } = scope.izdeuPieces;
  const OPERATOR_OF = new Map(Object.entries(rules.operators).flatMap(([operator, words]) => words.map((word) => [word, operator])));

  /** The pieces with `operator` where they are one: never in a question all in capitals, as titles are, and those name no fields. */
  function withOperators(found) {
    const isTitle = ({ text, field }) => !field && text === text.toUpperCase();
    const isCapitals = found.every(isTitle) && found.some(({ text }) => hasLetters(text) && !OPERATOR_OF.has(text));
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

  /** Operators without what they join are words; some `not` may stand behind their word, where nothing follows. */
  function joined(found) {
    const items = []; // {item, piece, not, sign, link: how it is joined to the one before}
    let link = "";
    let not = false;
    found.forEach((piece, rank) => {
      const isLast = rank === found.length - 1;
      const { operator } = piece;
      if (isLast && items.length && !not && rules.behind.includes(piece.text) && operator) {
        items[items.length - 1].not = true;
      } else if (!isLast && operator === "not") {
        not = true;
      } else if (!isLast && operator && items.length && !link && !not) {
        link = operator;
      } else {
        items.push({ item: itemOf(piece), piece, not: not || piece.sign === "not", sign: piece.sign, link });
        link = "";
        not = false;
      }
    });
    return items;
  }

  /**
   * {items, needs}: an item is {kind: "word" | "quoted" | "phrase" | "form" | "prefix" | "author" | "year", text, field, presence, start, end}; `text` of
   * words side by side is one run. A need is [[{item, not}…]…], a list of alternatives, each a list of items by number that all hold (with
   * `not`: that none holds). An article must fulfil each need; `quoted` is a phrase that none has to hold.
   */
  function parse(question) {
    const found = asSentence(joined(withOperators(pieces(question))), question);
    const state = { question, items: [], needs: [], run: null, chain: null };
    found.forEach((one, rank) => {
      const isChained = one.link || (found[rank + 1] && found[rank + 1].link);
      if (isPlain(one) && !isChained) addToRun(one, state);
      else addItem(one, state);
    });
    return { items: state.items, needs: state.needs };
  }

  /**
   * In a sentence («Көл мен қайық» кітабын кім жазды?) quotes mark a title, perhaps inflected or shortened, and ask for no very phrase: so
   * they are read where a question has words beside them, and no signs; `"` only where it asks with a question mark.
   */
  function asSentence(found, question) {
    const isAsked = rules.asking.includes(question.trim().slice(-1));
    const isTitle = ({ item: { kind, field }, piece: { strict }, not, sign }) => kind === "phrase" && (isAsked || !strict) && !field && !not && !sign;
    const isSentence = found.every((one) => !one.link && (isPlain(one) || isTitle(one))) && found.some((one) => isPlain(one) && hasLetters(one.item.text));
    return isSentence ? found.map((one) => (isTitle(one) ? { ...one, item: { ...one.item, kind: "quoted" } } : one)) : found;
  }

  function hasLetters(text) {
    return text.toLowerCase() !== text.toUpperCase();
  }

  function isPlain({ item, not, sign }) {
    return item.kind === "word" && !item.field && !not && !sign;
  }

  function addToRun({ piece: { start, end } }, state) {
    if (!state.run) {
      state.run = { kind: "word", text: "", field: "", presence: "should", start, end };
      state.items.push(state.run);
    }
    Object.assign(state.run, { end, text: state.question.slice(state.run.start, end) });
  }

  /** What is joined makes one need; phrases, forms and fields are needed by themselves. */
  function addItem({ item, piece: { start, end }, not, sign, link }, state) {
    const isNeeded = sign || not || item.field || item.kind === "phrase" || item.kind === "form";
    const literal = { item: state.items.length, not };
    state.items.push({ ...item, start, end, presence: not ? "not" : isNeeded ? "must" : "should" });
    if (link === "and") state.chain[state.chain.length - 1].push(literal);
    else if (link === "or") state.chain.push([literal]);
    else state.chain = [[literal]];
    const isChain = state.chain.length > 1 || state.chain[0].length > 1;
    if ((isNeeded || isChain) && !state.needs.includes(state.chain)) state.needs.push(state.chain);
    Object.assign(state, { run: null });
  }

  scope.izdeuSyntax = { parse };
})(window);
