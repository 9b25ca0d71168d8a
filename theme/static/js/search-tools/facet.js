/* One filter: a list of values with counts, of which the reader chooses some; a long one begins with the most frequent, with a
   field that finds in it. Lists are filled anew with each answer (renew.js). */
(function (page) {
  'use strict';

  const { say, number, element, button } = page;
  const SHOWN = 6; // values until the reader asks for more
  const MORE = 20;
  const ANY = { value: '', count: null }; // of one language only there is also the choice of all

  function chosen(name) {
    return page.valuesOf(page.state.current.options[name]);
  }

  /* All values, the chosen ones too that the answer no longer has. */
  function withChosen(name, entries) {
    const known = new Set(entries.map(({ value }) => value));
    return [...chosen(name).filter((value) => !known.has(value)).map((value) => ({ value, count: 0 })), ...entries];
  }

  function row(facet, { value, count }) {
    const input = element('input', { type: facet.isSingle ? 'radio' : 'checkbox', name: `facet-${facet.name}`, value });
    input.addEventListener('change', () => choose(facet, value, input.checked));
    const name = element('span', { className: 'facet-value' });
    const shown = element('span', { className: 'facet-count' });
    const made = element('li', {}, element('label', { className: 'facet-row' }, input, name, ...(count === null ? [] : [' ', shown])));
    return page.renewable(made, ({ count: now }) => {
      input.checked = value ? chosen(facet.name).includes(value) : !chosen(facet.name).length;
      name.textContent = value ? page.valueName(facet.name, value) : say('filters.any');
      shown.textContent = now === null ? '' : number(now);
    });
  }

  function choose({ name, isSingle }, value, isOn) {
    const others = isSingle ? [] : chosen(name).filter((other) => other !== value);
    const values = isOn && value ? [...others, value] : others;
    page.change({ [name]: values.length > 1 ? values : values[0] });
  }

  function shownOf(facet) {
    const wanted = page.foldedText(facet.text);
    const own = chosen(facet.name);
    const fitting = facet.entries.filter(({ value }) => !wanted || page.foldedText(page.valueName(facet.name, value)).includes(wanted));
    const shown = fitting.filter(({ value }, place) => place < facet.shown || own.includes(value));
    return { shown, left: fitting.length - shown.length };
  }

  function draw(facet) {
    const { list, more, find } = facet;
    const { shown, left } = shownOf(facet);
    const any = facet.isSingle ? [ANY] : [];
    page.renew(list, [...any, ...shown], (entry) => row(facet, entry));
    if (!list.children.length) list.append(element('li', { className: 'facet-none', textContent: say('filters.none') }));
    more.hidden = left <= 0;
    more.textContent = say('filters.more', { n: number(Math.min(left, MORE)) });
    find.hidden = facet.entries.length <= SHOWN;
  }

  function findField(facet) {
    const field = element('input', { type: 'text', className: 'facet-find', placeholder: say('filters.search'), autocomplete: 'off', spellcheck: false });
    field.setAttribute('aria-label', say('filters.find', { name: say(`filter.${facet.name}`) }));
    field.addEventListener('input', () => {
      Object.assign(facet, { text: field.value, shown: SHOWN });
      draw(facet);
    });
    return field;
  }

  function showMore(facet) {
    const first = facet.list.children.length;
    Object.assign(facet, { shown: facet.shown + MORE });
    draw(facet);
    const next = facet.list.children[first];
    if (next) next.querySelector('input').focus();
  }

  /* A filter's part of the page; `show(entries)` fills it with [{value, count}…]. */
  page.facetList = function (name, isSingle = false) {
    const facet = { name, isSingle, entries: [], shown: SHOWN, text: '' };
    facet.list = element('ul', { className: 'facet-list' });
    facet.list.setAttribute('role', 'list');
    facet.find = findField(facet);
    facet.more = button({ className: 'facet-more', hidden: true }, () => showMore(facet));
    facet.part = element('fieldset', { className: 'facet' }, element('legend', { textContent: say(`filter.${name}`) }), facet.find, facet.list, facet.more);
    facet.part.dataset.facet = name;
    facet.show = (entries) => {
      facet.entries = withChosen(name, entries);
      facet.part.hidden = !facet.entries.length;
      draw(facet);
    };
    return facet;
  };
}(window.izdeuPage));
