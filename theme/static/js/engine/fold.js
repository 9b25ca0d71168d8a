/* Which differences of writing do not count. Twin: plugins/languages/fold.py. */
(function (engine) {
  "use strict";

  const prepared = new Map(); // tables -> the same, ready for use

  /* Two strings read side by side, as a Map. */
  function sides([from, to]) {
    return new Map(Array.from(from, (letter, index) => [letter, to[index]]));
  }

  /* The tables of letters, ready for use; `keys`: what stands for letters in a key, where that is another. */
  function lettersOf(tables) {
    const source = tables.letters;
    if (!prepared.has(source)) {
      const alphabets = source.scripts.map(([letter]) => letter);
      prepared.set(source, {
        unseen: new RegExp(source.unseen, "g"),
        marks: new RegExp(source.marks, "g"),
        mixed: new RegExp(`(?:${alphabets.join("|")})+`, "g"),
        settled: new RegExp(`^(?:${alphabets.join("+|")}+)$`),
        changed: new RegExp(`[${Array.from(source.plain[0], escaped).join("")}]`),
        plain: sides(source.plain),
        keys: new Map([...accented(source.accented), ...sides(source.keys), ...Object.entries(source.others)]),
        scripts: source.scripts.map(([letter, twins]) => [new RegExp(letter), sides(twins)]),
      });
    }
    return prepared.get(source);
  }

  /* [[letter, the same without accents]…] of these code points. */
  function accented([first, next]) {
    return Array.from({ length: next - first }, (_, at) => String.fromCharCode(first + at))
      .map((letter) => [letter, letter.normalize("NFD")[0]]).filter(([, plain]) => /[a-z]/.test(plain));
  }

  /* A sign as it stands in a class of a pattern. */
  function escaped(sign) {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  }

  function mapped(text, table) {
    let result = "";
    for (const letter of text) result += table.get(letter) ?? letter;
    return result;
  }

  /* A run of letters in a single alphabet if look-alikes allow it, else as it is. */
  function oneAlphabet(run, scripts) {
    for (const [own, twins] of scripts) {
      const strangers = Array.from(run).filter((letter) => !own.test(letter));
      if (strangers.length < run.length && strangers.every((letter) => twins.has(letter))) {
        return strangers.length ? mapped(run, twins) : run;
      }
    }
    return run;
  }

  function repaired(text, letters) {
    return letters.settled.test(text) ? text : text.replace(letters.mixed, (run) => oneAlphabet(run, letters.scripts));
  }

  /* The spelling that terms are made of. Most words are letters of one alphabet, and no more than put into lower case. */
  function normal(text, tables) {
    const letters = lettersOf(tables);
    const low = text.toLowerCase();
    if (letters.settled.test(low) && !letters.changed.test(low)) return low;
    const seen = text.replace(letters.unseen, "").normalize("NFC").replace(letters.marks, "");
    return repaired(mapped(seen, letters.plain), letters).toLowerCase().normalize("NFC");
  }

  /* The search key. */
  function fold(text, tables) {
    const letters = lettersOf(tables);
    return mapped(repaired(mapped(normal(text, tables), letters.keys), letters), letters.keys);
  }

  /* Map of Latin letters, one or several, to what stands for them, outcomes parted by spaces. */
  function latinOf({ latin }) {
    if (!prepared.has(latin)) prepared.set(latin, new Map([...sides(latin.single), ...Object.entries(latin.others)]));
    return prepared.get(latin);
  }

  /*
   * [[key, cost]…]: search keys, about, of a word in Latin letters, accents left off (á, ñ; not ş); [] where a letter is none of these.
   * Letters that come later among the outcomes cost more; where there are too many, the cheapest.
   */
  function fromLatin(word, tables) {
    const letters = latinOf(tables);
    const { keys } = lettersOf(tables);
    const plain = Array.from(word, (letter) => letters.has(letter) || !keys.has(letter) ? letter : keys.get(letter)).join("");
    let found = [["", 0]]; // key, sum of its outcomes' places
    for (let start = 0; start < plain.length; ) {
      const source = latinLetter(plain, start, letters);
      if (!source) return [];
      const choices = letters.get(source).split(" ");
      found = found.flatMap(([begun, cost]) => choices.map((choice, place) => [begun + choice, cost + place]));
      if (found.length > tables.latin.most) found = found.sort((a, b) => a[1] - b[1]).slice(0, tables.latin.most);
      start += source.length;
    }
    return found.filter(([key]) => key);
  }

  function latinLetter(word, start, letters) {
    for (let length = 4; length > 0; length--) {
      const source = word.slice(start, start + length);
      if (source.length === length && letters.has(source)) return source;
    }
    return "";
  }

  const starts = new Map(); // first letter -> the first letters that the search keys of such words may have

  /* The letters, one of which the search key of `word` begins with; "" among them: any may. */
  function firstKeys(word, tables) {
    const [letter] = word.normalize("NFC");
    if (!starts.has(letter)) {
      const twins = lettersOf(tables).scripts.map(([, table]) => table.get(letter)).filter(Boolean);
      starts.set(letter, [letter, ...twins].map((one) => fold(one, tables).slice(0, 1)));
    }
    return starts.get(letter);
  }

  Object.assign(engine, { normal, fold, lettersOf, latinOf, fromLatin, firstKeys });
})((globalThis.izdeuEngine = globalThis.izdeuEngine || {}));
