"""All that the index knows of its terms, in the order in which it holds them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from languages import Analyser, Entries, Facts, orders
from lunr_search.coding import utf16
from lunr_search.gathering.corpus import Corpus
from lunr_search.records import Ints

from .lexicon import Lexicon, lexicon, words_of

BEHIND = re.compile("[^\0-\ud7ff]")  # up to here, the order of code points is that of UTF-16 units
FIRST = "\0"  # between key and term: before all letters, so that a key comes before a longer one


@dataclass(frozen=True, slots=True)
class Known:
    """What the index knows of its terms, all in the order of (order, term): `languages/order.py`."""

    terms: Sequence[str]
    keys: Sequence[str]
    orders: Sequence[str]
    entries: Entries


@dataclass(frozen=True, slots=True)
class Analysed:
    """The words of a corpus as terms."""

    lexicon: Lexicon
    known: Known
    ranks: Ints
    """Of each term's number its place in `known`."""
    words: int

    def lemmas(self) -> Ints:
        """The places of the terms that are words, ascending."""
        return np.sort(self.ranks[self.lexicon.lemmas])


def analysed(corpus: Corpus, facts: Facts) -> Analysed:
    """All words of a corpus; the analyser, which is large, does not outlive this."""
    analyser = Analyser(corpus.words, facts)
    lexed = lexicon(corpus, analyser)
    terms = list(lexed.numbers)
    places = orders(lexed.keys)
    order = in_order(places, terms)
    ranks = np.empty(len(order), np.int64)
    ranks[np.array(order, np.int64)] = np.arange(len(order))
    ordered = list(map(terms.__getitem__, order))
    keys, places = (list(map(column.__getitem__, order)) for column in (lexed.keys, places))
    known = Known(ordered, keys, places, analyser.entries(ordered))
    return Analysed(lexed, known, ranks, words_of(lexed, corpus.counts))


def in_order(keys: Sequence[str], terms: Sequence[str]) -> list[int]:
    """The numbers of the terms by what is given as their keys, then by term, in JavaScript's order."""
    rows = [key + FIRST + term for key, term in zip(keys, terms, strict=True)]
    if BEHIND.search("".join(rows)):
        units = list(map(utf16, rows))
        return sorted(range(len(units)), key=units.__getitem__)
    return sorted(range(len(rows)), key=rows.__getitem__)
