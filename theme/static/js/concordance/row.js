/* One line of the concordance as a row of the grid. */
(function (scope) {
  'use strict';

  const { ofLine } = scope.izdeuKwicAddress;
  const site = scope.izdeuSite;
  const { element } = site;

  function cell(className, text, lang) {
    const made = element('span', { className, textContent: text });
    made.setAttribute('role', 'gridcell');
    if (lang) made.lang = lang;
    return made;
  }

  function sourceCell({ title, title_lang: titleLang, lang, year }) {
    const made = cell('kwic-source', '', '');
    made.append(element('span', { className: 'kwic-title', textContent: title, lang: titleLang || lang }), year ? ` ${year}` : '');
    made.title = title;
    return made;
  }

  /* The row of a line at `place` of all; `about` is its article, `question` goes along to its page. */
  function makeRow({ anchor, lang, left, hit, right }, { about, place, question, isCurrent }) {
    const middle = cell('kwic-hit', '', '');
    const href = `${site.root}/${ofLine(about, anchor, question)}`;
    middle.append(element('a', { href, textContent: hit, tabIndex: isCurrent ? 0 : -1, lang }));
    const row = element('div', { className: 'kwic-row' }, cell('kwic-left', left, lang), middle, cell('kwic-right', right, lang), sourceCell(about));
    row.setAttribute('role', 'row');
    row.setAttribute('aria-rowindex', String(place + 2)); // the first row is the head
    row.style.setProperty('--place', String(place));
    return row;
  }

  scope.izdeuKwicRow = { makeRow };
}(window));
