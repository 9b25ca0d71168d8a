/* A lemma's forms as one stem and a set of endings. Twin: plugins/languages/paradigms.py. */
(function (engine) {
  "use strict";

  /* Is `word` one of the forms of an entry {term, stem, endings}? */
  function isForm(word, entry) {
    return word.slice(0, entry.stem) === entry.term.slice(0, entry.stem) && entry.endings.includes(word.slice(entry.stem));
  }

  Object.assign(engine, { isForm });
})((globalThis.izdeuEngine = globalThis.izdeuEngine || {}));
