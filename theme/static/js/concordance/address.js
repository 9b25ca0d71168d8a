/* What a concordance is asked for, and the address that holds it. */
(function (scope) {
  'use strict';

  const { optionsOf, parametersOf } = scope.izdeuParameters;
  const FILTERS = ['lang', 'as', 'year', 'author', 'issue', 'keyword', 'part']; // that the form has
  const ORDERS = ['text', 'hit', 'right1', 'right2', 'right3', 'left1', 'left2', 'left3'];

  /* {query, options, sort} */
  function read(search) {
    const parameters = new URLSearchParams(search);
    const { sort, ...options } = optionsOf(parameters);
    return { query: parameters.get('q') || '', options, sort: ORDERS.includes(sort) ? sort : ORDERS[0] };
  }

  /* Relative, so that it works under any path and from a folder. */
  function write({ query, options, sort }) {
    const parameters = parametersOf({ query, options });
    if (sort !== ORDERS[0]) parameters.set('sort', sort);
    const text = parameters.toString();
    return text ? `?${text}` : '';
  }

  /* One question, whatever the order of its lines. */
  function isSame(one, other) {
    return write({ ...one, sort: ORDERS[0] }) === write({ ...other, sort: ORDERS[0] });
  }

  let last = { question: null, parameters: '' }; // thousands of lines have one question

  /* The question as it was read, so that the page of a line marks the same words. */
  function parametersFor(question) {
    const { query, options: { as, read: readings, also = [] } } = question;
    if (last.question !== question) last = { question, parameters: parametersOf({ query, options: { as, read: readings, also: also.length ? also : undefined } }).toString() };
    return last.parameters;
  }

  /* The paragraph of a line, as a path from the site's root. */
  function ofLine({ url }, anchor, question) {
    return `${url}?${parametersFor(question)}${anchor ? `#${encodeURIComponent(anchor)}` : ''}`;
  }

  scope.izdeuKwicAddress = { read, write, isSame, ofLine, FILTERS, ORDERS };
}(window));
