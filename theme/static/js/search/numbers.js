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
    for (let at = 0; at < row.length; at += 1) {
      const first = values[row.charCodeAt(at)];
      if (first < ONE) {
        numbers.push(first);
        continue;
      }
      const [base, least, more] = first < TWO ? [ONE, ONE, 1] : first < THREE ? [TWO, SECOND, 2] : [THREE, 0, LONG];
      let number = first - base;
      for (let next = at + 1; next <= at + more; next += 1) number = number * RADIX + values[row.charCodeAt(next)];
      numbers.push(least + number);
      at += more;
    }
    return numbers;
  }

  scope.izdeuNumbers = { decode };
})(window);
