"""The analysis of the last build, put right where pages have changed: a few words are analysed anew, all else is as it
was. The answers are those of an analysis from nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import compress, islice

import numpy as np

from languages import Analyser, Counted, Facts, FormList, folds_of_normal
from lunr_search.gathering.corpus import Corpus
from lunr_search.records import Ints

from .analysed import Analysed, News
from .changes import Flags, basis_of, changes
from .joined import Joined, Pair
from .lexicon import Lexicon, words_of
from .rejoined import Spellings, adjacent, side_by_side, unlike
from .reordered import reordered, told
from .table import retold, terms_of


class Renewal:
    """An analysis while it is put right."""

    def __init__(self, before: Analysed, corpus: Corpus, facts: Facts) -> None:
        self._before, self._corpus = before, corpus
        self._analyser = Analyser(Counted(corpus.vocabulary, {}), facts)
        choices = self._analyser.choices()
        self._basis = basis_of(corpus, choices, before.basis)
        self._changes = changes(before.basis, corpus, choices, self._analyser)
        self._read = np.zeros(len(corpus.forms), np.bool_)
        self._numbers = dict(before.lexicon.numbers)
        self._keys = list(before.lexicon.keys)
        own = self._reading(self._changes.again)
        rows = self._analyser.term_rows(own)
        numbers = self._numbered(rows.numbers)
        self._statutes = self._numbered(term for each in corpus.extracts for _, term in each.statutes)
        self._table = retold(before.lexicon, self._changes, rows, numbers, len(corpus.forms))
        self._words = self._are_words(numbers[: rows.words])
        self._touched = self._are_touched()

    def analysed(self) -> Analysed:
        """The analysis."""
        more = self._table.having(self._touched & self._words) & ~self._read
        self._reading(np.flatnonzero(more))
        pairs = self._pairs()
        return self._settled(pairs)

    def _reading(self, forms: Ints) -> FormList:
        """These forms, for which the analyser gets ready."""
        own = self._corpus.forms.at(forms)
        self._analyser.read(own)
        self._read[forms] = True
        return own

    def _numbered(self, terms: Iterable[str]) -> Ints:
        """The numbers of terms; new ones get the next."""
        numbers = self._numbers
        found = np.fromiter((numbers.setdefault(term, len(numbers)) for term in terms), np.int64)
        self._keys += folds_of_normal(list(islice(numbers, len(self._keys), None)))
        return found

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
        for table in (self._before.lexicon, self._table):
            found[terms_of(table, forms)] = True
        numbers = map(self._numbers.get, self._changes.terms)
        found[[number for number in numbers if number is not None]] = True
        return found

    def _pairs(self) -> dict[Pair, list[int]]:
        """The terms of all pairs of words that are one elsewhere."""
        analyser, forms, known = self._analyser, self._corpus.forms, self._before.lexicon.joined.terms
        touched = set(np.flatnonzero(self._touched).tolist())
        spellings = self._spellings()
        stale = {pair for pair, own in known.items() if self._table.moved[pair[1]] or not touched.isdisjoint(own)}
        likely = stale | set(self._likely(spellings))
        found = {pair: list(own) for pair, own in known.items() if pair not in likely}
        there = adjacent({*found, *likely}, self._corpus.extracts, len(forms))
        self._read_alike(likely & there, spellings)
        for pair in sorted(likely & there):
            one, other = forms[pair[0]], forms[pair[1]]
            terms = analyser.joined(one.text, other.text, one.lang)
            if terms:
                found[pair] = self._numbered(terms).tolist()
        return {pair: own for pair, own in found.items() if pair in there}

    def _spellings(self) -> Spellings:
        forms, special = self._corpus.forms, np.flatnonzero(self._changes.special).tolist()
        lemmas = [self._analyser.lemmas_with_parts(forms[place]) for place in special]
        keys = folds_of_normal([lemma for lemma, *_ in lemmas])
        parts = folds_of_normal([part for _, *own in lemmas for part in own])
        wholes = {*compress(self._keys, self._words.tolist()), *keys, *parts}
        return Spellings(
            self._basis.keys, self._keys, self._table.firsts(), dict(zip(special, keys, strict=True)), wholes
        )

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
        touched = {*compress(self._keys, self._touched.tolist()), *folds_of_normal(list(self._changes.terms))}
        for one, other in spellings.pairs_that_are(touched):
            if corpus.forms[one].lang == corpus.forms[other].lang:
                yield one, other

    def _read_alike(self, pairs: Iterable[Pair], spellings: Spellings) -> None:
        """Get ready for all words that these pairs may be: which of them the language has decides."""
        keys = {key for pair in pairs for key in spellings.together(pair)}
        alike = np.fromiter(map(keys.__contains__, self._keys), np.bool_, len(self._keys))
        self._reading(np.flatnonzero(self._table.having(alike) & ~self._read))

    def _settled(self, pairs: dict[Pair, list[int]]) -> Analysed:
        """The terms that are left, in their order, with what is known of them."""
        before, table, size = self._before, self._table, len(self._numbers)
        used, are_words, others = np.zeros((3, size), np.bool_)
        used[table.flat] = used[self._statutes] = True
        used[[term for own in pairs.values() for term in own]] = True
        are_words[: self._words.size], others[: self._words.size] = self._words, self._touched & self._words
        others[before.ranks.size :] = True
        terms, keys = list(self._numbers), self._keys
        new = np.flatnonzero(used[before.ranks.size :]) + before.ranks.size
        gone = before.ranks[~used[: before.ranks.size]]
        known, now, of_new = reordered(before.known, gone, *([own[n] for n in new.tolist()] for own in (terms, keys)))
        ranks = np.concatenate([now[before.ranks], np.zeros(size - before.ranks.size, np.int64)])
        ranks[new] = of_new
        changed = np.flatnonzero(others & used)
        entries = self._analyser.entries([terms[number] for number in changed.tolist()])
        known = replace(known, entries=told(known.entries, ranks[changed], entries))
        news = News(before.name, np.flatnonzero(table.moved), unlike(before.lexicon.joined.terms, pairs), now)
        numbers = used.cumsum() - 1
        lexed = Lexicon(
            numbers=dict(zip(compress(terms, used.tolist()), range(size), strict=False)),
            keys=list(compress(keys, used.tolist())),
            starts=table.starts,
            flat=numbers[table.flat],
            lemmas=numbers[np.flatnonzero(are_words)],
            joined=Joined.of({pair: numbers[own].tolist() for pair, own in pairs.items()}, len(self._corpus.forms)),
        )
        basis = self._basis.depending_on(self._analyser)
        return Analysed(lexed, known, ranks[used], words_of(lexed, self._corpus.counts), basis, news)
