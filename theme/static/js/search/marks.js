// The words of any texts that are forms of a question's words: what an article page marks.
(function (scope) {
  "use strict";

  const { openIndex, message } = scope.izdeuOpened;
  const { readQuestion } = scope.izdeuAsk;

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
    const { findMarks } = await readQuestion(await openIndex(), question, {}, true);
    return findMarks;
  }

  /** For each of `texts`, {text, lang}, its [[start, end]…] in UTF-16 units. */
  function hits(question, texts) {
    return finderFor(String(question)).then((finder) => texts.map(({ text }) => finder(text))).catch((reason) => {
      throw Object.assign(new Error(message("failed")), { reason });
    });
  }

  Object.assign(scope.izdeu, { hits });
})(window);
