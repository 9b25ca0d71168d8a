/* The reader's language. Interface pages exist in each; an article page exists once and is labelled anew. */
(function (scope) {
  'use strict';

  const site = scope.izdeuSite;
  const { recall, remember, text, href, loadTable } = site;
  const html = document.documentElement;
  const { defaultLang } = html.dataset;

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

  site.labelAttributes = labelAttributes;
  noteLanguageOfPage();
  document.addEventListener('DOMContentLoaded', wireLanguages);
}(window));
