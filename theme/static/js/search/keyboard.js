// A word typed with the wrong keyboard switched on: `ghjrehjh` for `прокурор`.
(function (scope) {
  "use strict";

  function swapped(text, from, to) {
    let result = "";
    for (const sign of text) {
      const key = from.indexOf(sign);
      result += key < 0 ? sign : to[key];
    }
    return result;
  }

  /** What the same keys give on the other keyboards; none where nothing changes. */
  function otherKeyboards(text, { latin, russian, digits, kazakh }) {
    const low = text.toLowerCase();
    const found = [
      swapped(low, latin, russian),
      swapped(low, latin + digits, russian + kazakh),
      swapped(low, russian + kazakh, latin + digits),
    ];
    return found.filter((other, rank) => other !== low && found.indexOf(other) === rank);
  }

  scope.izdeuKeyboard = { otherKeyboards };
})(window);
