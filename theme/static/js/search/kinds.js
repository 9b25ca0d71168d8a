// Columns of all documents as typed arrays, since counting goes through all hits of a question at once.
(function (scope) {
  "use strict";

  const { loadFacets } = scope.izdeuFacets;
  const { PER_PIECE, nameKeys } = scope.izdeuFilters;
  const FIRST = "A".charCodeAt(0);
  const NAMES = ["year", "issue", "author", "keyword", "codes"];

  let kept = { digest: "", columns: null }; // of the publication asked last: these weigh more than the files they come from

  /** {year, issue, author, keyword, kinds} of one publication; a promise. */
  function columnsOf(manifest) {
    if (kept.digest !== manifest.digest) {
      const columns = loadFacets(NAMES, manifest).then((facets) => read(facets, manifest));
      kept = { digest: manifest.digest, columns };
      columns.catch(() => { kept = { digest: "", columns: null }; });
    }
    return kept.columns;
  }

  function read({ year, issue, author, keyword, codes }, { last, tables }) {
    return {
      facets: { year, issue, author, keyword },
      year: { rows: singles(year, last), names: null },
      issue: { rows: singles(issue.places, last, 1), names: issue.names },
      author: merged(author, last, nameKeys(author.names, tables)),
      keyword: merged(keyword, last, keyword.names.map(keyword.keyOf)),
      kinds: passageKinds(codes, last),
    };
  }

  /** {starts, values, most}: the values of document d are `values` from starts[d] to starts[d + 1], none above `most`. 0 in the column is none. */
  function singles(column, last, less = 0) {
    return rowsOf(last, (document) => (column[document] ? [column[document] - less] : []));
  }

  function rowsOf(last, valuesAt) {
    const starts = new Uint32Array(last + 1);
    const values = [];
    let most = 0;
    for (let document = 0; document < last; document += 1) {
      for (const value of valuesAt(document)) {
        values.push(value);
        most = Math.max(most, value);
      }
      starts[document + 1] = values.length;
    }
    return { starts, values: Uint32Array.from(values), most };
  }

  /** Names that differ only in case, spelling or alphabet are one filter, since any finds all: the first stands for all; `leaderOf` a name. */
  function merged({ names, placesAt }, last, keys) {
    const first = new Map(); // key -> place
    const leaders = Uint32Array.from(keys, (key, place) => {
      if (!first.has(key)) first.set(key, place);
      return first.get(key);
    });
    const known = new Map(names.map((name, place) => [name, leaders[place]]));
    const rows = rowsOf(last, (document) => new Set(placesAt(document).map((place) => leaders[place])));
    return { rows, names, leaderOf: (name) => known.get(name) };
  }

  /** {begins, codes}: passage p of document d has the code codes[begins[d] + p], 255 where there is none. */
  function passageKinds(lines, last) {
    const begins = new Uint32Array(last + 1);
    const pieces = Array.from({ length: last }, (_, document) => (lines[document] || "").split(" "));
    pieces.forEach((own, document) => { begins[document + 1] = begins[document] + PER_PIECE * own.length; });
    const codes = new Uint8Array(begins[last]).fill(255);
    pieces.forEach((own, document) => own.forEach((piece, number) => {
      const begin = begins[document] + PER_PIECE * number;
      for (let i = 0; i < piece.length; i += 1) codes[begin + i] = piece.charCodeAt(i) - FIRST;
    }));
    return { begins, codes };
  }

  scope.izdeuKinds = { columnsOf };
})(window);
