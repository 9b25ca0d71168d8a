/* The bar that leads from one hit to the next, with keys, too. */
(function (scope) {
  'use strict';

  const site = scope.izdeuSite;
  const marker = scope.izdeuHitMarker;
  const html = document.documentElement;
  const LEAST = 0.12; // of the window's height, what a hit keeps free above itself when it is scrolled to
  const NEXT = 'KeyN'; // … with Shift the hit before
  const ANNOUNCE = 200; // ms until the count is said, so that the live region is known by then

  let hits = []; // ranges, in the order of the text
  let current = 0;
  const bar = document.createElement('div');
  const count = document.createElement('span');
  const said = document.createElement('span');

  /* Language of the page's labels; the reader may change it at any time, and its words are loaded then. */
  function labelLang() {
    return html.dataset.labels || html.lang;
  }

  /* The words come by data-ui, so that the page can change them with the page's other labels. */
  function button(key, sign, shortcut, act) {
    const made = document.createElement('button');
    made.type = 'button';
    made.setAttribute('aria-keyshortcuts', shortcut);
    made.dataset.uiAttr = `aria-label:${key};title:${key}`;
    made.dataset.sign = sign;
    made.addEventListener('click', act);
    return made;
  }

  function build() {
    const lang = labelLang();
    bar.className = 'hits-bar';
    bar.setAttribute('role', 'region');
    bar.dataset.uiAttr = 'aria-label:hits.label';
    bar.dataset.noindex = '';
    count.className = 'hits-count';
    count.setAttribute('aria-hidden', 'true');
    said.className = 'unseen';
    said.setAttribute('role', 'status');
    bar.append(
      count, said,
      button('hits.previous', 'up', 'Shift+N', () => go(current - 1)),
      button('hits.next', 'down', 'N', () => go(current + 1)),
      button('hits.close', 'close', 'Escape', close),
    );
    [bar, ...bar.querySelectorAll('[data-ui-attr]')].forEach((element) => site.labelAttributes(element, lang));
    document.getElementById('main').before(bar);
    html.classList.add('has-hits');
    bar.addEventListener('keydown', onBarKey);
    document.addEventListener('keydown', onKey);
  }

  function showCount() {
    count.textContent = `${current + 1}/${hits.length}`;
    Object.assign(said.dataset, { ui: 'hits.at', n: current + 1, total: hits.length });
    said.lang = labelLang();
    setTimeout(() => { said.textContent = site.text(said.lang, 'hits.at', said.dataset); }, ANNOUNCE);
  }

  function scrollTo(range) {
    const behavior = window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
    const element = range.startContainer.parentElement;
    const table = element.closest('.table');
    const box = range.getBoundingClientRect();
    if (table) table.scrollBy({ left: box.left - table.getBoundingClientRect().left - table.clientWidth / 3, behavior });
    const isSeen = box.top >= window.innerHeight * LEAST && box.bottom <= bar.getBoundingClientRect().top;
    if (!isSeen) window.scrollBy({ top: box.top - window.innerHeight / 3, behavior });
  }

  function setCurrent(number) {
    current = (number + hits.length) % hits.length;
    marker.setCurrent(hits[current]);
    showCount();
  }

  function go(number) {
    setCurrent(number);
    scrollTo(hits[current]);
  }

  /* The first hit from the paragraph on that the address names; the browser has scrolled to that already. */
  function begin() {
    const target = document.querySelector(':target'); // whatever stands behind the #
    const from = target ? hits.findIndex((range) => isFrom(target, range.startContainer)) : 0;
    setCurrent(Math.max(0, from));
    if (!target && window.scrollY === 0) scrollTo(hits[current]);
  }

  function isFrom(target, node) {
    const order = target.compareDocumentPosition(node);
    return (order & (Node.DOCUMENT_POSITION_CONTAINED_BY | Node.DOCUMENT_POSITION_FOLLOWING)) !== 0;
  }

  function onBarKey(event) {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.dataset.sign === 'close' || (event.target.dataset.sign === 'up' && !event.shiftKey)) return;
    event.preventDefault();
    go(event.shiftKey ? current - 1 : current + 1);
  }

  /* The letter, or the key at its place where letters are not Latin. */
  function isNext({ key, code }) {
    return /^[a-zA-Z]$/.test(key) ? key.toLowerCase() === 'n' : code === NEXT;
  }

  /* With Shift, or as a capital that no Caps Lock has made (some keyboards on screens). */
  function isBack(event) {
    return event.shiftKey || (event.key === 'N' && !event.getModifierState('CapsLock'));
  }

  /* Anywhere on the page. Keys in a field belong to the field. Escape turns the letters off with the marks (WCAG 2.1.4). */
  function onKey(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select')) return;
    if (event.key === 'Escape') close();
    if (isNext(event)) go(isBack(event) ? current - 1 : current + 1);
  }

  function close() {
    const hadFocus = bar.contains(document.activeElement);
    document.removeEventListener('keydown', onKey);
    marker.clear();
    bar.remove();
    html.classList.remove('has-hits');
    if (hadFocus) document.getElementById('main').focus({ preventScroll: true });
  }

  /* Mark these ranges, which stand in the order of the text, and offer the way through them. */
  function lead(ranges) {
    hits = ranges;
    marker.show(hits);
    build();
    begin();
  }

  scope.izdeuHitBar = { labelLang, lead };
}(window));
