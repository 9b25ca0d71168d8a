/* What all scripts of the search page share, and the concordance with them: its elements, the words of the interface, and how elements are made.
   Everything from the texts goes in by textContent; markup is only ever made element by element. */
(function (scope) {
  'use strict';

  const WORD_SHOWN = 40;

  const site = scope.izdeuSite;
  const { lang } = document.documentElement;
  const form = document.querySelector('form[role=search]');

  const say = (key, values) => site.text(lang, key, values);
  /* The words for a key, or what stands for them where there are none. */
  const sayOr = (key, other) => (say(key) === key ? other : say(key));
  const find = (id) => document.getElementById(id);
  const plural = (key, n, values) => site.plural(lang, key, n, values);
  const number = (n) => site.numbers(lang).format(n);
  const { element } = site;

  /* A reader may paste pages into the box; one word of it is shown no longer than this. */
  function short(word) {
    const signs = Array.from(word);
    return signs.length > WORD_SHOWN ? `${signs.slice(0, WORD_SHOWN).join('')}…` : word;
  }

  /* A link that does its work in place, unless the reader wants it elsewhere. */
  function actingLink(properties, act, ...children) {
    const link = element('a', properties, ...children);
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      act();
    });
    return link;
  }

  function button(properties, act, ...children) {
    const made = element('button', { type: 'button', ...properties }, ...children);
    made.addEventListener('click', act);
    return made;
  }

  scope.izdeuPage = {
    site, lang, say, sayOr, plural, number, find, element, short, actingLink, button, form, box: form.querySelector('input[name=q]'),
  };
}(window));
