// A question of the query language: which words it asks for, and what else must be loaded before its articles are known.
(function (scope) {
  "use strict";

  const rules = scope.izdeuSyntaxRules;
  const { words, normal, fold, parts, candidates } = scope.izdeuEngine;
  const { unitsOf, isStopWord } = scope.izdeuQuestion;
  const { parse } = scope.izdeuSyntax;
  const { termFinder, begun, opened } = scope.izdeuBegun;
  const IN_TEXTS = ["phrase", "form"]; // kinds that only the texts tell
  const QUOTED = "quoted"; // the kind of words that had better stand in one passage
  const OF_ARTICLES = ["author", "year"]; // kinds that no word of the texts tells

  /**
   * {items, needs, units, cut} with the words of each item, `sequence` and `units`; null for a question of words alone. What has no
   * words, or none for which there is room, is no item.
   */
  function planOf(question, manifest) {
    const parsed = parse(question);
    const needed = new Set(parsed.needs.flat(2).map(({ item }) => item));
    const items = parsed.items.map((item, number) => ({ ...item, sequence: sequenceOf(item, manifest.tables), needed: needed.has(number) }));
    const { fitting, cut } = fittingIn(items, manifest);
    const isEmpty = ({ kind, text, fits, ...item }) => !fits || (!OF_ARTICLES.includes(kind)
      && (kind === "prefix" ? !fold(text, manifest.tables) : !item.units.length && !item.sequence.some(({ open }) => open)));
    const plan = without({ items: fitting, needs: parsed.needs }, isEmpty);
    return plan.needs.length || plan.items.some(({ kind }) => kind !== "word") ? { ...plan, cut } : null;
  }

  /** Of a phrase or a form its words in normal form, `open` where only their beginning is told. In a phrase a hyphen parts words, too. */
  function sequenceOf({ kind, text }, tables) {
    if (!IN_TEXTS.includes(kind)) return [];
    return words(text, tables).flatMap(({ text: word, end }) => {
      const forms = kind === "phrase" ? parts(normal(word, tables), tables) : [normal(word, tables)];
      return forms.map((form, rank) => ({ form, open: text[end] === rules.any && rank === forms.length - 1 }));
    });
  }

  /**
   * {fitting, cut}: the items with their words, `units`, as many as a question may have, beginnings, authors and years counted among them;
   * those come first that an article needs. An item `fits` where there is room for any of it.
   */
  function fittingIn(items, manifest) {
    const found = items.map((item) => ownUnits(item, manifest));
    const fitting = items.slice();
    let room = manifest.ranking.limits.words;
    const order = Array.from(items.keys()).sort((a, b) => items[b].needed - items[a].needed || a - b);
    for (const number of order) {
      const units = found[number].asked.slice(0, room);
      fitting[number] = { ...items[number], units, fits: room > 0 };
      room -= units.length || (isToldOtherwise(items[number]) ? 1 : 0);
    }
    return { fitting, cut: found.some(({ asked, cut }, number) => cut || asked.length > fitting[number].units.length
      || (!fitting[number].fits && isToldOtherwise(items[number]))) };
  }

  /** Has it no words that are looked up, but a beginning, an author, years? */
  function isToldOtherwise({ kind, sequence }) {
    return kind === "prefix" || OF_ARTICLES.includes(kind) || sequence.some(({ open }) => open);
  }

  /** Stop words count where nothing else tells what an item asks for. */
  function ownUnits({ kind, text, presence, field, sequence, needed }, manifest) {
    if (kind === "prefix" || OF_ARTICLES.includes(kind)) return { asked: [], cut: false };
    const { asked, cut } = unitsOf(text, manifest);
    const { tables } = manifest;
    const kept = (needed || kind === "form") && asked.every(({ word }) => isStopWord(word, tables));
    const open = sequence.filter((one) => one.open).map(({ form }) => form);
    const about = { kind: kind === QUOTED ? "word" : kind, presence, field, kept, whole: IN_TEXTS.includes(kind) };
    return { asked: asked.filter(({ word }) => !open.includes(normal(word, tables))).map((unit) => ({ ...unit, ...about })), cut };
  }

  /** The plan without the items that `isLeftOut`; a need of these alone is none. */
  function without({ items, needs }, isLeftOut) {
    const places = new Map(items.filter((item) => !isLeftOut(item)).map((item, place) => [items.indexOf(item), place]));
    const kept = (literals) => literals.filter(({ item }) => places.has(item)).map(({ item, not }) => ({ item: places.get(item), not }));
    return {
      items: items.filter((item) => !isLeftOut(item)),
      needs: needs.map((need) => need.map(kept).filter((literals) => literals.length)).filter((need) => need.length),
    };
  }

  /** {asked, cut}, as `unitsOf` of a question gives it; each unit knows its item. */
  function unitsOfPlan({ items, cut }) {
    return { asked: items.flatMap(({ units }, item) => units.map((unit) => ({ ...unit, item }))), cut };
  }

  /** Load the shards of words that are told by their beginning, and of the stems that these may have; the number of files that failed. */
  async function needOpen(plan, view, { tables }) {
    const open = beginnings(plan, tables).map(({ word }) => word);
    const keys = open.flatMap(opened).flatMap((form) => candidates(form, tables).keys);
    const lost = await Promise.all([view.needKeys(open.map((word) => fold(word, tables)), true), view.needWords(open, []), view.needKeys(new Set(keys))]);
    return lost.reduce((sum, one) => sum + one);
  }

  /** [{item, word}]: beginnings of words, of items and within phrases. */
  function beginnings({ items }, tables) {
    return items.flatMap(({ kind, text, sequence }, item) => {
      const open = kind === "prefix" ? [normal(text, tables)] : sequence.filter((one) => one.open).map(({ form }) => form);
      return open.map((word) => ({ item, word })).filter(({ word }) => fold(word, tables).length >= rules.shortest);
    });
  }

  /** What `understand` gives, with the words that are told by their beginning, all in the order of the question. */
  function completed(plan, asked, view, { tables }) {
    const begins = beginnings(plan, tables);
    const found = begins.length ? { termsFrom: termFinder(view, tables), most: Math.min(rules.forms, Math.ceil(rules.together / begins.length)) } : null;
    const open = begins.map(({ item, word }) => {
      const { terms, perhaps } = begun(word, view, tables, found);
      const { kind, presence, field } = plan.items[item]; // as asked for
      if (perhaps.length && kind === "prefix") readInTexts(plan, item, word);
      const all = [...terms, ...perhaps];
      return {
        word: `${word}${rules.any}`, item, kind, presence, field, readings: [], stopped: false,
        terms: new Map(all.map((term) => [term, 1])), matched: all.length > 0,
      };
    });
    return [...asked, ...open].sort((a, b) => a.item - b.item);
  }

  /** Only the texts tell which forms begin so: then an article needs one, in any letters for the same key. */
  function readInTexts(plan, item, word) {
    const { presence, needed } = plan.items[item];
    Object.assign(plan.items[item], { kind: "form", sequence: [{ form: word, open: true, folded: true }], presence: presence === "should" ? "must" : presence });
    if (!needed) plan.needs.push([[{ item, not: false }]]);
  }

  scope.izdeuPlan = { planOf, unitsOfPlan, needOpen, completed, IN_TEXTS, QUOTED, OF_ARTICLES };
})(window);
