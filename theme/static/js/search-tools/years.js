/* The filter of years: from and to, and below a bar for each year, that chooses it alone. */
(function (page) {
  'use strict';

  const { say, number, element, button } = page;
  const RANGE = '..';
  const SHOWN = 8;
  const DIGITS = 4;

  function range() {
    const value = page.valuesOf(page.state.current.options.year)[0] || '';
    return value.includes(RANGE) ? value.split(RANGE) : [value, value];
  }

  function field(key) {
    const made = element('input', { type: 'text', inputMode: 'numeric', maxLength: DIGITS, size: DIGITS, autocomplete: 'off' });
    return { made, label: element('label', {}, element('span', { textContent: say(key) }), ' ', made) };
  }

  /* What is no number is no bound. */
  function bound(input) {
    const year = Number.parseInt(input.value, 10);
    return year > 0 ? String(year) : '';
  }

  function choose(from, to) {
    const value = from && from === to ? from : `${from}${RANGE}${to}`;
    page.change({ year: value === RANGE ? '' : value });
  }

  function isChosen(value) {
    return range().every((year) => year === value);
  }

  function bar({ value }) {
    const share = element('span', { className: 'year-bar' });
    const shown = element('span', { className: 'facet-count' });
    const made = button({ className: 'year-row', value }, () => (isChosen(value) ? choose('', '') : choose(value, value)),
      element('span', { className: 'year-name', textContent: value }), share, ' ', shown);
    return page.renewable(element('li', {}, made), ({ count, most }) => {
      shown.textContent = number(count);
      share.style.setProperty('--share', String(count / most));
      made.setAttribute('aria-pressed', String(isChosen(value)));
    });
  }

  function draw(facet) {
    const { list, more, entries } = facet;
    const most = Math.max(1, ...entries.map(({ count }) => count));
    const shown = entries.slice(0, facet.shown);
    page.renew(list, shown.map((entry) => ({ ...entry, most })), bar);
    more.hidden = shown.length >= entries.length;
    more.textContent = say('filters.more', { n: number(entries.length - shown.length) });
  }

  page.facetYears = function () {
    const [from, to] = [field('filters.from'), field('filters.to')];
    const facet = { name: 'year', entries: [], shown: SHOWN };
    const fields = [from.made, to.made];
    let edited = null; // the field that is being written in: until it is left, it is the reader's
    const showBounds = () => {
      const bounds = range();
      fields.forEach((made, place) => { if (made !== edited) Object.assign(made, { value: bounds[place] || '' }); });
    };
    const change = () => {
      const bounds = fields.map(bound);
      if (bounds[0] && bounds[1]) bounds.sort((a, b) => a - b);
      edited = null;
      choose(...bounds);
    };
    fields.forEach((made) => {
      made.addEventListener('input', () => { edited = made; });
      made.addEventListener('change', change);
      made.addEventListener('blur', () => {
        edited = null;
        showBounds();
      });
    });
    facet.list = element('ul', { className: 'facet-list' });
    facet.list.setAttribute('role', 'list');
    facet.more = button({ className: 'facet-more' }, () => {
      const first = facet.list.children.length;
      facet.shown = Infinity;
      draw(facet);
      facet.list.children[first].querySelector('button').focus();
    });
    facet.part = element('fieldset', { className: 'facet' }, element('legend', { textContent: say('filter.year') }),
      element('p', { className: 'year-range' }, from.label, ' ', to.label), facet.list, facet.more);
    facet.part.dataset.facet = 'year';
    facet.show = (entries) => {
      facet.entries = entries;
      facet.part.hidden = !entries.length && !range().some(Boolean);
      showBounds();
      draw(facet);
    };
    return facet;
  };
}(window.izdeuPage));
