"""Which terms a shard holds: `terms/` in docs/search-format.md.

One shard serves a word's exact spelling, its other spellings, its prefix family and the candidates of its analysis,
because their keys are neighbours. What it must know of terms elsewhere, `strangers` adds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import ne

import numpy as np

from lunr_search.indexing.known import Known
from lunr_search.records import Ints

SHARD = 16_000  # characters of postings and terms: about 9 KB after gzip
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
    """What its range begins with: the first key of a hot term, else as much of it as comes after the shard before."""
    first: int
    last: int
    aliases: list[Alias] = field(default_factory=list)
    above: list[tuple[str, int]] = field(default_factory=list)


def shards_of(known: Known, sizes: Ints) -> Iterator[Shard]:
    """Shards of about `SHARD` characters; terms with one key are never parted, but hot ones stand alone."""
    keys, size = known.keys, len(known.keys)
    if not size:
        return
    hot = sizes > HOT
    weights = np.where(hot, SHARD, np.fromiter(map(len, known.terms), np.int64, size) + sizes + ROW)
    ends = weights.cumsum()  # nothing more joins a hot term
    new = np.flatnonzero(np.fromiter(map(ne, keys[1:], keys), np.bool_, size - 1)) + 1
    key, first = keys[0], 0
    while first < size:
        full = int(np.searchsorted(ends, ends[first] - weights[first] + SHARD, "right"))
        at = int(np.searchsorted(new, max(first + 1, full)))
        last = int(new[at]) if at < new.size else size
        yield Shard(key, first, last)
        if last < size:
            key = keys[last] if hot[last] else _after(keys[last - 1], keys[last])
        first = last


def _after(before: str, key: str) -> str:
    """The shortest beginning of `key` that comes after `before`."""
    pairs = enumerate(zip(before, key, strict=False))
    shared = next((place for place, (one, other) in pairs if one != other), len(before))
    return key[: shared + 1]
