/* Kazakh: every way to read a word as stem + endings. Twin: plugins/languages/kazakh/kazakh.py.

   Contexts are sets of (class, harmony) as bits, chains are endings in a legal order. A suffix is
   [slot, contexts, cost, only before a vowel, restored ends], a slot [slots before, kinds of stem before, final, verbal]. */
(function (engine) {
  "use strict";

  const ANY = 0b111111111111;
  const BACK = 0b010101010101;
  const FRONT = 0b101010101010;
  const KINDS = [1, 2];
  const END = { text: "", slots: [], cost: 0 }; // the chain behind the last ending
  const analysers = new Map(); // grammar -> Map: what its letters become -> analyser

  class Kazakh {
    constructor(rules) {
      this.rules = rules;
      this.tails = new Map([["", { chains: [], alive: true }]]);
      const texts = Object.keys(rules.suffixes);
      this.longest = Math.max(...texts.map((text) => text.length));
      this.inner = new Set(texts.flatMap((text) => Array.from(text, (_, start) => text.slice(start)).slice(1)));
    }

    /* [{stem, kind, cost, lexical}]: the cheapest reading of each stem and kind. */
    candidates(word) {
      const best = new Map();
      for (const kind of KINDS) best.set(word + kind, { stem: word, kind, cost: 0, lexical: false });
      for (const reading of this.readings(word)) {
        const known = best.get(reading.stem + reading.kind);
        if (!known || isBetter(reading, known)) best.set(reading.stem + reading.kind, reading);
      }
      return Array.from(best.values());
    }

    readings(word) {
      const found = [];
      for (let start = word.length - 1; start > 0; start--) {
        const tail = this.tail(word.slice(start));
        const base = word.slice(0, start);
        for (const chain of tail.chains) {
          if (chain.stems && chain.contexts & this.contexts(base)) found.push(...this.stemmed(base, chain));
        }
        if (!tail.alive) break;
      }
      return found;
    }

    stemmed(base, chain) {
      const kinds = KINDS.filter((kind) => chain.stems & kind);
      return this.restored(base, chain).flatMap(([stem, lexical]) =>
        kinds.map((kind) => ({ stem, kind, cost: chain.cost, lexical })));
    }

    /* ---- chains */

    tail(text) {
      if (!this.tails.has(text)) this.tails.set(text, this.newTail(text));
      return this.tails.get(text);
    }

    /* From its end on, as `readings` goes: nothing longer than a tail that is not alive is an ending. */
    isEnding(text) {
      for (let start = text.length - 1; start > 0; start--) {
        if (!this.tail(text.slice(start)).alive) return false;
      }
      return this.tail(text).chains.some((chain) => chain.stems & KINDS[0]);
    }

    newTail(text) {
      const chains = [];
      let alive = false;
      for (let length = 1; length <= Math.min(this.longest, text.length); length++) {
        const head = text.slice(0, length);
        const following = length < text.length && this.tail(text.slice(length));
        if (following && !following.chains.length) continue;
        alive = alive || this.inner.has(head);
        for (const suffix of this.rules.suffixes[head] ?? []) {
          chains.push(...(following ? this.joined(head, suffix, following) : this.last(head, suffix)));
        }
      }
      return { chains, alive: alive || chains.length > 0 };
    }

    chain(text, suffix, contexts, following) {
      const [slot, , cost, , restore] = suffix;
      return {
        text: text + following.text,
        slots: [slot, ...following.slots],
        stems: this.rules.slots[slot][1],
        contexts,
        cost: cost + this.rules.letter * text.length + following.cost,
        restore,
      };
    }

    last(text, suffix) {
      const [slot, contexts, , beforeVowel] = suffix;
      return this.rules.slots[slot][2] && !beforeVowel ? [this.chain(text, suffix, contexts, END)] : [];
    }

    joined(head, suffix, following) {
      return following.chains.flatMap((chain) => {
        const contexts = this.mayFollow(suffix, chain) && this.through(head, suffix[1], chain.contexts);
        return contexts ? [this.chain(head, suffix, contexts, chain)] : [];
      });
    }

    mayFollow([slot, , , beforeVowel], chain) {
      if (chain.restore || chain.slots.length >= this.rules.longest) return false;
      if (!this.rules.slots[chain.slots[0]][0].includes(slot)) return false;
      if (beforeVowel && !this.rules.vowels.includes(chain.text[0])) return false;
      return !(this.rules.slots[slot][3] && chain.slots.includes(slot));
    }

    /* The contexts before `text`, given those wanted after it. */
    through(text, before, wanted) {
      if (Array.from(text).some((letter) => this.harmony(letter))) {
        return this.contexts(text) & wanted ? before : 0;
      }
      const heard = wanted & this.classOf(text);
      return before & ((heard & BACK ? BACK : 0) | (heard & FRONT ? FRONT : 0));
    }

    /* ---- stems */

    contexts(stem) {
      return this.classOf(stem) & this.harmonyOf(stem);
    }

    classOf(stem) {
      const end = stem.length - (this.rules.transparent.includes(stem[stem.length - 1]) && stem.length > 1 ? 2 : 1);
      return this.rules.classes[stem[end]] ?? ANY;
    }

    /* The contexts of a vowel's harmony, 0 of any other letter. */
    harmony(letter) {
      if (this.rules.back.includes(letter)) return BACK;
      return this.rules.front.includes(letter) ? FRONT : 0;
    }

    harmonyOf(stem) {
      if (this.rules.either.some((ending) => stem.endsWith(ending))) return ANY;
      for (let index = stem.length - 1; index >= 0; index--) {
        const letter = stem[index];
        if (this.harmony(letter)) return this.harmony(letter);
        if (this.rules.transparent.includes(letter) || this.betweenConsonants(stem, index)) return ANY;
      }
      return ANY;
    }

    betweenConsonants(stem, index) {
      if (!this.rules.silent.includes(stem[index]) || index < 1 || index > stem.length - 2) return false;
      return !this.rules.vowels.includes(stem[index - 1]) && !this.rules.vowels.includes(stem[index + 1]);
    }

    /* [[stem, lexical]]: what may have become `base` before `chain`. */
    restored(base, chain) {
      if (chain.restore) {
        return chain.restore.filter((end) => this.sameHarmony(base, base + end)).map((end) => [base + end, false]);
      }
      const rules = base.length > 1 ? this.rules.alternations : [];
      return [[base, false], ...rules.flatMap((rule) => this.alternated(base, chain, rule))];
    }

    alternated(base, chain, [slots, before, previous, last, lexical]) {
      if ((slots.length && !slots.includes(chain.slots[0])) || !before.includes(chain.text[0])) return [];
      if (previous && !previous.includes(base[base.length - 2])) return [];
      return last.flatMap(([was, now]) => {
        const stem = this.replaced(base, was, now);
        return stem && (!now || this.sameHarmony(base, stem)) ? [[stem, lexical === 1]] : [];
      });
    }

    /* `base` with its last letter `was` made `now`; "*" is any consonant. "" if it does not fit. */
    replaced(base, was, now) {
      const last = base[base.length - 1];
      const start = base.slice(0, -1);
      if (was === "*") return this.rules.vowels.includes(last) ? "" : start + now.replace("*", last);
      return last === was ? start + now : "";
    }

    sameHarmony(base, stem) {
      return (this.harmonyOf(base) & this.harmonyOf(stem)) !== 0;
    }
  }

  function isBetter(reading, known) {
    return reading.lexical === known.lexical ? reading.cost < known.cost : known.lexical;
  }

  /* Suffixes by their text, from templates [slot, cost, texts, contexts, only before a vowel, restored ends]. */
  function bySound(rules) {
    const suffixes = {};
    for (const [slot, cost, texts, contexts, before, ends = []] of rules.templates) {
      texts.split(" ").forEach((text, i) => (suffixes[text] = suffixes[text] || []).push([slot, contexts[i], cost, before, ends[i]]));
    }
    return { ...rules, suffixes };
  }

  /* The grammar as it looks in letters that tell less: folded suffixes, no harmony. */
  function foldedRules(rules, fold) {
    const each = (letters) => Array.from(letters, fold).join("");
    const templates = rules.templates.map(([slot, cost, texts, contexts, before, ends = []]) =>
      [slot, cost, fold(texts), contexts.map(() => ANY), before, ends.map((some) => some && some.map(fold))]);
    const alternations = rules.alternations.map(([slots, before, previous, last, lexical]) =>
      [slots, each(before), each(previous), last.map((pair) => pair.map(fold)), lexical]);
    return { ...rules, templates, alternations, back: "", front: "", vowels: each(rules.vowels), either: [] };
  }

  function analyser(tables, fold) {
    const known = analysers.get(tables.kazakh) || new Map();
    analysers.set(tables.kazakh, known);
    if (!known.has(fold)) {
      known.set(fold, new Kazakh(bySound(fold ? foldedRules(tables.kazakh, (text) => fold(text, tables)) : tables.kazakh)));
    }
    return known.get(fold);
  }

  function kazakhCandidates(word, tables) {
    return analyser(tables).candidates(word);
  }

  /* Their stems are search keys, or what these sound like. */
  function foldedCandidates(key, tables, sounding) {
    return analyser(tables, sounding ? engine.sound : engine.fold).candidates(key);
  }

  /* Can `text` stand after a noun as nothing but endings? */
  function isEnding(text, tables) {
    return analyser(tables).isEnding(text);
  }

  /* Does the last vowel of an ending that tells go with that of the stem? So it does if one has none that tells. */
  function harmonize(ending, stem, tables) {
    const own = analyser(tables);
    const told = Array.from(ending, (letter) => own.harmony(letter)).filter(Boolean).pop();
    return !told || (told & own.harmonyOf(stem)) !== 0;
  }

  Object.assign(engine, { harmonize, isEnding, kazakhCandidates, foldedCandidates });
})((globalThis.izdeuEngine = globalThis.izdeuEngine || {}));
