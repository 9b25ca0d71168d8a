/* The concordance page: asks izdeu.lines, shows what streams in, keeps the question in the address. */
(function (scope) {
  'use strict';

  const { read, write, isSame, ORDERS } = scope.izdeuKwicAddress;
  const { showYears, showArticles } = scope.izdeuKwicCharts;
  const { download } = scope.izdeuKwicDownload;
  const { form, box, sorter, fillForm, questionInForm } = scope.izdeuKwicForm;
  const { say, locale, sayNothing, showNotes, showReading, showSorting, summary } = scope.izdeuKwicStatus;
  const { showTerms } = scope.izdeuKwicTerms;
  const { rows, show, told, setState, setTitle, nowAndThen, goIdle, goLoading, goDone, showFailure } = scope.izdeuKwicView;
  const steps = scope.izdeuKwicSteps;
  const words = scope.izdeuPage; // what shows how the words were read
  const { find } = words;

  let running = new AbortController(); // of the newest question, or the newest order of its lines
  let current = null;
  let found = null;
  let order = null; // places of the lines; null: that of the texts

  /* ---- Asking. The newest question wins: the one before loads nothing further. ---- */

  function begin() {
    running.abort();
    running = new AbortController();
    return running.signal;
  }

  function ask(question, top = 0) {
    const signal = begin();
    if (!current || current.query !== question.query) find('terms').replaceChildren(); // what was said of other words
    Object.assign(rows.grid, { scrollTop: 0 });
    [current, found, order] = [question, null, null];
    words.state.current = question;
    setTitle(question.query);
    find('to-search').href = `search.html${write({ ...question, sort: ORDERS[0] })}`;
    find('elsewhere').href = find('to-search').href;
    if (!question.query.trim()) {
      goIdle();
      return;
    }
    goLoading();
    linesOf(question, signal).then((answer) => (signal.aborted ? null : arrive(answer, signal, top))).catch((error) => fail(error, signal));
  }

  function linesOf(question, signal) {
    const onProgress = (state) => nowAndThen(() => {
      showReading(state);
      rows.set(state.found, null, question);
    });
    return scope.izdeu
      ? scope.izdeu.lines(question.query, question.options, { signal, onProgress })
      : Promise.reject(new Error(say('search.unavailable')));
  }

  /* The button goes, and has the focus. */
  function askAgain() {
    ask(current);
    box.focus();
  }

  function fail(error, signal) {
    if (signal.aborted) return;
    found = null;
    showFailure(error);
  }

  function arrive(answer, signal, top) {
    found = answer;
    if (!found.lines.count && found.partial) throw new Error(found.notes.join(' ')); // what is not there nobody knows
    showTerms(found);
    showNotes(found, askAgain);
    if (!found.lines.count) {
      sayNothing(found);
      show('nothing', ...told(), ...notes());
      goDone(summary(found));
      return null;
    }
    showYears(find('years'), found.years, { locale, say });
    showArticles(find('by-article'), found.articles, { locale, say });
    return sortLines(signal, top);
  }

  function notes() {
    return found.notes.length ? ['notes'] : [];
  }

  /* The lines in the wanted order, then everything at rest. */
  async function sortLines(signal, top) {
    const places = current.sort === ORDERS[0] ? null : await placesInOrder(signal);
    if (signal.aborted) return;
    order = places;
    show('tools', 'lines', 'spread', ...told(), ...notes());
    rows.set(found.lines, order, current);
    Object.assign(rows.grid, { scrollTop: top });
    goDone(summary(found, current.sort));
  }

  function placesInOrder(signal) {
    setState('loading');
    show('progress', 'lines', 'tools', 'spread', ...told());
    const onProgress = (n) => showSorting(n, found.lines.count);
    onProgress(0);
    return found.order(current.sort, { signal, onProgress });
  }

  function resort(top) {
    const signal = begin();
    sortLines(signal, top).catch((error) => fail(error, signal));
  }

  /* ---- What the reader does. ---- */

  function go(question) {
    steps.begin(question);
    ask(question);
  }

  function onSubmit(event) {
    event.preventDefault();
    go(questionInForm(current));
  }

  /* What is chosen from a list counts at once, as on the search page; what is typed does when it is sent. */
  function onChange({ target }) {
    if (target.options && box.value.trim()) go(questionInForm(current));
  }

  /* Readings that were chosen, or words of other languages, for the words that were asked for, whatever stands in the box; no choice is no option. */
  words.change = function (changes) {
    const options = Object.entries({ ...current.options, ...changes }).filter(([, value]) => value.length);
    const question = { ...current, options: Object.fromEntries(options) };
    fillForm(question);
    go(question);
  };

  function onSort() {
    if (!found) return;
    current = { ...current, sort: sorter.value };
    steps.begin(current);
    resort(0);
  }

  function restore(place) {
    steps.forget();
    const question = read(location.search);
    const top = (place && place.top) || 0;
    fillForm(question);
    if (found && found.lines.count && isSame(question, current)) {
      current = question;
      resort(top);
    } else {
      ask(question, top);
    }
  }

  form.addEventListener('submit', onSubmit);
  form.addEventListener('change', onChange);
  sorter.addEventListener('change', onSort);
  find('retry').addEventListener('click', () => (scope.izdeu ? askAgain() : location.reload()));
  ['csv', 'tsv'].forEach((kind) => find(kind).addEventListener('click', () => download(kind, { found, question: current, order })));
  scope.addEventListener('popstate', (event) => restore(event.state));
  const early = box.value; // typed while the scripts were still on their way
  restore(history.state);
  if (early && !current.query) box.value = early;
}(window));
