/* The texts of an article, and where their letters stand in the page. */
(function (scope) {
  'use strict';

  const BLOCKS = 'p, li, h1, h2, h3, h4, td, th, figcaption';

  /* [{text, lang, pieces: [{node, start}]}]: one for each block of the article's own text. */
  function readTexts(article) {
    const texts = new Map();
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const block = node.parentElement.closest(BLOCKS);
      if (!block || !article.contains(block) || node.parentElement.closest('[data-noindex]')) continue;
      if (!texts.has(block)) texts.set(block, { text: '', lang: block.closest('[lang]').lang, pieces: [] });
      const text = texts.get(block);
      text.pieces.push({ node, start: text.text.length });
      text.text += node.data;
    }
    return Array.from(texts.values());
  }

  /* The last piece that begins before `offset`, or at it where a hit starts there. */
  function place(pieces, offset, isStart) {
    const piece = pieces.filter(({ start }) => (isStart ? start <= offset : start < offset)).pop();
    return [piece.node, offset - piece.start];
  }

  function rangeOf(pieces, [start, end]) {
    const range = document.createRange();
    range.setStart(...place(pieces, start, true));
    range.setEnd(...place(pieces, end, false));
    return range;
  }

  scope.izdeuHitTexts = { readTexts, rangeOf };
}(window));
