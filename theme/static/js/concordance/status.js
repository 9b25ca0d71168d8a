/* What the page says of a concordance: how the question was read, how far it is, what it counted. */
(function (scope) {
  'use strict';

  const { ORDERS } = scope.izdeuKwicAddress;
  const READINGS_SHOWN = 3;
  const FORM = '='; // asks for this very form, as in plugins/lunr_search/tables/syntax.toml
  const OF_ARTICLES = ['author', 'year']; // kinds that no word of the texts tells

  const site = scope.izdeuSite;
  const { lang, element } = site;
  const say = (key, values) => site.text(lang, key, values);
  const locale = say('numbers');
  const number = site.numbers(lang);
  const size = site.numbers(lang, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 });
  const find = (id) => document.getElementById(id);

  const sayOr = (key, other) => (say(key) === key ? say(other) : say(key));
  const lacking = (as) => sayOr(`search.unmatched.${as}`, 'search.unmatched');
  const isOn = ({ on }) => on;

  /* What a word counts as: its readings, then the words of other languages that were asked for. */
  function readingsOf({ readings, others = [], matched, kind }, as) {
    if (!matched) return lacking(as);
    if (kind === 'form') return say('search.form');
    return [...readings.filter(isOn).slice(0, READINGS_SHOWN), ...others.filter(isOn)]
      .map(({ lemma, lang: of }) => (of ? `${lemma} (${say(`lang.short.${of}`)})` : lemma)).join(', ');
  }

  /* As on the search page: its field before a word, its sign, its meaning. */
  function termItem(term, as) {
    const { field, kind, word, matched } = term;
    const name = element('span', { className: 'term-word', textContent: (kind === 'form' ? FORM : '') + word });
    const meaning = readingsOf(term, as);
    return element('li', { className: matched ? 'term' : 'term term-missing' },
      ...(field ? [element('span', { className: 'term-note', textContent: `${sayOr(`part.${field}`, `filter.${field}`)}: ` })] : []), name, meaning ? ` → ${meaning}` : '');
  }

  function showTerms({ terms }, { options: { as } }) {
    find('terms').replaceChildren(...terms.filter(({ stopped }) => !stopped).map((term) => termItem(term, as)));
  }

  /* Why there are no lines: an author or a year is no word of the texts. */
  function sayNothing({ terms }) {
    const isWord = ({ kind }) => !OF_ARTICLES.includes(kind);
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

  scope.izdeuKwicStatus = { say, locale, showTerms, sayNothing, showNotes, showProgress, showReading, showSorting, summary };
}(window));
