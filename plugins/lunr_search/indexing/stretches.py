"""Terms in stretches, so that what is worked out of most stretches need not be worked out again.

A stretch is a shard of the build before, as far as its terms are still there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from lunr_search.carried import Carried, digest
from lunr_search.coding import utf16
from lunr_search.workers import Workers

from .known import Known, Range

EDGES = b"edges"  # the orders with which stretches begin, but for the first one

PIECE = 16_384  # terms of a stretch where no build was before
Column = np.ndarray[Any, Any]
"""Numbers of each term, a row each."""
Work = Callable[[Known], Column]
"""Works a column out for some terms; a function of a module, which has a name."""


@dataclass(frozen=True, slots=True)
class Task:
    """Columns that are to be worked out for some terms."""

    works: Sequence[Work]
    known: Known


def worked(task: Task) -> list[Column]:
    """The columns, in the order of the works."""
    return [work(task.known) for work in task.works]


class Stretches:
    """The stretches of the build before among the terms of this one."""

    def __init__(self, known: Known, carried: Carried, workers: Workers) -> None:
        self._known, self._carried, self._workers = known, carried, workers
        orders, size = carried.get(EDGES) or (), len(known.terms)
        places = {bisect_left(known.orders, utf16(order), key=utf16) for order in orders} or range(0, size, PIECE)
        self.ranges = list(pairwise(sorted({0, *places, size})))
        self._terms = terms_sources(known, self.ranges if orders else [])
        self._columns: dict[bytes, Column] = {}

    def columns(self, *works: Work) -> Sequence[Column]:
        """What each of `works` gives of all terms, which must depend on the terms of a stretch alone."""
        names = [work.__name__.encode() for work in works]
        kept = [[self._carried.get(name + self._terms.get(both, b"")) for name in names] for both in self.ranges]
        of_all = zip(self.ranges, kept, strict=True)
        new = (Task(works, self._known.between(*both)) for both, own in of_all if any(each is None for each in own))
        made = self._workers.map(worked, new)
        parts = [next(made) if any(each is None for each in own) else own for own in kept]
        found = zip(*(parts or [worked(Task(works, self._known))]), strict=True)
        self._columns = dict(zip(names, map(np.concatenate, found), strict=True))
        return list(self._columns.values())

    def keep(self, ranges: Sequence[Range]) -> list[bytes]:
        """Keep all this for the next build, which begins with these stretches; a hash of the terms of each."""
        self._terms |= terms_sources(self._known, [both for both in ranges if both not in self._terms])
        for both in ranges:
            for name, column in self._columns.items():
                source = name + self._terms[both]
                known = self._carried.get(source)
                self._carried.keep(source, column[slice(*both)].copy() if known is None else known)
        self._carried.keep(EDGES, tuple(self._known.orders[first] for first, _ in ranges[1:]))
        return [self._terms[both] for both in ranges]


def terms_sources(known: Known, ranges: Sequence[Range]) -> dict[Range, bytes]:
    """A hash of the terms in each of these ranges."""
    texts = ("\n".join(known.terms[slice(*both)]).encode("utf-8", "surrogatepass") for both in ranges)
    return {both: digest(b"terms", text) for both, text in zip(ranges, texts, strict=True)}
