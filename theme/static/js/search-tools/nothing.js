/* Nothing is found: which parts of the question are to blame, and the questions that are left without them. */
(function (page) {
  'use strict';

  const { say, element, find, short } = page;
  const SHOWN = 6;
  const ARROW = '→'; // as in search-page/understood.js
  const OF_ARTICLES = ['author', 'year'];

  const folded = (text) => text.toLowerCase();

  /* The items that no article has; or, where each is somewhere, those that must be there, else all. */
  function toBlame(items) {
    const wanted = items.filter(({ presence }) => presence !== 'not');
    const needed = wanted.filter(({ presence }) => presence === 'must');
    return [wanted.filter(({ fails }) => fails), needed, wanted].find((some) => some.length) || [];
  }

  /* A word that is found by its first letters alone is not in the texts. */
  function judged(items, terms) {
    const lacking = terms.filter(({ partly }) => partly).map(({ word }) => folded(word));
    return items.map((item) => ({ ...item, fails: item.fails || (isPlain(item) && lacking.includes(folded(item.plain))) }));
  }

  /* What is filtered, as changes that take it away; null where nothing is. */
  function unfiltered({ options }) {
    return page.FILTERS.some((name) => options[name]) ? Object.fromEntries(page.FILTERS.map((name) => [name, ''])) : null;
  }

  /* Readings were chosen for words that are still there; which words of other languages count is told anew. */
  function changesWithout(item, items, { options }) {
    const left = items.filter((other) => other !== item).map(({ plain }) => folded(plain));
    const read = page.valuesOf(options.read).filter((choice) => left.includes(folded(choice.split(ARROW)[0])));
    return { read, ...(options.also && options.also.length ? { also: '' } : {}) };
  }

  /* By their places, from the last to the first. */
  function loosened(query, items) {
    return items.reduceRight((text, { start, end, loose }) => text.slice(0, start) + loose + text.slice(end), query);
  }

  /* [[query, changes, words]…] */
  function offersFor(current, items) {
    const { query, options } = current;
    const offers = [];
    if (unfiltered(current)) offers.push([query, unfiltered(current), say('search.unfiltered')]);
    if (options.as) offers.push([query, { as: '' }, say('search.as.any')]);
    const loose = loosened(query, items);
    if (loose !== query) offers.push([loose, {}, say('search.plain', { q: short(loose) })]);
    const blamed = toBlame(items);
    const excluded = blamed.some(({ fails }) => fails) ? [] : items.filter(({ presence }) => presence === 'not');
    [...blamed, ...excluded].filter(({ without }) => without).forEach((item) => {
      offers.push([item.without, changesWithout(item, items, current), say('search.without', { word: short(nameOf(item)), q: short(item.without) })]);
    });
    return offers.slice(0, SHOWN);
  }

  function isPlain({ kind, field, presence }) {
    return presence !== 'not' && !field && kind !== 'prefix' && !OF_ARTICLES.includes(kind);
  }

  /* A word without its signs; what a sign means more of, as it was written. */
  function nameOf(item) {
    return isPlain(item) ? item.plain : item.text;
  }

  /* "қылмыстың (read as қылмыс)", and that the texts lack it, or that it is there, but not with the others. */
  function failureOf(item, terms) {
    const word = short(nameOf(item));
    const where = item.fails ? 'absent' : 'together';
    if (!isPlain(item)) return element('li', { textContent: say(`search.fails.${where}.item`, { word }) });
    const term = terms.find((one) => folded(one.word) === folded(item.plain)) || { readings: [] };
    if (item.fails && page.state.current.options.as) return element('li', { textContent: say('search.fails.as', { word, lacking: page.lacking() }) });
    const read = term.readings.map(({ lemma, lang }) => `${lemma} (${say(`lang.short.${lang}`)})`).join(', ');
    return element('li', { textContent: say(`search.fails.${where}${read ? '.read' : ''}`, { word, read }) });
  }

  function fill(id, rows) {
    find(id).replaceChildren(...rows);
    find(id).hidden = !rows.length;
  }

  page.tools.showNothing = async function () {
    const { current, answer } = page.state;
    if (!answer || answer.total > 0) return;
    const found = await window.izdeu.items(current.query, page.engineOptions()).catch(() => []);
    if (page.state.current !== current) return;
    const items = judged(found, answer.terms || []);
    const blamed = toBlame(items);
    const isFilters = unfiltered(current) && !blamed.some(({ fails }) => fails) && blamed.length < 2;
    fill('failing', isFilters ? [] : blamed.slice(0, SHOWN).map((item) => failureOf(item, answer.terms || [])));
    fill('offers', offersFor(current, items).map((offer) => element('li', {}, page.offerLink(...offer))));
  };
}(window.izdeuPage));
