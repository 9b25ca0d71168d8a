// The words of a question, as the index understands them: which terms each may mean, and how much each counts.
(function (scope) {
  "use strict";

  const { words, normal, fold, sound, soundKeys, statutes } = scope.izdeuEngine;
  const { takenApart, isStopWord } = scope.izdeuApart;

  const TYPED = ["folded", "latin"]; // kinds of a word that was typed with other letters
  const HIDDEN = ["part", "prefix", "name", "number"]; // signs of a word beside its reading
  const SAME = ["exact", "lemma", "folded"]; // kinds in which two words typed apart are one word of the texts
  const CHOICE = "→"; // between a word and how it is to be read
  const NUMBER = 0.5; // what an article's number counts where it may number something else

  /**
   * {asked, cut}: what the question asks for, in order, each once, never more than the limit; `cut` says that there was more.
   * One is {word, statute, joined}: the word as typed; for an article of a law (`ст. 190`) its term; with the word that
   * follows it as one, where nothing but a space is between them (a compound may be written so, too), else "".
   */
  function unitsOf(query, manifest) {
    const { tables, ranking } = manifest;
    const found = words(query, tables);
    const articles = statutes(query, found, tables);
    const seen = new Set();
    const units = found
      .map((word, rank) => unitAt(rank, found, articles, query))
      .filter((unit) => unit && !seen.has(normal(unit.word, tables)) && seen.add(normal(unit.word, tables)));
    return { asked: units.slice(0, ranking.limits.words), cut: units.length > ranking.limits.words };
  }

  /** The unit that begins with a word; null for the rest of an article. */
  function unitAt(rank, found, articles, query) {
    const inside = articles.find(({ first, last }) => first <= rank && rank <= last);
    if (inside && inside.first < rank) return null;
    const last = found[inside ? inside.last : rank];
    const next = found[rank + 1];
    const beside = !inside && next && query.slice(last.end, next.start) === " ";
    return {
      word: query.slice(found[rank].start, last.end),
      statute: inside ? inside.term : "",
      joined: beside ? last.text + next.text : "",
    };
  }

  /**
   * Loads what the understanding of the units asks for, stop words left out, and puts two units for a word that the texts write
   * as two; gives the number of files that failed.
   */
  async function needUnits(units, view, manifest) {
    const { tables } = manifest;
    const asked = contentOf(units, tables);
    const wanted = asked.filter(({ statute }) => !statute);
    const articles = asked.filter(({ statute }) => statute);
    const [some, others] = await Promise.all([
      view.needWords(wanted.map(({ word }) => word), asked.map(({ joined }) => joined).filter(Boolean)),
      view.needTerms(articles.flatMap(({ word, statute }) => [statute, normal(word, tables), numberOf(statute, tables)])),
    ]);
    const halves = await Promise.all(units.map((unit) => (wanted.includes(unit) ? takenApart(unit.word, view, manifest) : [])));
    const apart = units.flatMap((unit, rank) => (halves[rank].length ? halves[rank].map((word) => ({ ...unit, word, apart: unit.word, statute: "", joined: "" })) : [unit]));
    units.splice(0, units.length, ...apart);
    return some + others;
  }

  /** The units that are no stop words; all, where there are no others. */
  function contentOf(units, tables) {
    return someOf(units, ({ word, kept }) => kept || !isStopWord(word, tables));
  }

  /** Those that fit; all, where there are none. */
  function someOf(all, fits) {
    const some = all.filter(fits);
    return some.length ? some : all;
  }

  /** The kind of the best reading. */
  function bestKind(found) {
    return (found.find(({ kind }) => !HIDDEN.includes(kind)) || { kind: "" }).kind;
  }

  /**
   * Is it a stop word typed with other letters, and no form of one (барған is no бар)? Beside Kazakh in Latin letters a word in Latin
   * letters is meant so, too: `men` is мен.
   */
  function standsForStop(word, found, typed, tables) {
    const first = found.find(({ kind }) => (typed.length ? typed.includes(kind) : !HIDDEN.includes(kind)));
    const isIt = (term) => soundKeys(normal(word, tables), tables).includes(sound(term, tables));
    return first !== undefined && TYPED.includes(first.kind) && isStopWord(first.term, tables) && isIt(first.term);
  }

  /**
   * Each unit with {readings: [{lemma, lang, on}], terms: Map term -> weight, matched, doubted, weak, stopped}; `on` are the readings that
   * count, `weak` is a word of which nothing but weak signs and doubtful readings was found.
   * Stop words drop out while others remain: they are not even looked up. `as` is the only language in which words are read,
   * `read` holds "word→lemma" or "word→language:lemma" for words that are to be read so and not otherwise.
   */
  function understand(units, view, manifest, { as, read: wanted = [] } = {}) {
    const { tables, ranking: { weights } } = manifest;
    const asTyped = contentOf(units, tables);
    const typed = asTyped.flatMap(({ word, statute }) => (statute ? [] : [bestKind(view.readingsOf(word, as))])).filter((kind) => TYPED.includes(kind));
    const read = (word) => view.readingsOf(word, as, typed.includes("latin"));
    const content = someOf(asTyped, ({ word, statute }) => statute || !standsForStop(word, read(word), typed, tables));
    const compoundOf = (unit) => (unit.joined && content.includes(unit) ? choose(read(unit.joined), weights, tables, view, typed) : []);
    const compounds = units.map((unit) => compoundOf(unit).filter(({ kind }) => SAME.includes(kind)));
    return units.map((unit, rank) => {
      if (!content.includes(unit)) return { ...unit, readings: [], terms: new Map(), matched: true, stopped: true };
      const all = unit.statute ? [] : read(unit.word);
      const chosen = unit.statute ? articleOf(unit, view, tables) : choose(wantedOf(unit.word, all, wanted, tables), weights, tables, view, typed);
      const beside = [...compounds[rank], ...(rank && units[rank - 1].joined ? compounds[rank - 1] : [])];
      const others = unit.whole ? all.map((one) => ({ ...one, weight: weights.part })) : [];
      return {
        ...unit,
        readings: shownOf(all, chosen),
        terms: heaviest([...chosen, ...beside, ...others]),
        matched: chosen.length + beside.length > 0,
        doubted: !beside.length && chosen.every(({ kind, score }) => kind === "latin" || score <= tables.readings.folded),
        stopped: false,
        weak: !unit.statute && !unit.whole && [...chosen, ...beside].every((one) => one.weight <= weights.part || isDoubtful(one, tables)),
      };
    });
  }

  /** The readings of a word that the reader has chosen for it; all, where there is no such choice. */
  function wantedOf(word, found, wanted, tables) {
    const choices = wanted.map((choice) => choice.split(CHOICE)).filter(([typed]) => normal(typed, tables) === normal(word, tables));
    const own = found.filter(({ term, lang }) => choices.some(([, lemma]) => lemma === term || lemma === `${lang}:${term}`));
    return own.length ? own : found;
  }

  /** The readings as they are shown, those that count first. */
  function shownOf(all, chosen) {
    const isOn = ({ term, lang }) => chosen.some((one) => one.term === term && one.lang === lang);
    return all.filter(({ kind }) => !HIDDEN.includes(kind)).map((one) => ({ lemma: one.term, lang: one.lang, on: isOn(one) }))
      .sort((a, b) => b.on - a.on);
  }

  /** An article of a law: its own term, and its number wherever that stands. */
  function articleOf({ statute }, view, tables) {
    const number = numberOf(statute, tables);
    const typed = { term: number, kind: "number", weight: NUMBER, lang: "" };
    return [{ term: statute, kind: "name", weight: 1, lang: "" }, typed]
      .filter(({ term }) => view.lookup(fold(term, tables), true).some((entry) => entry.term === term));
  }

  function numberOf(statute, tables) {
    return statute.slice(tables.statutes.mark.length);
  }

  /**
   * The best reading of each language, with or without hyphen; spellings that only fold together count less beside the word as
   * typed. Of one language they count if more articles have them: `кылмыс` stands in a text without Kazakh letters, too.
   */
  function choose(found, weights, tables, view, others) {
    const leaders = new Map(); // language -> its best reading
    for (const one of found) {
      if (!HIDDEN.includes(one.kind) && !leaders.has(one.lang)) leaders.set(one.lang, one);
    }
    const all = Array.from(leaders.values());
    const typed = all.some(({ kind }) => kind === "exact" || kind === "lemma");
    const chosen = all.flatMap((leader) => found.filter((one) => isSpelling(one, leader, tables))
      .map((one) => ({ ...one, weight: weightOf(leader.kind, typed, others, weights) })))
      .concat(all.flatMap((leader) => commoner(leader, found, view, tables, others)).map((one) => ({ ...one, weight: weightOf(one.kind, true, others, weights) })));
    const kazakh = !all.length || all.some(({ lang }) => lang === "kk");
    const signs = found.filter(({ kind }) => kind === "part" || kind === "name" || (kazakh && kind === "prefix"));
    return [...chosen, ...signs.map((one) => ({ ...one, weight: weights[one.kind] }))];
  }

  /**
   * Of a word read as typed, in an array: the same with Kazakh letters, if more articles have it, or a form of another one, if
   * many times as many do, or of a short one, which folds by chance (он, өн).
   */
  function commoner(leader, found, view, tables, others) {
    if (TYPED.includes(leader.kind)) return [];
    const isLike = (one) => leader.term.length > tables.readings.short && fold(one.term, tables) === fold(leader.term, tables);
    const times = (one) => (isLike(one) || others.includes(one.kind) ? 1 : tables.readings.commoner);
    return found.filter(({ kind, lang }) => kind === "folded" && lang === leader.lang).slice(0, 1)
      .filter((one) => view.count(one.term) > times(one) * view.count(leader.term));
  }

  /** Is this the reading itself, or the same word with a hyphen more or less? */
  function isSpelling(one, leader, { parts: [joint] }) {
    const alike = one.lang === leader.lang && SAME.includes(one.kind);
    return one === leader || (alike && letters(one.term, joint) === letters(leader.term, joint));
  }

  function letters(term, joint) {
    return term.split(joint).join("");
  }

  /** Map term -> its greatest weight: a term may be the word itself and a part of it. */
  function heaviest(chosen) {
    const weights = new Map();
    for (const { term, weight } of chosen) weights.set(term, Math.max(weight, weights.get(term) || 0));
    return weights;
  }

  /** Nothing but its first letters or a part of it is a word of the texts. */
  function isUnknown(asked) {
    return !asked.stopped && !asked.readings.some(({ on }) => on) && !Array.from(asked.terms.values()).includes(1);
  }

  /** Is such a word found all the same, by these signs? */
  function isPartly(asked) {
    return (asked.kind || "word") === "word" && asked.matched && isUnknown(asked);
  }

  /** Read by other letters than its own, so badly that it may be chance. */
  function isDoubtful({ kind, score }, { readings }) {
    return TYPED.includes(kind) && score < readings[kind];
  }

  /** Unknown, or found only by its Latin letters, as two words, by ear, or as a form whose letters were taken for others. */
  function isDoubted(asked) {
    return asked.doubted || asked.apart || asked.misspelt || isUnknown(asked);
  }

  /** The terms of what `understand` gives, without those of stop words. */
  function termsOf(asked) {
    return new Set(asked.filter(({ stopped }) => !stopped).flatMap(({ terms }) => Array.from(terms.keys())));
  }

  function weightOf(kind, typed, others, weights) {
    if (typed && others.includes(kind)) return weights.exact;
    return typed && TYPED.includes(kind) ? weights.beside : weights[kind];
  }

  scope.izdeuQuestion = { unitsOf, needUnits, understand, wantedOf, termsOf, isUnknown, isPartly, isDoubted, isStopWord };
})(window);
