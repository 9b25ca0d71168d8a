"""Texts as sets of runs of letters, and which of them chains of likeness connect.

A shingle is a run of so many letters, as a number. Two texts are alike when Jaccard's measure of their shingles is high
(A. Broder, "On the resemblance and containment of documents", 1997).

Pairs are not tried all with all. Sets that share s of their shingles have in common one of the rarest 1 - s of them
(prefix filtering: R. Bayardo, Y. Ma, R. Srikant, "Scaling up all pairs similarity search", 2007), and most passages
hold nothing so rare that another holds it, too. Where many meet, as rows of one frame do, each is compared with those
next to it in the order of letters (M. Hernández, S. Stolfo, "The merge/purge problem", 1995), so that the work grows
with the text alone.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from lunr_search.records import Ints

from .repeat_rules import rules

Shingles = NDArray[np.uint64]
"""The runs of letters of one text as numbers, in order."""

MULTIPLIER = 0x9E3779B97F4A7C15  # odd and without pattern: the golden ratio in 64 bits
BINS = 4  # for each shingle at least: so few of those that are alone share one


def shingles_of(texts: Sequence[str]) -> list[Shingles]:
    """Of each text all runs of `rules().letters` letters, each by a number of its letters and their order."""
    runs, size = _runs("".join(texts), rules().letters), rules().letters  # those across two texts are left out below
    ends = itertools.accumulate(map(len, texts))
    return [
        runs[end - len(text) : end - size + 1] if len(text) >= size else _runs(text, max(1, len(text)))
        for text, end in zip(texts, ends, strict=True)
    ]


def _runs(text: str, size: int) -> Shingles:
    """All runs of so many letters, one at least: polynomials of the letters modulo 2^64 (R. Karp, M. Rabin, "Efficient
    randomized pattern-matching algorithms", 1987)."""
    letters = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    powers, inverse = _powers(1 << max(10, letters.size.bit_length()))
    sums = np.zeros(max(letters.size, size) + 1, np.uint64)
    np.cumsum((letters + np.uint32(1)) * powers[: letters.size], out=sums[1 : letters.size + 1])
    sums[letters.size + 1 :] = sums[letters.size]
    runs: Shingles = (sums[size:] - sums[:-size]) * inverse[: sums.size - size]
    return runs


@cache
def _powers(size: int) -> tuple[Shingles, Shingles]:
    """The first powers of the multiplier, and of the number that undoes it."""
    both = np.full((2, size), MULTIPLIER, np.uint64)
    both[1] = pow(MULTIPLIER, -1, 1 << 64)
    both[:, 0] = 1
    powers, inverse = np.cumprod(both, axis=1, dtype=np.uint64)
    return powers, inverse


def _alike(one: Shingles, other: Shingles) -> bool:
    """Is what both have at least `rules().share` of what either has? (Where their sizes differ more, it cannot be.)"""
    share = rules().share
    if min(one.size, other.size) < share * max(one.size, other.size):
        return False
    common = np.intersect1d(one, other, assume_unique=True).size
    return bool(common >= share * (one.size + other.size - common))


def connected(texts: Sequence[Shingles]) -> list[list[int]]:
    """The indexes of `texts`, each in one group with all that chains of likeness lead to."""
    sets = _Sets(texts)
    group = [[index] for index in range(len(texts))]  # one list for all members of a group
    for one, other in sorted(_pairs(texts)):
        if group[one] is not group[other] and _alike(sets[one], sets[other]):
            less, more = sorted((group[one], group[other]), key=len)
            more += less
            for index in less:
                group[index] = more
    return list({id(members): members for members in group}.values())


class _Sets(dict[int, Shingles]):
    """The shingles of a text, sorted, each once; made for those that are compared, which few are."""

    def __init__(self, texts: Sequence[Shingles]) -> None:
        super().__init__()
        self._texts = texts

    def __missing__(self, index: int) -> Shingles:
        self[index] = np.unique(self._texts[index])
        return self[index]


def _pairs(texts: Sequence[Shingles]) -> set[tuple[int, int]]:
    """The pairs to compare."""
    near = rules().near
    return {
        (one, other)
        for meeting in _meetings(texts)
        for place, one in enumerate(meeting)
        for other in meeting[place + 1 : place + 1 + near]
    }


def _meetings(texts: Sequence[Shingles]) -> set[tuple[int, ...]]:
    """Ascending indexes of texts that share one of their rarest shingles; any two alike are in one of these rows."""
    meetings: dict[int, list[int]] = {}
    for index, rarest in _rarest(texts):
        for shingle in rarest:
            meetings.setdefault(shingle, []).append(index)
    return {tuple(meeting) for meeting in meetings.values()}


def _rarest(texts: Sequence[Shingles]) -> Iterator[tuple[int, list[int]]]:
    """Of each text the rarest of the shingles that others have, too; as many as one alike must share at least one of.

    Texts that have none of these are left out.
    """
    sizes = np.array([text.size for text in texts], np.int64)
    shingles, owners = np.concatenate([np.zeros(0, np.uint64), *texts]), np.repeat(np.arange(sizes.size), sizes)
    met = _may_be_met_again(shingles)
    shared = np.bincount(owners[met], minlength=sizes.size)
    if np.count_nonzero(_most(sizes, sizes - shared) > 0) < 2:  # as on most pages
        return
    shingles, owners = _met_again(shingles[met], owners[met])
    doubled = np.zeros(shingles.size, np.bool_)
    doubled[1:] = (shingles[1:] == shingles[:-1]) & (owners[1:] == owners[:-1])
    sizes -= np.bincount(owners[doubled], minlength=sizes.size)
    shingles, owners = shingles[~doubled], owners[~doubled]
    frequency = _frequencies(shingles)
    order = np.lexsort((shingles, frequency, owners))
    order = order[frequency[order] > 1]
    shingles, owners = shingles[order], owners[order]
    bounds = np.searchsorted(owners, np.arange(sizes.size + 1))
    counts = np.clip(_most(sizes, sizes - np.diff(bounds)), 0, np.diff(bounds))
    for index in np.flatnonzero(counts).tolist():
        yield index, shingles[bounds[index] : bounds[index] + counts[index]].tolist()


def _most(sizes: Ints, alone: Ints) -> Ints:
    """Of texts of so many shingles how many of the rarest must be looked at: one alike has at least one of them.

    Those that are `alone` are the rarest, and lead to nobody.
    """
    return np.asarray(sizes - (rules().share * sizes).astype(np.int64) + 1 - alone)


def _may_be_met_again(shingles: Shingles) -> NDArray[np.bool_]:
    """Which stand more than once, and a few that share no more than their first bits."""
    bits = int(BINS * shingles.size).bit_length()
    first = (shingles >> np.uint64(64 - bits)).astype(np.intp)
    return np.asarray(np.bincount(first, minlength=1 << bits)[first] > 1)


def _met_again(shingles: Shingles, owners: Ints) -> tuple[Shingles, Ints]:
    """The shingles that stand more than once, and of each its text; in order of both."""
    order = np.argsort(shingles, kind="stable")  # the texts of one shingle stay in order
    ordered = shingles[order]
    same = ordered[1:] == ordered[:-1]
    again = np.zeros(shingles.size, np.bool_)
    again[1:] |= same
    again[:-1] |= same
    return ordered[again], owners[order[again]]


def _frequencies(ordered: Shingles) -> Ints:
    """Of each shingle of a sorted row how often it stands there."""
    begins = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]])[: ordered.size])
    counts = np.diff(begins, append=ordered.size)
    return np.repeat(counts, counts)
