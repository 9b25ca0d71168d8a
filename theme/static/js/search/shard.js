// A term shard: its terms found by their search keys, their forms by their stems. What is not asked for is not unpacked.
(function (scope) {
  "use strict";

  const { decode } = scope.izdeuNumbers;
  const { frontDecoded } = scope.izdeuRanges;
  const { fold, sound } = scope.izdeuEngine;
  const GROUP = /([^ (]*)\(([^()]*)\)/g; // endings that begin alike, within no other such
  const TERM = 100; // bytes, about, that a term takes beside its text in the file

  class Shard {
    constructor(data, { digits, tables }) {
      const [flags, stems, sets] = [data.flags, data.stems, data.sets].map((row) => decode(row, digits));
      const { endings, aliases, postings, above } = data;
      const terms = frontDecoded(data.terms);
      Object.assign(this, { tables, terms, flags, stems, sets, aliases, endings, postings, above });
      Object.assign(this, { keys: [], entries: [], starts: null, heads: null, sounds: null });
      this.weight = TERM * (terms.length + aliases.length);
    }

    /** The search key of the term at a place; terms are in the order of their keys. */
    key(place) {
      if (this.keys[place] === undefined) this.keys[place] = fold(this.terms[place], this.tables);
      return this.keys[place];
    }

    /** The entry at a place: of a term, or behind the terms of an alias. */
    entry(place) {
      if (!this.entries[place]) this.entries[place] = entry(...this.rowAt(place));
      return this.entries[place];
    }

    rowAt(place) {
      const rank = place - this.terms.length;
      const [text, flags, stem, set, target] = rank < 0
        ? [this.terms[place], this.flags[place], this.stems[place], this.sets[place], ""]
        : this.aliases[rank];
      return [text, flags, stem, set ? unfolded(this.endings[set - 1]) : [], target];
    }

    /** The place of the first term whose key is `key` or comes after it. */
    lowerBound(key) {
      let low = 0;
      let high = this.terms.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (this.key(middle) < key) low = middle + 1;
        else high = middle;
      }
      return low;
    }

    /** Adds the terms whose search key is `key` to `found`. */
    exactly(key, found) {
      for (let place = this.lowerBound(key); place < this.terms.length && this.key(place) === key; place += 1) {
        found.push(this.entry(place));
      }
    }

    /** Adds the entries with endings to `found` with whose stem `word` begins. */
    startsOf(word, found) {
      if (!this.heads) this.heads = this.readHeads((text, stem, set) => (set ? text.slice(0, stem) : ""));
      for (let length = 1; length <= word.length; length += 1) {
        for (const place of this.heads.get(word.slice(0, length)) || []) found.push(this.entry(place));
      }
    }

    /** Adds the entries to `found` that sound like `asked`, themselves or in a listed form. */
    soundsOf(asked, found) {
      if (!this.sounds) this.sounds = this.readHeads((text, stem, set) => sound(set ? text.slice(0, stem) : text, this.tables));
      for (let length = 1; length <= asked.length; length += 1) {
        for (const place of this.sounds.get(asked.slice(0, length)) || []) {
          const { term, stem, endings } = this.entry(place);
          const forms = [term, ...endings.map((ending) => term.slice(0, stem) + ending)];
          if (forms.some((form) => sound(form, this.tables) === asked)) found.push(this.entry(place));
        }
      }
    }

    /** Places of entries by what `headOf` makes of them, those left out for which it gives "". */
    readHeads(headOf) {
      const heads = new Map();
      const add = (text, stem, set, place) => {
        const head = headOf(text, stem, set);
        if (!head) return;
        if (heads.has(head)) heads.get(head).push(place);
        else heads.set(head, [place]);
      };
      this.terms.forEach((term, place) => add(term, this.stems[place], this.sets[place], place));
      this.aliases.forEach(([text, , stem, set], rank) => add(text, stem, set, this.terms.length + rank));
      return heads;
    }

    /** The stems of the listed forms of these terms (a Set). */
    headsOf(terms) {
      const own = Array.from(terms).map((term) => this.placeOf(term)).filter((place) => place >= 0 && this.sets[place])
        .map((place) => this.terms[place].slice(0, this.stems[place]));
      const others = this.aliases.filter(([, , , , target]) => terms.has(target)).map(([text, , stem]) => text.slice(0, stem));
      return own.concat(others);
    }

    /** The place of a term; -1 where this shard lacks it. */
    placeOf(term) {
      const key = fold(term, this.tables);
      let place = this.lowerBound(key);
      while (place < this.terms.length && this.terms[place] !== term && this.key(place) === key) place += 1;
      return this.terms[place] === term ? place : -1;
    }

    /** The packed postings of a term; null where this shard lacks it. */
    row(term) {
      const place = this.placeOf(term);
      if (place < 0) return null;
      if (!this.starts) this.starts = startsOf(this.postings);
      return this.postings.slice(this.starts[place], this.starts[place + 1] - 1);
    }
  }

  function entry(term, flags, stem, endings, target) {
    return { term, flags, stem, endings, target };
  }

  /** The endings of a set as it is written: "а(ми х) у" is ами, ах, у. */
  function unfolded(set) {
    const flat = set.replace(GROUP, (_, begin, rest) => rest.split(" ").map((end) => begin + end).join(" "));
    return flat === set ? set.split(" ") : unfolded(flat);
  }

  /** Where each of the rows begins that spaces part, and one after the end. */
  function startsOf(rows) {
    const starts = [0];
    for (let at = rows.indexOf(" "); at >= 0; at = rows.indexOf(" ", at + 1)) starts.push(at + 1);
    starts.push(rows.length + 1);
    return starts;
  }

  scope.izdeuShard = { Shard, entry, unfolded };
})(window);
