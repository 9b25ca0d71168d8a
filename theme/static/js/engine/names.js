/* Names of people: how they sound in whatever alphabet, and what of them counts. Twin: plugins/languages/names/names.py, people.py. */
(function (engine) {
  "use strict";

  const { words, parts, normal } = engine;
  const sounds = globalThis.izdeuSoundRules; // the page's parts that hear names bring them: [sounds] of names.toml
  const prepared = new Map(); // tables -> Latin letters, the longest first
  const kept = new Map(); // a name's text -> its parts
  const MOST = 20000; // names that are kept
  const TOGETHER = [2, 3]; // initials that are written as one word, at least and at most
  const LONGEST = 2; // letters of such an initial

  /* Map of Latin letters, one or several, to the Cyrillic ones that they are most often written for; its longest key. */
  function latinOf(tables) {
    if (!prepared.has(tables)) {
      const own = new Map(Array.from(engine.latinOf(tables), ([letter, outcomes]) => [letter, outcomes.split(" ")[0]]));
      const plain = Array.from(engine.lettersOf(tables).keys, ([sign, key]) => [sign, own.get(key)]).filter(([, letter]) => letter !== undefined);
      const all = new Map([...plain, ...own, ...Object.entries(sounds.latin)]);
      prepared.set(tables, { all, longest: Math.max(...Array.from(all.keys(), (key) => key.length)) });
    }
    return prepared.get(tables);
  }

  function inCyrillic(word, { all, longest }) {
    let text = "";
    for (let at = 0; at < word.length; ) {
      let length = Math.min(longest, word.length - at);
      while (length > 1 && !all.has(word.slice(at, at + length))) length -= 1;
      const piece = word.slice(at, at + length);
      text += all.has(piece) ? all.get(piece) : piece;
      at += length;
    }
    return text;
  }

  /* Letters of all alphabets, and those that are one sound together. */
  function soundLetters(tables) {
    const { all } = latinOf(tables);
    const { letters } = tables;
    return Array.from(new Set([...all.keys(), ...all.values(), ...[letters.spelt, letters.sound, sounds.rules, sounds.after].flat(2)]));
  }

  function replaced(text, rules) {
    const sound = rules.reduce((found, [before, after]) => found.split(before).join(after), text);
    return sound.replace(/([^])\1+/g, "$1"); // a doubled letter is heard once
  }

  /* The sounds of the beginning of a name: what a longer one begins with, too. */
  function begun(word, tables) {
    const low = Array.from(normal(word, tables)).filter((sign) => !sounds.silent.includes(sign)).join("");
    return replaced(engine.sound(inCyrillic(low, latinOf(tables)), tables), sounds.rules);
  }

  /* The sounds of a name, coarsely, in Cyrillic letters. */
  function heard(word, tables) {
    return replaced(`${begun(word, tables)} `, sounds.after).slice(0, -1);
  }

  /* [{text, full}]: the parts of a name in order, as they are written; one that is not full is an initial. */
  function nameParts(name, tables) {
    return words(name, tables).map(({ text, end }) => ({ text, full: !isInitial(text, name.slice(end)) }));
  }

  function isInitial(text, rest) {
    const length = Array.from(text).length;
    return length === 1 || (length <= sounds.initial && rest.startsWith("."));
  }

  /* One key for all ways to write a name: its words as they sound, in order, then its initials as they stand. */
  function nameKey(name, tables) {
    const found = nameParts(name, tables);
    const those = (full) => found.filter((part) => part.full === full).map(({ text }) => heard(text, tables));
    return [...those(true).sort(), ...those(false)].join(" ");
  }

  /* [{full, whole, beginnings, pieces}]: the sounds of each part, and those that a word may begin with, of its halves, too; `pieces`: the
     same of what it may be instead: the halves of a name with a hyphen, the initials of `ЖХ`, `KhYa`. */
  function soundsOf(name, tables) {
    if (!kept.has(name)) {
      if (kept.size >= MOST) kept.clear();
      kept.set(name, nameParts(name, tables).map((part) => ({ ...soundOf(part, tables), pieces: piecesOf(part, tables) })));
    }
    return kept.get(name);
  }

  function soundOf({ text, full }, tables) {
    const beginnings = Array.from(new Set([text, ...parts(normal(text, tables), tables)]), (half) => begun(half, tables));
    return { full, whole: heard(text, tables), beginnings };
  }

  function piecesOf({ text, full }, tables) {
    const halves = parts(normal(text, tables), tables).map((half) => ({ text: half, full }));
    return (halves.length > 1 ? halves : initialsIn(text)).map((piece) => soundOf(piece, tables));
  }

  /* Each begins with a capital letter; [] for any other word. */
  function initialsIn(text) {
    const found = [];
    for (const letter of text) {
      if (letter !== letter.toLowerCase() || !found.length) found.push(letter);
      else found[found.length - 1] += letter;
    }
    const are = text[0] !== text[0].toLowerCase() && found.length >= TOGETHER[0] && found.length <= TOGETHER[1];
    return are && found.every((one) => one.length <= LONGEST) ? found.map((one) => ({ text: one, full: false })) : [];
  }

  /* The parts, and what they may be instead. */
  function inPieces(found) {
    return found.flatMap((part) => (part.pieces.length ? part.pieces : [part]));
  }

  /**
   * A test of names: may it be the one that is asked for? Each word must sound like a word of the name or its beginning, each
   * initial begin another part of it, in any order. Where a word of the name has been found, an initial may stand for another
   * word; not so with `strictly`. A name in Latin letters may be spelt by another system, too.
   */
  function nameTest(asked, tables, strictly) {
    const all = [...new Set([asked, ...spelledOtherwise(asked)])].map((name) => soundsOf(name, tables)).filter((wanted) => wanted.length);
    const answers = new Map();
    return (name) => {
      if (!answers.has(name)) answers.set(name, all.some((wanted) => isEitherMeant(wanted, soundsOf(name, tables), strictly)));
      return answers.get(name);
    };
  }

  function spelledOtherwise(name) {
    return sounds.other.map((rules) => rules.reduce((text, [before, after]) => text.replace(new RegExp(before, "gi"), after), name));
  }

  function isEitherMeant(wanted, own, strictly) {
    return isMeant(wanted, own, strictly) || isMeant(inPieces(wanted), inPieces(own), strictly);
  }

  function isMeant(wanted, own, strictly) {
    const left = own.slice();
    const take = (part, fits) => {
      const place = left.findIndex((other) => fits(part, other));
      if (place >= 0) left.splice(place, 1);
      return place >= 0;
    };
    const full_ = wanted.filter(({ full }) => full);
    const rest = full_.filter((part) => !take(part, sameWord)).filter((part) => !take(part, beginsWord));
    if (rest.length && (strictly || rest.length === full_.length)) return false;
    const initials = wanted.filter(({ full }) => !full).filter((part) => !take(part, sameInitial));
    return initials.every((part) => take(part, beginsWith)) && rest.every((part) => take(part, standsFor));
  }

  function sameWord(asked, { full, whole }) {
    return full && whole === asked.whole;
  }

  function beginsWord(asked, { full, beginnings }) {
    return full && asked.beginnings[0] !== "" && beginnings.some((text) => text.startsWith(asked.beginnings[0]));
  }

  function sameInitial(asked, { full, whole }) {
    return !full && (whole.startsWith(asked.whole) || asked.whole.startsWith(whole));
  }

  function beginsWith(asked, { full, whole }) {
    return full && whole.startsWith(asked.whole);
  }

  function standsFor(asked, { full, whole }) {
    return !full && whole !== "" && asked.whole.startsWith(whole);
  }

  Object.assign(engine, { heard, begun, soundLetters, nameParts, nameKey, nameTest });
})((globalThis.izdeuEngine = globalThis.izdeuEngine || {}));
