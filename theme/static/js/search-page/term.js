/* A word and how it was understood: "алаяқтықтың → алаяқтық (kk)", other readings and other languages' words a click away. The concordance
   says the same by the same code: a page has its question and answer in `page.state`, and asks anew in `page.change`. */
(function (page) {
  'use strict';

  const { say, element, button, short } = page;
  const ARROW = '→'; // parts word and lemma in the option `read`, as in the address
  const READINGS_SHOWN = 4;
  const FORM = '='; // asks for this very form, as in plugins/lunr_search/tables/syntax.toml

  let told = []; // the terms that are shown
  const places = new Map(); // word -> its readings as choices, in the order of their buttons

  const note = (textContent) => element('span', { className: 'term-note', textContent });

  function toggle(isOn, act, ...children) {
    const made = button({ className: 'toggle' }, act, ...children);
    made.setAttribute('aria-pressed', String(isOn));
    return made;
  }

  function named(lemma, lang) {
    const name = element('span', { className: 'term-lemma', textContent: lemma, lang });
    return lang ? [name, ' ', element('span', { className: 'term-lang', textContent: say(`lang.short.${lang}`) })] : [name];
  }

  /* The choices for a word in the option `read`: "word→language:lemma", or without the language, as links of before have it. */
  function choicesFor(word) {
    return page.valuesOf(page.state.current.options.read).filter((choice) => choice.split(ARROW)[0] === word);
  }

  function choiceOf(word, { lemma, lang }) {
    return `${word}${ARROW}${lang ? `${lang}:` : ''}${lemma}`;
  }

  function isChosen(word, reading) {
    return [choiceOf(word, reading), choiceOf(word, { lemma: reading.lemma })].some((choice) => choicesFor(word).includes(choice));
  }

  /* A click makes this the only reading of the word, a second gives back all. */
  function chooseReading(word, reading) {
    const own = choicesFor(word);
    const others = page.valuesOf(page.state.current.options.read).filter((choice) => !own.includes(choice));
    page.change({ read: isChosen(word, reading) ? others : [...others, choiceOf(word, reading)] });
  }

  /* The readings in the order in which they stood first, though the chosen one comes first: a second click must meet the same button. */
  function inPlace(word, readings) {
    const before = places.get(word) || [];
    const rank = (reading) => (before.includes(choiceOf(word, reading)) ? before.indexOf(choiceOf(word, reading)) : before.length);
    const ordered = [...readings].sort((a, b) => rank(a) - rank(b));
    places.set(word, ordered.map((reading) => choiceOf(word, reading)));
    return ordered;
  }

  /* Pressed is what was chosen; without a choice those that count are told from those that do not. */
  function readingNodes({ word, readings }) {
    const shown = inPlace(word, readings).slice(0, READINGS_SHOWN);
    if (shown.length < 2 && !choicesFor(word).length) return shown.flatMap(({ lemma, lang }) => named(lemma, lang));
    return shown.flatMap((reading, place) => {
      const made = toggle(isChosen(word, reading), () => chooseReading(word, reading), ...named(reading.lemma, reading.lang));
      made.classList.toggle('toggle-off', reading.on === false);
      return place ? [' ', made] : [made];
    });
  }

  /* Without a choice in the options what is shown counts; a click takes one word out of the choice or puts it in. */
  function chooseOther(lemma) {
    const { also } = page.state.current.options;
    const shown = told.flatMap(({ others }) => others || []).filter(({ on }) => on);
    const on = new Set(also === undefined ? shown.map((other) => other.lemma) : page.valuesOf(also));
    if (!on.delete(lemma)) on.add(lemma);
    page.change({ also: Array.from(on) });
  }

  function otherNodes({ others }) {
    if (!others || !others.length) return [];
    const chips = others.flatMap(({ lemma, text, lang, on }) => [
      ' ', toggle(Boolean(on), () => chooseOther(lemma), ...named(text || lemma, lang)),
    ]);
    return [element('span', { className: 'term-others' }, note(say('search.others')), ...chips)];
  }

  /* That the texts lack the word; where it was only looked for in one language, that they lack it there. */
  page.lacking = () => page.sayOr(`search.unmatched.${page.state.current.options.as}`, say('search.unmatched'));

  page.foundByPart = () => `${page.lacking()}, ${say('search.partly')}`;

  /* The languages in which the word is there all the same (search-tools/elsewhere.js), each a click away. */
  function missingNodes({ elsewhere = [] }) {
    const ways = elsewhere.flatMap((lang) => [', ', button({ className: 'term-as', textContent: say(`search.readas.${lang}`) }, () => page.change({ as: lang }))]);
    return [' ', note(page.lacking()), ...ways];
  }

  function meaningNodes(term) {
    if (!term.matched) return missingNodes(term);
    if (term.partly) return [' ', note(page.foundByPart())];
    if (term.kind === 'form') return [' ', note(say('search.form'))];
    return term.readings.length ? [' → ', ...readingNodes(term)] : [];
  }

  const fieldName = (field) => page.sayOr(`part.${field}`, say(`filter.${field}`));

  /* [field, sign, word] of a term, as they were asked for; what must be there by itself needs no +. */
  page.askedAs = function ({ word, kind, field, presence }) {
    const isFree = !field && kind !== 'form';
    const sign = presence === 'not' ? '−' : isFree && presence === 'must' ? '+' : '';
    return [field && `${fieldName(field)}: `, kind === 'form' ? sign + FORM : sign, kind === 'year' ? word.replace('..', '–') : word];
  };

  function termItem(term) {
    const [field, sign, word] = page.askedAs(term);
    return element('li', { className: term.matched ? 'term' : 'term term-missing' },
      ...(field ? [element('span', { className: 'term-field', textContent: field })] : []),
      element('span', { className: 'term-word', textContent: sign + short(word) }), ...meaningNodes(term), ' ', ...otherNodes(term));
  }

  /* The list is made anew; the button that was pressed keeps the focus wherever it stands now. */
  page.fillTerms = function (terms) {
    told = terms;
    const list = page.find('terms');
    const pressed = document.activeElement;
    const name = pressed.textContent;
    const alike = () => Array.from(list.querySelectorAll('button')).filter((one) => one.textContent === name);
    const place = alike().indexOf(pressed);
    list.replaceChildren(...terms.map(termItem));
    page.find('understood').hidden = !terms.length;
    const again = alike()[place];
    if (again) again.focus();
  };
}(window.izdeuPage));
