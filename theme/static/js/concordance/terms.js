/* How the words of a question were read: as the search page says it (search-page/term.js), and in a line of text for a file. */
(function (scope) {
  'use strict';

  const page = scope.izdeuPage;
  const { say } = page;

  Object.assign(page, { valuesOf: scope.izdeuParameters.valuesOf, state: { current: null } });

  /* What is looked for as it was typed is told once for all its words, and again such words of a phrase as the texts lack. */
  function told(terms) {
    return terms.flatMap((term, rank) => {
      const { kind, item, typed, matched, presence } = term;
      if (!typed) return [term];
      const own = { ...term, presence: presence === 'must' ? '' : presence }; // nobody typed its +
      const whole = { ...own, word: typed, readings: [], others: [], stopped: false };
      const first = rank && terms[rank - 1].item === item ? [] : [whole];
      if (kind === 'form') return first;
      return [...first.map((one) => ({ ...one, word: `"${typed}"`, matched: true })), ...(matched ? [] : [own])];
    });
  }

  function showTerms({ terms }) {
    page.fillTerms(told(terms).filter(({ stopped }) => !stopped));
  }

  /* What counts of a word's meanings; of a word that is so frequent that it is left out, none. */
  function meaningOf({ readings, others, matched, partly, stopped, kind }) {
    if (stopped) return ' → ∅';
    if (!matched) return ` (${page.lacking()})`;
    if (partly) return ` (${page.foundByPart()})`;
    if (kind === 'form') return ` (${say('search.form')})`;
    const counted = [...readings, ...(others || [])].filter(({ on }) => on);
    return counted.length ? ` → ${counted.map(({ lemma, lang }) => (lang ? `${lemma} (${lang})` : lemma)).join(', ')}` : '';
  }

  function inWords({ terms }) {
    return told(terms).map((term) => page.askedAs(term).join('') + meaningOf(term)).join('; ');
  }

  scope.izdeuKwicTerms = { showTerms, inWords };
}(window));
