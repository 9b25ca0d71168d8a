"""All that the index knows of its terms, in the order in which it holds them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from languages import Analyser, Entries, Facts, orders
from lunr_search.gathering.corpus import Corpus
from lunr_search.records import Ints
from lunr_search.sorting import in_order

from .lexicon import Lexicon, lexicon, words_of


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
    ranks = np.empty(order.size, np.int64)
    ranks[order] = np.arange(order.size)
    ordered, keys, places = (list(map(column.__getitem__, order.tolist())) for column in (terms, lexed.keys, places))
    known = Known(ordered, keys, places, analyser.entries(ordered))
    return Analysed(lexed, known, ranks, words_of(lexed, corpus.counts))
