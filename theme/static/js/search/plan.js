// A question of the query language: which words it asks for, and what else must be loaded before its articles are known.
(function (scope) {
  "use strict";

  const rules = scope.izdeuSyntaxRules;
  const { words, normal, fold } = scope.izdeuEngine;
  const { unitsOf, isStopWord } = scope.izdeuQuestion;
  const { parse } = scope.izdeuSyntax;
  const IN_TEXTS = ["phrase", "form"]; // kinds that only the texts tell
  const OF_ARTICLES = ["author", "year"]; // kinds that no word of the texts tells

  /** {items, needs} with the words of each item; null for a question of words alone. */
  function planOf(question, manifest) {
    const plan = parse(question);
    return plan && { ...plan, items: plan.items.map((item) => ({ ...item, sequence: sequenceOf(item, manifest.tables) })) };
  }

  /** Of a phrase or a form its words in normal form, `open` where only their beginning is told. */
  function sequenceOf({ kind, text }, tables) {
    if (!IN_TEXTS.includes(kind)) return [];
    return words(text, tables).map(({ text: word, end }) => ({ form: normal(word, tables), open: text[end] === rules.any }));
  }

  /** {asked, cut}, as `unitsOf` gives it: the words of all items but those that begin words; each knows its item. */
  function unitsOfPlan({ items }, manifest) {
    const { limits } = manifest.ranking;
    const found = items.map((item, number) => (item.kind === "prefix" || OF_ARTICLES.includes(item.kind) ? [] : ownUnits(item, number, manifest)));
    const asked = found.flat();
    return { asked: asked.slice(0, limits.words), cut: asked.length > limits.words };
  }

  /** Stop words count where nothing else tells what an item asks for. */
  function ownUnits({ kind, text, presence, field, sequence }, item, manifest) {
    const units = unitsOf(text, manifest).asked;
    const { tables } = manifest;
    const kept = (presence !== "should" || kind === "form") && units.every(({ word }) => isStopWord(word, tables));
    const whole = IN_TEXTS.includes(kind);
    const begun = sequence.filter(({ open }) => open).map(({ form }) => form);
    return units.filter(({ word }) => !begun.includes(normal(word, tables))).map((unit) => ({ ...unit, item, kind, presence, field, kept, whole }));
  }

  /** Load the shards of words that are told by their beginning; the number of files that failed. */
  function needOpen(plan, view, { tables }) {
    return view.needKeys(beginnings(plan, tables).map(({ key }) => key), true);
  }

  /** [{item, word, key}]: beginnings of words, of items and within phrases. */
  function beginnings({ items }, tables) {
    return items.flatMap(({ kind, text, sequence }, item) => {
      const begun = kind === "prefix" ? [normal(text, tables)] : sequence.filter(({ open }) => open).map(({ form }) => form);
      return begun.map((word) => ({ item, word, key: fold(word, tables) })).filter(({ key }) => key.length >= rules.shortest);
    });
  }

  /** What `understand` gives, with the words that are told by their beginning, all in the order of the question. */
  function completed(plan, asked, view, { tables }) {
    const open = beginnings(plan, tables).map(({ item, word, key }) => {
      const terms = begun(key, view, tables);
      const { kind, presence, field } = plan.items[item];
      return {
        word: `${word}${rules.any}`, item, kind, presence, field, readings: [], stopped: false,
        terms: new Map(terms.map((term) => [term, 1])), matched: terms.length > 0,
      };
    });
    return [...asked, ...open].sort((a, b) => a.item - b.item);
  }

  /** Terms that begin so, the shortest first: the words of the texts that begin with it are forms of these. */
  function begun(key, view, tables) {
    const isSign = (term) => term.endsWith(tables.prefix.marker) || term.startsWith(tables.statutes.mark);
    const own = view.terms().filter((term) => !isSign(term) && fold(term, tables).startsWith(key));
    const others = view.aliases().filter(([text]) => fold(text, tables).startsWith(key)).map(([, , , , lemma]) => lemma);
    return Array.from(new Set([...own, ...others])).sort((a, b) => a.length - b.length).slice(0, rules.forms);
  }

  scope.izdeuPlan = { planOf, unitsOfPlan, needOpen, completed, IN_TEXTS, OF_ARTICLES };
})(window);
