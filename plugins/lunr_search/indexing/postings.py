"""The tokens of all pages -> for each term its postings, as rows of numbers, sorted and counted.

What passes through here is hundreds of millions of bytes for a large corpus, so all is arrays, and terms are handed on
a slice at a time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lunr_search.records import Ints

from .rows import Layout, Rows

SLICE = 400_000  # rows that are written together, at most
TERMS = 16_384  # terms that are looked up together: each in every block, of which a large corpus has many


@dataclass(frozen=True, slots=True)
class Block:
    """The rows of some documents, kept small: keys and counts."""

    keys: Ints
    counts: NDArray[np.uint32]

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (self.keys, self.counts.astype(np.min_scalar_type(self.counts.max(initial=0))))


def _restored(keys: Ints, counts: NDArray[Any]) -> Block:
    return Block(keys, counts.astype(np.uint32))


@dataclass(frozen=True, slots=True, eq=False)
class Since:
    """Which postings are others than those of an earlier analysis."""

    name: str
    """Of that analysis."""
    ranks: Ints
    """Of each place of a term then its place now; -1 where it is gone."""
    changed: Ints
    """The terms, by their places now, whose rows are others; ascending."""


@dataclass(frozen=True, slots=True)
class Postings:
    """The rows of all documents, block by block; `lengths` of each field the terms that each document has there."""

    layout: Layout
    parts: Mapping[int, Block]
    """By number, which is that of their documents in part (`gathered.part_of`); of those that have any."""
    lengths: Ints
    name: str
    """Of the analysis that told the terms."""
    since: Since | None = None
    is_kept: bool = True
    """As that analysis is."""

    @property
    def blocks(self) -> Collection[Block]:
        """In the order of documents."""
        return self.parts.values()

    def slices(self, terms: Ints) -> Iterator[tuple[Ints, Rows]]:
        """These terms, which ascend, some at a time, and all rows of theirs."""
        for start in range(0, terms.size, TERMS):
            yield from self._slices(terms[start : start + TERMS])

    def _slices(self, terms: Ints) -> Iterator[tuple[Ints, Rows]]:
        """Of so few terms that their places in all blocks are no burden."""
        edges = [terms << self.layout.below_term, terms + 1 << self.layout.below_term]
        starts, ends = np.array([np.searchsorted(block.keys, edges) for block in self.blocks]).swapaxes(0, 1)
        sums = np.append(0, (ends - starts).sum(0).cumsum())  # rows before each term
        first = 0
        while first < terms.size:
            last = max(first + 1, int(np.searchsorted(sums, sums[first] + SLICE, "right")) - 1)
            own = slice(first, last)
            yield terms[own], self._rows(starts[:, own], ends[:, own])
            first = last

    def _rows(self, starts: Ints, ends: Ints) -> Rows:
        """The rows of each block from the places of `starts` to before those of `ends`."""
        keys, counts = [], []
        for block, firsts, sizes in zip(self.blocks, starts, ends - starts, strict=True):
            places = np.repeat(firsts - sizes.cumsum() + sizes, sizes) + np.arange(sizes.sum())
            keys.append(block.keys[places])
            counts.append(block.counts[places])
        together, amounts = np.concatenate(keys), np.concatenate(counts).astype(np.int64)
        if len(self.blocks) > 1:
            order = np.argsort(together, kind="stable")  # each block is sorted already
            together, amounts = together[order], amounts[order]
        return Rows(self.layout, together, amounts)
