/* Words were read in one language only, and the texts lack some of them there: in which languages they have these. */
(function (page) {
  'use strict';

  page.tools.showElsewhere = async function () {
    const { current, answer } = page.state;
    const missing = (answer.terms || []).filter(({ matched }) => !matched);
    if (!current.options.as || !missing.length) return;
    const found = await window.izdeu.search(current.query, { ...page.engineOptions(), as: '', also: [], offset: 1, limit: 0 });
    if (page.state.current !== current) return;
    missing.forEach((term) => {
      const { readings = [] } = found.terms.find(({ word, matched }) => word === term.word && matched) || {};
      Object.assign(term, { elsewhere: Array.from(new Set(readings.map(({ lang }) => lang))).filter(Boolean) });
    });
    page.showTerms();
  };
}(window.izdeuPage));
