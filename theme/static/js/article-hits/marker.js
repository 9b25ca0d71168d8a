/* Two ways to mark: by name, leaving the page as it is, or by <mark> elements where a browser knows no other. */
(function (scope) {
  'use strict';

  const byName = {
    show(ranges) {
      CSS.highlights.set('hit', new Highlight(...ranges));
    },
    setCurrent(range) {
      const highlight = new Highlight(range);
      highlight.priority = 1;
      CSS.highlights.set('hit-current', highlight);
    },
    clear() {
      CSS.highlights.delete('hit');
      CSS.highlights.delete('hit-current');
    },
  };

  const byElement = {
    marks: new Map(), // range -> its <mark> elements
    show(ranges) {
      /* From the end, so that cutting a text leaves the places before it as they are. */
      [...ranges].reverse().forEach((range) => this.marks.set(range, this.wrap(range)));
    },
    wrap(range) {
      const { startContainer, startOffset, endContainer, endOffset } = range;
      const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
      const nodes = [];
      for (let node = walker.currentNode; node; node = walker.nextNode()) {
        if (node.nodeType === Node.TEXT_NODE && range.intersectsNode(node)) nodes.push(node);
      }
      return nodes.map((node) => {
        const from = node === startContainer ? startOffset : 0;
        const to = node === endContainer ? endOffset : node.length;
        const piece = document.createRange();
        piece.setStart(node, from);
        piece.setEnd(node, to);
        const mark = document.createElement('mark');
        piece.surroundContents(mark);
        return mark;
      });
    },
    setCurrent(range) {
      this.marks.forEach((marks, other) => {
        marks.forEach((mark) => mark.classList.toggle('hit-current', other === range));
      });
      range.selectNode(this.marks.get(range)[0]); // wrapping has moved its ends
    },
    clear() {
      this.marks.forEach((marks) => marks.forEach((mark) => {
        const parent = mark.parentNode;
        mark.replaceWith(...mark.childNodes);
        parent.normalize();
      }));
    },
  };

  scope.izdeuHitMarker = scope.CSS && CSS.highlights && scope.Highlight ? byName : byElement;
}(window));
