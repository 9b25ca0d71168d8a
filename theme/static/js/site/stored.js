/* What is remembered of the reader. Storage may be forbidden; then nothing is. */
(function (scope) {
  'use strict';

  function recall(storage, name) {
    try {
      return window[storage].getItem(`izdeu.${name}`);
    } catch {
      return null;
    }
  }

  function remember(storage, name, value) {
    try {
      if (value === null) window[storage].removeItem(`izdeu.${name}`);
      else window[storage].setItem(`izdeu.${name}`, value);
    } catch {
      /* The choice then lasts for this page only. */
    }
  }

  scope.izdeuStored = { recall, remember };
}(window));
