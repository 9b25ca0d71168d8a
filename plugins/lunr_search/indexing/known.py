"""All that the index knows of its terms, in the order in which it holds them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from languages import Entries
from lunr_search.column import Column

Range = tuple[int, int]
"""The places of terms from one to before another."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the index knows of its terms, all in the order of (order, term): `languages/order.py`."""

    terms: Sequence[str]
    keys: Sequence[str]
    orders: Sequence[str]
    entries: Entries

    def of(self, ranges: Iterable[Range]) -> Known:
        """The terms of these ranges alone, one behind the other; without their orders."""
        own = [slice(*both) for both in ranges]
        terms, keys = (list(chain.from_iterable(map(column.__getitem__, own))) for column in (self.terms, self.keys))
        return Known(terms, keys, (), self.entries.of(own))

    def between(self, first: int, last: int) -> Known:
        """The terms from `first` to before `last` alone; without their entries."""
        terms, keys, places = (column[first:last] for column in (self.terms, self.keys, self.orders))
        return Known(terms, keys, places, self.entries.of(()))

    def __reduce__(self) -> tuple[Any, ...]:
        return Known, (*map(Column.of, (self.terms, self.keys, self.orders)), self.entries)
