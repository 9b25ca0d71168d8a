// The words of any texts that are forms of a question's words: what an article page marks.
(function (scope) {
  "use strict";

  const { openIndex, message } = scope.izdeuOpened;
  const { openView } = scope.izdeuStore;
  const { unitsOf, needUnits, understand, termsOf } = scope.izdeuQuestion;
  const { markFinder } = scope.izdeuPassages;

  let last = { question: null, finder: null }; // an article page asks for its texts in batches, with one question

  /** What finds the forms of the question's words in a text. */
  function finderFor(question) {
    if (last.question !== question) {
      const finder = understood(question);
      last = { question, finder };
      finder.catch(() => { last = { question: null, finder: null }; });
    }
    return last.finder;
  }

  async function understood(question) {
    const index = await openIndex();
    const view = openView(index);
    const { asked: units } = unitsOf(question, index.manifest);
    await needUnits(units, view, index.manifest);
    const terms = termsOf(understand(units, view, index.manifest));
    await view.needTerms(Array.from(terms));
    return markFinder(terms, view, index.manifest, true);
  }

  /** For each of `texts`, {text, lang}, its [[start, end]…] in UTF-16 units. */
  function hits(question, texts) {
    return finderFor(String(question)).then((finder) => texts.map(({ text }) => finder(text))).catch((reason) => {
      throw Object.assign(new Error(message("failed")), { reason });
    });
  }

  Object.assign(scope.izdeu, { hits });
})(window);
