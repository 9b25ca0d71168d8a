"""The postings of all terms as docs/search-format.md writes them, and in how many documents each term stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lunr_search.numbers import Text, encode
from lunr_search.records import Ints
from lunr_search.workers import Workers

from .postings import Postings
from .rows import Rows

Packed = tuple[Text, NDArray[np.uint32], NDArray[np.uint32]]
"""The text of some terms, of each how much of it is its, and in how many documents it stands."""


@dataclass(frozen=True, slots=True)
class Written:
    """The postings of all terms: those from a to before b are `text[begins[a] : begins[b] - 1]`."""

    text: Text
    begins: Ints
    documents: Ints
    """How many documents hold each term."""

    def part(self, first: int, last: int) -> Written:
        """Those of the terms from `first` to before `last`."""
        begins = self.begins[first : last + 1]
        return Written(self.text[begins[0] : begins[-1]], begins - begins[0], self.documents[first:last])

    def packed(self) -> Packed:
        """The same to be kept."""
        return self.text, np.diff(self.begins).astype(np.uint32), self.documents.astype(np.uint32)

    @classmethod
    def unpacked(cls, kept: Packed) -> Written:
        """The same from what was kept."""
        text, sizes, documents = kept
        begins = np.concatenate([np.zeros(1, np.int64), sizes.cumsum(dtype=np.int64)])
        return cls(text, begins, documents.astype(np.int64))


def joined(parts: Sequence[Written]) -> Written:
    """One after the other."""
    text = np.concatenate([np.zeros(0, np.uint8), *(part.text for part in parts)])
    sizes = np.concatenate([np.zeros(1, np.int64), *(np.diff(part.begins) for part in parts)])
    return Written(text, sizes.cumsum(), np.concatenate([np.zeros(0, np.int64), *(part.documents for part in parts)]))


def written_all(found: Postings, terms: Ints, workers: Workers) -> Written:
    """The postings of these terms, which ascend, written a slice at a time."""
    return joined(list(workers.map(written_slice, found.slices(terms))))


def written_slice(task: tuple[Ints, Rows]) -> Written:
    """The postings of some terms, of which these are all rows."""
    terms, rows = task
    return Written(*written(rows, terms), _frequencies(rows, terms))


def _frequencies(rows: Rows, terms: Ints) -> Ints:
    """For each of these terms the documents that hold it."""
    first = _changes(rows.layout.posting(rows.keys))
    return np.bincount(np.searchsorted(terms, rows.layout.term(rows.keys[first])), minlength=terms.size)


def _changes(values: Ints) -> NDArray[np.bool_]:
    """Where a value is another than the one before."""
    changes = np.ones(values.size, np.bool_)
    changes[1:] = values[1:] != values[:-1]
    return changes


def written(rows: Rows, terms: Ints) -> tuple[Text, Ints]:
    """The postings of these terms, parted by spaces; where each begins, and one more."""
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
    of_terms = begins[np.searchsorted(rows.layout.term(rows.keys[starts]), terms)]
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
