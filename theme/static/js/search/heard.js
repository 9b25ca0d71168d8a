// A word that the texts write in another alphabet: `Белкин` is asked for, `Belkin` stands there. Looked for where nothing certain is found.
(function (scope) {
  "use strict";

  const { heard, begun, fold, soundLetters } = scope.izdeuEngine;
  const { fewBeginning } = scope.izdeuLists;
  const { wantedOf } = scope.izdeuQuestion;
  const genders = scope.izdeuGenders; // [[man's, woman's]…]: heard ends of the surnames of one family
  const LEAST = 3; // sounds of a word that is looked for
  const MOST = 8; // words of a question that are listened for, each in up to FILES lists; more of them are no names
  const FILES = 32; // of the lists of words, at most
  const BEGINNING = 3; // letters by which words are looked up: with fewer more files are loaded

  /**
   * Gives the weak ones of `asked`, as `understand` makes them, what sounds like them in another alphabet; `options` as there. One that
   * sounds like a word of its own alphabet, too, is `misspelt`: that word may be meant.
   */
  async function hear(asked, view, manifest, options) {
    const weak = asked.filter((one) => one.weak).slice(0, MOST);
    const found = await Promise.all(asked.map((one) => (weak.includes(one) ? soundingLike(one.word, manifest) : { others: [] })));
    await view.needTerms(found.flatMap(({ others }) => others));
    found.forEach(({ others, misspelt }, rank) => {
      const own = others.flatMap((word) => view.readingsOf(word, options.as).filter(({ term, kind }) => term === word && kind === "exact"));
      if (own.length) Object.assign(asked[rank], read(asked[rank], own, manifest, options), { misspelt });
    });
  }

  /** What was heard counts instead of a doubtful reading, unless the reader has chosen that; weak signs of the word count on. */
  function read(one, own, { tables, ranking: { weights } }, { read: choices = [] }) {
    const all = [...own.map(({ term, lang }) => ({ term, lang })), ...one.readings.map(({ lemma, lang }) => ({ term: lemma, lang }))];
    const wanted = wantedOf(one.word, all, choices, tables);
    const isChosen = wanted !== all;
    const isOn = (reading, rank) => (isChosen ? wanted.includes(reading) : rank < own.length);
    const readings = all.map((reading, rank) => ({ lemma: reading.term, lang: reading.lang, on: isOn(reading, rank) }));
    const before = Array.from(one.terms).filter(([, weight]) => weight <= weights.part || readings.slice(own.length).some(({ on }) => on));
    const heardOnes = readings.slice(0, own.length).filter(({ on }) => on).map(({ lemma }) => [lemma, weights.heard]);
    return { readings: readings.sort((a, b) => b.on - a.on), terms: new Map([...before, ...heardOnes]), matched: true };
  }

  /**
   * {others, misspelt}: words of the index in another alphabet that sound like `word`, or, where there are none, like the man's surname under
   * which a woman's may stand; where there are any: is there one in its own alphabet, too?
   */
  async function soundingLike(word, manifest) {
    const { tables } = manifest;
    const sound = heard(word, tables);
    const alphabet = alphabetOf(word, tables);
    if (sound.length < LEAST || alphabet < 0) return { others: [] };
    const isOwn = (text) => alphabetOf(text, tables) === alphabet;
    const isOther = (text) => ![alphabet, -1].includes(alphabetOf(text, tables));
    const told = await wordsLike(word, isOther, manifest);
    const alike = (sounds) => told.filter((other) => sounds.includes(heard(other, tables)));
    const others = [alike([sound]), alike(mens(sound))].find((all) => all.length) || [];
    const own = others.length ? await wordsLike(word, isOwn, manifest) : [];
    return { others, misspelt: own.some((other) => heard(other, tables) === sound) };
  }

  /** Words of the index, of the alphabet that `fits`, that begin as `word` may sound. */
  async function wordsLike(word, fits, manifest) {
    const entries = await fewBeginning(beginnings(word, fits, manifest.tables), manifest, FILES);
    return Array.from(new Set(entries.map((entry) => entry.word))).filter(fits);
  }

  function mens(sound) {
    return genders.filter(([, hers]) => sound.endsWith(hers)).map(([his, hers]) => sound.slice(0, -hers.length) + his);
  }

  /** The place of a word's alphabet among those of the tables; -1 for another one. */
  function alphabetOf(word, { letters }) {
    return letters.scripts.findIndex(([letter]) => new RegExp(letter).test(word));
  }

  /**
   * Search keys, of so many letters or what is written for one, with which words that sound so may begin; of letters that `fit`. Beginnings
   * with one key and one sound go on alike: of them there are many times fewer.
   */
  function beginnings(word, fits, tables) {
    const sounds = [heard(word, tables), begun(word, tables)];
    const apart = (texts) => Array.from(new Map(texts.map((text) => [`${fold(text, tables)} ${begun(text, tables)}`, text])).values());
    const letters = apart(soundLetters(tables).filter(fits));
    const isBegun = (text) => sounds.some((sound) => sound.startsWith(begun(text, tables)));
    const isWhole = (text) => sounds.includes(begun(text, tables)); // stays as it is, too
    const longer = (start) => [...(isWhole(start) ? [start] : []), ...letters.map((letter) => start + letter).filter(isBegun)];
    let starts = letters.filter((letter) => begun(letter, tables) && isBegun(letter));
    for (let more = 1; more < BEGINNING; more += 1) starts = apart(starts.flatMap(longer));
    return Array.from(new Set(starts.map((start) => fold(start, tables))));
  }

  scope.izdeuHeard = { hear };
})(window);
