// Columns of what is known of all documents, for filters and orders: loaded when one of them is asked for.
(function (scope) {
  "use strict";

  const { load, part } = scope.izdeuFiles;
  const { decode } = scope.izdeuNumbers;
  const { fold } = scope.izdeuEngine;

  /** A column of the facet `name` as `read` makes it, of `empty` where the site has none; rejects when its file cannot be had. */
  async function column(name, manifest, { read, empty }) {
    const file = manifest.facets[name];
    return file ? load(file, (data) => read(data, manifest)) : read(empty, manifest);
  }

  /** Names by place, and places by document, as strings. */
  function readNamed({ names, rows }, { digits }) {
    return { names, places: decode(rows, digits) };
  }

  /** `namesOf` a document, with `spellings`, other ways to write them; `keysOf` it: their search keys; `placesAt`: those in `names`. */
  function readLists({ names, spellings = [], rows }, { digits, tables }) {
    const lists = rows.split(" ");
    const others = new Map(spellings);
    const keys = new Map(); // folded when first asked for
    const keyOf = (name) => {
      if (!keys.has(name)) keys.set(name, fold(name, tables));
      return keys.get(name);
    };
    const placesAt = (document) => placesOf(lists[document], digits);
    const namesOf = (document) => [...placesAt(document).map((place) => names[place]), ...(others.get(document) || [])];
    return { names, namesOf, placesAt, keyOf, keysOf: (document) => namesOf(document).map(keyOf) };
  }

  function placesOf(row, digits) {
    let place = 0;
    return decode(row || "", digits).map((difference) => (place += difference));
  }

  const NUMBERS = { read: (row, { digits }) => decode(row, digits), empty: "" };
  const LISTS = { read: readLists, empty: { names: [], rows: "" } };
  const COLUMNS = {
    issue: { read: readNamed, empty: { names: [], rows: "" } },
    author: LISTS,
    keyword: LISTS,
    codes: { read: (lines) => lines.split("\n"), empty: "" },
  };

  /** The columns of these names, {name: column}. */
  async function loadFacets(names, manifest) {
    if (names.includes("author")) await part("names");
    const columns = await Promise.all(names.map((name) => column(name, manifest, COLUMNS[name] || NUMBERS)));
    return Object.fromEntries(names.map((name, i) => [name, columns[i]]));
  }

  scope.izdeuFacets = { loadFacets };
})(window);
