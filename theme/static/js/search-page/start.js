/* What the reader does: writing, sending, going back; and the page's first question. */
(function (page) {
  'use strict';

  const { form, box, results, find } = page;
  const PAUSE = 80; // ms without a key before a question is asked
  const ENOUGH = 3; // letters from which we ask without Enter

  let pauseTimer = 0;
  let scrollTimer = 0;

  function letters(text) {
    return Array.from(text.trim()).length;
  }

  function questionInBox() {
    const { current } = page.state;
    const options = current ? page.changed(current.options, { read: '', also: '' }) : {}; // these are about words that may be no more
    return { query: box.value, options: current && current.query === box.value ? current.options : options, page: 1 };
  }

  /* A question that follows a settled one is a new step for Back; the letters of one being typed are not. */
  function put(question, place) {
    const before = page.readAddress();
    const isStep = page.isSettled() && page.isAsked(before) && page.addressOf(before) !== page.addressOf(question);
    page.unsettle();
    page.writeAddress(question, isStep);
    if (page.isAsked(question)) page.ask(question, place);
    else page.goIdle(question);
  }

  /* A question that is meant as it stands, by a click: a step of its own. */
  page.go = function (question, place) {
    clearTimeout(pauseTimer);
    page.settle();
    put(question, place);
    page.settle();
  };

  page.replaceBy = function (question) {
    page.writeAddress(question, false);
    page.ask(question);
  };

  function onInput(event) {
    clearTimeout(pauseTimer);
    if (event.isComposing) return;
    const count = letters(box.value);
    if (count > 0 && count < ENOUGH) {
      /* Too little to ask, and what is shown no longer answers what is written. */
      page.goIdle(questionInBox());
      return;
    }
    pauseTimer = setTimeout(() => put(questionInBox()), window.izdeu && window.izdeu.isTyped(event) ? PAUSE : 0);
    page.settleSoon();
  }

  function onSubmit(event) {
    event.preventDefault();
    clearTimeout(pauseTimer);
    const { current, answer } = page.state;
    if (!answer || current.query !== box.value) put(questionInBox());
    page.settle();
  }

  function restore(question, place) {
    clearTimeout(pauseTimer);
    clearTimeout(scrollTimer); // it would note the place of the entry that was left
    page.forgetSettling();
    box.value = question.query;
    if (page.isAsked(question)) {
      page.writeAddress(question, false);
      page.ask(question, place || {});
    } else {
      page.goIdle(question);
    }
  }

  function onScroll() {
    clearTimeout(scrollTimer);
    scrollTimer = setTimeout(page.keepPlace, 250);
  }

  form.addEventListener('submit', onSubmit);
  box.addEventListener('input', onInput);
  box.addEventListener('compositionend', onInput);
  find('retry').addEventListener('click', page.retry);
  results.addEventListener('click', page.settle);
  window.addEventListener('popstate', (event) => restore(page.readAddress(), event.state));
  window.addEventListener('scroll', onScroll, { passive: true });
  window.addEventListener('pagehide', page.keepPlace);

  /* Results come after the page, so the browser cannot restore the place by itself. */
  history.scrollRestoration = 'manual';
  if (window.izdeu) (window.requestIdleCallback || setTimeout)(window.izdeu.open); // what any question needs first
  const early = box.value; // typed while the scripts were still on their way
  const asked = page.readAddress();
  restore(history.state ? asked : page.withRemembered(asked), history.state);
  if (early && early !== box.value) {
    box.value = early;
    put(questionInBox());
    page.settle();
  }
  if (!box.value && window.matchMedia('(hover: hover)').matches) box.focus({ preventScroll: true });
}(window.izdeuPage));
