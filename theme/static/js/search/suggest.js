// "Did you mean": what a question may have meant whose words the index does not hold. Offered, never asked in its place.
(function (scope) {
  "use strict";

  const { load } = scope.izdeuFiles;
  const { frontDecoded, within } = scope.izdeuRanges;
  const { decode } = scope.izdeuNumbers;
  const { unitsOf, needUnits, understand, isUnknown } = scope.izdeuQuestion;
  const { fold } = scope.izdeuEngine;
  const { otherKeyboards } = scope.izdeuKeyboard;
  const { nearWords } = scope.izdeuTypos;
  const MOST_WORDS = 4; // of a question that are looked for; a longer one of unknown words is no slip of the keys
  const ENTRY = 150; // bytes, about

  /** [{query, typed, meant}], best first: the question with what may have been meant; `asked` as `understand` gives it. */
  async function suggest(question, asked, { manifest, view, limits }) {
    const unknown = asked.filter(isUnknown).slice(0, MOST_WORDS);
    if (!unknown.length) return [];
    const keyboard = await onOtherKeyboard(question, unknown, manifest, view);
    if (keyboard) return [{ query: keyboard, typed: question.trim(), meant: keyboard }];
    const found = await Promise.all(unknown.map(({ word }) => nearTo(word, manifest)));
    return combined(question, unknown, found).slice(0, limits.suggestions);
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
  async function nearTo(word, { vocabulary, digits, tables, typing }) {
    const key = fold(word, tables);
    const letters = typing.typos.alike.find((pair) => pair.includes(key[0])) || key.slice(0, 1);
    const ranges = vocabulary.map(([first, name]) => ({ first, name }));
    const names = new Set(Array.from(letters).flatMap((letter) => within(ranges, letter, true)).map(({ name }) => name));
    const lists = await Promise.all(Array.from(names, (name) => load(name, (list) => readWords(list, digits, tables)).catch(() => [])));
    const entries = lists.flat().filter((entry) => letters.includes(entry.key[0]));
    return nearWords(key, entries, typing.typos).slice(0, typing.typos.most);
  }

  /** [{word, key, count}]: folding them all takes longer than comparing them. */
  function readWords({ words, counts }, digits, tables) {
    const documents = decode(counts, digits);
    const entries = frontDecoded(words).map((word, rank) => ({ word, key: fold(word, tables), count: documents[rank] }));
    return Object.assign(entries, { weight: ENTRY * entries.length });
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
