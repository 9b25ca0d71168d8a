/* The options of a question in an address, as search.html and concordance.html have them. */
(function (scope) {
  'use strict';

  const SINGLE = ['lang', 'as', 'year', 'sort'];
  const MANY = ['author', 'issue', 'keyword', 'part', 'read']; // may stand more than once

  const valuesOf = (value) => (value === undefined ? [] : [].concat(value));

  /* {name: value}; several values of one name are an array, `read` and `also` always. */
  function optionsOf(parameters) {
    const options = {};
    SINGLE.forEach((name) => {
      const value = parameters.get(name);
      if (value) options[name] = value;
    });
    MANY.forEach((name) => {
      const values = parameters.getAll(name).filter(Boolean);
      if (values.length) options[name] = values.length > 1 || name === 'read' ? values : values[0];
    });
    if (parameters.has('also')) options.also = parameters.getAll('also').filter(Boolean);
    return options;
  }

  /* `also` may be empty: then no counterparts are wanted. */
  function parametersOf({ query, options }) {
    const parameters = new URLSearchParams();
    if (query) parameters.set('q', query);
    [...SINGLE, ...MANY].forEach((name) => valuesOf(options[name]).forEach((value) => parameters.append(name, value)));
    if (options.also) [...(options.also.length ? options.also : [''])].forEach((lemma) => parameters.append('also', lemma));
    return parameters;
  }

  scope.izdeuParameters = { MANY, valuesOf, optionsOf, parametersOf };
}(window));
