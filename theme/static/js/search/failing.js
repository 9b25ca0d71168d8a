// Why a question of the query language finds nothing: its items, with their places in the question.
(function (scope) {
  "use strict";

  const { openIndex } = scope.izdeuOpened;
  const { ranked } = scope.izdeuAsk;
  const { words } = scope.izdeuEngine;
  const { parse } = scope.izdeuSyntax;
  const { taken } = scope.izdeuPhrases;
  const { IN_TEXTS, QUOTED } = scope.izdeuPlan;

  /**
   * [{start, end, kind, text, plain, field, presence, fails, loose, without}]: what the question is made of; runs of words are told word by
   * word. `plain` is an item without signs and quotes; `fails`: no article has it, whatever else is asked for; `loose` what asks for a
   * phrase or a form in any form, for others the item as it is; `without` the question that is left without the item, "" where that has no
   * words. Items of signs alone are left out, and those for which a question has no room.
   */
  async function items(question, options = {}) {
    const text = String(question);
    const index = await openIndex();
    const { tables } = index.manifest;
    const hasWords = (some) => words(some, tables).length > 0;
    const all = itemsOf(text, tables);
    const worded = all.filter(({ start, end }) => hasWords(text.slice(start, end)));
    const asked = new Set([...worded].sort((a, b) => isFree(a) - isFree(b)).slice(0, index.manifest.ranking.limits.words)); // as in plan.js
    const own = worded.filter((item) => asked.has(item));
    return Promise.all(own.map(async (item) => {
      const { start, end, kind, text: plain, field, presence } = item;
      const part = text.slice(start, end);
      const fails = presence !== "not" && !(await isAnywhere(part, options, index));
      const rest = without(text, all, all.indexOf(item), tables);
      return { start, end, kind, text: part, plain, field, presence, fails, loose: looseOf({ kind, part, plain, presence }, tables), without: hasWords(rest) ? rest : "" };
    }));
  }

  function itemsOf(question, tables) {
    return parse(question).items.flatMap((item) => (isFree(item) ? wordsOf(item, tables) : [item]));
  }

  /** Words that no article needs. */
  function isFree({ kind, field, presence }) {
    return kind === QUOTED || (kind === "word" && !field && presence === "should");
  }

  /** A phrase's words and a form, each behind the signs of the item but for the one that asks for this very form or order. */
  function looseOf({ kind, part, plain, presence }, tables) {
    if (!IN_TEXTS.includes(kind) || presence === "not") return part;
    const closing = kind === "phrase" ? 1 : 0;
    const before = part.slice(0, part.length - closing - plain.length - 1);
    return words(plain, tables).map(({ text }) => before + text).join(" ");
  }

  /** Item and the operator on one side of it go, so that the others stay what they are. */
  function without(question, own, number, tables) {
    const told = (some) => JSON.stringify(some.map(({ kind, text, field, presence }) => [kind, text, field, presence]));
    const rest = told(own.filter((_, other) => other !== number));
    const { start, end } = own[number];
    const left = number ? own[number - 1].end : 0;
    const right = number + 1 < own.length ? own[number + 1].start : question.length;
    const ways = [[left, end], [start, right], [start, end]].map(([from, to]) => `${question.slice(0, from).trim()} ${question.slice(to).trim()}`.trim());
    return ways.find((way) => told(itemsOf(way, tables)) === rest) || ways[ways.length - 1];
  }

  function wordsOf({ kind, start, text }, tables) {
    const from = kind === QUOTED ? start + 1 : start; // behind the quote
    return words(text, tables).map((word) => ({ start: from + word.start, end: from + word.end, kind: "word", text: word.text, field: "", presence: "should" }));
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
