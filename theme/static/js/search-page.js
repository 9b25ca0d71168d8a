/* The search page: asks izdeu.search, shows what it answers, keeps the question in the address.
   Everything from the texts goes in by textContent; markup is only ever made element by element. */
(function () {
  'use strict';

  const PAGE_SIZE = 20; // results until the reader asks for more
  const AT_ONCE = 5; // results that are loaded together: more when they come into view
  const PAUSE = 80; // ms without a key before a question is asked
  const SETTLED = 600; // ms without a key before it counts as meant: announced, and a step for Back
  const SLOW = 700; // ms after which we say that we are still searching
  const ENOUGH = 3; // letters from which we ask without Enter
  const TERMS_SHOWN = 12;
  const READINGS_SHOWN = 3;
  const WORD_SHOWN = 40;
  const OPTIONS = ['lang', 'as', 'year', 'author', 'issue', 'keyword', 'part', 'sort'];

  const html = document.documentElement;
  const lang = html.lang;
  const site = window.izdeuSite;
  const say = (key, values) => site.text(lang, key, values);
  const baseTitle = document.title;
  const siteTitle = baseTitle.slice(baseTitle.lastIndexOf(' · '));
  const find = (id) => document.getElementById(id);

  const form = document.querySelector('form[role=search]');
  const box = form.querySelector('input[name=q]');
  const results = find('results');
  const status = find('status');
  const understood = find('understood');
  const terms = find('terms');
  const suggested = find('suggested');
  const suggestions = find('suggestions');
  const notes = find('notes');
  const failure = find('failure');
  const nothing = find('nothing');
  const more = find('more');
  const moreButton = more.querySelector('button');

  let running = new AbortController(); // of the newest question; an answer to an older one is dropped
  let isLoading = false;
  let current = null; // the question whose answer is shown or awaited
  let answer = null;
  let isSettled = true; // the next change of the question starts a new step of the history
  let pauseTimer = 0;
  let settleTimer = 0;
  let slowTimer = 0;

  /* ---- A question, and the address that holds it. ---- */

  function readAddress() {
    const parameters = new URLSearchParams(location.search);
    const options = {};
    OPTIONS.forEach((name) => {
      const value = parameters.get(name);
      if (value) options[name] = value;
    });
    const pages = Number.parseInt(parameters.get('page'), 10);
    return { query: parameters.get('q') || '', options, pages: pages > 1 ? pages : 1 };
  }

  /* Relative, so that it works under any path and from a folder. */
  function addressOf(question) {
    const parameters = new URLSearchParams();
    if (question.query) parameters.set('q', question.query);
    OPTIONS.forEach((name) => {
      if (question.options[name]) parameters.set(name, question.options[name]);
    });
    if (question.pages > 1) parameters.set('page', String(question.pages));
    const text = parameters.toString();
    return text ? `?${text}` : location.pathname;
  }

  /* How much is shown, too: a place far down is only there again when its results are. */
  function keepScroll() {
    history.replaceState({ scroll: window.scrollY, shown: results.children.length }, '');
  }

  function writeAddress(question, isStep) {
    const address = addressOf(question);
    if (isStep) {
      keepScroll();
      history.pushState(null, '', address);
 } else {
      history.replaceState(history.state, '', address);
    }
    const shown = question.query.trim().slice(0, 60);
    document.title = shown ? say('search.title', { q: shown }) + siteTitle : baseTitle;
  }

  /* ---- Asking. ---- */

  function engine(offset, limit) {
    if (!window.izdeu) return Promise.reject(new Error(say('search.unavailable')));
    return window.izdeu.search(current.query, Object.assign({ offset, limit, signal: running.signal }, current.options));
  }

  /* The newest question wins: the one before loads nothing further. */
  function begin(question) {
    running.abort();
    running = new AbortController();
    current = question;
    answer = null;
    isLoading = false;
    more.hidden = true;
  }

  /* Shows what comes of `promise`, unless the question is no longer the newest. */
  function showing(promise, act) {
    const mine = running;
    isLoading = true;
    promise.then(
      (found) => {
        if (mine !== running) return;
        isLoading = false;
        act(found);
        showMore();
 },
      (error) => {
        if (mine !== running) return;
        isLoading = false;
        showFailure(error);
 },
    );
  }

  function ask(question, place = {}) {
    begin(question);
    setState('loading');
    slowTimer = setTimeout(() => { status.textContent = say('search.loading'); }, SLOW);
    showing(engine(0, Math.max(AT_ONCE, place.shown || 0)), (found) => {
      show(found);
      if (place.scroll) window.scrollTo({ top: place.scroll, behavior: 'instant' });
    });
  }

  /* The next results; `act` gets the first of them. */
  function goOn(act = () => {}) {
    const shown = results.children.length;
    if (isLoading || !answer || shown >= answer.total) return;
    showing(engine(shown, AT_ONCE), (found) => {
      results.append(...found.hits.map(hitItem));
      if (found.partial) showNotes(found);
      act(results.children[shown]);
    });
  }

  /* The end of the list has come into view: the results of this page go on by themselves. */
  const edge = new IntersectionObserver((entries) => {
    const isSeen = entries.some((entry) => entry.isIntersecting);
    if (isSeen && current && results.children.length < PAGE_SIZE * current.pages) goOn();
  });

  function askMore() {
    current.pages += 1;
    writeAddress(current, false);
    goOn((first) => { if (first) first.querySelector('a.title').focus({ preventScroll: true }); });
  }

  function goIdle(question) {
    begin(question);
    setState('idle');
    results.replaceChildren();
    status.textContent = '';
    [understood, suggested, notes, failure, nothing].forEach((part) => { part.hidden = true; });
  }

  /* ---- Showing. ---- */

  function setState(state) {
    clearTimeout(slowTimer);
    html.dataset.search = state;
    results.setAttribute('aria-busy', String(state === 'loading'));
  }

  function element(tag, properties, ...children) {
    const made = document.createElement(tag);
    Object.assign(made, properties);
    made.append(...children);
    return made;
  }

  /* The passage as text and <mark> nodes. Marks count UTF-16 units; overlaps and strays are cut off. */
  function markedText(text, marks) {
    const nodes = [];
    let at = 0;
    [...marks].sort((a, b) => a[0] - b[0]).forEach(([from, to]) => {
      const start = Math.max(from, at);
      const end = Math.min(to, text.length);
      if (start >= end) return;
      nodes.push(text.slice(at, start), element('mark', { textContent: text.slice(start, end) }));
      at = end;
    });
    nodes.push(text.slice(at));
    return nodes;
  }

  function passageLine(passage) {
    const link = element('a', { className: 'passage', href: `${site.root}/${passage.url}`, lang: passage.lang },
      ...markedText(passage.text, passage.marks || []));
    return element('p', { className: 'passage-line' }, link);
  }

  function aboutLine(hit) {
    const parts = [];
    if (hit.authors && hit.authors.length) {
      parts.push(element('span', { textContent: hit.authors.map((a) => a.name || a).join(', '), lang: hit.lang }));
    }
    if (hit.year) parts.push(element('span', { textContent: String(hit.year) }));
    if (hit.lang !== lang) parts.push(element('span', { textContent: say(`lang.in.${hit.lang}`) }));
    return parts.length ? [element('p', { className: 'entry-about' }, ...parts)] : [];
  }

  function isCapitals(text) {
    return text === text.toUpperCase() && text !== text.toLowerCase();
  }

  function hitItem(hit) {
    const title = hit.title || `${say('article.untitled')} (${hit.id})`;
    const link = element('a', {
      className: isCapitals(title) ? 'title caps' : 'title',
      href: `${site.root}/${hit.url}`,
      textContent: title,
      lang: hit.title ? hit.title_lang || hit.lang : lang,
    });
    const item = element('li', { className: 'hit' },
      element('h2', { className: 'hit-title' }, link), ...aboutLine(hit), ...(hit.passages || []).map(passageLine));
    item.dataset.id = hit.id;
    return item;
  }

  /* A reader may paste pages into the box; one word of it is shown no longer than this. */
  function short(word) {
    const signs = Array.from(word);
    return signs.length > WORD_SHOWN ? `${signs.slice(0, WORD_SHOWN).join('')}…` : word;
  }

  /* "алаяқтықтың → алаяқтық (kk)", or that the texts do not hold the word. */
  function termItem(term) {
    const item = element('li', { className: term.matched ? 'term' : 'term term-missing' },
      element('span', { className: 'term-word', textContent: short(term.word) }));
    if (!term.matched) {
      item.append(' ', element('span', { className: 'term-note', textContent: say('search.unmatched') }));
      return item;
    }
    term.readings.slice(0, READINGS_SHOWN).forEach((reading, index) => {
      item.append(index ? ', ' : ' → ',
        element('span', { className: 'term-lemma', textContent: reading.lemma, lang: reading.lang }), ' ',
        element('span', { className: 'term-lang', textContent: say(`lang.short.${reading.lang}`) }));
    });
    return item;
  }

  /* A word that stands in the texts just as it was typed needs no explanation. */
  function needsExplaining(term) {
    return !term.matched || term.readings.some((reading) => reading.lemma !== term.word.toLowerCase());
  }

  function showTerms() {
    const shown = (answer.terms || []).filter(needsExplaining).slice(0, TERMS_SHOWN);
    terms.replaceChildren(...shown.map(termItem));
    understood.hidden = !shown.length;
  }

  /* One click away: the same address with another question in it. */
  function suggestionItem({ query }) {
    const link = element('a', { className: 'suggestion', textContent: query, href: addressOf({ query, options: current.options, pages: 1 }) });
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      box.value = query;
      settle();
      put({ query, options: current.options, pages: 1 });
      settle();
      box.focus();
    });
    return element('li', {}, link);
  }

  function showSuggestions() {
    const shown = answer.suggestions || [];
    suggestions.replaceChildren(...shown.map(suggestionItem));
    suggested.hidden = !shown.length;
  }

  /* What the engine says of its answer; one that lacks something can be asked for again. */
  function showNotes(found) {
    const shown = (found.notes || []).map((note) => element('p', { textContent: note }));
    if (found.partial) {
      const button = element('button', { type: 'button', textContent: say('search.retry') });
      button.addEventListener('click', retry);
      shown.push(button);
    }
    notes.replaceChildren(...shown);
    notes.hidden = !shown.length;
  }

  /* An observer that begins to watch tells at once of what is in view. */
  function showMore() {
    const left = answer.total - results.children.length;
    edge.disconnect();
    more.hidden = left <= 0;
    moreButton.textContent = say('search.more', { n: Math.min(left, PAGE_SIZE) });
    if (left > 0) edge.observe(more);
  }

  function show(found) {
    answer = found;
    results.replaceChildren(...found.hits.map(hitItem));
    failure.hidden = true;
    nothing.hidden = found.total > 0;
    showTerms();
    showSuggestions();
    showNotes(found);
    setState('done');
    if (isSettled) announce();
    else status.textContent = '';
  }

  function showFailure(error) {
    answer = null;
    results.replaceChildren();
    [understood, suggested, notes, nothing, more].forEach((part) => { part.hidden = true; });
    status.textContent = '';
    const reason = error && error.message ? ` ${error.message}` : '';
    find('failure-text').textContent = say('search.failed') + reason;
    failure.hidden = false;
    setState('error');
  }

  /* What role=status says, once, when the question has settled. */
  function summary() {
    if (answer.total > 0) return site.plural(lang, 'results', answer.total);
    const missing = (answer.terms || []).filter((term) => !term.matched).slice(0, TERMS_SHOWN);
    if (!missing.length) return say('search.none');
    const words = missing.map((term) => short(term.word)).join(', ');
    return `${say('search.none')} ${say('search.missing', { words })}`;
  }

  function announce() {
    if (answer) status.textContent = summary();
  }

  function settle() {
    clearTimeout(settleTimer);
    isSettled = true;
    announce();
  }

  /* ---- What the reader does. ---- */

  function letters(text) {
    return Array.from(text.trim()).length;
  }

  function questionInBox() {
    return { query: box.value, options: current ? current.options : {}, pages: 1 };
  }

  /* A question that follows a settled one is a new step for Back; the letters of one being typed are not. */
  function put(question) {
    const before = readAddress().query;
    const isStep = isSettled && before !== '' && before !== question.query;
    isSettled = false;
    writeAddress(question, isStep);
    if (question.query.trim()) ask(question);
    else goIdle(question);
  }

  function onInput(event) {
    clearTimeout(pauseTimer);
    clearTimeout(settleTimer);
    if (event.isComposing) return;
    const count = letters(box.value);
    if (count > 0 && count < ENOUGH) {
      /* Too little to ask, and what is shown no longer answers what is written. */
      goIdle(questionInBox());
      return;
    }
    pauseTimer = setTimeout(() => put(questionInBox()), window.izdeu && window.izdeu.isTyped(event) ? PAUSE : 0);
    settleTimer = setTimeout(settle, SETTLED);
  }

  function onSubmit(event) {
    event.preventDefault();
    clearTimeout(pauseTimer);
    const isAnswered = answer && current.query === box.value;
    if (!isAnswered) put(questionInBox());
    settle();
  }

  function restore(place) {
    clearTimeout(pauseTimer);
    clearTimeout(settleTimer);
    const question = readAddress();
    box.value = question.query;
    isSettled = true;
    if (question.query.trim()) {
      writeAddress(question, false);
      ask(question, place || {});
 } else {
      goIdle(question);
    }
  }

  function retry() {
    /* Without the engine there is nothing to ask again: the page has to fetch it anew. */
    if (window.izdeu) ask(current);
    else location.reload();
  }

  let scrollTimer = 0;
  function onScroll() {
    clearTimeout(scrollTimer);
    scrollTimer = setTimeout(keepScroll, 250);
  }

  form.addEventListener('submit', onSubmit);
  box.addEventListener('input', onInput);
  box.addEventListener('compositionend', onInput);
  moreButton.addEventListener('click', askMore);
  find('retry').addEventListener('click', retry);
  results.addEventListener('click', settle);
  window.addEventListener('popstate', (event) => restore(event.state));
  window.addEventListener('scroll', onScroll, { passive: true });
  window.addEventListener('pagehide', keepScroll);

  /* Results come after the page, so the browser cannot restore the place by itself. */
  history.scrollRestoration = 'manual';
  if (window.izdeu) (window.requestIdleCallback || setTimeout)(window.izdeu.open); // what any question needs first
  const early = box.value; // typed while the scripts were still on their way
  restore(history.state);
  if (early && early !== box.value) {
    box.value = early;
    put(questionInBox());
    settle();
  }
  if (!box.value && window.matchMedia('(hover: hover)').matches) box.focus({ preventScroll: true });
}());
