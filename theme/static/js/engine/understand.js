/* A query word and the index's own terms: which terms does the reader mean? No twin.

   An entry is {term, flags, stem, endings, target}: `target` is the lemma that an alias stands for, else empty.
   `lookup(asked, exact, sounding)` gives the loaded entries: with `exact` those whose search key is `asked`, or sounds so, or one of whose
   listed forms does; else those with whose stem the word `asked` begins. */
(function (engine) {
  "use strict";

  /* Kinds of reading for which a passage's word is no form of the term. */
  const UNSEEN = ["prefix", "part", "latin"];

  /* {normal, fold, keys}: the search keys of the shards that tell what a word may mean: its own, whose shard tells of its stems and
     its first letters, too; that of a closed-class lemma; that of an abbreviation's name. */
  function candidates(word, tables) {
    const normal = engine.normal(word, tables);
    const keys = piecesOf(normal, tables).flatMap((piece) =>
      [...written(piece, tables), closedLemma(piece, tables), engine.nameTerm(piece, tables)]);
    return { normal, fold: engine.fold(normal, tables), keys: distinctKeys(keys.map((text) => engine.fold(text, tables))) };
  }

  /* How the word may sound as it stands, as Kazakh in Latin letters, or typed by a habit: what is asked for if nothing else is found. */
  function soundKeys(normal, tables) {
    const keysOf = (piece) => [piece, ...engine.byHabit(piece, tables), ...engine.fromLatin(piece, tables).map(([key]) => key)];
    return distinctKeys(piecesOf(normal, tables).flatMap(keysOf).map((key) => engine.sound(key, tables)));
  }

  /* The word, and the parts of a hyphenated one. */
  function piecesOf(normal, tables) {
    return distinctKeys([normal, ...engine.parts(normal, tables)]);
  }

  function distinctKeys(keys) {
    return Array.from(new Set(keys)).filter(Boolean).sort();
  }

  /* The word itself, and without what may stand around its forms: an English possessive, по- and наи- of Russian degrees. */
  function written(normal, tables) {
    return distinctKeys([normal, normal.replace(new RegExp(tables.around), "$1")]);
  }

  const closedForms = new WeakMap(); // tables -> form -> lemma

  function closedTable(tables) {
    if (!closedForms.has(tables)) closedForms.set(tables, lemmas(tables.closed));
    return closedForms.get(tables);
  }

  /* Of rows "lemma form form;…"; a form of two rows is the first's. */
  function lemmas(rows) {
    const pairs = rows.split(";").map((row) => row.split(" ")).flatMap((forms) => forms.map((form) => [form, forms[0]]));
    return new Map(pairs.reverse());
  }

  /* The lemma of a closed-class word, "" for any other. */
  function closedLemma(normal, tables) {
    return closedTable(tables).get(normal) || "";
  }

  /* The forms of those of the terms (a Set) that are closed-class words or names: listed ones, like their terms in nothing. */
  function listedForms(terms, tables) {
    const closed = Array.from(closedTable(tables)).filter(([, lemma]) => terms.has(lemma)).map(([form]) => form);
    return [...closed, ...engine.nameForms(terms, tables)];
  }

  function prefixKey(normal, tables) {
    return engine.fold(normal.slice(0, tables.prefix.letters) + tables.prefix.marker, tables);
  }

  class Reader {
    constructor(lookup, { tables, latin, count = () => 0 }) {
      Object.assign(this, { lookup, latin, count, tables, bits: tables.flags, scores: tables.readings });
      this.kazakh = this.bits.kk_noun | this.bits.kk_verb;
    }

    /* All readings of a word in normal form; of a single letter or digit none but itself. No ending is cut from a stop word: қалай is no қала. */
    all(normal) {
      if (normal.length < 2 && !(this.latin && normal > "9")) return this.same(normal);
      const closed = closedLemma(normal, this.tables) || (` ${this.tables.stop.kk} `.includes(` ${normal} `) && normal);
      const { ways, within } = this.ways(normal);
      const found = [
        ...(closed ? this.closed(closed) : this.inKazakh(normal, ways)),
        ...written(normal, this.tables).flatMap((spelling) => this.forms(spelling)),
      ];
      const latin = found.length && !this.latin ? [] : this.inLatin(normal);
      return [
        ...found,
        ...(closed || within ? [] : this.typedPlain(normal)),
        ...(found.length ? [] : this.byHabit(normal)),
        ...latin,
        ...this.parts(normal),
        ...this.name(normal),
        ...this.prefix(normal),
      ];
    }

    reading(entry, kind, score, flags = entry.flags) {
      return { term: entry.target || entry.term, lang: this.language(flags), score, kind };
    }

    language(flags) {
      if (flags & this.kazakh) return "kk";
      if (flags & this.bits.ru) return "ru";
      return flags & this.bits.en ? "en" : "";
    }

    /* One reading for each language that the entry belongs to. */
    inEachLanguage(entry, kind, score) {
      const groups = [this.kazakh, this.bits.ru, this.bits.en].filter((group) => entry.flags & group);
      return (groups.length ? groups : [0]).map((group) => this.reading(entry, kind, score, group));
    }

    /* No ending is cut from a closed-class word. */
    closed(lemma) {
      return this.exactly(lemma).map((entry) => this.reading(entry, "exact", this.scores.exact, this.kazakh));
    }

    /* Entries spelled exactly so. */
    exactly(term) {
      return this.lookup(engine.fold(term, this.tables), true).filter((entry) => entry.term === term);
    }

    /* Terms that are the word itself. */
    same(normal) {
      return this.exactly(normal).flatMap((entry) => this.inEachLanguage(entry, "exact", this.scores.exact));
    }

    /* Terms that are the word itself, or of which it is a listed form (Russian, English), likelier by a longer stem; first of all
       those whose stem is said to be longer than the word: so the index files it (plugins/languages/firsts.py). */
    forms(normal) {
      const forms = this.lookup(normal, false).filter((entry) => engine.isForm(normal, entry));
      const score = ({ stem }) => this.scores.form + stem / 100 + (stem > normal.length);
      return [
        ...this.same(normal),
        ...forms.map((entry) => this.reading(entry, "lemma", score(entry), entry.flags & ~this.kazakh)),
      ];
    }

    inKazakh(normal, ways) {
      const name = this.nameOf(normal);
      return [
        ...ways.flatMap((one) => this.stems(one, normal, this.exactly(one.stem), "lemma", 0)),
        ...(name ? this.exactly(name) : []).map((entry) => this.reading(entry, "lemma", this.scores.form)),
      ];
    }

    /* {ways, within}: the candidates that cut into no closed-class word; Жетісуда is a form of Жетісу (`within`), not of жет. */
    ways(normal) {
      const all = engine.kazakhCandidates(normal, this.tables);
      const closed = all.filter(({ stem }) => stem.length < normal.length && closedLemma(stem, this.tables) === stem);
      const within = Math.max(0, ...closed.map(({ stem }) => stem.length));
      return { ways: all.filter(({ stem }) => stem.length >= within), within };
    }

    /* Those of the entries that a candidate may be a form of; a short stem that does not fit is a scrap of another word. */
    stems(candidate, word, entries, kind, penalty) {
      const whole = candidate.stem === word;
      const way = whole && kind === "lemma" ? "exact" : kind;
      return entries.filter(({ flags }) => flags & this.kazakh).flatMap((entry) => {
        const fits = (entry.flags & candidate.kind) !== 0;
        const score = whole ? this.scores.whole : this.scoreOf(candidate, fits, word);
        const scrap = entry.term.length <= this.scores.short && (!fits || score < this.scores.least);
        return scrap && !whole ? [] : [this.reading(entry, way, score + penalty, this.kazakh)];
      });
    }

    scoreOf({ stem, cost, lexical }, fits, word) {
      const score = this.scores;
      return score.letter * (word.length - stem.length) - cost + (fits ? 0 : score.unfit) + (lexical ? score.lexical : 0);
    }

    /* АҚШ of АҚШ-пен, 2020 of 2020-дан; "" for any other word. */
    nameOf(normal) {
      const pieces = engine.parts(normal, this.tables);
      const last = pieces[pieces.length - 1];
      if (pieces.length < 2 || !engine.isEnding(last, this.tables)) return "";
      const head = normal.slice(0, -last.length - 1);
      return head.length < this.tables.name || /[0-9]$/.test(head) ? head : "";
    }

    /* The best readings of each part of a compound. */
    parts(normal) {
      const pieces = engine.parts(normal, this.tables);
      if (pieces.length < 2 || this.nameOf(normal)) return [];
      return pieces.flatMap((piece) => leaders(bestFirst(this.all(piece).filter(({ kind }) => kind !== "prefix"))))
        .map((one) => ({ ...one, kind: "part", score: this.scores.part }));
    }

    /* Entries whose search key agrees, of which the word may be a spelling without Kazakh letters. Who types one of them types all: short
       stems would agree by chance (жылқы: жыл). */
    typedPlain(normal) {
      const least = normal.match(this.scores.kazakh) ? this.scores.short + 1 : 0;
      return this.folded(engine.fold(normal, this.tables), "folded", least).filter(({ term }) => this.spellsLess(normal, term));
    }

    /* … with others than these: ы for і, э for ә. */
    byHabit(normal) {
      return engine.byHabit(normal, this.tables).flatMap((key) => this.folded(key, "latin", this.scores.short + 1, false));
    }

    /* Entries that sound like a word in Latin letters, or of which it may be a form, less likely if spelt otherwise; beside them those of its
       first letters. */
    inLatin(normal) {
      const keys = engine.fromLatin(normal, this.tables);
      const spelt = (word) => engine.spelt(word, this.tables);
      const oddIn = (key, { term }) => (spelt(key).startsWith(spelt(term).slice(0, -1)) ? 0 : 1);
      const { short, long } = this.scores;
      const found = keys.flatMap(([key, cost]) => this.folded(engine.sound(key, this.tables), "latin", this.latin || key.length > long ? 0 : short)
        .map((one) => ({ ...one, score: one.score + this.scores.odd * (cost + oddIn(key, one)) })));
      return found.length ? [...found, ...keys.flatMap(([key]) => this.beginning(spelt(key)))] : [];
    }

    /* Terms of first letters that sound so and are spelt so. */
    beginning(typed) {
      return Array.from(typed, (_, at) => typed.slice(0, at + 1) + this.tables.prefix.marker)
        .flatMap((begun) => this.lookup(engine.sound(begun, this.tables), true, true).filter(({ term }) => engine.spelt(term, this.tables) === begun))
        .map((entry) => this.reading(entry, "prefix", this.scores.prefix, this.kazakh));
    }

    /*
     * Entries whose search key agrees, or in Latin letters sounds alike, itself or as the stem of a folded Kazakh reading. Those
     * count less with which the endings do not go (колге is көл, колга is қол); of several that are as likely that of more articles is first.
     * Terms have `least` letters.
     */
    folded(key, kind, least, isLatin = kind === "latin") {
      const penalty = this.scores[kind];
      const goes = ({ term }) => engine.harmonize(key.slice(term.length), term, this.tables);
      return [
        ...this.lookup(key, true, isLatin).flatMap((entry) => this.inEachLanguage(entry, kind, penalty)),
        ...engine.foldedCandidates(key, this.tables, isLatin)
          .flatMap((one) => this.stems(one, key, this.lookup(one.stem, true, isLatin), kind, penalty + this.scores.cut * (key.length - one.stem.length))),
      ].filter((one) => one.term.length >= least || (isLatin && key.length - one.term.length >= least && goes(one)))
        .map((one) => ({ ...one, score: one.score + (goes(one) ? 0 : this.scores.odd), count: this.count(one.term) })).sort((a, b) => b.count - a.count);
    }

    /* May `typed` stand for `term`? A plain letter may be typed for a Kazakh one, never the reverse: өлген is no form of ол. The
       term's last letter may have changed before the ending. */
    spellsLess(typed, term) {
      const [letters, wanted] = [typed, term].map((text) => text.split(this.tables.parts[0]).join(""));
      return Array.from(letters).slice(0, wanted.length - 1)
        .every((letter, at) => letter === wanted[at] || letter === engine.fold(letter, this.tables));
    }

    /* What an abbreviation is called in all languages. */
    name(normal) {
      return this.exactly(engine.nameTerm(normal, this.tables)).map((entry) => this.reading(entry, "name", this.scores.exact));
    }

    /* The first letters as typed; only where no word begins so, those that differ from them as folded letters do (кенес, кеңес). */
    prefix(normal) {
      if (normal.length <= this.tables.prefix.letters) return [];
      const found = this.lookup(prefixKey(normal, this.tables), true);
      const typed = found.filter(({ term }) => normal.startsWith(term.slice(0, -this.tables.prefix.marker.length)));
      return (typed.length ? typed : found)
        .map((entry) => this.reading(entry, "prefix", this.scores.prefix, this.kazakh));
    }
  }

  /*
   * [{term, lang, score, kind}], the best of each language first, then the others; no term twice in one language. `latin`: words that are
   * known as they stand are read as Kazakh in Latin letters, too; `count` gives the articles of a term.
   */
  function readings(word, lookup, options) {
    const { tables, lang } = options;
    const found = new Reader(lookup, options).all(engine.normal(word, tables));
    return bestFirst(found.filter((one) => !lang || one.lang === lang || one.lang === ""));
  }

  function bestFirst(found) {
    const seen = new Set();
    const distinct = found.sort((a, b) => b.score - a.score)
      .filter(({ term, lang }) => !seen.has(`${lang} ${term}`) && seen.add(`${lang} ${term}`));
    const first = leaders(distinct);
    return [...first, ...distinct.filter((one) => !first.includes(one))];
  }

  /* The first of each language. */
  function leaders(found) {
    return found.filter((one, index) => found.findIndex((other) => other.lang === one.lang) === index);
  }

  /* Is a word of a passage a form of one of these terms (a Set)? `lookup` needs to hold the terms' own entries only. */
  function sameWord(word, terms, lookup, options) {
    const normal = engine.normal(word, options.tables);
    const known = options.seen || new Map();
    if (!known.has(normal)) {
      const all = readings(normal, lookup, options);
      const least = all.length ? all[0].score - options.tables.readings.same : 0;
      known.set(normal, all.some(({ term, kind, score }) => terms.has(term) && !UNSEEN.includes(kind) && score > least));
    }
    return known.get(normal);
  }

  Object.assign(engine, { candidates, soundKeys, listedForms, readings, sameWord });
})((globalThis.izdeuEngine = globalThis.izdeuEngine || {}));
