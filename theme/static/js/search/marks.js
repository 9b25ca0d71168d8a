// The words of any texts that are forms of a question's words: what an article page marks.
(function (scope) {
  "use strict";

  const { openIndex, message } = scope.izdeuOpened;
  const { unitsOf, needUnits, understand } = scope.izdeuQuestion;
  const { findMarks } = scope.izdeuPassages;

  let last = { question: null, prepared: null }; // an article page asks for its texts in batches, with one question

  /** {terms, options, store}: what the texts are compared with. */
  function prepare(question) {
    if (last.question !== question) {
      last = { question, prepared: understood(question) };
      last.prepared.catch(() => { last = { question: null, prepared: null }; });
    }
    return last.prepared;
  }

  async function understood(question) {
    const { manifest, store } = await openIndex();
    const { asked: units } = unitsOf(question, manifest);
    await needUnits(units, store, manifest);
    const asked = understand(units, store, manifest);
    const terms = new Set(asked.filter(({ stopped }) => !stopped).flatMap((word) => Array.from(word.terms.keys())));
    await store.needTerms(Array.from(terms));
    return { terms, store, options: { tables: manifest.tables, seen: new Map() } };
  }

  /** For each of `texts`, {text, lang}, its [[start, end]…] in UTF-16 units. */
  async function marksIn(question, texts) {
    const { terms, store, options } = await prepare(question);
    return texts.map(({ text }) => findMarks(text, terms, store.lookup, options, true));
  }

  function hits(question, texts) {
    return marksIn(String(question), texts).catch((reason) => {
      throw Object.assign(new Error(message("failed")), { reason });
    });
  }

  Object.assign(scope.izdeu, { hits });
})(window);
