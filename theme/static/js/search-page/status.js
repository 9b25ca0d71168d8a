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
    if (!words.length) return [];
    return [page.state.current.options.as ? `${words.join(', ')}: ${page.lacking()}.` : say('search.missing', { words: words.join(', ') })];
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

  /* Of a word that is still being typed nobody says that it is not there. */
  page.showCount = function () {
    const { total } = page.state.answer;
    const said = total || isSettled ? summary() : '';
    find('count').textContent = said;
    find('found-acts').hidden = total === 0;
    find('nothing').hidden = total > 0 || !isSettled;
    find('status').textContent = isSettled ? [said, ...(total ? [] : missing())].join(' ') : '';
  };

  page.isSettled = () => isSettled;

  page.unsettle = function () {
    isSettled = false;
  };

  page.settle = function () {
    clearTimeout(settleTimer);
    if (isSettled) return;
    isSettled = true;
    if (!page.state.answer) return;
    page.showCount();
    page.showTerms();
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
