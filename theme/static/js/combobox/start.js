/* Suggestions for every search box of a page. site.js loads this with the first letters; the engine, which the search
   page has already, is loaded here, since a box needs it to tell what is being typed. */
(function (scope) {
  'use strict';

  const { Box } = scope.izdeuBox;
  const site = scope.izdeuSite;
  const BOXES = 'form[role=search] input[type=search]';

  function begin() {
    const boxes = Array.from(document.querySelectorAll(BOXES), (box) => new Box(box));
    const typing = boxes.find(({ box }) => box === document.activeElement);
    if (typing && scope.izdeu.isTyped(site.typing)) typing.ask(); // what was typed until now, unless it was pasted or is asked already
  }

  /* Without its styles the list is a list. */
  function loadStyles() {
    return new Promise((resolve) => {
      const styles = document.createElement('link');
      Object.assign(styles, { rel: 'stylesheet', href: `${site.root}/theme/css/offers.css`, onload: resolve, onerror: resolve });
      document.head.append(styles);
    });
  }

  const engine = scope.izdeu ? Promise.resolve() : site.loadScript('search/izdeu.js');
  Promise.all([engine, loadStyles()]).then(begin, () => { /* Without the engine the boxes are what they were. */ });
}(window));
