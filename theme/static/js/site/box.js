/* The search box of every page: the key that leads to it, and what suggests while a reader types. */
(function (scope) {
  'use strict';

  const { typing, loadScript } = scope.izdeuSite;
  const html = document.documentElement;

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

  document.addEventListener('DOMContentLoaded', () => {
    wireSlash();
    wireSuggestions();
  });
}(window));
