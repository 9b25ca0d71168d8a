/* Which differences of writing do not count. Twin: plugins/languages/fold.py, which explains the steps. */
(function (engine) {
  "use strict";

  const prepared = new Map();

  /* Two strings read side by side, as a Map. */
  function sides([from, to]) {
    return new Map(Array.from(from, (letter, index) => [letter, to[index]]));
  }

  function lettersOf(tables) {
    const source = tables.letters;
    if (!prepared.has(source)) {
      prepared.set(source, {
        unseen: new RegExp(source.unseen, "g"),
        marks: new RegExp(source.marks, "g"),
        mixed: new RegExp(source.mixed, "g"),
        plain: sides(source.plain),
        keys: new Map(Object.entries(source.keys)),
        scripts: source.scripts.map(([letter, twins]) => [new RegExp(letter), sides(twins)]),
      });
    }
    return prepared.get(source);
  }

  function mapped(text, table) {
    let result = "";
    for (const letter of text) result += table.has(letter) ? table.get(letter) : letter;
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

  /* Every run of Cyrillic and Latin letters in a single alphabet, where look-alikes allow it. */
  function repaired(text, letters) {
    return text.replace(letters.mixed, (run) => oneAlphabet(run, letters.scripts));
  }

  /* The spelling that terms are made of. */
  function normal(text, tables) {
    const letters = lettersOf(tables);
    const seen = text.replace(letters.unseen, "").normalize("NFC").replace(letters.marks, "");
    return repaired(mapped(seen, letters.plain), letters).toLowerCase().normalize("NFC");
  }

  /* The search key. */
  function fold(text, tables) {
    const letters = lettersOf(tables);
    return mapped(repaired(mapped(normal(text, tables), letters.keys), letters), letters.keys);
  }

  Object.assign(engine, { normal, fold });
})((globalThis.izdeuEngine = globalThis.izdeuEngine || {}));
