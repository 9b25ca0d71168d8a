/* How the occurrences spread over years and articles: small bars, and the same as a table. */
(function (scope) {
  'use strict';

  const site = scope.izdeuSite;
  const { element } = site;
  const SVG = 'http://www.w3.org/2000/svg';
  const PER = 10000; // words
  const HEIGHT = 96;
  const BAR = 22;
  const MOST_BARS = 40; // articles with most lines
  const MOST_ROWS = 500;
  const NO_YEAR = '–';

  /* Occurrences in 10,000 words. */
  function rate({ lines, words }) {
    return words ? (lines * PER) / words : 0;
  }

  function drawn(tag, attributes, text) {
    const made = document.createElementNS(SVG, tag);
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, String(value)));
    if (text !== undefined) made.textContent = text;
    return made;
  }

  /* Bars for `rows` [{name, mark, value, shown}], `mark` being what has room below a bar; `label` says in words what the picture shows. */
  function bars(rows, label, hasNames) {
    const most = Math.max(...rows.map(({ value }) => value), 0) || 1;
    const foot = hasNames ? 16 : 0;
    const width = Math.max(1, rows.length) * BAR;
    const picture = drawn('svg', { role: 'img', 'aria-label': label, class: 'bars', viewBox: `0 0 ${width} ${HEIGHT + foot}`, width, height: HEIGHT + foot });
    rows.forEach(({ name, mark, value, shown }, place) => {
      const height = value ? Math.max(1, (value / most) * (HEIGHT - 2)) : 0;
      const bar = drawn('rect', { x: place * BAR + 3, y: HEIGHT - height, width: BAR - 6, height });
      bar.append(drawn('title', {}, `${name}: ${shown}`));
      picture.append(bar);
      if (hasNames && (rows.length < 12 || place % 2 === 0)) {
        picture.append(drawn('text', { x: place * BAR + BAR / 2, y: HEIGHT + 12, 'text-anchor': 'middle' }, mark));
      }
    });
    picture.append(drawn('line', { x1: 0, x2: width, y1: HEIGHT, y2: HEIGHT }));
    return picture;
  }

  function table(caption, head, rows) {
    const made = element('table', { className: 'spread' }, element('caption', { className: 'unseen', textContent: caption }));
    const titles = head.map((text) => Object.assign(element('th', { textContent: text }), { scope: 'col' }));
    made.append(element('thead', {}, element('tr', {}, ...titles)));
    made.append(element('tbody', {}, ...rows.map(([first, ...others]) => element('tr', {},
      Object.assign(element('th', {}, first), { scope: 'row' }), ...others.map((text) => element('td', { textContent: text }))))));
    return made;
  }

  /* Fills `home` with two pictures and, once it is asked for, the table. */
  function fill(home, { rows, hasNames, caption, first, said }, { locale, say }) {
    const whole = new Intl.NumberFormat(locale);
    const part = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    const pictures = [
      [say('concordance.absolute'), (row) => row.lines, whole],
      [say('concordance.relative'), rate, part],
    ].map(([name, valueOf, format]) => {
      const shown = rows.slice(0, hasNames ? rows.length : MOST_BARS).map((row) => ({ ...row, value: valueOf(row), shown: format.format(valueOf(row)) }));
      const label = `${caption}. ${name}. ${said(shown)}`;
      return element('figure', {}, element('figcaption', { textContent: name }), element('div', { className: 'bars-box' }, bars(shown, label, hasNames)));
    });
    const details = element('details', {}, element('summary', { textContent: say('concordance.table') }));
    details.addEventListener('toggle', () => {
      if (details.childElementCount > 1) return;
      const head = [first, say('concordance.lines'), say('concordance.words'), say('concordance.relative')];
      details.append(table(caption, head, rows.slice(0, MOST_ROWS).map((row) =>
        [row.link || row.name, whole.format(row.lines), whole.format(row.words), part.format(rate(row))])));
      if (rows.length > MOST_ROWS) details.append(element('p', { textContent: say('concordance.rest', { n: whole.format(rows.length - MOST_ROWS) }) }));
    });
    home.replaceChildren(...pictures, details);
  }

  /* "2023 – 12, 2024 – 9" of the largest. */
  function largest(shown) {
    return shown.slice().sort((a, b) => b.value - a.value).slice(0, 3).map(({ name, shown: text }) => `${name}: ${text}`).join('; ');
  }

  function showYears(home, years, words) {
    const rows = years.filter(({ year, lines }) => year || lines)
      .map((row) => ({ ...row, name: row.year ? String(row.year) : words.say('concordance.undated'), mark: row.year ? String(row.year).slice(-2) : NO_YEAR }));
    fill(home, { rows, hasNames: true, caption: words.say('concordance.years'), first: words.say('concordance.year'), said: largest }, words);
  }

  function showArticles(home, articles, words) {
    const rows = articles.map((one) => ({ ...one, name: one.title || one.id })).sort((a, b) => b.lines - a.lines || rate(b) - rate(a));
    rows.slice(0, MOST_ROWS).forEach((row) => {
      Object.assign(row, { link: element('a', { href: `${site.root}/${row.url}`, textContent: row.name, lang: row.title_lang || row.lang }) });
    });
    fill(home, { rows, hasNames: false, caption: words.say('concordance.articles'), first: words.say('concordance.article'), said: largest }, words);
  }

  scope.izdeuKwicCharts = { showYears, showArticles };
}(window));
