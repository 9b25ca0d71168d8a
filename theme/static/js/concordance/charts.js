/* How the occurrences spread over years and articles: small bars, and the same as a table. */
(function (scope) {
  'use strict';

  const site = scope.izdeuSite;
  const { element } = site;
  const SVG = 'http://www.w3.org/2000/svg';
  const PER = 10000; // words
  const HEIGHT = 96; // of the highest bar; all in px
  const TEXT = 16; // a line of text
  const AXIS = 44; // room for the highest value beside the axis
  const WIDE = 40; // a bar with a year below and a value above it
  const NARROW = 20;
  const FEW = 16; // bars that are wide
  const MOST_BARS = 20; // articles with most lines
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

  /* Bars for `rows` [{name, mark, value, shown}], `mark` being what has room below a bar; `label` says in words what the picture shows. As many
     names stand below, and values above the bars, as there is room for; the highest value stands at the axis. */
  function bars(rows, label) {
    const top = rows.reduce((one, other) => (other.value > one.value ? other : one));
    const bar = rows.length > FEW ? NARROW : WIDE;
    const step = rows.length > FEW ? Math.ceil(WIDE / NARROW) : 1;
    const width = AXIS + rows.length * bar;
    const picture = drawn('svg', { role: 'img', 'aria-label': label, class: 'bars', viewBox: `0 0 ${width} ${HEIGHT + 2 * TEXT}`, width, height: HEIGHT + 2 * TEXT });
    const foot = HEIGHT + TEXT;
    const write = (x, y, text, anchor) => picture.append(drawn('text', { x, y, 'text-anchor': anchor }, text));
    rows.forEach(({ name, mark, value, shown }, place) => {
      const height = value ? Math.max(1, (value / (top.value || 1)) * HEIGHT) : 0;
      const middle = AXIS + place * bar + bar / 2;
      const made = drawn('rect', { x: middle - bar / 2 + 3, y: foot - height, width: bar - 6, height });
      made.append(drawn('title', {}, `${name}: ${shown}`));
      picture.append(made);
      if (place % step === 0) write(middle, foot + TEXT - 2, mark, 'middle');
      if (step === 1) write(middle, foot - height - 4, shown, 'middle');
    });
    picture.append(drawn('line', { x1: AXIS, x2: width, y1: foot, y2: foot }), drawn('line', { x1: AXIS, x2: AXIS, y1: TEXT, y2: foot }));
    write(AXIS - 4, TEXT + 4, top.shown, 'end');
    write(AXIS - 4, foot, '0', 'end');
    return picture;
  }

  /* The same for things with long names: a row for each, the bar beside its name, its value at the end. */
  function namedBars(rows, label) {
    const most = Math.max(...rows.map(({ value }) => value), 0) || 1;
    const made = element('div', { className: 'rows' }, ...rows.map(({ name, value, shown, lang }) => {
      const bar = drawn('svg', { class: 'row-bar' });
      bar.append(drawn('rect', { width: `${(100 * value) / most}%`, height: '100%' }));
      return element('div', { className: 'row', title: name }, element('span', { className: 'row-name', textContent: name, lang }), bar, element('span', { className: 'row-value', textContent: shown }));
    }));
    made.setAttribute('role', 'img');
    made.setAttribute('aria-label', label);
    return made;
  }

  function table(caption, head, rows) {
    const made = element('table', { className: 'spread' }, element('caption', { className: 'unseen', textContent: caption }));
    const titles = head.map((text) => Object.assign(element('th', { textContent: text }), { scope: 'col' }));
    made.append(element('thead', {}, element('tr', {}, ...titles)));
    made.append(element('tbody', {}, ...rows.map(([first, ...others]) => element('tr', {},
      Object.assign(element('th', {}, first), { scope: 'row' }), ...others.map((text) => element('td', { textContent: text }))))));
    return made;
  }

  /* What may be wider than the page scrolls, also by keys. */
  function boxed(picture) {
    const box = element('div', { className: 'bars-box' }, picture);
    new ResizeObserver(() => {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      else box.removeAttribute('tabindex');
    }).observe(box);
    return box;
  }

  /* Fills `home` with two pictures and, once it is asked for, the table. */
  function fill(home, { rows, draw, most, caption, first, said }, { locale, say }) {
    const whole = new Intl.NumberFormat(locale);
    const part = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    const pictures = [
      [say('concordance.absolute'), (row) => row.lines, whole],
      [say('concordance.relative'), rate, part],
    ].map(([name, valueOf, format]) => {
      const shown = rows.slice(0, most).map((row) => ({ ...row, value: valueOf(row), shown: format.format(valueOf(row)) }));
      const label = `${caption}. ${name}. ${said(shown)}`;
      return element('figure', {}, element('figcaption', { textContent: name }), boxed(draw(shown, label)));
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

  /* "2023: 12; 2024: 9" of the largest, in the order of the picture. */
  function largest(shown) {
    const most = shown.slice().sort((a, b) => b.value - a.value).slice(0, 3);
    return shown.filter((row) => most.includes(row)).map(({ name, shown: text }) => `${name}: ${text}`).join('; ');
  }

  function showYears(home, years, words) {
    const rows = years.filter(({ year, lines }) => year || lines)
      .map((row) => ({ ...row, name: row.year ? String(row.year) : words.say('concordance.undated'), mark: row.year ? String(row.year) : NO_YEAR }));
    fill(home, { rows, draw: bars, most: rows.length, caption: words.say('concordance.years'), first: words.say('concordance.year'), said: largest }, words);
  }

  function showArticles(home, articles, words) {
    const rows = articles.map((one) => ({ ...one, name: one.title || one.id, lang: one.title_lang || one.lang })).sort((a, b) => b.lines - a.lines || rate(b) - rate(a));
    rows.slice(0, MOST_ROWS).forEach((row) => {
      Object.assign(row, { link: element('a', { href: `${site.root}/${row.url}`, textContent: row.name, lang: row.lang }) });
    });
    fill(home, { rows, draw: namedBars, most: MOST_BARS, caption: words.say('concordance.articles'), first: words.say('concordance.article'), said: largest }, words);
  }

  scope.izdeuKwicCharts = { showYears, showArticles };
}(window));
