/* All passages of an article in the place of the best, and back. */
(function (page) {
  'use strict';

  const best = new WeakMap(); // list -> the passages that stood in it at first

  page.tools.unfold = async function ({ hit, list, isOpen, passageLine }) {
    if (!best.has(list)) best.set(list, Array.from(list.children));
    if (isOpen) {
      list.replaceChildren(...best.get(list));
      return;
    }
    const { query, options } = page.state.current;
    const passages = await window.izdeu.passages(query, options, hit.id);
    list.replaceChildren(...passages.map(passageLine));
  };
}(window.izdeuPage));
