/* Rows of a list that is filled anew: a row that was there stays itself, so that a key or a finger that is down on it is
   not lost between its two halves, and the place of the keyboard stays. */
(function (page) {
  'use strict';

  const renewing = new WeakMap(); // row -> what shows an entry in it

  /* A row, and how another entry of the same value is shown in it. */
  page.renewable = function (row, show) {
    renewing.set(row, show);
    return row;
  };

  /* The rows in their order; all move around the one that is held, for a row that is moved is let go. */
  function place(list, rows, held) {
    if (rows.every((row, rank) => list.children[rank] === row)) return;
    const rank = rows.indexOf(held);
    rows.forEach((row, at) => { if (row !== held) list.insertBefore(row, at < rank ? held : null); });
  }

  /* The rows of `list` become those of [{value…}…]; `make(entry)` gives a renewable row for a value that has none. */
  page.renew = function (list, entries, make) {
    const before = new Map(Array.from(list.children, (row) => [row.dataset.value, row]));
    const focused = list.contains(document.activeElement) ? document.activeElement : null;
    const rows = entries.map((entry) => {
      const row = before.get(entry.value) || make(entry);
      row.dataset.value = entry.value;
      renewing.get(row)(entry);
      return row;
    });
    const wanted = new Set(rows);
    Array.from(list.children).forEach((row) => { if (!wanted.has(row)) row.remove(); });
    place(list, rows, rows.find((row) => row.matches(':active')) || rows.find((row) => row.contains(focused)));
    if (focused && focused !== document.activeElement && list.contains(focused)) focused.focus(); // another one was held
  };
}(window.izdeuPage));
