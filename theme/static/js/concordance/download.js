/* The lines as a file for spreadsheets and R: what was asked, how it was read and counted, then a row for each line. */
(function (scope) {
  'use strict';

  const { ofLine, write } = scope.izdeuKwicAddress;
  const { inWords } = scope.izdeuKwicTerms;
  const { valuesOf } = scope.izdeuParameters;
  const site = scope.izdeuSite;
  const MARK = '\ufeff'; // tells Excel that this is UTF-8
  const FORMULA = ['=', '+', '-', '@', '\t', '\r']; // a cell that begins so is run by spreadsheets
  const STEP = 500; // rows that are made before the page may do something else
  const COLUMNS = ['line', 'id', 'title', 'authors', 'year', 'issue', 'language', 'left', 'hit', 'right', 'address'];

  const KINDS = {
    csv: { type: 'text/csv', end: '\r\n', between: ',', cell: (text) => quoted(safe(text)) }, // RFC 4180
    tsv: { type: 'text/tab-separated-values', end: '\n', between: '\t', cell: (text) => quotedIfNeeded(safe(text).replace(/[\t\r\n]+/g, ' ')) },
  };

  function quoted(text) {
    return `"${text.split('"').join('""')}"`;
  }

  /* A quote that is not closed would swallow the rows after it: Excel and R read quotes in tables with tabs, too. */
  function quotedIfNeeded(text) {
    return text.includes('"') ? quoted(text) : text;
  }

  /* A cell is text and nothing else: https://owasp.org/www-community/attacks/CSV_Injection */
  function safe(value) {
    const text = value === null || value === undefined ? '' : String(value);
    return FORMULA.includes(text[0]) ? `'${text}` : text;
  }

  function rowOf(values, { cell, between, end }) {
    return values.map(cell).join(between) + end;
  }

  function lineOf(place, number, { found, question, base }) {
    const { article, anchor, lang, left, hit, right } = found.lines.line(place);
    const { id, url, title, authors, year, issue } = found.articles[article];
    const path = ofLine({ url }, anchor, question);
    const address = base ? new URL(path, base).href : path;
    return [number, id, title, authors.join('; '), year, issue, lang, left, hit, right, address];
  }

  /* The page's next turn, and the browser's to take away what nobody holds any more. */
  function turn() {
    return new Promise((resolve) => { setTimeout(resolve); });
  }

  /* The file, which grows outside the page's own memory. `base` is the site's root on the web, or null: then addresses are paths in the site. `head`
     are pairs of what is told before the lines; `order` are the places of the lines, null for that of the texts. */
  async function fileOf(kind, head, order, context) {
    const form = KINDS[kind];
    const parts = [new Blob([MARK, ...head.map(([name, value]) => rowOf([`# ${name}`, value], form)), rowOf(COLUMNS, form)])];
    const { count } = context.found.lines;
    for (let from = 0; from < count; from += STEP) {
      const places = Array.from({ length: Math.min(STEP, count - from) }, (_, n) => from + n);
      parts.push(new Blob(places.map((n) => rowOf(lineOf(order ? order[n] : n, n + 1, context), form))));
      await turn();
    }
    return new Blob(parts, { type: `${form.type};charset=utf-8` });
  }

  /* Names of files hold letters, digits and hyphens on any system. */
  function nameOf(query, kind) {
    const words = Array.from(query.trim().slice(0, 40)).map((sign) => (sign.toLowerCase() === sign.toUpperCase() && !/[0-9]/.test(sign) ? '-' : sign));
    return `${['concordance', ...words.join('').split('-').filter(Boolean)].join('-')}.${kind}`;
  }

  function save(blob, name) {
    const address = URL.createObjectURL(blob);
    const link = document.createElement('a');
    Object.assign(link, { href: address, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  }

  /* The site's root on the web: by the page's own address, or by where it says that it is published; null in a folder. */
  function webRoot() {
    const published = document.querySelector('link[rel=canonical]');
    if (!published && !location.protocol.startsWith('http')) return null;
    return new URL(`${site.root}/`, published ? published.href : location.href).href;
  }

  /* What is told before the lines: twelve pairs, whatever was asked. */
  function headOf({ found, question }) {
    const published = document.querySelector('link[rel=canonical]');
    const page = published ? published.href : location.href.split(/[?#]/)[0]; // whole in a folder, too: it is the reader's own
    const filters = Object.entries(question.options).flatMap(([name, value]) => valuesOf(value).map((one) => `${name}=${one}`));
    return [
      ['query', question.query], ['read as', inWords(found)], ['filters', filters.join('; ')], ['order', question.sort],
      ['corpus digest', found.digest], ['software', `Izdeu ${document.documentElement.dataset.version}`],
      ['address', page + write(question)], ['date', new Date().toISOString()],
      ['lines', found.lines.count], ['passages', found.passages], ['articles', found.total], ['complete', found.partial ? 'no' : 'yes'],
    ];
  }

  /* Saves the lines of `found` in the order in view. */
  async function download(kind, { found, question, order }) {
    const context = { found, question, base: webRoot() };
    save(await fileOf(kind, headOf({ found, question }), order, context), nameOf(question.query, kind));
  }

  scope.izdeuKwicDownload = { download };
}(window));
