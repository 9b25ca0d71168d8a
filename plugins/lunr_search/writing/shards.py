"""Which terms a shard holds: `terms/` in docs/search-format.md.

One shard serves a word's exact spelling, its other spellings, its prefix family and the candidates of its analysis,
because their keys are neighbours. What it must know of terms elsewhere, `strangers` and `above` add.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import ne

import numpy as np
from numpy.typing import NDArray

from languages import BEHIND
from lunr_search.coding import front_codes
from lunr_search.indexing.known import Known
from lunr_search.records import Ints

Flags = NDArray[np.bool_]

SHARD = 13_800  # characters of postings and terms: about 9 KB after gzip
SLACK = SHARD // 4  # more or less, where fewer stems of a shard's words stand in earlier ones
HOT = 8_000  # characters of postings from which a term has a shard of its own
ROW = 8  # characters that a term takes beside its letters and its postings, about


@dataclass(frozen=True, slots=True)
class Alias:
    """A head that stands in another shard than its lemma, or too far from it."""

    text: str
    flags: int
    stem: int
    endings: tuple[str, ...]
    target: str


@dataclass(frozen=True, slots=True)
class Shard:
    """Terms from `first` to before `last`."""

    key: str
    """What its range begins with: as much of its first term's order as comes after the shard before."""
    first: int
    last: int
    aliases: list[Alias] = field(default_factory=list)
    above: list[tuple[str | int, ...]] = field(default_factory=list)


def shards_of(known: Known, sizes: Ints) -> Iterator[Shard]:
    """Shards of about `SHARD` characters; terms with one key are never parted, but hot ones stand alone with them.

    A shard ends where two terms share the fewest letters of their order: all that they share may be a stem before it.
    """
    places, size = known.orders, len(known.orders)
    if not size:
        return
    weights = np.fromiter(map(len, known.terms), np.int64, size) + sizes + ROW
    starts, hot = _together(places, weights, sizes > HOT)
    begins = [*starts.tolist(), size]
    ends = np.add.reduceat(weights, starts).cumsum()
    shared = np.array([int(code[0], 36) for code in front_codes([places[begin] for begin in begins[:-1]])])
    alone = [*np.flatnonzero(hot).tolist(), starts.size]
    key, first = places[0], 0
    while first < starts.size:
        before = int(ends[first - 1]) if first else 0
        last = first + 1
        if not hot[first]:
            least, most = np.searchsorted(ends, [before + SHARD - SLACK, before + SHARD + SLACK], "right").tolist()
            end = alone[bisect_left(alone, first)]
            last = end if most >= end else _fewest(shared, max(last, least), max(last, most))
        yield Shard(key, begins[first], begins[last])
        first = last
        if first < starts.size:
            key = _after(places[begins[first] - 1], places[begins[first]])


def _together(places: Sequence[str], weights: Ints, hot: Flags) -> tuple[Ints, Flags]:
    """Where the terms begin that are not parted, and whether one of them is hot.

    Those with one key; where all of the same common letters are few, and none is hot, all these.
    """
    keys = np.flatnonzero(np.fromiter(map(ne, places, ["", *places]), np.bool_, len(places)))
    common = [places[key].partition(BEHIND)[0] for key in keys.tolist()]
    new = np.fromiter(map(ne, common, [BEHIND, *common]), np.bool_, len(common))
    number = new.cumsum() - 1
    own_hot = np.logical_or.reduceat(hot, keys)
    many = np.bincount(number, np.add.reduceat(weights, keys)) > SHARD
    many |= np.bincount(number, own_hot) > 0
    kept = new | many[number]
    return keys[kept], own_hot[kept]


def _fewest(shared: Ints, first: int, last: int) -> int:
    """The last of these places that shares the fewest letters with the one before it."""
    return last - int(shared[first : last + 1][::-1].argmin())


def _after(before: str, key: str) -> str:
    """The shortest beginning of `key` that comes after `before`."""
    pairs = enumerate(zip(before, key, strict=False))
    shared = next((place for place, (one, other) in pairs if one != other), len(before))
    return key[: shared + 1]
