/* Pages of results: twenty each, of which five are loaded at a time as they come into view. */
(function (page) {
  'use strict';

  const { say, find, element } = page;
  const PAGE_SIZE = 20;
  const AROUND = 1; // numbers on either side of this page's, besides the first and the last

  const more = find('more');
  const moreButton = more.querySelector('button');
  const numbers = find('page-numbers');

  page.PAGE_SIZE = PAGE_SIZE;
  page.more = more;

  /* [before the first, the last] of this page's results, as numbers from 0 among all. */
  page.range = function () {
    const first = PAGE_SIZE * (page.state.current.page - 1);
    return [first, Math.min(first + PAGE_SIZE, page.state.answer.total)];
  };

  /* How many results of this page are not shown yet. */
  page.left = function () {
    if (!page.state.answer || page.state.answer.isEnd) return 0;
    const [first, end] = page.range();
    return Math.max(0, end - first - page.results.children.length);
  };

  page.pageCount = () => Math.ceil(page.state.answer.total / PAGE_SIZE);

  /* 1 … 4 5 6 … 9; a gap of one is filled by its number. */
  function numbersShown(now, last) {
    const wanted = Array.from({ length: last }, (_, i) => i + 1).filter((n) => n === 1 || n === last || Math.abs(n - now) <= AROUND);
    return wanted.flatMap((n, place) => {
      const gap = place ? n - wanted[place - 1] : 1;
      if (gap === 1) return [n];
      return gap === 2 ? [n - 1, n] : [0, n];
    });
  }

  function pageLink(number, words, properties = {}) {
    const question = { ...page.state.current, page: number };
    return page.actingLink({ href: page.addressOf(question), textContent: words, ...properties }, () => page.go(question, { isTop: true }));
  }

  function numberItem(number) {
    if (!number) return element('li', { className: 'gap', textContent: '…' });
    const link = pageLink(number, page.number(number));
    link.setAttribute('aria-label', say('pages.number', { n: page.number(number) }));
    if (number === page.state.current.page) link.setAttribute('aria-current', 'page');
    return element('li', {}, link);
  }

  const addresses = (items) => items.map((item) => item.querySelector('a')?.getAttribute('href')).join('\n');

  /* Links that lead where they led stay the same nodes: one of them may have the focus, or be under a finger. */
  function renew(items) {
    if (addresses(items) === addresses([...numbers.children])) return;
    const focused = numbers.contains(document.activeElement) ? document.activeElement.textContent : null;
    numbers.replaceChildren(...items);
    if (focused !== null) [...numbers.querySelectorAll('a')].find((link) => link.textContent === focused)?.focus();
  }

  page.showPages = function () {
    const now = page.state.current.page;
    const last = page.pageCount();
    const items = last > 1 ? numbersShown(now, last).map(numberItem) : [];
    if (now > 1 && items.length) items.unshift(element('li', {}, pageLink(now - 1, say('pages.previous'), { rel: 'prev' })));
    if (now < last) items.push(element('li', {}, pageLink(now + 1, say('pages.next'), { rel: 'next' })));
    renew(items);
    find('pages').hidden = !items.length;
  };

  /* The end of the list has come into view: the results of this page go on by themselves. */
  const edge = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) page.goOn();
  });

  /* An observer that begins to watch tells at once of what is in view. */
  page.showMore = function () {
    const left = page.left();
    edge.disconnect();
    more.hidden = left <= 0;
    moreButton.textContent = say('search.more', { n: Math.min(left, page.AT_ONCE) });
    if (left > 0) edge.observe(more);
  };

  moreButton.addEventListener('click', () => page.goOn((first) => {
    if (first) first.querySelector('a.title').focus({ preventScroll: true });
  }));
}(window.izdeuPage));
