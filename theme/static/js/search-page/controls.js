/* The controls above the results, and the chips of what narrows them. */
(function (page) {
  'use strict';

  const { say, find, element, button } = page;
  const CONTROLS = ['as', 'lang', 'sort'];

  const fold = find('controls-fold');
  const control = (name) => find(`control-${name}`);

  /* The question in the box with other options, asked at once and from its first page. */
  page.change = function (changes) {
    page.remember(changes);
    page.go({ query: page.box.value, options: page.changed(page.state.current.options, changes), page: 1 });
  };

  /* What a filter is called where it stands as a chip. */
  page.valueName = function (name, value) {
    if (name === 'lang') return page.sayOr(`lang.name.${value}`, value);
    if (name === 'part') return page.sayOr(`part.${value}`, value);
    return name === 'issue' ? page.issueName(value) : value.replace('..', '–');
  };

  function chip(name, value) {
    const shown = page.valueName(name, value);
    const rest = page.valuesOf(page.state.current.options[name]).filter((other) => other !== value);
    const made = button({ className: 'chip' }, () => page.change({ [name]: rest.length > 1 ? rest : rest[0] }), element('span', { className: 'chip-name', textContent: `${say(`filter.${name}`)}: ` }), shown, element('span', { className: 'chip-off' }));
    made.setAttribute('aria-label', say('filter.remove', { name: say(`filter.${name}`), value: shown }));
    return element('li', {}, made);
  }

  page.clearFilters = function () {
    page.change(Object.fromEntries(page.FILTERS.map((name) => [name, ''])));
  };

  /* The chips are made anew; where the one with the focus is gone it goes to the next, else to the one before, else to what was found. */
  function focusAgain(place, wasAll) {
    const chips = find('chips').querySelectorAll('.chip');
    const near = (wasAll && find('chips').querySelector('.chip-all')) || chips[Math.min(place, chips.length - 1)];
    (near || (find('found').hidden ? page.box : find('count'))).focus();
  }

  page.showChips = function () {
    const { options } = page.state.current;
    const chips = page.FILTERS.flatMap((name) => page.valuesOf(options[name]).map((value) => chip(name, value)));
    if (chips.length > 1) chips.push(element('li', {}, button({ className: 'chip-all', textContent: say('filter.clear') }, page.clearFilters)));
    const list = find('chips');
    const { activeElement } = document;
    const place = Array.from(list.querySelectorAll('button')).indexOf(activeElement);
    list.replaceChildren(...chips);
    list.hidden = !chips.length;
    if (place >= 0) focusAgain(place, activeElement.className === 'chip-all');
  };

  page.showControls = function () {
    const { current } = page.state;
    CONTROLS.forEach((name) => { control(name).value = current.options[name] || ''; });
    const chosen = CONTROLS.filter((name) => current.options[name]).map((name) => Array.from(control(name).selectedOptions, ({ text }) => text).join(''));
    find('controls-chosen').textContent = chosen.length ? `: ${chosen.join(', ')}` : '';
    const parameters = page.parametersOf(current);
    parameters.delete('sort');
    find('to-lines').href = `${page.site.href('concordance.html', page.lang)}?${parameters}`;
    page.showChips();
    if (page.tools) page.tools.showChosen();
  };

  fold.addEventListener('click', () => fold.setAttribute('aria-expanded', String(fold.getAttribute('aria-expanded') === 'false')));
  CONTROLS.forEach((name) => control(name).addEventListener('change', () => page.change({ [name]: control(name).value })));
  find('cite-all').addEventListener('click', () => page.useTools().then((tools) => tools.citeAll(find('cite-all'))).catch(page.complain));
}(window.izdeuPage));
