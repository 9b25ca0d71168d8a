/* What a concordance is asked for, and the address that holds it. */
(function (scope) {
  'use strict';

  /* As the search page has them; the last two may stand more than once. */
  const FILTERS = ['lang', 'as', 'year', 'author', 'issue', 'keyword', 'part'];
  const LISTS = ['read', 'also'];
  const ORDERS = ['text', 'hit', 'right1', 'right2', 'right3', 'left1', 'left2', 'left3'];

  /* {query, options, sort} */
  function read(search) {
    const parameters = new URLSearchParams(search);
    const options = {};
    FILTERS.filter((name) => parameters.get(name)).forEach((name) => { options[name] = parameters.get(name); });
    LISTS.filter((name) => parameters.has(name)).forEach((name) => { options[name] = parameters.getAll(name).filter(Boolean); });
    const sort = parameters.get('sort');
    return { query: parameters.get('q') || '', options, sort: ORDERS.includes(sort) ? sort : ORDERS[0] };
  }

  /* Relative, so that it works under any path and from a folder. */
  function write({ query, options, sort }) {
    const parameters = new URLSearchParams();
    if (query) parameters.set('q', query);
    FILTERS.filter((name) => options[name]).forEach((name) => parameters.set(name, options[name]));
    LISTS.filter((name) => options[name]).forEach((name) => {
      (options[name].length ? options[name] : ['']).forEach((value) => parameters.append(name, value));
    });
    if (sort !== ORDERS[0]) parameters.set('sort', sort);
    const text = parameters.toString();
    return text ? `?${text}` : '';
  }

  /* One question, whatever the order of its lines. */
  function isSame(one, other) {
    return write({ ...one, sort: ORDERS[0] }) === write({ ...other, sort: ORDERS[0] });
  }

  /* The paragraph of a line, as a path from the site's root. */
  function ofLine({ url }, anchor, query) {
    return `${url}?q=${encodeURIComponent(query)}${anchor ? `#${encodeURIComponent(anchor)}` : ''}`;
  }

  scope.izdeuKwicAddress = { read, write, isSame, ofLine, FILTERS, ORDERS };
}(window));
