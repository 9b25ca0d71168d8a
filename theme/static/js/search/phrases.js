// Phrases and very forms: the index holds lemmas, so the texts of the passages that may hold them are read, of no more articles than needed.
(function (scope) {
  "use strict";

  const rules = scope.izdeuSyntaxRules;
  const { words, normal, parts } = scope.izdeuEngine;
  const { PER_PIECE, allows, narrows } = scope.izdeuFilters;
  const { markFinder, pieceOf, inOrder } = scope.izdeuPassages;
  const { loadPiece } = scope.izdeuHits;
  const { IN_TEXTS, OF_ARTICLES } = scope.izdeuPlan;
  const { startsLike } = scope.izdeuBegun;
  const { placeFinder, fulfils } = scope.izdeuClauses;
  const AT_ONCE = 8; // articles that are checked together

  /** [{start, end}]: the places of a text where the words of an item stand one behind the other; those of a phrase with hyphens, too. */
  function occurrences(text, { kind, sequence }, tables) {
    const all = words(text, tables).flatMap(({ text: word, start, end }) => {
      const form = normal(word, tables);
      return (kind === "phrase" ? parts(form, tables) : [form]).map((one) => ({ form: one, start, end }));
    });
    const begins = ({ form, folded }, one) => one.startsWith(form) || (folded && startsLike(one, form, tables));
    const isOf = (wanted, one) => one && (wanted.open ? begins(wanted, one.form) : one.form === wanted.form);
    const isAt = (from) => sequence.every((wanted, rank) => isOf(wanted, all[from + rank]));
    return all.map((_, from) => from).filter(isAt).map((from) => ({ start: all[from].start, end: all[from + sequence.length - 1].end }));
  }

  /** What marks a question in a text: forms of its words, whole phrases, very forms. */
  function planFinder(plan, asked, view, manifest, onlyForms) {
    const shown = asked.filter(({ presence, stopped }) => presence !== "not" && !stopped);
    const terms = new Set(shown.filter(({ item }) => !IN_TEXTS.includes(plan.items[item].kind)).flatMap((one) => Array.from(one.terms.keys())));
    const phrases = plan.items.filter(({ presence, sequence }) => presence !== "not" && sequence.length);
    const findForms = markFinder(terms, view, manifest, onlyForms || phrases.length > 0);
    return (text) => {
      const forms = terms.size ? findForms(text).map(([start, end]) => ({ start, end })) : [];
      const found = phrases.flatMap((item) => occurrences(text, item, manifest.tables));
      return inOrder([...forms, ...found]).map(({ start, end }) => [start, end]);
    };
  }

  /** The passages among `places` of a document that hold the words of an item. */
  async function read(document, places, item, context) {
    const pieces = Array.from(new Set(places.map(pieceOf)));
    const texts = new Map(await Promise.all(pieces.map(async (piece) => [piece, await loadPiece(document, piece, context)])));
    return places.filter((passage) => {
      const article = texts.get(pieceOf(passage));
      return article && occurrences(article.passages[passage % PER_PIECE][0], item, context.manifest.tables).length > 0;
    });
  }

  /** Those of the places that the reader wants to see: of one language, one part of the text. */
  function shownOf(places, { document }, { options, facets, manifest }) {
    return narrows(options) ? places.filter((place) => allows(facets.codes[document] || "", place, options, manifest)) : places;
  }

  /** The hit with `favoured`, the passages that fulfil what is needed; null when the article does not fulfil the question. */
  async function checked(hit, { plan, finder, context }) {
    const found = await Promise.all(plan.items.map(async (item, number) => {
      if (OF_ARTICLES.includes(item.kind)) return [];
      const places = finder.placesOf(number, hit.document);
      if (!IN_TEXTS.includes(item.kind)) return places;
      return read(hit.document, item.presence === "not" ? places : shownOf(places, hit, context), item, context);
    }));
    const holds = (item, document) => (OF_ARTICLES.includes(plan.items[item].kind) ? finder.holds(item, document) : found[item].length > 0);
    if (!fulfils(plan.needs, hit.document, holds)) return null;
    const needed = plan.needs.flat(2);
    const favoured = new Set(needed.filter(({ not }) => !not).flatMap(({ item }) => found[item]));
    return { ...hit, favoured, only: favoured.size > 0 && plan.items.every((_, item) => needed.some((one) => one.item === item)) };
  }

  /** {hits, total, atMost}: the hits from `first` to `end`; `atMost`: no more texts were read than these need. */
  function taken(ranked, first, end, context) {
    const going = (ranked.checking || Promise.resolve()).then(() => goOn(ranked, end, context));
    ranked.checking = going.catch(() => {});
    return going.then(({ hits, next }) => ({
      hits: hits.slice(first, end),
      total: hits.length + ranked.hits.length - next,
      atMost: next < ranked.hits.length && ranked.plan.items.some(({ kind }) => IN_TEXTS.includes(kind)),
    }));
  }

  /** What is known of the hits, as far as it goes; what could not be loaded is tried again by whoever asks next. */
  async function goOn(ranked, end, context) {
    const { plan } = ranked;
    const state = ranked.state || { hits: [], next: 0 };
    const work = { plan, context, finder: placeFinder(plan, ranked) };
    const reads = plan.items.some(({ kind }) => IN_TEXTS.includes(kind));
    while (state.next < ranked.hits.length && (state.hits.length < end || (reads && state.next < rules.checked))) {
      const batch = await Promise.all(ranked.hits.slice(state.next, state.next + AT_ONCE).map((hit) => checked(hit, work)));
      if (context.options.signal && context.options.signal.aborted) break;
      state.hits.push(...batch.filter(Boolean));
      state.next += batch.length;
    }
    Object.assign(ranked, { state: context.failures ? null : state });
    return state;
  }

  scope.izdeuPhrases = { planFinder, taken };
})(window);
