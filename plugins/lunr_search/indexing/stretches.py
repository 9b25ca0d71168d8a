"""The postings of terms in stretches, so that those of most stretches need not be written again.

A stretch is a shard of the build before, as far as its terms are still there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import groupby, pairwise

import numpy as np

from lunr_search.carried import Carried
from lunr_search.coding import utf16

from .known import Known
from .postings import Postings
from .written import Written, joined, written_all

EDGES = b"edges"  # the orders with which stretches begin, but for the first one
Range = tuple[int, int]
"""The places of terms from one to before another."""


class Stretches:
    """The stretches of the build before among the terms of this one."""

    def __init__(self, known: Known, found: Postings, carried: Carried) -> None:
        self._known, self._found, self._carried = known, found, carried
        orders = carried.get(EDGES) or ()
        places = {bisect_left(known.orders, utf16(order), key=utf16) for order in orders}
        ranges = list(pairwise(sorted({0, *places, len(known.terms)})))
        self._sources = dict(zip(ranges, sources_of(found, ranges), strict=True)) if orders else {}
        self._ranges = ranges

    def written(self) -> Written:
        """The postings of all terms."""
        return joined(list(self._parts()))

    def _parts(self) -> Iterator[Written]:
        known = ((both, self._carried.get(self._sources.get(both, b""))) for both in self._ranges)
        for is_new, group in groupby(known, key=lambda row: row[1] is None):
            rows = list(group)
            if is_new:
                yield written_all(self._found, rows[0][0][0], rows[-1][0][1])
            else:
                yield from (Written.unpacked(value) for _, value in rows)

    def keep(self, ranges: Sequence[Range], written: Written) -> None:
        """Keep what was written for the next build, which begins with these stretches."""
        new = [both for both in ranges if both not in self._sources]
        sources = self._sources | dict(zip(new, sources_of(self._found, new), strict=True))
        for both in ranges:
            own = sources[both]
            self._carried.keep(own, self._carried.get(own) or written.packed(*both))
        orders = tuple(self._known.orders[first] for first, _ in ranges[1:])
        self._carried.keep(EDGES, orders)


def sources_of(found: Postings, ranges: Sequence[Range]) -> list[bytes]:
    """A hash of all rows of the terms in each of these ranges, whatever terms they are."""
    shift = found.layout.below_term
    edges = np.array(ranges, np.int64).reshape(-1, 2) << shift
    hashes = [blake2b(f"postings {found.layout} {last - first}".encode(), digest_size=16) for first, last in ranges]
    for block in found.blocks:
        places = np.searchsorted(block.keys, edges).tolist()
        for own, (start, end), first in zip(hashes, places, edges[:, 0].tolist(), strict=True):
            own.update((end - start).to_bytes(8, "big"))
            own.update((block.keys[start:end] - first).tobytes())
            own.update(block.counts[start:end].tobytes())
    return [own.digest() for own in hashes]
