/* The lines as a grid of which only the rows in view are there: one Tab leads into it, arrows from line to line. */
(function (scope) {
  'use strict';

  const { makeRow } = scope.izdeuKwicRow;
  const { element } = scope.izdeuSite;
  const AROUND = 10; // rows that are there beyond those in view
  const PROBED = 1000; // rows that are measured as one
  const STEPS = { ArrowDown: 1, ArrowUp: -1 };

  /* `grid` scrolls, `body` in it is as high as all rows together; the grid's first row is its head. */
  class Rows {
    constructor(grid, body) {
      Object.assign(this, { grid, body, shown: new Map(), lines: null, order: null, question: null, current: 0 });
      this.observer = new ResizeObserver(() => this.refresh());
      this.observer.observe(grid);
      grid.addEventListener('scroll', () => this.draw(), { passive: true });
      grid.addEventListener('keydown', (event) => this.onKey(event));
      grid.addEventListener('focusin', (event) => this.onFocus(event));
    }

    /* Other lines, or the same in another order (places; null: that of the texts). */
    set(lines, order, question) {
      const isNew = lines !== this.lines || order !== this.order;
      Object.assign(this, { lines, order, question });
      if (isNew) this.forget();
      this.count = lines ? lines.count : 0;
      this.grid.setAttribute('aria-rowcount', String(this.count + 1));
      this.body.style.setProperty('--rows', String(this.count));
      this.draw();
    }

    forget() {
      this.shown.forEach((row) => row.remove());
      this.shown.clear();
      this.current = 0;
    }

    /* The height of a row follows the window's width and the reader's letters. Browsers round what is measured: of one row that would be several
       rows after thousands. */
    refresh() {
      const probe = element('div', { className: 'kwic-row' });
      probe.style.blockSize = `calc(${PROBED} * var(--row))`;
      this.body.append(probe);
      this.height = probe.getBoundingClientRect().height / PROBED;
      probe.remove();
      this.draw();
    }

    /* First and one after the last of the rows that are to be there. */
    inView() {
      const first = Math.floor(this.grid.scrollTop / this.height) - AROUND;
      const last = first + 2 * AROUND + Math.ceil(this.grid.clientHeight / this.height) + 1;
      return [Math.max(0, first), Math.min(this.count, last)];
    }

    draw() {
      if (!this.height || !this.lines) return;
      const [first, last] = this.inView();
      this.shown.forEach((row, place) => {
        const isAway = place < first || place >= last;
        if (!isAway || row.contains(document.activeElement)) return;
        row.remove();
        this.shown.delete(place);
      });
      this.fill(first, last);
      /* Some line that is there can be reached by Tab. */
      if (!this.shown.has(this.current)) this.setCurrent(Math.max(first, Math.min(last - 1, Math.ceil(this.grid.scrollTop / this.height))));
    }

    /* Rows stand in the document in their order, for whoever hears them; from the last to the first, each goes before the one after it. The row with
       the focus may be kept from further down. */
    fill(first, last) {
      const beyond = Array.from(this.shown.keys()).filter((place) => place >= last);
      let after = this.shown.get(Math.min(...beyond)) || null;
      for (let place = last - 1; place >= first; place -= 1) {
        if (!this.shown.has(place)) {
          this.shown.set(place, this.row(place));
          this.body.insertBefore(this.shown.get(place), after);
        }
        after = this.shown.get(place);
      }
    }

    row(place) {
      const line = this.lines.line(this.order ? this.order[place] : place);
      const about = this.lines.articles[line.article];
      return makeRow(line, { about, place, question: this.question, isCurrent: place === this.current });
    }

    onFocus({ target }) {
      const found = Array.from(this.shown).find(([, row]) => row.contains(target));
      if (found) this.setCurrent(found[0]);
    }

    setCurrent(place) {
      const old = this.shown.get(this.current);
      if (old) old.querySelector('a').tabIndex = -1;
      this.current = place;
      const row = this.shown.get(place);
      if (row) row.querySelector('a').tabIndex = 0;
    }

    onKey(event) {
      if (event.ctrlKey || event.metaKey || event.altKey || !event.target.closest('.kwic-row')) return;
      const place = this.placeFor(event.key);
      if (place === null) return;
      event.preventDefault();
      this.go(Math.min(this.count - 1, Math.max(0, place)));
    }

    placeFor(key) {
      const page = Math.max(1, Math.floor(this.grid.clientHeight / this.height) - 1);
      if (key in STEPS) return this.current + STEPS[key];
      return { Home: 0, End: this.count - 1, PageDown: this.current + page, PageUp: this.current - page }[key] ?? null;
    }

    /* The focus on a line, which is brought into view below the head. */
    go(place) {
      const head = this.grid.firstElementChild.getBoundingClientRect().height;
      const top = place * this.height;
      const low = top + this.height - (this.grid.clientHeight - head);
      if (this.grid.scrollTop > top) this.grid.scrollTop = top;
      else if (this.grid.scrollTop < low) this.grid.scrollTop = low;
      this.draw();
      this.setCurrent(place);
      this.shown.get(place).querySelector('a').focus({ preventScroll: true });
      this.draw();
    }
  }

  scope.izdeuKwicRows = { Rows };
}(window));
