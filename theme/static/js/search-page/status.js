/* How many were found: at once for the eye, and for role=status once the question has settled. */
(function (page) {
  'use strict';

  const { say, plural, number, find, short } = page;
  const SETTLED = 600; // ms without a key before a question counts as meant: announced, and a step for Back
  const SLOW = 700; // ms after which we say that we are still searching

  let isSettled = true; // the next change of the question starts a new step of the history
  let settleTimer = 0;
  let slowTimer = 0;

  function missing() {
    const words = (page.state.answer.terms || []).filter((term) => !term.matched).slice(0, page.TERMS_SHOWN).map(({ word }) => short(word));
    return words.length ? [say('search.missing', { words: words.join(', ') })] : [];
  }

  /* "137 articles found", "21–40 of at most 137 articles". */
  function summary() {
    const { total, atMost } = page.state.answer;
    if (total === 0) return say('search.none');
    const kind = atMost ? 'most' : 'all';
    if (total <= page.PAGE_SIZE) return plural(atMost ? 'results.most' : 'results', total);
    const [first, end] = page.range();
    return plural(`range.${kind}`, total, { from: number(first + 1), to: number(end) });
  }

  function announce() {
    if (page.state.answer) find('status').textContent = [summary(), ...(page.state.answer.total ? [] : missing())].join(' ');
  }

  page.showCount = function () {
    find('count').textContent = summary();
    find('found-acts').hidden = page.state.answer.total === 0;
    if (isSettled) announce();
    else find('status').textContent = '';
  };

  page.isSettled = () => isSettled;

  page.unsettle = function () {
    isSettled = false;
  };

  page.settle = function () {
    clearTimeout(settleTimer);
    isSettled = true;
    announce();
  };

  /* The reader is writing; it counts as meant after a rest. */
  page.settleSoon = function () {
    clearTimeout(settleTimer);
    settleTimer = setTimeout(page.settle, SETTLED);
  };

  page.forgetSettling = function () {
    clearTimeout(settleTimer);
    isSettled = true;
  };

  page.setState = function (state) {
    clearTimeout(slowTimer);
    document.documentElement.dataset.search = state;
    page.results.setAttribute('aria-busy', String(state === 'loading'));
    if (state === 'loading') slowTimer = setTimeout(sayLoading, SLOW);
  };

  function sayLoading() {
    find('status').textContent = say('search.loading');
    find('count').textContent = say('search.loading');
  }
}(window.izdeuPage));
