"""All that the index knows of its terms, in the order in which it holds them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np

from languages import Analyser, Entries, Facts, orders
from languages.packed import Packed, packed, unpacked
from lunr_search.gathering.corpus import Corpus
from lunr_search.records import Ints
from lunr_search.sorting import in_order

from .lexicon import Lexicon, lexicon, words_of

Range = tuple[int, int]
"""The places of terms from one to before another."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the index knows of its terms, all in the order of (order, term): `languages/order.py`."""

    terms: Sequence[str]
    keys: Sequence[str]
    orders: Sequence[str]
    entries: Entries

    def of(self, ranges: Iterable[Range]) -> Known:
        """The terms of these ranges alone, one behind the other; without their orders."""
        own = [slice(*both) for both in ranges]
        terms, keys = (list(chain.from_iterable(map(column.__getitem__, own))) for column in (self.terms, self.keys))
        return Known(terms, keys, (), self.entries.of(own))

    def between(self, first: int, last: int) -> Known:
        """The terms from `first` to before `last` alone; without their entries."""
        terms, keys, places = (column[first:last] for column in (self.terms, self.keys, self.orders))
        return Known(terms, keys, places, self.entries.of(()))

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (*map(packed, (self.terms, self.keys, self.orders)), self.entries)


def _restored(terms: Packed, keys: Packed, places: Packed, entries: Entries) -> Known:
    return Known(unpacked(terms), unpacked(keys), unpacked(places), entries)


@dataclass(frozen=True, slots=True)
class Indexed:
    """What the files of terms are made of, beside the postings."""

    known: Known
    lemmas: Ints
    """The places of the terms that are words, ascending."""
    words: int
    """Of the corpus."""


@dataclass(frozen=True, slots=True)
class Analysed:
    """The words of a corpus as terms."""

    lexicon: Lexicon
    known: Known
    ranks: Ints
    """Of each term's number its place in `known`."""
    words: int

    def indexed(self) -> Indexed:
        """Without what leads from words to terms, which is large."""
        return Indexed(self.known, np.sort(self.ranks[self.lexicon.lemmas]), self.words)


def analysed(corpus: Corpus, facts: Facts) -> Analysed:
    """All words of a corpus; the analyser, which is large, does not outlive this."""
    analyser = Analyser(corpus.words, facts)
    lexed = lexicon(corpus, analyser)
    terms = list(lexed.numbers)
    places = orders(lexed.keys)
    order = in_order(places, terms)
    ranks = np.empty(order.size, np.int64)
    ranks[order] = np.arange(order.size)
    ordered, keys, places = (list(map(column.__getitem__, order.tolist())) for column in (terms, lexed.keys, places))
    known = Known(ordered, keys, places, analyser.entries(ordered))
    return Analysed(lexed, known, ranks, words_of(lexed, corpus.counts))
