// The words of any texts that are forms of a question's words: what an article page marks.
(function (scope) {
  "use strict";

  const { openIndex, message } = scope.izdeuOpened;
  const { readQuestion, withOthers, marksOf } = scope.izdeuAsk;

  let last = { key: null, finder: null }; // an article page asks for its texts in batches, with one question

  /** What finds the forms of the question's words in a text. */
  function finderFor(question, options) {
    const key = JSON.stringify([question, options]);
    if (last.key !== key) {
      const finder = understood(question, options);
      last = { key, finder };
      finder.catch(() => { last = { key: null, finder: null }; });
    }
    return last.finder;
  }

  async function understood(question, options) {
    const index = await openIndex();
    const read = await readQuestion(index, question, options, true);
    return options.also ? marksOf(await withOthers(read, options), true) : read.findMarks;
  }

  /** For each of `texts`, {text, lang}, its [[start, end]…] in UTF-16 units; `options` as `izdeu.search` takes them. */
  function hits(question, texts, options = {}) {
    return finderFor(String(question), options).then((finder) => texts.map(({ text }) => finder(text))).catch((reason) => {
      throw Object.assign(new Error(message("failed")), { reason });
    });
  }

  Object.assign(scope.izdeu, { hits });
})(window);
