// Why a question of the query language finds nothing: its items, with their places in the question.
(function (scope) {
  "use strict";

  const { openIndex } = scope.izdeuOpened;
  const { ranked } = scope.izdeuAsk;
  const { words } = scope.izdeuEngine;
  const { parse } = scope.izdeuSyntax;
  const { taken } = scope.izdeuPhrases;

  /**
   * [{start, end, kind, text, plain, field, presence, fails}]: what the question is made of; runs of words are told word by word. `plain` is
   * an item without signs and quotes; `fails`: no article has it, whatever else is asked for.
   */
  async function items(question, options = {}) {
    const text = String(question);
    const index = await openIndex();
    const { tables } = index.manifest;
    const own = parse(text).items.flatMap((item) => (item.kind === "word" && !item.field && item.presence === "should" ? wordsOf(item, tables) : [item]));
    return Promise.all(own.map(async ({ start, end, kind, text: plain, field, presence }) => {
      const part = text.slice(start, end);
      const fails = presence !== "not" && words(part, tables).length > 0 && !(await isAnywhere(part, options, index));
      return { start, end, kind, text: part, plain, field, presence, fails };
    }));
  }

  function wordsOf({ start, text }, tables) {
    return words(text, tables).map((word) => ({ start: start + word.start, end: start + word.end, kind: "word", text: word.text, field: "", presence: "should" }));
  }

  /** Has any article, of all without a filter, what this part of the question asks for? */
  async function isAnywhere(part, { as, read, also }, index) {
    const found = await ranked(part, { ...(as ? { as } : {}), ...(read ? { read } : {}), ...(also ? { also } : {}) }, index);
    if (!found.plan) return found.hits.length > 0;
    const context = { ...found, question: part, options: {}, limits: found.manifest.ranking.limits };
    return (await taken(found, 0, 1, context)).hits.length > 0;
  }

  scope.izdeuFailing = { items };
})(window);
