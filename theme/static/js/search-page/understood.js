/* Which words of a question the search page explains. */
(function (page) {
  'use strict';

  const TERMS_SHOWN = 12;

  /* A word that stands in the texts just as it was typed needs no explanation, nor does a phrase, which is looked for as it stands. */
  function needsExplaining({ word, kind, field, matched, partly, stopped, readings, others = [] }) {
    const isMissing = !matched || partly;
    if (stopped || (isMissing && !page.isSettled())) return false;
    if (isMissing || field || kind === 'form') return true;
    if (kind === 'phrase') return false;
    return others.length > 0 || readings.length > 1 || readings.some(({ lemma }) => lemma !== word.toLowerCase());
  }

  page.showTerms = function () {
    page.fillTerms((page.state.answer.terms || []).filter(needsExplaining).slice(0, TERMS_SHOWN));
  };
  page.TERMS_SHOWN = TERMS_SHOWN;
}(window.izdeuPage));
