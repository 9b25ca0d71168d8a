/* A query word and the index's own terms: which terms does the reader mean?

   An entry of the index is {term, flags, stem, endings, target}: `endings` as in paradigms.js, `target` the lemma an alias
   stands for, else empty. `lookup(key, exact)` gives the loaded entries whose search key is `key`, or begins with it.
   No twin: at build time analyser.py decides with the whole corpus at hand. */
(function (engine) {
  "use strict";

  /* {normal, fold, keys}: the search keys near which the needed entries stand in the sorted term list, sorted. */
  function candidates(word, tables) {
    const normal = engine.normal(word, tables);
    const fold = engine.fold(normal, tables);
    const keys = new Set();
    for (const spelling of spellings(normal, tables)) {
      const key = engine.fold(spelling, tables);
      keys.add(key).add(key.slice(0, tables.readings.shared));
      for (const reading of likeliest(spelling, tables)) keys.add(engine.fold(reading.stem, tables));
    }
    if (fold.length > tables.prefix.letters) keys.add(engine.fold(prefixTerm(normal, tables), tables));
    keys.delete("");
    return { normal, fold, keys: Array.from(keys).sort() };
  }

  /* The word itself, without an English possessive, and what a word in Latin letters may be in Kazakh. */
  function spellings(normal, tables) {
    const ending = tables.possessive.find((end) => normal.endsWith(end) && normal.length > end.length + 1);
    return [normal, ...(ending ? [normal.slice(0, -ending.length)] : []), ...fromLatin(normal, tables)];
  }

  /* Search keys of a word typed in Latin letters, [] where a letter has no Cyrillic counterpart. */
  function fromLatin(word, tables) {
    let found = [""];
    for (let start = 0; start < word.length; ) {
      const source = latinLetter(word, start, tables.latin.letters);
      if (!source) return [];
      const choices = tables.latin.letters[source].split(" ");
      found = found.flatMap((begun) => choices.map((choice) => begun + choice)).slice(0, tables.latin.most);
      start += source.length;
    }
    return found.filter((key) => key !== "");
  }

  function latinLetter(word, start, letters) {
    for (let length = 4; length > 0; length--) {
      const source = word.slice(start, start + length);
      if (source.length === length && source in letters) return source;
    }
    return "";
  }

  function likeliest(normal, tables) {
    return engine.kazakhCandidates(normal, tables)
      .filter((reading) => reading.stem.length > 1)
      .sort((a, b) => a.lexical - b.lexical || a.cost - b.cost)
      .slice(0, tables.readings.candidates);
  }

  function prefixTerm(normal, tables) {
    return normal.slice(0, tables.prefix.letters) + tables.prefix.marker;
  }

  /* [{term, lang, score, kind}], the best of each language first, then the others; no term twice in one language. */
  function readings(word, lookup, options) {
    const tables = options.tables;
    const normal = engine.normal(word, tables);
    const closed = closedLemma(normal, tables);
    const found = [
      ...(closed ? closedReadings(closed, lookup, tables) : kazakhReadings(normal, lookup, tables)),
      ...spellings(normal, tables).slice(0, 2).flatMap((spelling) => formReadings(spelling, lookup, tables)),
      ...(closed ? [] : foldedReadings(engine.fold(normal, tables), lookup, tables, "folded")),
      ...fromLatin(normal, tables).flatMap((key) => foldedReadings(key, lookup, tables, "latin")),
      ...prefixReadings(normal, lookup, tables),
    ];
    return bestFirst(found.filter((reading) => !options.lang || reading.lang === options.lang || reading.lang === ""));
  }

  function reading(entry, kind, score, tables) {
    return { term: entry.target || entry.term, lang: language(entry.flags, tables.flags), score, kind, flags: entry.flags };
  }

  function language(flags, bits) {
    if (flags & (bits.kk_noun | bits.kk_verb)) return "kk";
    if (flags & bits.ru) return "ru";
    return flags & bits.en ? "en" : "";
  }

  /* One reading for each language that the entry belongs to. */
  function inEachLanguage(entry, kind, score, tables) {
    const bits = tables.flags;
    const groups = [bits.kk_noun | bits.kk_verb, bits.ru, bits.en].filter((group) => entry.flags & group);
    if (!groups.length) return [reading(entry, kind, score, tables)];
    return groups.map((group) => reading({ ...entry, flags: entry.flags & group }, kind, score, tables));
  }

  function closedLemma(normal, tables) {
    const row = tables.closed.split(";").find((forms) => forms.split(" ").includes(normal));
    return row ? row.split(" ")[0] : "";
  }

  /* The lemma of a closed-class word, if the index has it: no ending is cut from such a word. */
  function closedReadings(lemma, lookup, tables) {
    const kazakh = tables.flags.kk_noun;
    return exactly(lemma, lookup, tables)
      .map((entry) => reading({ ...entry, flags: kazakh }, "exact", tables.readings.exact, tables));
  }

  /* Entries spelled exactly so. */
  function exactly(term, lookup, tables) {
    return lookup(engine.fold(term, tables), true).filter((entry) => entry.term === term);
  }

  function kazakhReadings(normal, lookup, tables) {
    return engine.kazakhCandidates(normal, tables).flatMap((candidate) =>
      exactly(candidate.stem, lookup, tables)
        .filter((entry) => language(entry.flags, tables.flags) === "kk")
        .map((entry) => reading({ ...entry, flags: entry.flags & 3 }, "lemma", kazakhScore(candidate, entry, tables), tables)));
  }

  function kazakhScore(candidate, entry, tables) {
    const score = tables.readings;
    const bare = candidate.stem.length && candidate.cost === 0;
    const fit = bare || entry.flags & candidate.kind ? 0 : score.unfit;
    return score.kazakh - candidate.cost + fit + (candidate.lexical ? score.lexical : 0);
  }

  /* Russian and English: entries one of whose listed forms is the word; and terms that are the word itself. */
  function formReadings(normal, lookup, tables) {
    const start = engine.fold(normal, tables).slice(0, tables.readings.shared);
    const score = tables.readings;
    const forms = lookup(start, false).filter((entry) => engine.isForm(normal, entry));
    const same = exactly(normal, lookup, tables);
    return [
      ...same.flatMap((entry) => inEachLanguage(entry, "exact", score.exact, tables)),
      ...forms.map((entry) => reading({ ...entry, flags: entry.flags & ~3 }, "lemma", score.form, tables)),
    ];
  }

  /* Entries whose search key agrees, itself or as the stem of a folded Kazakh reading. */
  function foldedReadings(key, lookup, tables, kind) {
    const penalty = tables.readings[kind];
    const whole = lookup(key, true).flatMap((entry) => inEachLanguage(entry, kind, penalty, tables));
    const stems = engine.foldedCandidates(key, tables).flatMap((candidate) =>
      lookup(candidate.stem, true)
        .filter((entry) => language(entry.flags, tables.flags) === "kk")
        .map((entry) => reading(entry, kind, penalty + kazakhScore(candidate, entry, tables), tables)));
    return [...whole, ...stems];
  }

  function prefixReadings(normal, lookup, tables) {
    if (normal.length <= tables.prefix.letters) return [];
    const key = engine.fold(prefixTerm(normal, tables), tables);
    return lookup(key, true).map((entry) => ({ ...reading(entry, "prefix", tables.readings.prefix, tables), lang: "kk" }));
  }

  function bestFirst(found) {
    const sorted = found.sort((a, b) => b.score - a.score);
    const seen = new Set();
    const distinct = sorted.filter(({ term, lang }) => !seen.has(`${lang} ${term}`) && seen.add(`${lang} ${term}`));
    const leaders = distinct.filter((one, index) => distinct.findIndex((other) => other.lang === one.lang) === index);
    return [...leaders, ...distinct.filter((one) => !leaders.includes(one))];
  }

  /* Is a word of a passage a form of one of these terms (a Set)? `lookup` needs to hold the terms' own entries only. */
  function sameWord(word, terms, lookup, options) {
    const normal = engine.normal(word, options.tables);
    const known = options.seen || new Map();
    if (!known.has(normal)) {
      const all = readings(normal, lookup, options);
      const best = all.length ? all[0].score : 0;
      known.set(normal, all.some((one) => terms.has(one.term) && one.kind !== "prefix" && one.score > best - options.tables.readings.same));
    }
    return known.get(normal);
  }

  Object.assign(engine, { candidates, readings, sameWord, fromLatin });
})((globalThis.izdeuEngine = globalThis.izdeuEngine || {}));
