// A lunr.Index cut down to the terms of one question. lunr scores a document by the question's terms alone, so the cut
// index gives exactly the scores of the whole one. Weights are computed here, as lunr.Builder does at build time.
(function (scope) {
  "use strict";

  /**
   * `terms` are entries with unpacked `postings`; `manifest` and `documents` are the search files of these names.
   * With `everyDocument` all documents stand in the index, which questions that only exclude words need.
   */
  function cutIndex(lunr, manifest, documents, terms, everyDocument) {
    const sorted = terms.slice().sort((a, b) => (a.term < b.term ? -1 : Number(a.term > b.term)));
    const vectors = new Map();
    if (everyDocument) addEveryDocument(vectors, manifest, documents);
    const inverted = sorted.map((entry, number) => [entry.term, invert(entry, number, manifest, documents, vectors)]);
    return lunr.Index.load({
      version: lunr.version,
      fields: manifest.fields.map((field) => field.name),
      fieldVectors: Array.from(vectors),
      invertedIndex: inverted,
      pipeline: [],
    });
  }

  function addEveryDocument(vectors, manifest, documents) {
    for (const id of documents.ids) {
      for (const field of manifest.fields) vectors.set(`${field.name}/${id}`, []);
    }
  }

  /** lunr's posting of one term, with the term's weights added to the vectors of its documents. */
  function invert(entry, number, manifest, documents, vectors) {
    const posting = { _index: number };
    for (const field of manifest.fields) posting[field.name] = {};
    const rarity = inverseFrequency(entry.postings, manifest.count);
    for (const { document, counts, passages } of entry.postings) {
      const id = documents.ids[document];
      counts.forEach((count, i) => {
        if (!count) return;
        const field = manifest.fields[i];
        posting[field.name][id] = { passages };
        const weight = termWeight(rarity, count, documents.lengths[i][document], field, manifest);
        const key = `${field.name}/${id}`;
        if (!vectors.has(key)) vectors.set(key, []);
        vectors.get(key).push(number, weight);
      });
    }
    return posting;
  }

  /** lunr.idf: it counts the postings of all fields. */
  function inverseFrequency(postings, count) {
    let found = 0;
    for (const { counts } of postings) for (const n of counts) found += Number(n > 0);
    return Math.log(1 + Math.abs((count - found + 0.5) / (found + 0.5)));
  }

  function termWeight(rarity, count, length, field, { k1, b }) {
    const score = rarity * ((k1 + 1) * count) / (k1 * (1 - b + b * (length / field.average)) + count);
    return Math.round(score * field.boost * 1000) / 1000;
  }

  scope.izdeuCut = { cutIndex };
})(window);
