/* The concordance page: asks izdeu.lines, shows what streams in, keeps the question in the address. */
(function (scope) {
  'use strict';

  const { read, write, isSame, FILTERS, ORDERS } = scope.izdeuKwicAddress;
  const { Rows, element } = scope.izdeuKwicRows;
  const { showYears, showArticles } = scope.izdeuKwicCharts;
  const { fileOf, nameOf, save } = scope.izdeuKwicDownload;
  const SLOW = 700; // ms after which we say that we are still reading
  const OFTEN = 250; // ms between two looks at what streams in
  const READINGS_SHOWN = 3;
  const SHORT = 60; // signs of a question in the title of the window

  const html = document.documentElement;
  const { lang } = html;
  const site = scope.izdeuSite;
  const say = (key, values) => site.text(lang, key, values);
  /* Kazakh writes numbers as Russian does, but Chromium, which says that it knows Kazakh, writes them as English does. */
  const locale = say('concordance.numbers');
  const number = new Intl.NumberFormat(locale);
  const size = new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 });
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

  function showProgress(value, most, text) {
    const bar = find('progress-bar');
    bar.max = most || 1;
    bar.value = value;
    find('progress-text').textContent = text;
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
      onProgress: (state) => nowAndThen(() => showReading(state, question)),
    };
    const asked = scope.izdeu ? scope.izdeu.lines(question.query, question.options, watch) : Promise.reject(new Error(say('search.unavailable')));
    asked.then((answer) => { if (!signal.aborted) return arrive(answer, top); return null; })
      .catch((error) => { if (!signal.aborted) showFailure(error); });
  }

  function showReading({ pieces, of, bytes, found: lines }, question) {
    const numbers = { pieces: number.format(pieces), of: number.format(of), bytes: size.format(bytes / 1000), n: number.format(lines.count) };
    showProgress(pieces, of, say('concordance.progress', numbers));
    rows.set(lines, null, question.query);
  }

  function arrive(answer, top) {
    found = answer;
    showTerms();
    find('notes').replaceChildren(...found.notes.map((text) => element('p', { textContent: text })));
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
      const onProgress = (n) => showProgress(n, total, say('concordance.sorting', { n: number.format(n), of: number.format(total) }));
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
    status.textContent = summary();
  }

  function summary() {
    if (!found.lines.count) return say('concordance.none');
    const counts = { n: number.format(found.lines.count), passages: number.format(found.passages), articles: number.format(found.total) };
    return site.plural(lang, 'concordance.found', found.lines.count, counts);
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

  /* ---- How it was read. ---- */

  function readingsOf({ readings, matched }) {
    if (!matched) return say('search.unmatched');
    return readings.slice(0, READINGS_SHOWN).map(({ lemma, lang: of }) => (of ? `${lemma} (${say(`lang.short.${of}`)})` : lemma)).join(', ');
  }

  function showTerms() {
    const shown = found.terms.filter(({ stopped }) => !stopped).map((term) => element('li', { className: term.matched ? 'term' : 'term term-missing' },
      element('span', { className: 'term-word', textContent: term.word }), readingsOf(term) ? ` → ${readingsOf(term)}` : ''));
    find('terms').replaceChildren(...shown);
  }

  /* ---- Downloads. ---- */

  /* The site's root on the web: by the page's own address, or by where it says that it is published; null in a folder. */
  function webRoot() {
    const published = document.querySelector('link[rel=canonical]');
    if (!published && !location.protocol.startsWith('http')) return null;
    return new URL(`${site.root}/`, published ? published.href : location.href).href;
  }

  function head() {
    const published = document.querySelector('link[rel=canonical]');
    const page = published ? published.href : location.href.split(/[?#]/)[0];
    const filters = Object.entries(current.options).filter(([, value]) => value && value.length).map(([name, value]) => `${name}=${value}`);
    const readAs = found.terms.map(({ word, stopped, readings }) =>
      `${word} → ${stopped ? '∅' : readings.map(({ lemma, lang: of }) => `${lemma} (${of || '?'})`).join(', ') || '?'}`);
    return [
      ['query', current.query], ['read as', readAs.join('; ')], ['filters', filters.join('; ')], ['order', current.sort],
      ['corpus digest', found.digest], ['software', `Izdeu ${html.dataset.version}`],
      ['address', (webRoot() ? page : 'concordance.html') + write(current)], ['date', new Date().toISOString()],
      ['lines', found.lines.count], ['passages', found.passages], ['articles', found.total], ['complete', found.partial ? 'no' : 'yes'],
    ];
  }

  function download(kind) {
    const context = { found, query: current.query, base: webRoot() };
    save(fileOf(kind, head(), order, context), nameOf(current.query, kind));
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
  ['csv', 'tsv'].forEach((kind) => find(kind).addEventListener('click', () => download(kind)));
  rows.grid.addEventListener('scroll', () => {
    clearTimeout(scrollTimer);
    scrollTimer = setTimeout(() => { if (html.dataset.search === 'done') keepPlace(); }, 250);
  }, { passive: true });
  scope.addEventListener('popstate', (event) => restore(event.state));
  const early = box.value; // typed while the scripts were still on their way
  restore(history.state);
  if (early && !current.query) box.value = early;
}(window));
