/* An article opened from a search, with ?q= in its address: every form of the query's words is marked, and a small bar
   leads from one to the next. Without ?q=, without the search files or without a hit the page stays as it is. */
(function () {
  'use strict';

  const html = document.documentElement;
  const site = window.izdeuSite;
  const asked = new URLSearchParams(location.search);
  const question = (asked.get('q') || '').trim();
  const options = readOptions(); // how the question was understood where the reader comes from
  const article = document.querySelector('[data-index]');
  const BLOCKS = 'p, li, h1, h2, h3, h4, td, th, figcaption';
  const AT_ONCE = 12000; // letters judged in one go: a page must answer its reader meanwhile
  const LEAST = 0.12; // of the window's height, what a hit keeps free above itself when it is scrolled to
  const ANNOUNCE = 200; // ms until the count is said, so that the live region is known by then

  function readOptions() {
    const lists = ['read', 'also'].filter((name) => asked.has(name)).map((name) => [name, asked.getAll(name).filter(Boolean)]);
    return Object.assign(asked.get('as') ? { as: asked.get('as') } : {}, Object.fromEntries(lists));
  }

  /* ---- The texts, and where their letters stand in the page. ---- */

  /* [{text, lang, pieces: [{node, start}]}]: one for each block of the article's own text. */
  function readTexts() {
    const texts = new Map();
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const block = node.parentElement.closest(BLOCKS);
      if (!block || !article.contains(block) || node.parentElement.closest('[data-noindex]')) continue;
      if (!texts.has(block)) texts.set(block, { text: '', lang: block.closest('[lang]').lang, pieces: [] });
      const text = texts.get(block);
      text.pieces.push({ node, start: text.text.length });
      text.text += node.data;
    }
    return Array.from(texts.values());
  }

  /* The last piece that begins before `offset`, or at it where a hit starts there. */
  function place(pieces, offset, isStart) {
    const piece = pieces.filter(({ start }) => (isStart ? start <= offset : start < offset)).pop();
    return [piece.node, offset - piece.start];
  }

  function rangeOf(pieces, [start, end]) {
    const range = document.createRange();
    range.setStart(...place(pieces, start, true));
    range.setEnd(...place(pieces, end, false));
    return range;
  }

  /* ---- Two ways to mark: by name, leaving the page as it is, or by <mark> elements where a browser knows no other. ---- */

  const byName = {
    show(ranges) {
      CSS.highlights.set('hit', new Highlight(...ranges));
    },
    setCurrent(range) {
      const highlight = new Highlight(range);
      highlight.priority = 1;
      CSS.highlights.set('hit-current', highlight);
    },
    clear() {
      CSS.highlights.delete('hit');
      CSS.highlights.delete('hit-current');
    },
  };

  const byElement = {
    marks: new Map(), // range -> its <mark> elements
    show(ranges) {
      /* From the end, so that cutting a text leaves the places before it as they are. */
      [...ranges].reverse().forEach((range) => this.marks.set(range, this.wrap(range)));
    },
    wrap(range) {
      const { startContainer, startOffset, endContainer, endOffset } = range;
      const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
      const nodes = [];
      for (let node = walker.currentNode; node; node = walker.nextNode()) {
        if (node.nodeType === Node.TEXT_NODE && range.intersectsNode(node)) nodes.push(node);
      }
      return nodes.map((node) => {
        const from = node === startContainer ? startOffset : 0;
        const to = node === endContainer ? endOffset : node.length;
        const piece = document.createRange();
        piece.setStart(node, from);
        piece.setEnd(node, to);
        const mark = document.createElement('mark');
        piece.surroundContents(mark);
        return mark;
      });
    },
    setCurrent(range) {
      this.marks.forEach((marks, other) => {
        marks.forEach((mark) => mark.classList.toggle('hit-current', other === range));
      });
      range.selectNode(this.marks.get(range)[0]); // wrapping has moved its ends
    },
    clear() {
      this.marks.forEach((marks) => marks.forEach((mark) => {
        const parent = mark.parentNode;
        mark.replaceWith(...mark.childNodes);
        parent.normalize();
      }));
    },
  };

  const marker = window.CSS && CSS.highlights && window.Highlight ? byName : byElement;

  /* ---- The bar. ---- */

  /* Language of the page's labels; site.js may change it at any time, and has loaded its words when it does. */
  function labelsLang() {
    return html.dataset.labels || html.lang;
  }

  let hits = []; // ranges, in the order of the text
  let current = 0;
  const bar = document.createElement('div');
  const count = document.createElement('span');
  const said = document.createElement('span');

  /* The words come by data-ui, so that site.js can change them with the page's other labels. */
  function button(key, sign, act) {
    const made = document.createElement('button');
    made.type = 'button';
    made.dataset.uiAttr = `aria-label:${key};title:${key}`;
    made.dataset.sign = sign;
    made.addEventListener('click', act);
    return made;
  }

  function buildBar() {
    const lang = labelsLang();
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
      button('hits.previous', 'up', () => go(current - 1)),
      button('hits.next', 'down', () => go(current + 1)),
      button('hits.close', 'close', close),
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
    said.lang = labelsLang();
    setTimeout(() => { said.textContent = site.text(said.lang, 'hits.at', said.dataset); }, ANNOUNCE);
  }

  /* ---- Moving. ---- */

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
  function start() {
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

  /* Escape in a field belongs to the field. */
  function onKey(event) {
    if (event.key === 'Escape' && !event.defaultPrevented && !event.target.closest('input, textarea, select')) close();
  }

  function close() {
    const hadFocus = bar.contains(document.activeElement);
    document.removeEventListener('keydown', onKey);
    marker.clear();
    bar.remove();
    html.classList.remove('has-hits');
    if (hadFocus) document.getElementById('main').focus({ preventScroll: true });
  }

  /* ---- All of it, once the texts are judged. ---- */

  function loadSearch() {
    return window.izdeu ? Promise.resolve() : site.loadScript('search/izdeu.js');
  }

  /* For each text its [[start, end]…], some texts at a time. */
  async function judge(texts) {
    const found = [];
    while (found.length < texts.length) {
      const batch = [];
      for (let letters = 0; letters < AT_ONCE && found.length + batch.length < texts.length;) {
        const { text, lang } = texts[found.length + batch.length];
        batch.push({ text, lang });
        letters += text.length;
      }
      found.push(...await window.izdeu.hits(question, batch, options));
      await new Promise((resolve) => { setTimeout(resolve); });
    }
    return found;
  }

  async function markHits() {
    await Promise.all([loadSearch(), site.loadTable(labelsLang())]);
    if (!window.izdeu || !window.izdeu.hits) return;
    const texts = readTexts();
    const found = await judge(texts);
    hits = texts.flatMap(({ pieces }, i) => found[i].map((hit) => rangeOf(pieces, hit)));
    if (!hits.length) return;
    marker.show(hits);
    buildBar();
    start();
  }

  if (question && article && site) markHits().catch(() => { /* The article without marks is still the article. */ });
}());
