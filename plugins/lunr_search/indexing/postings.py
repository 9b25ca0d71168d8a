"""The tokens of all pages -> for each term its postings, as rows of numbers, sorted and counted.

What passes through here is hundreds of millions of bytes for a large corpus, so all is arrays, and terms are handed on
a slice at a time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lunr_search.reading.extract import Extract
from lunr_search.records import FIELDS, Ints
from lunr_search.spans import spans

from .analysed import Analysed
from .places import Places
from .rows import Layout, Rows

BLOCK = 128  # numbers of documents whose rows are sorted together
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
    """By the number of the first document divided by `BLOCK`; of those that have any."""
    lengths: Ints
    name: str
    """Of the analysis that told the terms."""
    since: Since | None = None

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


def postings(extracts: Mapping[int, Extract], documents: int, words: Analysed) -> Postings:
    """The postings of the pages by their document numbers."""
    layout, places = layout_of(extracts, documents), Places(words.known)
    lengths = np.zeros((len(FIELDS), documents), np.int64)
    # by their numbers, so that a document that goes moves no other into another block: what is carried goes by blocks
    blocks = {
        number: block(dict(some), layout, words, places, lengths)
        for number, some in groupby(sorted(extracts.items()), lambda one: one[0] // BLOCK)
    }
    return Postings(layout, blocks, lengths, words.name)


def layout_of(extracts: Mapping[int, Extract], documents: int) -> Layout:
    longest = max((int(each.passages[-1]) for each in extracts.values() if each.passages.size), default=0)
    return Layout(max(1, documents - 1).bit_length(), (len(FIELDS) - 1).bit_length(), max(1, longest).bit_length())


def block(numbered: Mapping[int, Extract], layout: Layout, words: Analysed, places: Places, lengths: Ints) -> Block:
    """The rows of some documents, by their numbers; their `lengths` are entered."""
    found = [_page_rows(extracted, number, layout, words, places, lengths) for number, extracted in numbered.items()]
    keys, counts = np.unique(np.concatenate([np.zeros(0, np.int64), *found]), return_counts=True)
    return Block(keys, counts.astype(np.uint32))


def _page_rows(extracted: Extract, number: int, layout: Layout, words: Analysed, places: Places, lengths: Ints) -> Ints:
    """The keys of all terms of a page, one each time that a term stands there."""
    passage_of_token = np.repeat(np.arange(extracted.counts.size), extracted.counts)
    tokens, terms = _terms(extracted, words)
    (pairs, joined), (named, statutes) = _others(extracted, words, places)
    ranked = np.concatenate([terms, joined, statutes])
    passages = np.concatenate([passage_of_token[tokens], passage_of_token[pairs], named])
    fields = extracted.fields.astype(np.int64)[passages]
    lengths[:, number] = np.bincount(fields, minlength=len(FIELDS))
    document = np.full(ranked.size, number, np.int64)
    return layout.keys(ranked, document, fields, extracted.passages.astype(np.int64)[passages])


def _terms(extracted: Extract, words: Analysed) -> tuple[Ints, Ints]:
    """For each term of each token: the token's place in the page, the term."""
    tokens = extracted.tokens.astype(np.int64)
    starts = words.starts[tokens]
    sizes = words.starts[tokens + 1] - starts
    return np.repeat(np.arange(tokens.size), sizes), words.flat[spans(starts, sizes)]


def _others(extracted: Extract, words: Analysed, places: Places) -> tuple[tuple[Ints, Ints], tuple[Ints, Ints]]:
    """Tokens and terms of two words that are one elsewhere; passages and terms of articles of laws."""
    tokens, terms = extracted.tokens, words.joined.terms
    joined = [
        (place, term)
        for place in words.joined.pairs(extracted).tolist()
        for term in terms.get((int(tokens[place]), int(tokens[place + 1])), ())
    ]
    named = [(rank, places[term]) for rank, term in extracted.statutes]
    return _columns(joined), _columns(named)


def _columns(pairs: Sequence[tuple[int, int]]) -> tuple[Ints, Ints]:
    table = np.array(pairs, np.int64).reshape(-1, 2)
    return table[:, 0], table[:, 1]
