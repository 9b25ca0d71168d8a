/* How the words were understood: "алаяқтықтың → алаяқтық (kk)", other readings and other languages' words a click away. */
(function (page) {
  'use strict';

  const { say, element, button, short } = page;
  const ARROW = '→'; // parts word and lemma in the option `read`, as in the address
  const SIGNS = { must: '+', not: '−' };
  const TERMS_SHOWN = 12;
  const READINGS_SHOWN = 4;

  function toggle(isOn, act, ...children) {
    const made = button({ className: 'toggle' }, act, ...children);
    made.setAttribute('aria-pressed', String(isOn));
    return made;
  }

  function named(lemma, lang) {
    return [
      element('span', { className: 'term-lemma', textContent: lemma, lang }), ' ',
      element('span', { className: 'term-lang', textContent: say(`lang.short.${lang}`) }),
    ];
  }

  /* A click makes this the only reading of the word, a second gives back all. */
  function chooseReading(word, lemma) {
    const { options } = page.state.current;
    const others = page.valuesOf(options.read).filter((choice) => choice.split(ARROW)[0] !== word);
    const own = `${word}${ARROW}${lemma}`;
    const isChosen = page.valuesOf(options.read).includes(own);
    page.change({ read: isChosen ? others : [...others, own] });
  }

  function readingNodes({ word, readings }) {
    const chosen = page.valuesOf(page.state.current.options.read).some((choice) => choice.split(ARROW)[0] === word);
    const shown = readings.slice(0, READINGS_SHOWN);
    if (shown.length < 2 && !chosen) return shown.flatMap(({ lemma, lang }) => named(lemma, lang));
    return shown.flatMap(({ lemma, lang, on }, place) => [
      ...(place ? [' '] : []),
      toggle(on !== false, () => chooseReading(word, lemma), ...named(lemma, lang)),
    ]);
  }

  /* What stands in the answer is the choice so far; a click takes one word out of it or puts it in. */
  function chooseOther(lemma) {
    const all = (page.state.answer.terms || []).flatMap(({ others }) => others || []);
    const on = new Set(all.filter((other) => other.on).map((other) => other.lemma));
    if (!on.delete(lemma)) on.add(lemma);
    page.change({ also: Array.from(on) });
  }

  function otherNodes({ others }) {
    if (!others || !others.length) return [];
    const chips = others.flatMap(({ lemma, text, lang, on }) => [
      ' ', toggle(Boolean(on), () => chooseOther(lemma), ...named(text || lemma, lang)),
    ]);
    return [element('span', { className: 'term-others' }, element('span', { className: 'term-note', textContent: say('search.others') }), ...chips)];
  }

  /* Or that the texts do not hold the word. */
  function termItem(term) {
    const item = element('li', { className: term.matched ? 'term' : 'term term-missing' },
      element('span', { className: 'term-word', textContent: (SIGNS[term.presence] || '') + short(term.word) }));
    if (!term.matched) item.append(' ', element('span', { className: 'term-note', textContent: say('search.unmatched') }));
    else if (term.readings.length) item.append(' → ', ...readingNodes(term));
    item.append(' ', ...otherNodes(term));
    return item;
  }

  /* A word that stands in the texts just as it was typed needs no explanation. */
  function needsExplaining(term) {
    if (term.stopped || (!term.matched && !page.isSettled())) return false;
    return !term.matched || (term.others || []).length > 0 || term.readings.length > 1
      || term.readings.some((reading) => reading.lemma !== term.word.toLowerCase());
  }

  /* The list is made anew; a button that was pressed is there again, and keeps the focus. */
  page.showTerms = function () {
    const list = page.find('terms');
    const buttons = () => Array.from(list.querySelectorAll('button'));
    const place = buttons().indexOf(document.activeElement);
    const shown = (page.state.answer.terms || []).filter(needsExplaining).slice(0, TERMS_SHOWN);
    list.replaceChildren(...shown.map(termItem));
    page.find('understood').hidden = !shown.length;
    if (place >= 0 && buttons()[place]) buttons()[place].focus();
  };
  page.TERMS_SHOWN = TERMS_SHOWN;
}(window.izdeuPage));
