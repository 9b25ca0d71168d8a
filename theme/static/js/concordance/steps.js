/* The steps of Back and Forward: each has its question in the address and its place among the lines. */
(function (scope) {
  'use strict';

  const { write } = scope.izdeuKwicAddress;
  const { rows } = scope.izdeuKwicView;
  const REST = 250; // ms without scrolling, after which the place is kept

  let timer = 0;

  /* No place of another step may be kept for this one. */
  function forget() {
    clearTimeout(timer);
  }

  function keep() {
    forget();
    history.replaceState({ top: rows.grid.scrollTop }, '');
  }

  function begin(question) {
    const address = write(question) || location.pathname;
    if (address === location.search) return;
    keep();
    history.pushState(null, '', address);
  }

  rows.grid.addEventListener('scroll', () => {
    forget();
    timer = setTimeout(() => { if (document.documentElement.dataset.search === 'done') keep(); }, REST);
  }, { passive: true });

  scope.izdeuKwicSteps = { begin, forget };
}(window));
