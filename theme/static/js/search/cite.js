// Citing: CSL-JSON items of articles, and the same in the formats of reference managers.
(function (scope) {
  "use strict";

  const { load } = scope.izdeuFiles;
  const { openIndex, loadIds } = scope.izdeuOpened;
  const HASH = 8; // characters of a name
  const site = new URL("..", document.currentScript.src); // the folder of the search files stands in it

  /** CSL-JSON items (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html) of these articles, in this order; what is no article is left out. */
  async function cite(ids) {
    const index = await openIndex();
    const { manifest } = index;
    const [known, blocks] = await Promise.all([loadIds(index), load(manifest.cite)]);
    const numbers = new Map(known.map((id, number) => [id, number]));
    const wanted = ids.filter((id) => id !== "" && numbers.has(id)).map((id) => numbers.get(id));
    const items = await Promise.all(wanted.map((number) => itemOf(number, blocks)));
    return items.filter(Boolean).map(withAddress).map(withKeyword);
  }

  async function itemOf(number, { names, size }) {
    const block = Math.floor(number / size);
    const { items } = await load(`cite/${names.slice(HASH * block, HASH * (block + 1))}`);
    return items[number % size];
  }

  /* A page that does not say its address has the one where it is read, unless that is a file. */
  function withAddress({ path, ...item }) {
    if (item.URL || !site.protocol.startsWith("http")) return item;
    return { ...item, URL: new URL(path, site).href };
  }

  /* CSL knows one string; the list, which a comma in a keyword makes another, is kept as CSL keeps what it does not know. */
  function withKeyword({ keywords, ...item }) {
    return keywords ? { ...item, keyword: keywords.join(", "), custom: { keywords } } : item;
  }

  /** The keywords of an item, as a list. */
  function keywordsOf({ custom = {}, keyword = "" }) {
    return custom.keywords || keyword.split(/\s*,\s*/).filter(Boolean);
  }

  /** A field's value on one line, "" for none. */
  function clean(value) {
    return String(value === undefined ? "" : value).split(/\s+/).join(" ").trim();
  }

  /** The items as "bibtex" (BibLaTeX, Unicode), "ris" or "csl" (JSON). */
  async function citeAs(items, format) {
    if (!Object.keys(scope.izdeuCite.formats).includes(format)) throw new Error(`no format ${format}`);
    return scope.izdeuCite.formats[format](items);
  }

  /* The schema's `custom` is for us; of a list of keywords the string says enough to others. */
  const csl = (items) => `${JSON.stringify(items, (key, value) => (key === "custom" ? undefined : value), 2)}\n`;

  scope.izdeuCite = { cite, citeAs, clean, keywordsOf, formats: { csl } };
})(window);
