/* Citing: a small dialog with the records of one article or of all that a question finds, to copy or to keep. */
(function (page) {
  'use strict';

  const { say, number, element, button } = page;
  /* Names of formats are the same in all languages. */
  const FORMATS = [
    { name: 'bibtex', shown: 'BibTeX', suffix: 'bib', type: 'application/x-bibtex' },
    { name: 'ris', shown: 'RIS', suffix: 'ris', type: 'application/x-research-info-systems' },
    { name: 'csl', shown: 'CSL-JSON', suffix: 'json', type: 'application/vnd.citationstyles.csl+json' },
  ];

  const title = element('h2', { id: 'cite-title' });
  const text = element('textarea', { readOnly: true, rows: 12, spellcheck: false });
  const told = element('p', { className: 'cite-told' });
  const choices = FORMATS.map((format, place) => element('input', { type: 'radio', name: 'cite-format', value: format.name, checked: !place }));
  let items = [];
  let fileName = '';

  const format = () => FORMATS[Math.max(0, choices.findIndex(({ checked }) => checked))];

  async function show() {
    const [asked, own] = [format(), items];
    const shown = await window.izdeu.citeAs(own, asked.name);
    if (asked !== format() || own !== items) return;
    text.value = shown;
    told.textContent = '';
  }

  /* Where the clipboard may not be written, the text is there to be copied by hand. */
  function copy() {
    const done = () => { told.textContent = say('cite.copied'); };
    const select = () => {
      text.select();
      told.textContent = say('cite.selected');
    };
    if (navigator.clipboard) navigator.clipboard.writeText(text.value).then(done, select);
    else select();
  }

  function download() {
    const address = URL.createObjectURL(new Blob([text.value], { type: format().type }));
    const link = element('a', { href: address, download: `${fileName}.${format().suffix}` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }

  function makeDialog() {
    const labels = choices.map((input, place) => element('label', {}, input, ` ${FORMATS[place].shown}`));
    const made = element('dialog', { className: 'cite' }, title,
      element('fieldset', { className: 'cite-formats' }, element('legend', { textContent: say('cite.format') }), ...labels.flatMap((label) => [label, ' '])),
      text,
      element('p', { className: 'cite-acts' }, button({ textContent: say('cite.copy') }, copy), ' ', button({ textContent: say('cite.download') }, download), ' ',
        button({ textContent: say('cite.close') }, () => made.close())),
      told);
    made.setAttribute('aria-labelledby', title.id);
    text.setAttribute('aria-label', say('cite.text'));
    told.setAttribute('role', 'status');
    choices.forEach((input) => input.addEventListener('change', show));
    document.body.append(made);
    return made;
  }

  let dialog = null;
  let clicks = 0; // the newest wins

  /* Shows what comes of `find`, {ids, words, name}, unless the reader has meanwhile clicked anew or asked something else. */
  async function open(find) {
    clicks += 1;
    const mine = clicks;
    const { current } = page.state;
    const { ids, words, name } = await find(current);
    const found = await window.izdeu.cite(ids);
    if (mine !== clicks || current !== page.state.current) return;
    items = found;
    fileName = name;
    dialog = dialog || makeDialog();
    title.textContent = words;
    await show();
    if (mine === clicks && !dialog.open) dialog.showModal();
  }

  page.tools.cite = ([id]) => open(() => ({ ids: [id], words: say('cite.one'), name: id }));

  /* All articles of the question with its filters, not those of this page alone. */
  page.tools.citeAll = () => open(async ({ query, options }) => {
    const ids = await window.izdeu.found(query, options);
    return { ids, words: say('cite.all', { n: number(ids.length) }), name: 'articles' };
  });
}(window.izdeuPage));
