/* What the page says of a concordance: how far it is, what it counted. */
(function (scope) {
  'use strict';

  const { ORDERS } = scope.izdeuKwicAddress;
  const OF_ARTICLES = ['author', 'year']; // kinds that no word of the texts tells

  const { site, lang, say, find, element } = scope.izdeuPage;
  const locale = say('numbers');
  const number = site.numbers(lang);
  const size = site.numbers(lang, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 });

  /* Why there are no lines: an author or a year is no word of the texts, and what is excluded is not listed. */
  function sayNothing({ terms }) {
    const isWord = ({ kind, presence }) => !OF_ARTICLES.includes(kind) && presence !== 'not';
    find('nothing-text').textContent = say(terms.length && !terms.some(isWord) ? 'concordance.wordless' : 'concordance.nothing');
  }

  /* What lacks something can be asked for again. */
  function showNotes({ notes, partial }, retry) {
    const again = element('button', { type: 'button', textContent: say('search.retry'), onclick: retry });
    find('notes').replaceChildren(...notes.map((text) => element('p', { textContent: text })), ...(partial ? [again] : []));
  }

  function showProgress(value, most, text) {
    const bar = find('progress-bar');
    bar.max = most || 1;
    bar.value = value;
    find('progress-text').textContent = text;
  }

  function showReading({ pieces, of, bytes, lines }) {
    const numbers = { pieces: number.format(pieces), of: number.format(of), bytes: size.format(bytes / 1000), n: number.format(lines) };
    showProgress(pieces, of, say('concordance.progress', numbers));
  }

  function showSorting(done, total) {
    showProgress(done, total, say('concordance.sorting', { n: number.format(done), of: number.format(total) }));
  }

  /* The counts, and an order that was chosen: whoever hears the page hears then that the lines stand in it. */
  function summary({ lines, passages, total }, sort) {
    if (!lines.count) return say('concordance.none');
    const counts = { n: number.format(lines.count), passages: number.format(passages), articles: number.format(total) };
    const found = site.plural(lang, 'concordance.found', lines.count, counts);
    return sort === ORDERS[0] ? found : `${found}. ${say('concordance.sort')}: ${say(`concordance.sort.${sort}`)}`;
  }

  scope.izdeuKwicStatus = { say, locale, sayNothing, showNotes, showProgress, showReading, showSorting, summary };
}(window));
