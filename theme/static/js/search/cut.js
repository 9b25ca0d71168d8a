// A lunr.Index cut down to the terms of one question. lunr scores a document by the question's terms alone, so the cut
// index gives exactly the scores of the whole one. Weights are computed here, as lunr.Builder does at build time.
(function (scope) {
  "use strict";

  const lunr = scope.izdeuLunr;
  const NOTHING = Object.freeze({}); // lunr copies a posting's metadata for every hit: passages are looked up afterwards

  /**
   * `terms` are [{term, postings}]. The index's refs are document numbers as strings. With `every`, an array of document
   * numbers, these stand in the index, too, which questions that only exclude words need.
   */
  function cutIndex(manifest, documents, terms, every = []) {
    const sorted = terms.slice().sort((a, b) => (a.term < b.term ? -1 : Number(a.term > b.term)));
    const vectors = manifest.fields.map(() => new Map()); // of each field: document -> [number of the term, weight, …]
    for (const document of every) for (const vector of vectors) vector.set(document, []);
    const inverted = Object.create(null);
    const tokens = new lunr.TokenSet.Builder();
    sorted.forEach(({ term, postings }, number) => {
      tokens.insert(term);
      inverted[term] = invert(postings, number, manifest, documents, vectors);
    });
    tokens.finish();
    return new lunr.Index({
      fields: manifest.fields.map(({ name }) => name),
      fieldVectors: fieldVectors(manifest, vectors),
      invertedIndex: inverted,
      tokenSet: tokens.root,
      pipeline: new lunr.Pipeline(),
    });
  }

  /** lunr's posting of one term, with the term's weights added to the vectors of its documents. */
  function invert(postings, number, manifest, documents, vectors) {
    const posting = { _index: number };
    const rarity = inverseFrequency(postings, manifest.count);
    manifest.fields.forEach((field, i) => {
      const [counts, lengths, vector, refs] = [postings.counts[i], documents.lengths[i], vectors[i], {}];
      postings.documents.forEach((document, row) => {
        if (!counts[row]) return;
        refs[document] = NOTHING;
        const weight = termWeight(rarity, counts[row], lengths[document], field, manifest);
        const known = vector.get(document);
        if (known) known.push(number, weight);
        else vector.set(document, [number, weight]);
      });
      posting[field.name] = refs;
    });
    return posting;
  }

  function fieldVectors({ fields }, vectors) {
    const found = {};
    fields.forEach(({ name }, i) => {
      for (const [document, elements] of vectors[i]) found[name + lunr.FieldRef.joiner + document] = new lunr.Vector(elements);
    });
    return found;
  }

  /** lunr.idf: it counts the postings of all fields. */
  function inverseFrequency({ counts }, count) {
    let found = 0;
    for (const column of counts) for (const n of column) found += Number(n > 0);
    return Math.log(1 + Math.abs((count - found + 0.5) / (found + 0.5)));
  }

  function termWeight(rarity, count, length, field, { k1, b }) {
    const score = rarity * ((k1 + 1) * count) / (k1 * (1 - b + b * (length / field.average)) + count);
    return Math.round(score * field.boost * 1000) / 1000;
  }

  scope.izdeuCut = { cutIndex };
})(window);
