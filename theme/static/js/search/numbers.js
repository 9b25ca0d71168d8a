// Rows of small numbers as strings, as docs/search-format.md describes them. Twin: plugins/lunr_search/numbers.py.
(function (scope) {
  "use strict";

  const RADIX = 90;
  const ONE = 60; // the first digits that begin numbers of two, three and six characters
  const TWO = 86;
  const THREE = 89;
  const SECOND = ONE + (TWO - ONE) * RADIX;
  const LONG = 5; // digits after the first of the longest numbers
  const known = new Map(); // digits -> value by character code

  function valuesOf(digits) {
    if (!known.has(digits)) {
      const values = new Uint8Array(128);
      for (let value = 0; value < digits.length; value += 1) values[digits.charCodeAt(value)] = value;
      known.set(digits, values);
    }
    return known.get(digits);
  }

  /** The numbers of a row. */
  function decode(row, digits) {
    const values = valuesOf(digits);
    const numbers = [];
    let at = 0;
    const next = () => values[row.charCodeAt(at++)];
    while (at < row.length) {
      const first = next();
      if (first < ONE) numbers.push(first);
      else if (first < TWO) numbers.push(ONE + (first - ONE) * RADIX + next());
      else if (first < THREE) numbers.push(SECOND + ((first - TWO) * RADIX + next()) * RADIX + next());
      else numbers.push(long(next));
    }
    return numbers;
  }

  function long(next) {
    let number = 0;
    for (let i = 0; i < LONG; i += 1) number = number * RADIX + next();
    return number;
  }

  scope.izdeuNumbers = { decode };
})(window);
