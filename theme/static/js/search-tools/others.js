/* What other languages call the question's words: asked for once the results stand, where the answer does not tell already. */
(function (page) {
  'use strict';

  page.tools.showOthers = async function () {
    const { current, answer } = page.state;
    const terms = answer.terms || [];
    if (!terms.length || terms.some(({ others }) => others)) return;
    const found = await window.izdeu.others(current.query, page.engineOptions());
    if (page.state.current !== current) return;
    terms.forEach((term, place) => Object.assign(term, { others: found[place] || [] }));
    page.showTerms();
  };
}(window.izdeuPage));
