/* All passages of an article in the place of the best, and back; best ones that stand elsewhere in it than those that came first. */
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

  const inView = new IntersectionObserver((entries) => {
    entries.filter(({ isIntersecting }) => isIntersecting).forEach(({ target }) => {
      inView.unobserve(target);
      fill(target).catch(page.complain);
    });
  });

  /* What stands there stays, since a reader may be at it; the others come behind it. */
  async function fill(item) {
    const { hit, list, question, passageLine } = page.unfilled.get(item);
    page.unfilled.delete(item);
    if (page.state.current !== question) return;
    const found = await window.izdeu.best(question.query, page.engineOptions(), hit.id);
    const lines = found.slice(hit.passages.length).map(passageLine);
    const unfold = item.querySelector('.hit-unfold');
    if (best.has(list)) best.get(list).push(...lines);
    if (unfold.getAttribute('aria-expanded') === 'true') return;
    list.append(...lines);
    unfold.hidden = list.children.length >= hit.found && unfold !== document.activeElement;
  }

  /* Results that came with fewer passages than they may show get the others when they come into view. */
  page.tools.fillPassages = function () {
    Array.from(page.results.children).filter((item) => page.unfilled.has(item)).forEach((item) => inView.observe(item));
  };
}(window.izdeuPage));
