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

import numpy as np
from numpy.typing import NDArray

from lunr_search.records import Ints

from .repeat_rules import rules

Shingles = NDArray[np.uint64]
"""The runs of letters of one text as numbers, in order."""

FIRST_BITS = 18
MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # odd and without pattern: the golden ratio in 64 bits


def shingles_of(texts: Sequence[str]) -> list[Shingles]:
    """Of each text all runs of `rules().letters` letters, each by a number of its letters and their order."""
    letters, size = _codes("".join(texts)), rules().letters
    runs = _runs(letters, size)  # those across two texts are left out below
    ends = itertools.accumulate(map(len, texts))
    return [
        runs[end - len(text) : end - size + 1] if len(text) >= size else _runs(_codes(text), max(1, len(text)))
        for text, end in zip(texts, ends, strict=True)
    ]


def _codes(text: str) -> NDArray[np.uint64]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)


def _runs(letters: NDArray[np.uint64], size: int) -> Shingles:
    """All runs of so many letters, one at least."""
    count = max(1, letters.size - size + 1)
    runs = np.zeros(count, np.uint64)
    for place in range(min(size, letters.size)):
        runs += letters[place : place + count]
        runs += np.uint64(1)
        runs *= MULTIPLIER
        runs ^= runs >> np.uint64(29)
    return runs


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
    shingles, owners = _met_again(texts, sizes)
    doubled = np.zeros(shingles.size, np.bool_)
    doubled[1:] = (shingles[1:] == shingles[:-1]) & (owners[1:] == owners[:-1])
    sizes -= np.bincount(owners[doubled], minlength=sizes.size)
    shingles, owners = shingles[~doubled], owners[~doubled]
    frequency = _frequencies(shingles)
    order = np.lexsort((shingles, frequency, owners))
    order = order[frequency[order] > 1]
    shingles, owners = shingles[order], owners[order]
    bounds = np.searchsorted(owners, np.arange(sizes.size + 1)).tolist()
    for index, (size, (first, last)) in enumerate(zip(sizes.tolist(), itertools.pairwise(bounds), strict=True)):
        if first == last:
            continue
        alone = size - (last - first)  # these are the rarest, and lead to nobody
        count = max(0, size - int(rules().share * size) + 1 - alone)
        yield index, shingles[first : min(last, first + count)].tolist()


def _met_again(texts: Sequence[Shingles], sizes: Ints) -> tuple[Shingles, Ints]:
    """The shingles that stand more than once, and of each its text; in order of both."""
    shingles = np.concatenate([np.zeros(0, np.uint64), *texts])
    owners = np.repeat(np.arange(sizes.size), sizes)
    # most are alone with their first bits: a page has fewer shingles than there are such bits
    first = (shingles >> np.uint64(64 - FIRST_BITS)).astype(np.int64)
    met = np.bincount(first, minlength=1 << FIRST_BITS)[first] > 1
    shingles, owners = shingles[met], owners[met]
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
