"""The tokens of all pages -> for each term its postings, as numbers: sorted, counted, written as rows.

A *row* says that a term stands in a passage of a document so many times; it is one 64-bit key (term, document, field,
passage) and a count, so that sorting the keys sorts the postings. What passes through here is hundreds of millions of
bytes for a large corpus, so all is arrays, and terms are written a slice at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .extract import Extract
from .lexicon import Lexicon
from .numbers import Text, encode
from .records import FIELDS, Ints

BLOCK = 128  # documents whose rows are sorted together
SLICE = 400_000  # rows that are written together


@dataclass(frozen=True, slots=True)
class Layout:
    """How many bits of a key tell the document, the field and the passage."""

    document: int
    field: int
    passage: int

    def keys(self, terms: Ints, documents: Ints, fields: Ints, passages: Ints) -> Ints:
        """The keys of rows."""
        return ((terms << self.document | documents) << self.field | fields) << self.passage | passages

    def term(self, keys: Ints) -> Ints:
        return keys >> (self.document + self.field + self.passage)

    def posting(self, keys: Ints) -> Ints:
        """Term and document."""
        return keys >> (self.field + self.passage)

    def document_of(self, keys: Ints) -> Ints:
        return self.posting(keys) & ((1 << self.document) - 1)

    def field_of(self, keys: Ints) -> Ints:
        return keys >> self.passage & ((1 << self.field) - 1)

    def passage_of(self, keys: Ints) -> Ints:
        return keys & ((1 << self.passage) - 1)


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows in the order of their keys."""

    layout: Layout
    keys: Ints
    counts: Ints


@dataclass(frozen=True, slots=True)
class Block:
    """The rows of some documents, kept small: keys and counts."""

    keys: Ints
    counts: NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Postings:
    """The rows of all documents, block by block; `lengths` of each field the terms that each document has there."""

    layout: Layout
    blocks: Sequence[Block]
    lengths: Ints

    def slices(self, terms: int) -> Iterator[tuple[int, int, Rows]]:
        """First term, one after the last, and their rows, for all terms in order."""
        sizes = np.zeros(terms + 1, np.int64)
        for block in self.blocks:
            sizes[1:] += np.bincount(self.layout.term(block.keys), minlength=terms)
        ends = np.cumsum(sizes)
        first = 0
        while first < terms:
            last = max(first + 1, int(np.searchsorted(ends, ends[first] + SLICE, "right")) - 1)
            yield first, last, self._rows(first, last)
            first = last

    def _rows(self, first: int, last: int) -> Rows:
        shift = self.layout.document + self.layout.field + self.layout.passage
        keys, counts = [], []
        for block in self.blocks:
            start, end = np.searchsorted(block.keys, [first << shift, last << shift])
            keys.append(block.keys[start:end])
            counts.append(block.counts[start:end])
        together, amounts = np.concatenate(keys), np.concatenate(counts).astype(np.int64)
        if len(self.blocks) > 1:
            order = np.argsort(together, kind="stable")  # each block is sorted already
            together, amounts = together[order], amounts[order]
        return Rows(self.layout, together, amounts)


def postings(
    extracts: Mapping[int, Extract], documents: int, lexed: Lexicon, ranks: Ints
) -> Postings:
    """The postings of the pages by their document numbers, with terms by their `ranks`."""
    layout = _layout(extracts, documents)
    lengths = np.zeros((len(FIELDS), documents), np.int64)
    numbered = sorted(extracts.items())
    blocks = [
        _block(numbered[start : start + BLOCK], layout, lexed, ranks, lengths)
        for start in range(0, len(numbered), BLOCK)
    ]
    return Postings(layout, blocks, lengths)


def _layout(extracts: Mapping[int, Extract], documents: int) -> Layout:
    longest = max((int(each.passages[-1]) for each in extracts.values() if each.passages.size), default=0)
    return Layout(max(1, documents - 1).bit_length(), (len(FIELDS) - 1).bit_length(), max(1, longest).bit_length())


def _block(
    numbered: Sequence[tuple[int, Extract]], layout: Layout, lexed: Lexicon, ranks: Ints, lengths: Ints
) -> Block:
    found = [_page_rows(extracted, number, layout, lexed, ranks, lengths) for number, extracted in numbered]
    keys, counts = np.unique(np.concatenate(found), return_counts=True)
    return Block(keys, counts.astype(np.uint32))


def _page_rows(
    extracted: Extract, number: int, layout: Layout, lexed: Lexicon, ranks: Ints, lengths: Ints
) -> Ints:
    """The keys of all terms of a page, one each time that a term stands there."""
    passage_of_token = np.repeat(np.arange(extracted.counts.size), extracted.counts)
    places, terms = _terms(extracted, lexed)
    (pairs, joined), (named, statutes) = _others(extracted, lexed)
    ranked = ranks[np.concatenate([terms, joined, statutes])]
    passages = np.concatenate([passage_of_token[places], passage_of_token[pairs], named])
    fields = extracted.fields.astype(np.int64)[passages]
    lengths[:, number] = np.bincount(fields, minlength=len(FIELDS))
    document = np.full(ranked.size, number, np.int64)
    return layout.keys(ranked, document, fields, extracted.passages.astype(np.int64)[passages])


def _terms(extracted: Extract, lexed: Lexicon) -> tuple[Ints, Ints]:
    """For each term of each token: the token's place in the page, the term's number."""
    tokens = extracted.tokens
    starts = lexed.starts[tokens]
    sizes = lexed.starts[tokens.astype(np.int64) + 1] - starts
    places = np.repeat(np.arange(tokens.size), sizes)
    within = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return places, lexed.flat[np.repeat(starts, sizes) + within]


def _others(extracted: Extract, lexed: Lexicon) -> tuple[tuple[Ints, Ints], tuple[Ints, Ints]]:
    """Tokens and terms of two words that are one elsewhere; passages and terms of articles of laws."""
    tokens, terms = extracted.tokens, lexed.joined.terms
    joined = [
        (place, term)
        for place in lexed.joined.pairs(extracted).tolist()
        for term in terms.get((int(tokens[place]), int(tokens[place + 1])), ())
    ]
    named = [(rank, lexed.numbers[term]) for rank, term in extracted.statutes]
    return _columns(joined), _columns(named)


def _columns(pairs: Sequence[tuple[int, int]]) -> tuple[Ints, Ints]:
    table = np.array(pairs, np.int64).reshape(-1, 2)
    return table[:, 0], table[:, 1]


# ---- as docs/search-format.md writes them


@dataclass(frozen=True, slots=True)
class Written:
    """The postings of all terms: those from a to before b are `text[begins[a] : begins[b] - 1]`."""

    text: Text
    begins: Ints
    documents: Ints
    """How many documents hold each term."""


def written_all(found: Postings, terms: int) -> Written:
    """All postings, written a slice at a time."""
    texts, begins, documents = [], [np.zeros(1, np.int64)], []
    for first, last, rows in found.slices(terms):
        text, starts = written(rows, first, last)
        texts.append(text)
        begins.append(starts[1:] + begins[-1][-1])
        documents.append(_frequencies(rows, first, last))
    return Written(np.concatenate(texts), np.concatenate(begins), np.concatenate(documents))


def _frequencies(rows: Rows, first: int, last: int) -> Ints:
    """For each term from `first` to before `last`: the documents that hold it."""
    postings_begin = _changes(rows.layout.posting(rows.keys))
    return np.bincount(rows.layout.term(rows.keys)[postings_begin] - first, minlength=last - first)


def _changes(values: Ints) -> NDArray[np.bool_]:
    """Where a value is another than the one before."""
    changes = np.ones(values.size, np.bool_)
    changes[1:] = values[1:] != values[:-1]
    return changes


def written(rows: Rows, first: int, last: int) -> tuple[Text, Ints]:
    """The postings of the terms from `first` to before `last`, parted by spaces; where each begins, and one more."""
    starts = np.flatnonzero(_changes(rows.layout.posting(rows.keys)))  # of each posting its first row
    sizes = np.diff(np.append(starts, rows.keys.size))
    titles, texts = _counts(rows, starts)
    plain = (titles == 0) & (texts == sizes)
    heads = np.where(plain, 1, 3)  # numbers before the passages
    begins = np.cumsum(heads + sizes) - (heads + sizes)
    numbers = np.empty(int((heads + sizes).sum()), np.int64)
    numbers[begins] = 2 * _differences(rows, starts) + ~plain
    numbers[begins[~plain] + 1] = titles[~plain]
    numbers[begins[~plain] + 2] = texts[~plain]
    numbers[np.repeat(begins + heads - starts, sizes) + np.arange(rows.keys.size)] = _passages(rows)
    text, places = encode(numbers)
    of_terms = begins[np.searchsorted(rows.layout.term(rows.keys[starts]), np.arange(first, last))]
    ends = np.append(places[of_terms], places[-1])
    return np.insert(text, ends[1:], ord(" ")), ends + np.arange(ends.size)


def _counts(rows: Rows, starts: Ints) -> tuple[Ints, Ints]:
    """Of each posting how often the term stands in the title and in the text."""
    in_title = rows.layout.field_of(rows.keys) == 0
    titles = np.add.reduceat(np.where(in_title, rows.counts, 0), starts)
    return titles, np.add.reduceat(rows.counts, starts) - titles


def _differences(rows: Rows, starts: Ints) -> Ints:
    """Of each posting its document less the one before of the same term."""
    documents = rows.layout.document_of(rows.keys[starts])
    terms = rows.layout.term(rows.keys[starts])
    before = np.zeros_like(documents)
    same = terms[1:] == terms[:-1]
    before[1:][same] = documents[:-1][same]
    return documents - before


def _passages(rows: Rows) -> Ints:
    """Of each row `2 * (passage - passage before) + more`; runs end with the field of a posting."""
    runs = _changes(rows.keys >> rows.layout.passage)
    passages = rows.layout.passage_of(rows.keys)
    before = np.zeros_like(passages)
    before[1:] = np.where(runs[1:], 0, passages[:-1])
    more = np.zeros_like(passages)
    more[:-1] = ~runs[1:]
    return 2 * (passages - before) + more
