"""The analysis of the last build, put right where pages have changed: a few words are analysed anew, all else is as it
was. The answers are those of an analysis from nothing.

Terms have their places of then as numbers here, new ones the numbers behind them; in the end each gets its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from languages import Analyser, Counted, Facts, FormList, folds_of_normal
from lunr_search.gathering.corpus import Corpus
from lunr_search.indexing.analysed import Analysed, News
from lunr_search.indexing.basis import basis_of
from lunr_search.indexing.beginnings import beginnings
from lunr_search.indexing.halves import Hashes, hashes_of
from lunr_search.indexing.joined import Joined, Pair
from lunr_search.indexing.known import Known
from lunr_search.records import Flags, Ints

from .changes import changes
from .filed import LemmaOf, filed
from .rejoined import Spellings, adjacent, side_by_side, unlike
from .reordered import reordered, told
from .table import retold, terms_of
from .term_numbers import TermNumbers

ATTESTING = ("kk", "en")  # languages of which the analyser asks how often the corpus has a word


class Renewal:
    """An analysis while it is put right."""

    def __init__(self, before: Analysed, corpus: Corpus, facts: Facts) -> None:
        self._before, self._corpus = before, corpus
        vocabulary = corpus.forms.vocabulary(corpus.counts, ATTESTING)
        self._analyser = Analyser(Counted(vocabulary, {}), facts)
        self._choices = self._analyser.choices()
        self._changes = changes(before.basis, corpus, self._choices, self._analyser)
        self._read = np.zeros(len(corpus.forms), np.bool_)
        own = self._reading(self._changes.again)
        rows = self._analyser.term_rows(own)
        self._numbers = TermNumbers(before.known, terms_of(before, self._changes.again))
        numbers = self._numbers.all(rows.numbers)
        self._statutes = self._numbers.all(dict.fromkeys(term for each in corpus.extracts for _, term in each.statutes))
        self._table = retold(before, self._changes, rows, numbers, len(corpus.forms))
        self._words = self._are_words(numbers[: rows.words])
        self._touched = self._are_touched()

    def analysed(self) -> Analysed:
        """The analysis."""
        more = self._table.having(self._touched & self._words) & ~self._read
        self._reading(np.flatnonzero(more))
        return self._settled(self._pairs())

    def _reading(self, forms: Ints) -> FormList:
        """These forms, for which the analyser gets ready."""
        own = self._corpus.forms.at(forms)
        self._analyser.read(own)
        self._read[forms] = True
        return own

    def _are_words(self, of_rows: Ints) -> Flags:
        """Which terms are words: the first of each plain form, and those of the others that are said to be."""
        found = np.zeros(len(self._numbers), np.bool_)
        firsts = self._table.firsts()
        found[firsts[(firsts >= 0) & ~self._changes.special]] = True
        found[of_rows] = True
        return found

    def _are_touched(self) -> Flags:
        """The terms of which something else may be said than in the last build."""
        found = np.zeros(len(self._numbers), np.bool_)
        forms = np.concatenate([np.flatnonzero(self._table.moved), self._changes.turned])
        for table in (self._before, self._table):
            found[terms_of(table, forms)] = True
        found[[number for number in map(self._numbers.get, self._changes.terms) if number >= 0]] = True
        return found

    def _pairs(self) -> dict[Pair, list[int]]:
        """The terms of all pairs of words that are one elsewhere."""
        forms, known = self._corpus.forms, self._before.joined.terms
        touched = set(np.flatnonzero(self._touched).tolist())
        spellings = self._spellings()
        stale = {pair for pair, own in known.items() if self._table.moved[pair[1]] or not touched.isdisjoint(own)}
        likely = stale | set(self._likely(spellings))
        found = {pair: list(own) for pair, own in known.items() if pair not in likely}
        there = adjacent({*found, *likely}, self._corpus.extracts, len(forms))
        found = {pair: own for pair, own in found.items() if pair in there}
        # which of several words alike in letters the language has decides, so all of them are read
        self._reading(np.flatnonzero(self._table.having(spellings.alike(likely & there)) & ~self._read))
        for pair in sorted(likely & there):
            one, other = forms[pair[0]], forms[pair[1]]
            terms = self._analyser.joined(one.text, other.text, one.lang)
            if terms:
                found[pair] = self._numbers.all(terms).tolist()
        return found

    def _spellings(self) -> Spellings:
        forms, special = self._corpus.forms, np.flatnonzero(self._changes.special).tolist()
        lemmas = [self._analyser.lemmas_with_parts(forms[place]) for place in special]
        keys = folds_of_normal([lemma for lemma, *_ in lemmas])
        parts = folds_of_normal([part for _, *own in lemmas for part in own])
        of_lemma, numbers = dict(zip(special, keys, strict=True)), self._numbers
        hashes = self._hashes()
        return Spellings(forms, self._table.firsts(), numbers.key, *hashes, self._words, of_lemma, {*keys, *parts})

    def _likely(self, spellings: Spellings) -> Iterator[Pair]:
        """Pairs that may be one word now, though they were none, or another: on new pages, of other words, or all that
        may be a word of which something else holds."""
        corpus, turned = self._corpus, self._table.moved.copy()
        turned[self._changes.new] = turned[self._changes.gone] = False
        every = np.ones(turned.size, np.bool_)
        fresh = [each for each in corpus.extracts if corpus.keys[each.page.id] not in self._before.basis.pages]
        yield from spellings.that_are_one(side_by_side(fresh, every, every))
        if turned.any():
            yield from spellings.that_are_one(side_by_side(corpus.extracts, every, turned))
        touched = map(self._numbers.key, np.flatnonzero(self._touched).tolist())
        yield from spellings.pairs_that_are({*touched, *folds_of_normal(list(self._changes.terms))})

    def _hashes(self) -> tuple[Hashes, Hashes]:
        """Of the search keys of all forms and of all terms."""
        before, corpus = self._before.basis, self._corpus
        forms, _ = hashes_of(folds_of_normal(corpus.forms.texts[before.forms.size :]))
        terms, _ = hashes_of(self._numbers.new_keys)
        return np.concatenate([before.forms, forms]), np.concatenate([before.terms, terms])

    def _settled(self, pairs: dict[Pair, list[int]]) -> Analysed:
        """The terms that are left, in their order, with what is known of them."""
        before, table, size, known_before = self._before, self._table, len(self._numbers), len(self._before.known.terms)
        used, are_words, others = np.zeros((3, size), np.bool_)
        used[table.flat] = used[self._statutes] = True
        used[[term for own in pairs.values() for term in own]] = True
        are_words[: self._words.size], others[: self._words.size] = self._words, self._touched & self._words
        others[known_before:] = True
        new = np.flatnonzero(used[known_before:]) + known_before
        gone = np.flatnonzero(~used[:known_before])
        known, now, of_new = reordered(before.known, gone, [self._numbers.term(number) for number in new.tolist()])
        ranks = np.full(size, -1, np.int64)
        ranks[:known_before], ranks[new] = now, of_new
        changed = np.flatnonzero(others & used)
        entries = self._analyser.entries_alone([self._numbers.term(number) for number in changed.tolist()])
        known = replace(known, entries=told(known.entries, ranks[changed], entries))
        hashes = self._reordered_hashes(known, used, ranks, ranks[changed])
        lemma_of = LemmaOf(before, self._corpus, self._analyser, table.firsts(), ranks)
        turned = np.concatenate([np.flatnonzero(table.moved | table.having(others)), self._changes.turned])
        then = np.flatnonzero(self._touched[:known_before] | ~used[:known_before])
        known = replace(known, entries=filed(known, hashes[2], (then, ranks[changed]), turned, lemma_of))
        return Analysed(
            known=known,
            starts=table.starts,
            flat=ranks[table.flat],
            lemmas=np.sort(ranks[are_words]),
            joined=Joined.of(pairs, len(self._corpus.forms)).renumbered(ranks),
            basis=basis_of(self._corpus, self._choices, before.basis.depending_on(self._analyser), hashes),
            news=News(before.name, np.flatnonzero(table.moved), unlike(before.joined.terms, pairs), now),
        )

    def _reordered_hashes(self, known: Known, used: Flags, ranks: Ints, changed: Ints) -> tuple[Hashes, Hashes, Hashes]:
        """The hashes of the basis, those of terms by their places now."""
        forms, hashes = self._hashes()
        terms, begun = np.zeros((2, len(known.terms)), np.uint64)
        terms[ranks[used]] = hashes[used]
        then = np.flatnonzero(used[: len(self._before.known.terms)])
        begun[ranks[then]] = self._before.basis.beginnings[then]
        begun[changed] = beginnings(known, changed)
        return forms, terms, begun
