// A term's postings, out of their row of numbers, as columns: arrays of a million rows are slow to make and to keep.
(function (scope) {
  "use strict";

  const { decode } = scope.izdeuNumbers;

  /**
   * {documents, counts, starts, middles, passages}: document numbers, ascending; `counts[field]` how often the term stands in
   * the field (title, text) of each; its passages of the title are `passages` from `starts` to `middles`, those of the text
   * from there to the next of `starts`.
   */
  function unpack(row, digits) {
    const numbers = decode(row, digits);
    const columns = { documents: [], counts: [[], []], starts: [], middles: [], passages: [] };
    let document = 0;
    for (let at = 0; at < numbers.length;) {
      document += numbers[at] >> 1;
      columns.documents.push(document);
      at = (numbers[at] & 1 ? readFields : readText)(numbers, at + 1, columns);
    }
    columns.starts.push(columns.passages.length);
    return columns;
  }

  /** The text field alone, as often as there are passages. */
  function readText(numbers, at, { counts, starts, middles, passages }) {
    const start = passages.length;
    starts.push(start);
    middles.push(start);
    const end = readPassages(numbers, at, passages);
    counts[0].push(0);
    counts[1].push(passages.length - start);
    return end;
  }

  function readFields(numbers, at, { counts, starts, middles, passages }) {
    const [title, text] = [numbers[at], numbers[at + 1]];
    counts[0].push(title);
    counts[1].push(text);
    starts.push(passages.length);
    const middle = title ? readPassages(numbers, at + 2, passages) : at + 2;
    middles.push(passages.length);
    return text ? readPassages(numbers, middle, passages) : middle;
  }

  function readPassages(numbers, from, passages) {
    let at = from;
    let passage = 0;
    let more = 1;
    while (more) {
      passage += numbers[at] >> 1;
      more = numbers[at] & 1;
      passages.push(passage);
      at += 1;
    }
    return at;
  }

  /** {title, text}: the passages of a document that hold the term. */
  function passagesIn({ documents, starts, middles, passages }, document) {
    const row = placeOf(documents, document);
    if (row < 0) return { title: [], text: [] };
    return { title: passages.slice(starts[row], middles[row]), text: passages.slice(middles[row], starts[row + 1]) };
  }

  function allOf({ title, text }) {
    return title.concat(text);
  }

  function placeOf(documents, document) {
    let low = 0;
    let high = documents.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (documents[middle] < document) low = middle + 1;
      else high = middle;
    }
    return documents[low] === document ? low : -1;
  }

  scope.izdeuPostings = { unpack, passagesIn, allOf };
})(window);
