/* The table of contents of an article. */
(function () {
  'use strict';

  /* Where the table of contents has a column of its own it is open; in the text's column it starts closed. */
  function wireContents() {
    const list = document.getElementById('ui-contents-list');
    if (!list) return;
    const beside = window.matchMedia('(min-width: 64rem)');
    const fit = () => { list.open = beside.matches; };
    beside.addEventListener('change', fit);
    fit();
  }

  document.addEventListener('DOMContentLoaded', wireContents);
}());
