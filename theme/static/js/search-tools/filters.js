/* The filters beside the results: each with the numbers of articles that it would leave. */
(function (page) {
  'use strict';

  const { say, find, element } = page;

  const folded = new Map(); // text -> its search key
  let fold = (text) => text;
  const atMost = element('p', { className: 'facets-note', textContent: say('filters.most'), hidden: true });
  let facets = null;

  /* As the search itself compares words: a name is found without Kazakh letters, too. */
  page.foldedText = function (text) {
    if (!folded.has(text)) folded.set(text, fold(text.trim()));
    return folded.get(text);
  };

  async function begin() {
    const { manifest } = await window.izdeuOpened.openIndex();
    if (facets) return; // two questions asked for them at once
    fold = (text) => window.izdeuEngine.fold(text, manifest.tables);
    facets = [
      page.facetList('lang', true), page.facetYears(), page.facetList('part'), page.facetList('issue'), page.facetList('author'), page.facetList('keyword'),
    ];
    const skip = element('a', { className: 'facet-skip', href: '#results', textContent: say('filters.skip') });
    skip.addEventListener('click', (event) => {
      event.preventDefault();
      find('count').focus();
    });
    find('facets').replaceChildren(skip, atMost, ...facets.map(({ part }) => part));
    const beside = window.matchMedia('(min-width: 64rem)');
    const fit = () => { find('filters').open = beside.matches; };
    beside.addEventListener('change', fit);
    fit();
  }

  async function showFilters() {
    const { current } = page.state;
    const [counts] = await Promise.all([window.izdeu.counts(current.query, page.engineOptions()), facets || begin()]);
    if (page.state.current !== current) return;
    facets.forEach((facet) => facet.show(counts[facet.name]));
    atMost.hidden = !counts.atMost;
    find('filters').hidden = facets.every(({ part }) => part.hidden);
    find('filters').dataset.of = current.query;
  }

  /* What is chosen holds at once, before its numbers are there. */
  function showChosen() {
    if (facets) facets.forEach((facet) => facet.show(facet.entries));
  }

  page.tools = { showFilters, showChosen };
}(window.izdeuPage));
