"""Where shards begin and end, and which of them a word lies in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from languages import Head
from lunr_search.coding import utf16, utf16s
from lunr_search.indexing.known import Known

from .shards import Shard

AFTER_KEYS = b"\xff\xff\xff"  # behind all keys
AFTER_LETTERS = b"\xff\xff"  # behind all letters
KAZAKH = 3  # flags of a Kazakh noun or verb


class Edges:
    """Where shards begin and end; all before the first one belongs to it."""

    def __init__(self, shards: Sequence[Shard]) -> None:
        self._shards, self._firsts = shards, utf16s([shard.key for shard in shards])
        self.begins = [b"", *self._firsts[1:]]
        self.ends = [*self._firsts[1:], AFTER_KEYS]

    def of(self, order: bytes) -> int:
        """The number of the shard of a word."""
        return max(0, bisect_right(self._firsts, order) - 1)

    def place(self, order: bytes, known: Known) -> int:
        """The place of the first term with this order or a later one; only those of its shard are looked at."""
        shard = self._shards[self.of(order)]
        return bisect_left(known.orders, order, shard.first, shard.last, key=utf16)

    def all_of(self, beginning: bytes) -> range:
        """The numbers of the shards of words whose order begins so."""
        return range(self.of(beginning), bisect_left(self._firsts, beginning + AFTER_LETTERS))


def heads_of(place: int, known: Known) -> tuple[Head, ...]:
    """The heads of the term at this place, its own first."""
    return known.entries.heads(place, known.terms[place])
