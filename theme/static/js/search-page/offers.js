/* Other questions, each a click away: what may have been meant, and what is left when nothing is found. */
(function (page) {
  'use strict';

  const { say, element, find, short } = page;
  const OFFERS_SHOWN = 6;

  /* The same address with another question in it. */
  function offerLink(question, words) {
    return page.actingLink({ className: 'suggestion', textContent: words, href: page.addressOf(question) }, () => {
      page.box.value = question.query;
      page.go(question);
      page.box.focus();
    });
  }

  function asking(query, options = page.state.current.options) {
    return { query, options, page: 1 };
  }

  page.showSuggestions = function () {
    const shown = page.state.answer.suggestions || [];
    find('suggestions').replaceChildren(...shown.map(({ query }) => element('li', {}, offerLink(asking(query), query))));
    find('suggested').hidden = !shown.length;
  };

  /* The question without one of its words, whatever signs stand before or around it. */
  function without(query, word) {
    const at = query.indexOf(word);
    if (at < 0) return '';
    const before = query.slice(0, at).replace(/[^\s]*$/, '');
    const after = query.slice(at + word.length).replace(/^[^\s]*/, '');
    return `${before.trim()} ${after.trim()}`.trim();
  }

  /* The same words in any form: without the signs that ask for this very one. */
  function anyForm(query) {
    return query.replace(/(^|\s)([+-]?)[=]/g, '$1$2').replace(/["«»“”]/g, ' ').replace(/\s+/g, ' ').trim();
  }

  function failing() {
    const terms = (page.state.answer.terms || []).filter(({ stopped, presence }) => !stopped && presence !== 'not');
    const missing = terms.filter(({ matched }) => !matched);
    return missing.length ? missing : terms.filter(({ presence, kind }) => presence === 'must' || kind === 'phrase' || kind === 'form');
  }

  function offersWhenEmpty({ query, options }) {
    const offers = [];
    const freed = page.changed(options, Object.fromEntries(page.FILTERS.map((name) => [name, ''])));
    if (Object.keys(freed).length < Object.keys(options).length) offers.push([asking(query, freed), say('search.unfiltered')]);
    if (options.as) offers.push([asking(query, page.changed(options, { as: '' })), say('search.as.any')]);
    const plain = anyForm(query);
    if (plain && plain !== query.trim()) offers.push([asking(plain), say('search.plain', { q: plain })]);
    failing().forEach(({ word, kind }) => {
      const rest = kind === 'phrase' ? anyForm(without(query, word)) : without(query, word);
      if (rest) offers.push([asking(rest), say('search.without', { word: short(word), q: short(rest) })]);
    });
    return offers.slice(0, OFFERS_SHOWN);
  }

  /* "қылмыстың (read as қылмыс)", and that the texts lack it. */
  function failureOf({ word, readings = [], matched }) {
    const read = readings.map(({ lemma, lang }) => `${lemma} (${say(`lang.short.${lang}`)})`).join(', ');
    const key = `search.fails.${matched ? 'together' : 'absent'}${read ? '.read' : ''}`;
    return element('li', { textContent: say(key, { word: short(word), read }) });
  }

  page.showNothing = function () {
    const isEmpty = page.state.answer.total === 0;
    find('nothing').hidden = !isEmpty;
    if (!isEmpty) return;
    const offers = offersWhenEmpty(page.state.current);
    find('failing').replaceChildren(...failing().slice(0, OFFERS_SHOWN).map(failureOf));
    find('offers').replaceChildren(...offers.map(([question, words]) => element('li', {}, offerLink(question, words))));
    find('offers').hidden = !offers.length;
  };
}(window.izdeuPage));
