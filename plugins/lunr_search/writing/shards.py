"""Which terms a shard holds: `terms/` in docs/search-format.md.

One shard serves a word's exact spelling, its other spellings, its prefix family and the candidates of its analysis,
because their keys are neighbours. What it must know of terms elsewhere, `strangers` and `above` add.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise
from operator import ne

import numpy as np
from numpy.typing import NDArray

from languages import BEHIND
from lunr_search.coding import shared_units
from lunr_search.indexing.known import Known, Range
from lunr_search.indexing.stretches import Column
from lunr_search.records import Ints

Flags = NDArray[np.bool_]
RELATIONS = np.dtype([("letters", np.uint32), ("kind", np.uint8), ("units", np.uint8)])
"""Of each term: how it follows the one before, and how many units of their orders both share."""

SHARD = 13_400  # characters of postings and terms: about 9 KB after gzip
SLACK = SHARD // 4  # more or less, where fewer stems of a shard's words stand in earlier ones
HOT = 8_000  # characters of postings from which a term has a shard of its own
BATCH = 64  # shards in one task
NEW = 2  # kind of a term whose common letters are others than those of the one before; 1: its order alone, 0: neither
ROW = 8  # characters that a term takes beside its letters and its postings, about


@dataclass(frozen=True, slots=True)
class Alias:
    """A head that stands in another shard than its lemma, or too far from it."""

    text: str
    flags: int
    stem: int
    endings: tuple[str, ...]
    target: str
    place: int
    """Of the target among all terms."""


@dataclass(frozen=True, slots=True)
class Shard:
    """Terms from `first` to before `last`."""

    key: str
    """What its range begins with: as much of its first term's order as comes after the shard before."""
    first: int
    last: int
    aliases: list[Alias] = field(default_factory=list)
    above: list[tuple[str | int, ...]] = field(default_factory=list)


def alone(shards: Sequence[Shard], known: Known) -> tuple[list[Shard], Known]:
    """Some shards, one behind the other, and their terms alone."""
    edges = pairwise(accumulate((shard.last - shard.first for shard in shards), initial=0))
    own = [replace(shard, first=first, last=last) for shard, (first, last) in zip(shards, edges, strict=True)]
    return own, known.of((shard.first, shard.last) for shard in shards)


def shards_of(known: Known, relations: Column, sizes: Ints) -> Iterator[Shard]:
    """Shards of about `SHARD` characters; terms with one key are never parted, but hot ones stand alone with them.

    A shard ends where two terms share the fewest letters of their order: all that they share may be a stem before it.
    `relations` are what `relations_of` gives, `sizes` the characters that each term's postings take.
    """
    places, size = known.orders, len(known.orders)
    if not size:
        return
    weights = relations["letters"] + sizes + ROW
    starts, hot = _together(relations["kind"], weights, sizes > HOT)
    begins = [*starts.tolist(), size]
    ends = np.add.reduceat(weights, starts).cumsum()
    units = relations["units"]
    shared = np.append(0, np.minimum.reduceat(units[1 : begins[-2] + 1], starts[:-1])) if starts.size > 1 else units[:1]
    apart = [*np.flatnonzero(hot).tolist(), starts.size]
    key, first = places[0], 0
    while first < starts.size:
        before = int(ends[first - 1]) if first else 0
        last = first + 1
        if not hot[first]:
            least, most = np.searchsorted(ends, [before + SHARD - SLACK, before + SHARD + SLACK], "right").tolist()
            end = apart[bisect_left(apart, first)]
            last = end if most >= end else _fewest(shared, max(last, least), max(last, most))
        yield Shard(key, begins[first], begins[last])
        first = last
        if first < starts.size:
            key = _after(places[begins[first] - 1], places[begins[first]])


def relations_of(known: Known) -> Column:
    """Of some terms their letters, and how they follow the terms before them.

    What the first of them follows is no matter of theirs: `correct_firsts` tells it.
    """
    found = np.zeros(len(known.terms), RELATIONS)
    found["letters"] = np.fromiter(map(len, known.terms), np.int64, len(known.terms))
    found["kind"], found["units"] = _following(known.orders)
    return found


def correct_firsts(relations: Column, known: Known, ranges: Iterable[Range]) -> None:
    """Put right, in place, what the first terms of these ranges follow.

    In place, since this very array is kept for the next build, of which a stretch may begin before one of these.
    """
    firsts = [first for first, _ in ranges if first]
    kinds, units = _following([order for first in firsts for order in known.orders[first - 1 : first + 1]])
    relations["kind"][firsts], relations["units"][firsts] = kinds[1::2], units[1::2]


def _following(orders: Sequence[str]) -> tuple[Ints, Ints]:
    """Of each order how it follows the one before, and the units that they share; the first is new."""
    common = [order.partition(BEHIND)[0] for order in orders]
    changes = [list(map(ne, column[1:], column)) for column in (orders, common)]
    return np.append(NEW, np.sum(changes, 0, np.int64))[: len(orders)], np.array(shared_units(orders), np.int64)


def _together(kinds: Column, weights: Ints, hot: Flags) -> tuple[Ints, Flags]:
    """Where the terms begin that are not parted, and whether one of them is hot.

    Those with one key; where all of the same common letters are few, and none is hot, all these.
    """
    keys = np.flatnonzero(kinds)
    new = kinds[keys] == NEW
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
