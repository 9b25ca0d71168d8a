// Which articles fulfil a question of the query language, as far as the postings and the columns of all articles tell. What a phrase
// needs besides, its texts tell (phrases.js).
(function (scope) {
  "use strict";

  const rules = scope.izdeuSyntaxRules;
  const { allOf, passagesIn } = scope.izdeuPostings;
  const { passageKind, testOf } = scope.izdeuFilters;
  const { IN_TEXTS, QUOTED, OF_ARTICLES } = scope.izdeuPlan;
  const VERSION = 4; // characters of a document's version; spaces where there is none

  /** The columns of all articles that the items ask for; `order`: what articles without words are ordered by. */
  function facetsOf(plan) {
    const asked = plan.items.flatMap(({ kind, field }) => (OF_ARTICLES.includes(kind) ? [kind] : field ? ["codes"] : []));
    return isOpen(plan) ? [...asked, "year"] : asked;
  }

  function isWord({ kind }) {
    return !OF_ARTICLES.includes(kind);
  }

  /**
   * What finds the places of the items: `placesOf(item, document)` gives the passages of a document that may hold an item (of several words:
   * all of them; of a phrase or of what is quoted: all in one passage), `holds(item, document)` whether there are any.
   */
  function placeFinder(plan, { asked, facets, manifest, postings }) {
    const tests = plan.items.map(({ kind, text }) => (isWord({ kind }) ? null : testOf(kind, text, facets, manifest)));
    const groups = plan.items.map((_, number) => asked.filter(({ item, stopped }) => item === number && !stopped).map((one) => leading(one, plan.items[number])));

    function placesOf(number, document) {
      const { kind, field } = plan.items[number];
      const sets = groups[number].map((terms) => new Set(terms.flatMap((term) => (postings.has(term) ? allOf(passagesIn(postings.get(term), document)) : []))));
      const inField = (passages) => (field ? passages.filter((passage) => passageKind(facets.codes[document] || "", passage, manifest).part === field) : passages);
      const found = sets.map((set) => inField(Array.from(set)));
      if (kind !== QUOTED && !IN_TEXTS.includes(kind)) return found.every((some) => some.length) ? Array.from(new Set(found.flat())) : [];
      return (found[0] || []).filter((passage) => sets.every((set) => set.has(passage)));
    }

    function holds(number, document) {
      return tests[number] ? tests[number](document) : placesOf(number, document).length > 0;
    }

    return { placesOf, holds };
  }

  /** The terms that stand for the word itself, in other languages, too; for a word of a phrase all, since its very form is looked for. */
  function leading({ terms, others = [] }, { kind }) {
    if (IN_TEXTS.includes(kind)) return Array.from(terms.keys());
    const most = Math.max(...terms.values());
    const abroad = others.filter(({ on }) => on).map(({ lemma }) => lemma); // a phrase is no term
    return Array.from(terms.keys()).filter((term) => terms.get(term) === most || abroad.includes(term));
  }

  /** Does the document fulfil all needs, where `holds(item, document)` is true, false, or undefined for "perhaps"? */
  function fulfils(needs, document, holds) {
    return needs.every((alternatives) => alternatives.some((literals) => literals.every(({ item, not }) => {
      const held = holds(item, document);
      return held === undefined || held !== not;
    })));
  }

  /** Can an article fulfil the question without holding any of its words? Then all articles are looked at. */
  function isOpen({ items, needs }) {
    const chained = new Set(needs.flat(2).map(({ item }) => item));
    const free = (literals) => literals.every(({ item, not }) => not || !isWord(items[item]));
    return items.every((_, item) => chained.has(item)) && needs.every((need) => need.some(free));
  }

  /** A hit for each article, the newest first; `open`: found by no word. */
  function everything({ lengths, versions }, { year = [] }) {
    const count = lengths[0].length;
    const documents = Array.from({ length: count }, (_, document) => document).filter((document) => versions.slice(VERSION * document, VERSION * (document + 1)).trim());
    return documents.sort((a, b) => (year[b] || 0) - (year[a] || 0) || a - b).map((document) => ({ document, score: 0, together: 0, terms: [], open: true }));
  }

  /** The hits that may fulfil the question. */
  function kept(plan, hits, context) {
    const { holds } = placeFinder(plan, context);
    const told = (item, document) => {
      const held = holds(item, document);
      return IN_TEXTS.includes(plan.items[item].kind) && held ? undefined : held;
    };
    const known = new Set(hits.map(({ document }) => document));
    const others = isOpen(plan) ? everything(context.documents, context.facets).filter(({ document }) => !known.has(document)) : [];
    return quotedFirst(plan, [...hits, ...others].filter(({ document }) => fulfils(plan.needs, document, told)), holds);
  }

  /** Of the hits that hold all words in one passage, and of the others, those that hold more of what is quoted sooner; `quoted` tells how much. */
  function quotedFirst({ items }, hits, holds) {
    const quoted = Array.from(items.keys()).filter((number) => items[number].kind === QUOTED);
    if (!quoted.length) return hits;
    const counted = hits.map((hit) => ({ ...hit, quoted: quoted.filter((number) => holds(number, hit.document)).length }));
    const worth = ({ score, quoted: held }) => score * (1 + rules.quoted * held);
    return counted.sort((a, b) => b.together - a.together || worth(b) - worth(a));
  }

  /** What the question was understood as: its words, and authors and years, which no word of the texts tells, `matched` where an article has them. */
  function told({ plan: { items }, asked, documents, facets, manifest }) {
    const all = everything(documents, {});
    const others = items.flatMap(({ kind, text, presence }, item) => {
      if (isWord({ kind })) return [];
      const isMeant = testOf(kind, text, facets, manifest);
      return [{ word: text, item, kind, field: kind, presence, readings: [], matched: all.some(({ document }) => isMeant(document)), stopped: false }];
    });
    return [...asked, ...others].sort((a, b) => a.item - b.item);
  }

  scope.izdeuClauses = { told, facetsOf, placeFinder, fulfils, kept, everything };
})(window);
