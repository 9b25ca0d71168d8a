/* The words of the interface: of each language a table, theme/js/ui-<lang>.js, and others that few pages need.
   And what all scripts of the pages share: window.izdeuSite. */
(function (scope) {
  'use strict';

  const html = document.documentElement;
  const { root, defaultLang } = html.dataset;
  const tables = {};
  const loading = {}; // address -> promise

  scope.izdeuUi = function (lang, strings) {
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

  Object.assign(scope.izdeuSite = {}, scope.izdeuStored, { root, lang: html.lang, text, plural, numbers, element: newElement, typing: { inputType: '' }, href, loadScript, loadTable });
}(window));
