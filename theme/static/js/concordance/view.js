/* Which parts of the page are in view, and what state it is in. */
(function (scope) {
  'use strict';

  const { Rows } = scope.izdeuKwicRows;
  const { say, showProgress } = scope.izdeuKwicStatus;
  const SLOW = 700; // ms after which we say that we are still reading
  const OFTEN = 250; // ms between two looks at what streams in
  const SHORT = 60; // signs of a question in the title of the window
  const PARTS = ['tools', 'lines', 'spread', 'nothing', 'failure', 'progress', 'understood', 'notes'];

  const html = document.documentElement;
  const find = (id) => document.getElementById(id);
  const status = find('status');
  const rows = new Rows(find('lines'), find('lines-body'));
  const baseTitle = document.title;

  let slowTimer = 0;
  let painted = 0; // when what streams in was shown last

  function show(...names) {
    PARTS.forEach((name) => { find(name).hidden = !names.includes(name); });
  }

  /* How the words were read, where there is something to say. */
  function told() {
    return find('terms').childElementCount ? ['understood'] : [];
  }

  function setState(state) {
    clearTimeout(slowTimer);
    html.dataset.search = state;
    find('lines').setAttribute('aria-busy', String(state === 'loading'));
  }

  function setTitle(query) {
    const shown = query.trim().slice(0, SHORT);
    document.title = shown ? `${shown}: ${baseTitle}` : baseTitle;
  }

  /* Acts a few times a second: to paint takes longer than to read. */
  function nowAndThen(act) {
    const now = performance.now();
    if (now - painted < OFTEN) return;
    painted = now;
    act();
  }

  function goIdle() {
    status.textContent = '';
    rows.set(null, null, null);
    show();
    setState('idle');
  }

  /* What is said of the words stays until it is said anew: in it may be the focus. */
  function goLoading() {
    painted = 0;
    setState('loading');
    status.textContent = '';
    slowTimer = setTimeout(() => { status.textContent = say('concordance.reading'); }, SLOW);
    showProgress(0, 1, '');
    show('progress', 'lines', ...told());
    rows.set(null, null, null);
  }

  function showFailure(error) {
    status.textContent = '';
    find('terms').replaceChildren();
    find('failure-text').textContent = `${say('concordance.failed')} ${error.message || ''}`;
    show('failure');
    setState('error');
  }

  function goDone(text) {
    setState('done');
    status.textContent = text;
  }

  scope.izdeuKwicView = { rows, show, told, setState, setTitle, nowAndThen, goIdle, goLoading, goDone, showFailure };
}(window));
