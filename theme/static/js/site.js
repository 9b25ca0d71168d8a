/* Every page: the reader's theme and language, and the key that leads to the search box.
   Without it the pages are complete: links lead to each language, labels stand in the page's own.
   Loaded in <head>, not deferred, so that the theme is set before anything is painted. */
(function () {
  'use strict';

  const html = document.documentElement;
  const root = html.dataset.root;
  const defaultLang = html.dataset.defaultLang;
  const dark = window.matchMedia('(prefers-color-scheme: dark)');

  /* ---- What is remembered. Storage may be forbidden; then nothing is. ---- */

  function recall(storage, name) {
    try {
      return window[storage].getItem(`izdeu.${name}`);
    } catch {
      return null;
    }
  }

  function remember(storage, name, value) {
    try {
      if (value === null) window[storage].removeItem(`izdeu.${name}`);
      else window[storage].setItem(`izdeu.${name}`, value);
    } catch {
      /* The choice then lasts for this page only. */
    }
  }

  /* ---- Theme: the system's, unless the reader asked for the other one. ---- */

  function isDark() {
    return html.dataset.theme ? html.dataset.theme === 'dark' : dark.matches;
  }

  function setTheme(theme) {
    if (theme === 'dark' || theme === 'light') html.dataset.theme = theme;
    else delete html.dataset.theme;
  }

  function wireTheme() {
    const button = document.getElementById('ui-theme');
    const show = () => button.setAttribute('aria-pressed', String(isDark()));
    button.hidden = false;
    button.addEventListener('click', () => {
      const wanted = isDark() ? 'light' : 'dark';
      const system = dark.matches ? 'dark' : 'light';
      const choice = wanted === system ? null : wanted;
      setTheme(choice);
      remember('localStorage', 'theme', choice);
      show();
    });
    dark.addEventListener('change', show);
    show();
  }

  /* ---- The words of the interface: of each language a table, theme/js/ui-<lang>.js, and others that few pages need. ---- */

  const tables = {};
  const loading = {}; // address -> promise

  window.izdeuUi = function (lang, strings) {
    tables[lang] = Object.assign(tables[lang] || {}, strings);
  };

  /* A script of the site, by its path; loaded once. */
  function loadScript(path) {
    if (!loading[path]) {
      loading[path] = new Promise((resolve, reject) => {
        const script = document.createElement('script');
        script.src = `${root}/${path}`;
        script.onload = resolve;
        script.onerror = () => reject(new Error(path));
        document.head.append(script);
      });
      loading[path].catch(() => { delete loading[path]; }); // so that it may be tried again
    }
    return loading[path];
  }

  function loadTable(lang, room) {
    return loadScript(`theme/js/ui-${lang}${room ? `-${room}` : ''}.js`);
  }

  function fill(words, values) {
    return words.replace(/\{([a-z]+)\}/g, (slot, name) => (name in values ? String(values[name]) : slot));
  }

  function text(lang, key, values) {
    const table = tables[lang] || {};
    return key in table ? fill(table[key], values || {}) : key;
  }

  function plural(lang, key, n, values) {
    const form = new Intl.PluralRules(lang).select(n);
    return text(lang, `${key}.${form}`, Object.assign({ n: numbers(lang).format(n) }, values));
  }

  /* Kazakh writes numbers as Russian does, but Chromium, which says that it knows Kazakh, writes them as English does. */
  function numbers(lang, options) {
    return new Intl.NumberFormat(text(lang, 'numbers'), options);
  }

  /* Properties and children go in as such: what comes from the texts is never markup. */
  function newElement(tag, properties, ...children) {
    const made = document.createElement(tag);
    Object.assign(made, properties);
    made.append(...children);
    return made;
  }

  /* Path of an interface page: the default language's stand at the root, the others' in their folder. */
  function href(path, lang) {
    return `${root}/${lang === defaultLang ? '' : `${lang}/`}${path}`;
  }

  window.izdeuSite = { root, lang: html.lang, text, plural, numbers, element: newElement, typing: { inputType: '' }, href, loadScript, loadTable, labelAttributes, recall, remember };

  /* ---- Language. Interface pages exist in each; an article page exists once and is labelled anew. ---- */

  /* A click on a language is remembered for good; the interface pages a reader walks through count until
     the tab closes. The default language's pages do not count alone: everybody enters by them. */
  function chosenLanguage() {
    return recall('sessionStorage', 'lang') || recall('localStorage', 'lang');
  }

  function noteLanguageOfPage() {
    if ('labels' in html.dataset) return;
    const isChoice = html.lang !== defaultLang || recall('sessionStorage', 'lang');
    if (isChoice) remember('sessionStorage', 'lang', html.lang);
  }

  /* data-ui-attr="aria-label:key;title:key" */
  function labelAttributes(element, lang) {
    element.dataset.uiAttr.split(';').forEach((pair) => {
      const [name, key] = pair.split(':');
      element.setAttribute(name, text(lang, key));
    });
    element.lang = lang;
  }

  function labelPage(lang) {
    document.querySelectorAll('[data-ui]').forEach((element) => {
      element.textContent = text(lang, element.dataset.ui, element.dataset);
      element.lang = lang;
    });
    document.querySelectorAll('[data-ui-attr]').forEach((element) => labelAttributes(element, lang));
    /* What a reader of the article's own language need not be told. */
    document.querySelectorAll('[data-foreign]').forEach((element) => { element.hidden = lang === html.lang; });
    document.querySelectorAll('[data-to]').forEach((element) => {
      const name = element instanceof HTMLFormElement ? 'action' : 'href';
      element.setAttribute(name, href(element.dataset.to, lang));
    });
    document.querySelectorAll('[data-choose]').forEach((link) => {
      if (link.dataset.choose === lang) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    });
    html.dataset.labels = lang;
  }

  function relabel(lang) {
    if (lang === html.dataset.labels) return;
    const rooms = html.dataset.words ? [undefined, html.dataset.words] : [undefined];
    Promise.all(rooms.map((room) => loadTable(lang, room))).then(
      () => labelPage(lang),
      () => { /* The labels stay in the article's language: still a complete page. */ },
    );
  }

  function wireLanguages() {
    const isArticle = 'labels' in html.dataset;
    document.querySelectorAll('[data-choose]').forEach((link) => {
      link.addEventListener('click', (event) => {
        const lang = link.dataset.choose;
        /* A question in the address goes along to the same page in the other language. */
        if (!isArticle) link.search = location.search;
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        remember('localStorage', 'lang', lang);
        remember('sessionStorage', 'lang', lang);
        if (!isArticle) return;
        event.preventDefault();
        relabel(lang);
      });
    });
    const chosen = chosenLanguage();
    if (isArticle && chosen) relabel(chosen);
  }

  /* ---- Small conveniences. ---- */

  function isTyping(element) {
    return element instanceof HTMLElement
      && (element.isContentEditable || element.matches('input, textarea, select'));
  }

  /* "/" leads to the search box, unless the reader is writing somewhere. */
  function wireSlash() {
    document.addEventListener('keydown', (event) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(document.activeElement)) return;
      const box = document.querySelector('form[role=search] input[type=search]');
      if (!box) return;
      event.preventDefault();
      box.focus();
      box.select();
    });
  }

  /* What suggests while a reader types comes with the first letters; on a page that answers while they type when results stand already. */
  function wireSuggestions() {
    const { typing } = window.izdeuSite;
    const begin = (event) => {
      if (!event.inputType || !event.target.matches('form[role=search] input[type=search]')) return;
      typing.inputType = event.inputType;
      if (typing.isBegun) return;
      typing.isBegun = true;
      whenAnswered(() => { loadScript('theme/js/combobox.js').catch(() => { /* The box is what it was. */ }); });
    };
    document.addEventListener('input', begin);
    document.addEventListener('submit', () => { typing.inputType = ''; });
  }

  function whenAnswered(act) {
    const isWaiting = () => 'live' in html.dataset && ['idle', 'loading'].includes(html.dataset.search);
    if (!isWaiting()) {
      act();
      return;
    }
    const observer = new MutationObserver(() => {
      if (isWaiting()) return;
      observer.disconnect();
      act();
    });
    observer.observe(html, { attributes: true, attributeFilter: ['data-search'] });
  }

  /* Where the table of contents has a column of its own it is open; in the text's column it starts closed. */
  function wireContents() {
    const list = document.getElementById('ui-contents-list');
    if (!list) return;
    const beside = window.matchMedia('(min-width: 64rem)');
    const fit = () => { list.open = beside.matches; };
    beside.addEventListener('change', fit);
    fit();
  }

  setTheme(recall('localStorage', 'theme'));
  noteLanguageOfPage();
  document.addEventListener('DOMContentLoaded', () => {
    wireTheme();
    wireLanguages();
    wireSlash();
    wireSuggestions();
    wireContents();
  });
}());
