/* The concordance page: asks izdeu.lines, shows what streams in, keeps the question in the address. */
(function (scope) {
  'use strict';

  const { read, write, isSame, FILTERS, ORDERS } = scope.izdeuKwicAddress;
  const { Rows } = scope.izdeuKwicRows;
  const { showYears, showArticles } = scope.izdeuKwicCharts;
  const { download } = scope.izdeuKwicDownload;
  const { say, locale, showTerms, showNotes, showProgress, showReading, showSorting, summary } = scope.izdeuKwicStatus;
  const SLOW = 700; // ms after which we say that we are still reading
  const OFTEN = 250; // ms between two looks at what streams in
  const SHORT = 60; // signs of a question in the title of the window

  const html = document.documentElement;
  const find = (id) => document.getElementById(id);
  const form = document.querySelector('form.kwic-ask');
  const box = form.querySelector('input[name=q]');
  const sorter = find('sort');
  const status = find('status');
  const rows = new Rows(find('lines'), find('lines-body'), say);
  const baseTitle = document.title;
  const PARTS = ['tools', 'lines', 'spread', 'nothing', 'failure', 'progress', 'understood', 'notes'];

  let running = new AbortController(); // of the newest question, or the newest order of its lines
  let current = null;
  let found = null;
  let order = null; // places of the lines; null: that of the texts
  let slowTimer = 0;
  let painted = 0; // when what streams in was shown last

  function show(...names) {
    PARTS.forEach((name) => { find(name).hidden = !names.includes(name); });
  }

  function setState(state) {
    clearTimeout(slowTimer);
    html.dataset.search = state;
    find('lines').setAttribute('aria-busy', String(state === 'loading'));
  }

  /* ---- The question, in the form and in the address. ---- */

  function fieldsOf() {
    return FILTERS.map((name) => form.elements[name]).filter(Boolean);
  }

  function fillForm({ query, options, sort }) {
    box.value = query;
    fieldsOf().forEach((field) => { Object.assign(field, { value: options[field.name] || '' }); });
    find('filters').open = FILTERS.some((name) => options[name]) || find('filters').open;
    sorter.value = sort;
  }

  function questionInForm() {
    const options = current && current.query === box.value ? { ...current.options } : {};
    fieldsOf().forEach(({ name, value }) => { options[name] = value.trim(); });
    return { query: box.value, options, sort: sorter.value };
  }

  function writeAddress(question) {
    const address = write(question) || location.pathname;
    if (address === location.search) return;
    keepPlace();
    history.pushState(null, '', address);
  }

  function keepPlace() {
    history.replaceState({ top: rows.grid.scrollTop }, '');
  }

  /* ---- Asking. The newest question wins: the one before loads nothing further. ---- */

  function begin() {
    running.abort();
    running = new AbortController();
    return running.signal;
  }

  /* Acts a few times a second: to paint takes longer than to read. */
  function nowAndThen(act) {
    const now = performance.now();
    if (now - painted < OFTEN) return;
    painted = now;
    act();
  }

  function ask(question, top = 0) {
    const signal = begin();
    Object.assign(rows.grid, { scrollTop: 0 });
    [current, found, order] = [question, null, null];
    painted = 0;
    document.title = question.query.trim() ? `${question.query.trim().slice(0, SHORT)}: ${baseTitle}` : baseTitle;
    find('to-search').href = `search.html${write({ ...question, sort: ORDERS[0] })}`;
    find('elsewhere').href = find('to-search').href;
    if (!question.query.trim()) {
      goIdle();
      return;
    }
    setState('loading');
    status.textContent = '';
    slowTimer = setTimeout(() => { status.textContent = say('concordance.reading'); }, SLOW);
    showProgress(0, 1, '');
    show('progress', 'lines');
    rows.set(null, null, '');
    const watch = {
      signal,
      onProgress: (state) => nowAndThen(() => {
        showReading(state);
        rows.set(state.found, null, question.query);
      }),
    };
    const asked = scope.izdeu ? scope.izdeu.lines(question.query, question.options, watch) : Promise.reject(new Error(say('search.unavailable')));
    asked.then((answer) => { if (!signal.aborted) return arrive(answer, top); return null; })
      .catch((error) => { if (!signal.aborted) showFailure(error); });
  }

  function arrive(answer, top) {
    found = answer;
    showTerms(found);
    showNotes(found);
    if (!found.lines.count) {
      show('nothing', 'understood', ...(found.notes.length ? ['notes'] : []));
      done();
      return null;
    }
    showYears(find('years'), found.years, { locale, say });
    showArticles(find('by-article'), found.articles, { locale, say });
    return sortLines(running.signal, top);
  }

  /* The lines in the wanted order, then everything at rest. */
  async function sortLines(signal, top = 0) {
    const total = found.lines.count;
    const sorting = current.sort !== ORDERS[0];
    if (sorting) {
      setState('loading');
      show('progress', 'lines', 'tools', 'spread');
      const onProgress = (n) => showSorting(n, total);
      onProgress(0);
      const places = await found.order(current.sort, { signal, onProgress });
      if (signal.aborted) return;
      order = places;
    } else {
      order = null;
    }
    show('tools', 'lines', 'spread', 'understood', ...(found.notes.length ? ['notes'] : []));
    rows.set(found.lines, order, current.query);
    Object.assign(rows.grid, { scrollTop: top });
    done();
  }

  function done() {
    setState('done');
    status.textContent = summary(found);
  }

  function showFailure(error) {
    found = null;
    status.textContent = '';
    find('failure-text').textContent = `${say('concordance.failed')} ${error.message || ''}`;
    show('failure');
    setState('error');
  }

  function goIdle() {
    status.textContent = '';
    rows.set(null, null, '');
    show();
    setState('idle');
  }

  /* ---- What the reader does. ---- */

  function onSubmit(event) {
    event.preventDefault();
    const question = questionInForm();
    writeAddress(question);
    ask(question);
  }

  function onSort() {
    if (!found) return;
    current = { ...current, sort: sorter.value };
    writeAddress(current);
    resort(0);
  }

  function resort(top) {
    const signal = begin();
    sortLines(signal, top).catch((error) => { if (!signal.aborted) showFailure(error); });
  }

  function restore(place) {
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

  let scrollTimer = 0;
  form.addEventListener('submit', onSubmit);
  sorter.addEventListener('change', onSort);
  find('retry').addEventListener('click', () => (scope.izdeu ? ask(current) : location.reload()));
  ['csv', 'tsv'].forEach((kind) => find(kind).addEventListener('click', () => download(kind, { found, question: current, order })));
  rows.grid.addEventListener('scroll', () => {
    clearTimeout(scrollTimer);
    scrollTimer = setTimeout(() => { if (html.dataset.search === 'done') keepPlace(); }, 250);
  }, { passive: true });
  scope.addEventListener('popstate', (event) => restore(event.state));
  const early = box.value; // typed while the scripts were still on their way
  restore(history.state);
  if (early && !current.query) box.value = early;
}(window));
