// Where a concordance has to look: most runs of signs between two spaces have no letter that a wanted form could begin with. To tell
// so leaves nothing for the garbage collector, while to cut and read each word of a corpus leaves half a kilobyte a word.
(function (scope) {
  "use strict";

  const { firstKeys, fold } = scope.izdeuEngine;
  const { termsOf } = scope.izdeuQuestion;
  const { beginnings } = scope.izdeuPassages;
  const ASCII = 0x80;
  /* What a sign may do: begin a form; be its second letter; let a word or its part begin behind it; anything. */
  const [KNOWN, BEGINS, FOLLOWS, PARTS, UNSURE] = [1, 2, 4, 8, 16];

  /** What tells of a UTF-16 unit what it may do in forms that begin with one of the search `keys`. */
  function kindsFor(keys, tables) {
    const kinds = new Uint8Array(0x10000);
    const letters = [0, 1].map((at) => new Set(keys.map((key) => key.slice(at, at + 1))));
    return (unit) => {
      if (!kinds[unit]) kinds[unit] = kindOf(String.fromCharCode(unit), letters, tables);
      return kinds[unit];
    };
  }

  /** Signs without case that are not ASCII may be marks, look-alikes or invisible, others are read as two: a run with one is looked at. */
  function kindOf(sign, [first, second], tables) {
    const isCased = sign.toLowerCase() !== sign.toUpperCase();
    if (isCased ? fold(sign, tables).length !== 1 : sign.charCodeAt(0) >= ASCII) return KNOWN | UNSURE;
    const isIn = (letters) => letters.has("") || firstKeys(sign, tables).some((key) => key === "" || letters.has(key));
    return KNOWN | (isIn(first) ? BEGINS : 0) | (isIn(second) ? FOLLOWS : 0) | (isCased ? 0 : PARTS);
  }

  function mayHold(text, start, end, kinds) {
    let before = PARTS;
    for (let at = start; at < end; at += 1) {
      const kind = kinds(text.charCodeAt(at));
      const begins = before & PARTS && kind & BEGINS;
      if (kind & UNSURE || (begins && (at + 1 === end || kinds(text.charCodeAt(at + 1)) & (FOLLOWS | UNSURE)))) return true;
      before = kind;
    }
    return false;
  }

  /** [[from, to]…]: runs that may hold a form, with the one after them: two words may be one that is written apart. */
  function stretches(text, kinds) {
    const found = [];
    let from = -1;
    for (let start = 0; start < text.length; ) {
      const space = text.indexOf(" ", start);
      const end = space < 0 ? text.length : space;
      if (mayHold(text, start, end, kinds)) {
        if (from < 0) from = start;
      } else if (from >= 0) {
        found.push([from, end]);
        from = -1;
      }
      start = end + 1;
    }
    if (from >= 0) found.push([from, text.length]);
    return found;
  }

  /** A function that gives what `findMarks` (for forms only) gives, quicker where the question is words alone. */
  function quickFinder(findMarks, { asked, plan, view, manifest: { tables } }) {
    const terms = termsOf(asked);
    const isWide = plan || Array.from(terms).some((term) => term.startsWith(tables.statutes.mark)); // what has several words
    if (isWide) return findMarks;
    const kinds = kindsFor(beginnings(terms, view, tables), tables);
    return (text) => stretches(text, kinds)
      .flatMap(([from, to]) => findMarks(text.slice(from, to)).map(([start, end]) => [from + start, from + end]));
  }

  scope.izdeuLineRuns = { quickFinder };
})(window);
