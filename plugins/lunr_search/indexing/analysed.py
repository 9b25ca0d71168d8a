"""The words of a corpus as terms: worked out from nothing, and kept for the next build."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from languages import Analyser, Facts, folds_of_normal, orders
from lunr_search.gathering.corpus import Corpus
from lunr_search.records import Ints
from lunr_search.sorting import in_order

from .basis import Basis, basis_of
from .beginnings import beginnings
from .halves import hashes_of
from .joined import Joined, Pair
from .known import Known
from .lexicon import lexicon


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
    """Of each place of then the place of its term now; -1 where that is gone."""


@dataclass(frozen=True, slots=True, eq=False)
class Analysed:
    """The words of a corpus as terms, each by its place in `known`: those of a form are `flat[starts[form] :
    starts[form + 1]]`.
    """

    known: Known
    starts: Ints
    flat: Ints
    lemmas: Ints
    """The terms that are words, no signs of a word; ascending."""
    joined: Joined
    """The terms of two words that are one elsewhere."""
    basis: Basis
    news: News | None = None
    """None where all is new."""
    name: str = field(default_factory=partial(secrets.token_hex, 8))
    """By which it is known what was made from it."""
    is_kept: bool = True
    """Else the next build goes on from the one that this was made from, as this did."""

    def indexed(self, counts: Ints) -> Indexed:
        """Without what leads from words to terms, which is large; `counts` are how often the corpus has each form."""
        return Indexed(self.known, self.lemmas, int(counts[self.starts[1:] > self.starts[:-1]].sum()))

    def __reduce__(self) -> tuple[Any, ...]:
        """What is new is not kept."""
        columns = [column.astype(np.uint32) for column in (self.starts, self.flat, self.lemmas)]
        return _restored, (self.known, columns, self.joined, self.basis, self.name)


def _restored(known: Known, columns: Sequence[NDArray[np.uint32]], joined: Joined, basis: Basis, name: str) -> Analysed:
    starts, flat, lemmas = (column.astype(np.int64) for column in columns)
    return Analysed(known, starts, flat, lemmas, joined, basis, None, name)


def analysed(corpus: Corpus, facts: Facts) -> Analysed:
    """All words of a corpus; the analyser, which is large, does not outlive this."""
    analyser = Analyser(corpus.words(), facts)
    choices = analyser.choices()
    lexed = lexicon(corpus, analyser)
    places = orders(lexed.keys)
    order = in_order(places, lexed.terms)
    ranks = np.empty(order.size, np.int64)
    ranks[order] = np.arange(order.size)
    columns = (lexed.terms, lexed.keys, places)
    ordered, keys, places = (list(map(column.__getitem__, order.tolist())) for column in columns)
    known = Known(ordered, keys, places, analyser.entries(ordered))
    hashes = (
        hashes_of(folds_of_normal(corpus.forms.texts))[0],
        hashes_of(keys)[0],
        beginnings(known, np.arange(len(ordered))),
    )
    basis = basis_of(corpus, choices, {word: tuple(own) for word, own in analyser.depending.items()}, hashes)
    joined = lexed.joined.renumbered(ranks)
    return Analysed(known, lexed.starts, ranks[lexed.flat], np.sort(ranks[lexed.lemmas]), joined, basis)
