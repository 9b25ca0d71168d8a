/* Suggestions while typing, in every search box: a combobox with a list that is chosen from by hand (the ARIA Authoring
   Practices' pattern). It offers and never decides: Enter asks what stands in the box unless an offer was gone to.
   Loaded by site.js with the first letters. Texts go in by textContent. */
(function () {
  'use strict';

  const REST = 150; // ms without a key: the question itself goes first (80)
  const html = document.documentElement;
  const site = window.izdeuSite;
  const BOXES = 'form[role=search] input[type=search]';

  let count = 0; // of boxes, for ids

  function labelLang() {
    return html.dataset.labels || html.lang;
  }

  /* The search page has the engine already; other pages load it with the first letters. */
  function loadEngine() {
    return window.izdeu ? Promise.resolve() : site.loadScript('search/izdeu.js');
  }

  /* Was this made by keys, so that something is being typed? What is pasted or set at once is complete. */
  function isTyped({ inputType = '' }) {
    return /^(insertText|insertComposition|delete)/.test(inputType);
  }

  function element(tag, properties, ...children) {
    const made = document.createElement(tag);
    Object.assign(made, properties);
    made.append(...children);
    return made;
  }

  function attach(box) {
    count += 1;
    const { form } = box;
    const list = element('ul', { className: 'offers', id: `offers-${count}`, hidden: true });
    let offers = [];
    let offersFor = ''; // what stood in the box
    let active = -1;
    let running = new AbortController();
    let timer = 0;

    list.setAttribute('role', 'listbox');
    box.setAttribute('role', 'combobox');
    box.setAttribute('aria-autocomplete', 'list');
    box.setAttribute('aria-expanded', 'false');
    box.setAttribute('aria-controls', list.id);
    form.classList.add('with-offers');
    form.append(list);

    function isOpen() {
      return !list.hidden;
    }

    function go(place) {
      active = place;
      Array.from(list.children).forEach((option, rank) => option.setAttribute('aria-selected', String(rank === place)));
      if (place < 0) {
        box.removeAttribute('aria-activedescendant');
        return;
      }
      box.setAttribute('aria-activedescendant', list.children[place].id);
      list.children[place].scrollIntoView({ block: 'nearest' });
    }

    function close() {
      list.hidden = true;
      box.setAttribute('aria-expanded', 'false');
      go(-1);
    }

    /* Nothing more is shown for what was typed until now. */
    function stop() {
      clearTimeout(timer);
      running.abort();
      close();
    }

    function optionOf(offer, rank) {
      const kind = `suggest.${offer.kind}`;
      const option = element('li', { id: `${list.id}-${rank}`, className: `offer offer-${offer.kind}` },
        element('span', { className: 'offer-text', textContent: offer.text, lang: offer.lang }), ' ',
        element('span', { className: 'offer-kind', textContent: site.text(labelLang(), kind), lang: labelLang() }));
      option.setAttribute('role', 'option');
      option.addEventListener('click', () => choose(offer));
      return option;
    }

    function open() {
      if (!offers.length) {
        close();
        return;
      }
      list.setAttribute('aria-label', site.text(labelLang(), 'suggest.label'));
      list.lang = labelLang();
      list.style.setProperty('--top', `${box.offsetTop + box.offsetHeight}px`);
      list.style.setProperty('--start', `${box.offsetLeft}px`);
      list.style.setProperty('--width', `${box.offsetWidth}px`);
      list.hidden = false;
      box.setAttribute('aria-expanded', 'true');
      go(-1);
    }

    function show(found) {
      offers = found;
      offersFor = box.value;
      list.replaceChildren(...found.map(optionOf));
      open();
    }

    function ask() {
      const mine = new AbortController();
      running = mine;
      Promise.all([loadEngine(), site.loadTable(labelLang(), 'typing')])
        .then(() => window.izdeu.typed(box.value, { signal: mine.signal }))
        .then(
          (found) => { if (!mine.signal.aborted && document.activeElement === box) show(found); },
          () => { /* Without suggestions the box is what it was. */ },
        );
    }

    function onInput(event) {
      clearTimeout(timer);
      running.abort();
      go(-1);
      if (!isTyped(event)) close();
      else if (!event.isComposing) timer = setTimeout(ask, REST);
    }

    function askFor(text) {
      box.value = text;
      form.requestSubmit(); // the pages that answer by themselves see to it
    }

    /* An author's articles; a keyword is asked for, too, so that the page shows where it stands. */
    function choose({ kind, text, query, url }) {
      stop();
      if (kind === 'word') askFor(query);
      else if (kind === 'title') location.assign(`${site.root}/${url}`);
      else location.assign(`${site.href('search.html', labelLang())}?${new URLSearchParams(kind === 'author' ? [[kind, text]] : [['q', text], [kind, text]])}`);
    }

    function move(step) {
      const places = offers.length;
      const from = active < 0 && step < 0 ? places : active;
      go((from + step + places) % places);
    }

    const KEYS = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Escape: close,
      Enter: () => choose(offers[active]),
    };

    function onKey(event) {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || !(event.key in KEYS)) return;
      if (event.key === 'Enter' && active < 0) {
        stop(); // the question itself is asked
        return;
      }
      if (!isOpen() && event.key.startsWith('Arrow') && offersFor === box.value) open();
      if (!isOpen()) return;
      event.preventDefault();
      event.stopPropagation();
      KEYS[event.key]();
    }

    box.addEventListener('input', onInput);
    box.addEventListener('compositionend', (event) => onInput({ inputType: 'insertCompositionText', isComposing: false, target: event.target }));
    box.addEventListener('keydown', onKey);
    box.addEventListener('blur', stop);
    form.addEventListener('submit', stop);
    list.addEventListener('mousedown', (event) => event.preventDefault()); // the box keeps the focus
    return ask;
  }

  function begin() {
    const boxes = Array.from(document.querySelectorAll(BOXES));
    const asks = boxes.map(attach);
    const typing = boxes.indexOf(document.activeElement);
    if (typing >= 0) asks[typing](); // what was typed until now
  }

  const styles = element('link', { rel: 'stylesheet', href: `${site.root}/theme/css/offers.css` });
  styles.onload = begin;
  styles.onerror = begin;
  document.head.append(styles);
}());
