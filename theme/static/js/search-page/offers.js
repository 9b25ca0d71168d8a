/* Other questions, each a click away: what may have been meant, and (search-tools/nothing.js) what is left when nothing is found. */
(function (page) {
  'use strict';

  const { element, find } = page;

  /* The page with another question in it, and other options: `changes` as page.change takes them. */
  page.offerLink = function (query, changes, words) {
    const options = page.changed(page.state.current.options, changes);
    return page.actingLink({ className: 'suggestion', textContent: words, href: page.addressOf({ query, options, page: 1 }) }, () => {
      page.box.value = query;
      page.change(changes);
      page.box.focus();
    });
  };

  page.showSuggestions = function () {
    const shown = page.state.answer.suggestions || [];
    const itsOwn = { read: '', also: '' }; // these are about words that are no more
    find('suggestions').replaceChildren(...shown.map(({ query }) => element('li', {}, page.offerLink(query, itsOwn, query))));
    find('suggested').hidden = !shown.length;
  };

  page.showNothing = function () {
    ['failing', 'offers'].forEach((id) => {
      find(id).replaceChildren();
      find(id).hidden = true;
    });
  };
}(window.izdeuPage));
