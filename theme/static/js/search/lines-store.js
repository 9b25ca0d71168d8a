// The lines of a concordance as columns: 20,000 records of their own would take five times the memory.
(function (scope) {
  "use strict";

  const BETWEEN = "\t"; // the parts of a line, which hold none: white space in passages is single spaces
  const BEGIN = 1024; // lines that there is room for at first

  /** A column of numbers that grows. */
  class Column {
    constructor(Kind) {
      this.numbers = new Kind(BEGIN);
    }

    set(place, number) {
      if (place === this.numbers.length) {
        const wider = new this.numbers.constructor(2 * place);
        wider.set(this.numbers);
        this.numbers = wider;
      }
      this.numbers[place] = number;
    }
  }

  /** Lines in the order of the texts; `articles` are what is known of the articles that have any. */
  class Lines {
    constructor() {
      this.count = 0;
      this.articles = []; // {id, url, title, title_lang, lang, authors, year, issue, words, lines}
      this.texts = []; // left context, hit and right context in one string
      this.anchors = [];
      this.langs = [];
      this.columns = { article: new Column(Uint32Array), left: new Column(Uint16Array), hit: new Column(Uint16Array) };
    }

    /**
     * Adds an occurrence in the newest article: `passage` is {text, anchor, lang}, the hit stands from `start` to `end`, `width`
     * is how much of the text is kept on either side, in UTF-16 units. What is kept is a copy: a slice would keep its whole text.
     */
    add({ text, anchor, lang }, [start, end], width) {
      const left = text.slice(leftEdge(text, start, width), start);
      const right = text.slice(end, rightEdge(text, end, width));
      this.texts.push([left, text.slice(start, end), right].join(BETWEEN));
      this.anchors.push(anchor);
      this.langs.push(lang);
      this.columns.article.set(this.count, this.articles.length - 1);
      this.columns.left.set(this.count, left.length);
      this.columns.hit.set(this.count, end - start);
      this.count += 1;
      this.articles[this.articles.length - 1].lines += 1;
    }

    /** {article, anchor, lang, left, hit, right}: the line at `place`; `article` is a place in `articles`. */
    line(place) {
      const { article, left, hit } = this.columns;
      const text = this.texts[place];
      const from = left.numbers[place];
      const to = from + 1 + hit.numbers[place];
      return {
        article: article.numbers[place],
        anchor: this.anchors[place],
        lang: this.langs[place],
        left: text.slice(0, from),
        hit: text.slice(from + 1, to),
        right: text.slice(to + 1),
      };
    }
  }

  /** Where the context before `start` begins: at a word, no more than `width` before; inside one where there is no space. */
  function leftEdge(text, start, width) {
    const least = start - width;
    if (least <= 0) return 0;
    const space = text.indexOf(" ", least - 1);
    if (space >= 0 && space + 1 < start) return space + 1;
    return isSecondHalf(text, least) ? least + 1 : least;
  }

  function rightEdge(text, end, width) {
    const most = end + width;
    if (most >= text.length) return text.length;
    const space = text.lastIndexOf(" ", most);
    if (space > end) return space;
    return isSecondHalf(text, most) ? most - 1 : most;
  }

  /** Would a cut here part the two units of one sign? */
  function isSecondHalf(text, at) {
    const unit = text.charCodeAt(at);
    return unit >= 0xdc00 && unit <= 0xdfff;
  }

  scope.izdeuLineStore = { Lines };
})(window);
