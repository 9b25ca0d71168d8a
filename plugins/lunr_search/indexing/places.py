"""Where terms stand in the order of the index."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from languages import folds_of_normal, orders
from lunr_search.coding import utf16
from lunr_search.sorting import FIRST

from .known import Known


class Places(dict[str, int]):
    """Term -> its place, -1 for what is none; each is looked for when it is asked for the first time."""

    def __init__(self, known: Known) -> None:
        super().__init__()
        self._known = known

    def __missing__(self, term: str) -> int:
        known, [row] = self._known, rows_of([term])
        place = place_of(row, known)
        is_there = place < len(known.terms) and known.terms[place] == term
        self[term] = place if is_there else -1
        return self[term]


Row = tuple[str, str, str]
"""A term, its key and its order."""


def rows_of(terms: Sequence[str]) -> list[Row]:
    """Terms with what they stand by."""
    keys = folds_of_normal(terms)
    return list(zip(terms, keys, orders(keys), strict=True))


def place_of(row: Row, known: Known) -> int:
    """The place of a term, or where it would be."""
    every = range(len(known.terms))
    return bisect_left(every, rank(row[2], row[0]), key=lambda place: rank(known.orders[place], known.terms[place]))


def rank(order: str, term: str) -> bytes:
    """Terms stand by this, as `sorting.in_order` sorts them."""
    return utf16(order + FIRST + term)
