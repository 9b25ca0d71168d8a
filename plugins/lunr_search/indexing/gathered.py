"""The tokens of all pages -> for each term its postings, as rows of numbers, sorted and counted: see `postings`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

import numpy as np

from lunr_search.reading.extract import Extract
from lunr_search.records import FIELDS, Ints
from lunr_search.spans import spans

from .analysed import Analysed
from .places import Places
from .postings import Block, Postings
from .rows import Layout

BLOCK = 128  # numbers of documents whose rows are sorted together


def postings(extracts: Mapping[int, Extract], documents: int, words: Analysed) -> Postings:
    """The postings of the pages by their document numbers."""
    layout, places = layout_of(extracts, documents), Places(words.known)
    lengths = np.zeros((len(FIELDS), documents), np.int64)
    # by their numbers, so that a document that goes moves no other into another block: what is carried goes by blocks
    blocks = {
        number: block(dict(some), layout, words, places, lengths)
        for number, some in groupby(sorted(extracts.items()), lambda one: part_of(one[0]))
    }
    return Postings(layout, blocks, lengths, words.name)


def part_of(document: int) -> int:
    """The number of the block of a document."""
    return document // BLOCK


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
