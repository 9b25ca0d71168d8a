"""Words as halves of others, and the hashes by which two of them meet a third.

Keys are hashed by a polynomial (R. Karp, M. Rabin, "Efficient randomized pattern-matching algorithms", 1987), so that
the hash of two words written as one follows from those of both: h(ab) = h(a) * B^|b| + h(b).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from languages import may_be_halves
from lunr_search.records import Ints
from lunr_search.workers import batches

Hashes = NDArray[np.uint64]
TOGETHER = 65_536  # words that are hashed together: some dozens of bytes a letter meanwhile
BASE = np.uint64(0x9E3779B97F4A7C15)  # odd and without pattern: the golden ratio in 64 bits


@dataclass(frozen=True, slots=True)
class Halves:
    """Words as halves of others."""

    are: NDArray[np.bool_]
    hashes: Hashes
    powers: Hashes
    """`BASE` to the power of their letters."""

    @classmethod
    def of(cls, words: Sequence[str], keys: Sequence[str]) -> Halves:
        """Of words and their keys."""
        return cls(may_be_halves(words), *hashes_of(keys))

    def chosen(self, places: Ints) -> Halves:
        """Those at these places."""
        return Halves(self.are[places], self.hashes[places], self.powers[places])

    def put(self, places: Ints, others: Halves) -> None:
        """Others instead of those at these places."""
        self.are[places], self.hashes[places], self.powers[places] = others.are, others.hashes, others.powers

    def unlike(self, others: Halves) -> Halves:
        """Those that differ from the ones in the same places."""
        return Halves(self.are & (self.hashes != others.hashes), self.hashes, self.powers)

    def at(self, places: Ints, size: int) -> Halves:
        """These as those at `places` among so many; the rest are none."""
        found = Halves(np.zeros(size, np.bool_), *np.zeros((2, size), np.uint64))
        found.put(places, self)
        return found


@dataclass(frozen=True, slots=True)
class Wholes:
    """Words that two words may be, and the hashes of their keys."""

    words: Sequence[str]
    hashes: Hashes

    def alike(self, hashes: Hashes) -> list[str]:
        """The words that have one of these."""
        return [self.words[place] for place in np.flatnonzero(are_among(self.hashes, hashes)).tolist()]


def are_among(hashes: Hashes, others: Hashes) -> NDArray[np.bool_]:
    """Which of these stand among the others? One of both is much shorter, where `np.isin` would sort all."""
    ordered = np.sort(others)
    if not ordered.size:
        return np.zeros(hashes.size, np.bool_)
    found: NDArray[np.bool_] = ordered[np.minimum(ordered.searchsorted(hashes), ordered.size - 1)] == hashes
    return found


def hashes_of(words: Sequence[str]) -> tuple[Hashes, Hashes]:
    """Of each word its hash, and `BASE` to the power of its letters."""
    hashes, powers = zip(*(map(_hashes_of, batches(words, TOGETHER)) if words else [_hashes_of([])]), strict=True)
    return np.concatenate(hashes), np.concatenate(powers)


def _hashes_of(words: Sequence[str]) -> tuple[Hashes, Hashes]:
    letters = np.frombuffer("".join(words).encode("utf-32-le", "surrogatepass"), np.uint32)
    sizes = np.fromiter(map(len, words), np.int64, len(words))
    ends = sizes.cumsum()
    powers = np.concatenate([np.ones(1, np.uint64), np.full(int(sizes.max(initial=0)), BASE)]).cumprod(dtype=np.uint64)
    behind = np.repeat(ends, sizes) - np.arange(1, letters.size + 1)
    sums = np.zeros(letters.size + 1, np.uint64)
    np.cumsum(letters * powers[behind], out=sums[1:])
    return sums[ends] - sums[ends - sizes], powers[sizes]
