"""What the analysis of a corpus was made from: by it a later build tells which words may be others."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from languages import Analyser, Choices
from lunr_search.gathering.corpus import Corpus

from .halves import Hashes

Depending = Mapping[str, Collection[str]]
"""Word -> English forms whose lemmas depend on how often it is in the corpus."""


@dataclass(frozen=True, slots=True, eq=False)
class Basis:
    """What the analysis of a corpus was made from."""

    pages: frozenset[str]
    """The keys of its pages."""
    counts: NDArray[np.uint32]
    """How often it had each form."""
    choices: Choices
    depending: Depending
    forms: Hashes
    """Of the search key of each form."""
    terms: Hashes
    """Of the search key of each term, by its place."""
    beginnings: Hashes
    """Of each term what its listed forms begin with (`beginnings`)."""

    def depending_on(self, analyser: Analyser) -> Depending:
        """All that the answers depend on, with what the analyser was asked."""
        known = dict(self.depending)
        known.update((word, frozenset({*known.get(word, ()), *own})) for word, own in analyser.depending.items())
        return known


def basis_of(corpus: Corpus, choices: Choices, depending: Depending, hashes: tuple[Hashes, Hashes, Hashes]) -> Basis:
    """The basis of a corpus; `hashes` are those of forms, terms and beginnings."""
    return Basis(frozenset(corpus.keys.values()), corpus.counts.astype(np.uint32), choices, depending, *hashes)
