"""The words of a corpus as terms: worked out from nothing, and kept for the next build."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import numpy as np

from languages import Analyser, Facts, orders
from lunr_search.gathering.corpus import Corpus
from lunr_search.records import Ints
from lunr_search.sorting import in_order

from .changes import Basis, basis_of
from .joined import Joined, Pair
from .known import Known
from .lexicon import Lexicon, lexicon, words_of


@dataclass(frozen=True, slots=True)
class Indexed:
    """What the files of terms are made of, beside the postings."""

    known: Known
    lemmas: Ints
    """The places of the terms that are words, ascending."""
    words: int
    """Of the corpus."""


@dataclass(frozen=True, slots=True, eq=False)
class News:
    """What the terms of a corpus are since the last build: by it what was made from them is put right."""

    since: str
    """The name of the analysis of then."""
    moved: Ints
    """The forms whose terms are others."""
    pairs: frozenset[Pair]
    """The pairs of forms that are another word together, or none any more."""
    ranks: Ints
    """Of each term of then, by its place among all, its place now; -1 where it is gone."""


@dataclass(frozen=True, slots=True, eq=False)
class Analysed:
    """The words of a corpus as terms."""

    lexicon: Lexicon
    known: Known
    ranks: Ints
    """Of each term's number its place in `known`."""
    words: int
    basis: Basis
    news: News | None = None
    """None where all is new."""
    name: str = field(default_factory=partial(secrets.token_hex, 8))
    """By which it is known what was made from it."""

    def indexed(self) -> Indexed:
        """Without what leads from words to terms, which is large."""
        return Indexed(self.known, np.sort(self.ranks[self.lexicon.lemmas]), self.words)

    def __reduce__(self) -> tuple[Any, ...]:
        """The terms by number follow from those in order."""
        lexed = self.lexicon
        return _restored, (
            (lexed.starts, lexed.flat, lexed.lemmas),
            lexed.joined,
            self.known,
            self.ranks,
            self.basis,
            self.name,
        )


def _restored(
    columns: tuple[Ints, Ints, Ints], pairs: Joined, known: Known, ranks: Ints, basis: Basis, name: str
) -> Analysed:
    places = ranks.tolist()
    terms, keys = (list(map(column.__getitem__, places)) for column in (known.terms, known.keys))
    numbers = dict(zip(terms, range(len(terms)), strict=True))
    return Analysed(Lexicon(numbers, keys, *columns, pairs), known, ranks, 0, basis, None, name)


def analysed(corpus: Corpus, facts: Facts) -> Analysed:
    """All words of a corpus; the analyser, which is large, does not outlive this."""
    analyser = Analyser(corpus.words, facts)
    choices = analyser.choices()
    lexed = lexicon(corpus, analyser)
    terms = list(lexed.numbers)
    places = orders(lexed.keys)
    order = in_order(places, terms)
    ranks = np.empty(order.size, np.int64)
    ranks[order] = np.arange(order.size)
    ordered, keys, places = (list(map(column.__getitem__, order.tolist())) for column in (terms, lexed.keys, places))
    known = Known(ordered, keys, places, analyser.entries(ordered))
    basis = basis_of(corpus, choices).depending_on(analyser)
    return Analysed(lexed, known, ranks, words_of(lexed, corpus.counts), basis)
