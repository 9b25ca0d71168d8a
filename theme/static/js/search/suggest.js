// "Did you mean": what a question may have meant whose words the index lacks or has in a doubtful reading only. Offered, never asked in
// its place.
(function (scope) {
  "use strict";

  const { unitsOf, needUnits, understand, isUnknown, isDoubted } = scope.izdeuQuestion;
  const { loadFacets } = scope.izdeuFacets;
  const { goesOn } = scope.izdeuAsk;
  const { otherKeyboards } = scope.izdeuKeyboard;
  const { nearTo, commonerThan } = scope.izdeuNear;
  const { mended } = scope.izdeuTypos;
  const { normal, words: cut } = scope.izdeuEngine;
  const { typos, keyboards } = scope.izdeuTypingRules;
  const NAME = [4, 60]; // letters of a name, at least and at most
  const LEAST = 3; // letters of what another keyboard gives
  const MOST_WORDS = 4; // of a question that are looked for; a longer one of unknown words is no slip of the keys

  /**
   * [{query, typed, meant}], best first: the question with what may have been meant. `ranked` is all that is known of the question, with
   * `total`, the number of its hits, and a `view` of its own.
   */
  async function suggest(question, ranked, options) {
    const { manifest, view } = ranked;
    const words = doubtedIn(ranked).slice(0, MOST_WORDS);
    const unknown = words.filter(isUnknown);
    const { text, isSure } = await onOtherKeyboard(question, unknown, manifest, view);
    const keyboard = text ? [{ query: text, typed: question.trim(), meant: text }] : [];
    if (isSure) return keyboard;
    goesOn(options);
    const [found, author] = await Promise.all([
      Promise.all(words.map((one) => meantBy(one, ranked, options))),
      asAuthor(question.trim(), ranked.asked, manifest),
    ]);
    const near = words.some((one, rank) => isLost(one, found[rank])) ? [] : combined(question, words, found);
    return [...new Map([...keyboard, ...author, ...near].map((one) => [one.query, one])).values()].slice(0, manifest.ranking.limits.suggestions);
  }

  /** Must the word be there, and is nothing near it? Then no question with it finds anything, whatever else is mended. */
  function isLost(one, near) {
    return one.presence === "must" && isUnknown(one) && !near.length;
  }

  /** The words that may be mistyped; halves as the word that they were typed as. No articles of laws, and no phrase that the texts have. */
  function doubtedIn({ asked, total }) {
    const words = asked.filter((one) => isDoubted(one) && !one.statute && !(total && one.kind === "phrase"));
    const typed = words.map((one) => ({ ...one, word: one.apart || one.word }));
    return typed.filter(({ word }, rank) => typed.findIndex((other) => other.word === word) === rank);
  }

  /** Words of the index that may be meant by this one, best first. */
  async function meantBy(one, { manifest, view, postings }, options) {
    const slight = await slightlyMended(one.word, view, manifest);
    const near = isUnknown(one) || one.misspelt
      ? nearTo(one.word, { manifest, view }, () => goesOn(options))
      : commonerThan(one.word, one.apart ? 0 : documentsOf(one, postings), manifest);
    return [...slight, ...(await near).filter(({ word }) => slight.every((other) => other.word !== word))].slice(0, typos.most);
  }

  /** [{word}]: the word with a doubled letter written once, or two neighbours exchanged, where that is a form of a word of the texts. */
  async function slightlyMended(word, view, { tables }) {
    const form = normal(word, tables);
    if (form.length > typos.longest) return [];
    const others = Array.from(new Set(mended(form).filter((other, at) => other.length < form.length || !at || form.length <= typos.few)));
    await view.needWords(others, []);
    return others.filter((other) => view.readingsOf(other).some(({ kind }) => kind === "exact" || kind === "lemma")).map((other) => ({ word: other }));
  }

  /**
   * The articles of an author, where the question, or a word of it, may be the name of one, in whatever alphabet. An unknown word may be
   * the beginning of a name; one that the texts have must sound like the whole of a word of it.
   */
  async function asAuthor(question, asked, manifest) {
    const told = asked.filter(({ kind = "word", stopped }) => kind === "word" && !stopped);
    if (!manifest.facets.author || !told.length || told.length > MOST_WORDS) return [];
    const { author: { names } } = await loadFacets(["author"], manifest).catch(() => ({ author: { names: [] } }));
    const known = told.filter((one) => !isUnknown(one)).map(({ word }) => word);
    const texts = [question, ...told.map(({ word }) => word)].filter((text) => text.length >= NAME[0] && text.length <= NAME[1]);
    const name = texts.find((text) => names.some(authorTest(text, known.filter((word) => text.includes(word)), manifest.tables)));
    return name ? [{ query: `author:${/\s/.test(name) ? `"${name}"` : name}`, typed: name, meant: name }] : [];
  }

  /** May a name be the one that is asked for, and has it all words of `whole`? */
  function authorTest(text, whole, tables) {
    const { nameTest, nameParts, heard } = scope.izdeuEngine;
    const isMeant = nameTest(text, tables, whole.length > 0);
    const full = (name) => nameParts(name, tables).filter((part) => part.full).map((part) => heard(part.text, tables));
    const wanted = whole.filter((word) => word.length >= NAME[0]).map((word) => heard(word, tables));
    return (name) => isMeant(name) && wanted.every((sound) => full(name).includes(sound));
  }

  /** How many documents have what the word is read as. */
  function documentsOf({ terms }, postings) {
    const most = Math.max(...terms.values());
    return Math.max(0, ...Array.from(terms, ([term, weight]) => (weight === most && postings.has(term) ? postings.get(term).documents.length : 0)));
  }

  /**
   * {text, isSure}: the question with its unknown words read from another keyboard, where that makes words of the texts of them, else "";
   * of a few letters they may be words by chance.
   */
  async function onOtherKeyboard(question, unknown, manifest, view) {
    let changed = 0; // letters of the longest word
    const pieces = await Promise.all(question.trim().split(/\s+/).map(async (piece) => {
      if (!unknown.some(({ word }) => piece.includes(word))) return piece;
      for (const other of otherKeyboards(piece, keyboards)) {
        if (isWord(other, manifest) && await isKnown(other, manifest, view)) {
          changed = Math.max(changed, other.length);
          return other;
        }
      }
      return piece;
    }));
    return { text: changed ? pieces.join(" ") : "", isSure: changed > typos.few };
  }

  /** One word of letters alone, and as many as a word has; in lower case. */
  function isWord(text, { tables }) {
    const [{ end }] = [...cut(text, tables), { end: 0 }];
    return text.length >= LEAST && end === text.length && Array.from(text).every((sign) => sign === tables.parts[0] || sign.toUpperCase() !== sign);
  }

  /** Are all words of `text` words of the index? Latin letters may be read as almost anything: so doubtful a reading is none. */
  async function isKnown(text, manifest, view) {
    const { asked: units } = unitsOf(text, manifest);
    if (!units.length || await needUnits(units, view, manifest)) return false;
    return !understand(units, view, manifest).some((one) => isUnknown(one) || (one.doubted && keyboards.latin.includes(text[0])));
  }

  /** The words that something is near to, replaced by what is nearest; of a single one also what else is near. */
  function combined(question, doubted, found) {
    const told = doubted.map(({ word }, rank) => ({ word, near: found[rank] })).filter(({ near }) => near.length);
    if (!told.length) return [];
    const most = told.length === 1 ? told[0].near.length : 1;
    return Array.from({ length: most }, (_, rank) => {
      const meant = told.map(({ near }) => near[rank].word);
      const query = told.reduce((text, { word }, number) => text.replace(word, () => meant[number]), question.trim());
      return { query, typed: told.map(({ word }) => word).join(" "), meant: meant.join(" ") };
    });
  }

  scope.izdeuSuggest = { suggest };
})(window);
