// "Did you mean": what a question may have meant whose words the index does not hold. Offered, never asked in its place.
(function (scope) {
  "use strict";

  const { wordsBeginning } = scope.izdeuLists;
  const { unitsOf, needUnits, understand } = scope.izdeuQuestion;
  const { loadFacets } = scope.izdeuFacets;
  const { fold } = scope.izdeuEngine;
  const { otherKeyboards } = scope.izdeuKeyboard;
  const { nearWords } = scope.izdeuTypos;
  const NAME = [4, 60]; // letters of a name, at least and at most
  const MOST_WORDS = 4; // of a question that are looked for; a longer one of unknown words is no slip of the keys

  /** Nothing but its first letters or a part of it is a word of the texts, or it is no more than heard in one (search/heard.js); no initial. */
  function isUnknown(asked) {
    return !asked.stopped && asked.word.length > 1 && (asked.misspelt || (!asked.readings.some(({ on }) => on) && !Array.from(asked.terms.values()).includes(1)));
  }

  /** [{query, typed, meant}], best first: the question with what may have been meant; `asked` as `understand` gives it. */
  async function suggest(question, asked, { manifest, view, limits }) {
    const unknown = asked.filter(isUnknown).slice(0, MOST_WORDS);
    if (!unknown.length) return asAuthor(question.trim(), asked, manifest);
    const keyboard = await onOtherKeyboard(question, unknown, manifest, view);
    if (keyboard) return [{ query: keyboard, typed: question.trim(), meant: keyboard }];
    const [found, author] = await Promise.all([
      Promise.all(unknown.map(({ word }) => nearTo(word, manifest))),
      asAuthor(question.trim(), asked, manifest),
    ]);
    return [...author, ...combined(question, unknown, found)].slice(0, limits.suggestions);
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

  /** The question with its unknown words read from another keyboard, where that makes words of the texts of them; else "". */
  async function onOtherKeyboard(question, unknown, manifest, view) {
    let changed = false;
    const pieces = await Promise.all(question.trim().split(/\s+/).map(async (piece) => {
      if (!unknown.some(({ word }) => piece.includes(word))) return piece;
      for (const other of otherKeyboards(piece, manifest.typing.keyboards)) {
        if (await isKnown(other, manifest, view)) {
          changed = true;
          return other;
        }
      }
      return piece;
    }));
    return changed ? pieces.join(" ") : "";
  }

  /** Are all words of `text` words of the index? */
  async function isKnown(text, manifest, view) {
    const { asked: units } = unitsOf(text, manifest);
    if (!units.length || await needUnits(units, view, manifest)) return false;
    return !understand(units, view, manifest).some(isUnknown);
  }

  /** Words of the index near to one that it lacks, best first. */
  async function nearTo(word, manifest) {
    const { typos } = manifest.typing;
    const key = fold(word, manifest.tables);
    const letters = typos.alike.find((pair) => pair.includes(key[0])) || key.slice(0, 1);
    const entries = await Promise.all(Array.from(letters, (letter) => wordsBeginning(letter, manifest)));
    return nearWords(key, entries.flat(), typos).slice(0, typos.most);
  }

  /** All unknown words replaced by what is nearest; of a single one also what else is near. */
  function combined(question, unknown, found) {
    if (!found.some((near) => near.length)) return [];
    const most = unknown.length === 1 ? found[0].length : 1;
    return Array.from({ length: most }, (_, rank) => {
      const meant = unknown.map(({ word }, number) => (found[number][rank] || { word }).word);
      const query = unknown.reduce((text, { word }, number) => text.replace(word, () => meant[number]), question.trim());
      return { query, typed: unknown.map(({ word }) => word).join(" "), meant: meant.join(" ") };
    });
  }

  scope.izdeuSuggest = { suggest };
})(window);
