"""What of a shard's terms may lie in another: forms of its lemmas, Kazakh stems whose end changes.

It follows from the terms and from where the shard begins and ends, so it is carried from build to build.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import le, lt

import numpy as np
from numpy.typing import NDArray

from languages import Head, changed, commons, folds, orders
from lunr_search.coding import utf16s
from lunr_search.indexing.known import Known
from lunr_search.records import Ints

from .shards import Shard

AFTER_KEYS = b"\xff\xff\xff"  # behind all keys
AFTER_LETTERS = b"\xff\xff"  # behind all letters
LONGEST = 3  # Latin letters, less one, that are one (latin.toml)
KAZAKH = 3  # flags of a Kazakh noun or verb


Form = tuple[int, int, str, bytes]
"""A form in another shard than its lemma's: the lemma's place in its shard, 0 for the lemma's own head or from 1 on for
its further ones, the ending, the form's order."""
Stem = tuple[int, bytes]
"""The place of a Kazakh stem in its shard, and what forms may begin with that other shards may hold."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """What of a shard may lie in another, in the order of its terms."""

    forms: list[Form] = field(default_factory=list)
    stems: list[Stem] = field(default_factory=list)


class Edges:
    """Where shards begin and end; all before the first one belongs to it."""

    def __init__(self, shards: Sequence[Shard]) -> None:
        self._firsts = utf16s([shard.key for shard in shards])
        self.begins = [b"", *self._firsts[1:]]
        self.ends = [*self._firsts[1:], AFTER_KEYS]

    def of(self, order: bytes) -> int:
        """The number of the shard of a word."""
        return max(0, bisect_right(self._firsts, order) - 1)

    def all_of(self, beginning: bytes) -> range:
        """The numbers of the shards of words whose order begins so."""
        return range(self.of(beginning), bisect_left(self._firsts, beginning + AFTER_LETTERS))


def leaving(shards: Sequence[Shard], numbers: Sequence[int], known: Known) -> list[Leaving]:
    """What may leave the shards of these numbers, number by number."""
    edges = Edges(shards)
    found = {number: Leaving() for number in numbers}
    places = np.concatenate([np.zeros(0, np.int64), *(np.arange(shards[n].first, shards[n].last) for n in numbers)])
    homes = np.repeat(np.array(numbers, np.int64), [shards[n].last - shards[n].first for n in numbers])
    for home, place, number, ending, order in _forms(places, homes, edges, known):
        found[home].forms.append((place - shards[home].first, number, ending, order))
    for home, place, order in _stems(places, homes, edges, known):
        found[home].stems.append((place - shards[home].first, order))
    return list(found.values())


def heads_of(place: int, known: Known) -> tuple[Head, ...]:
    """The heads of the term at this place, its own first."""
    entries = known.entries
    own = Head(known.terms[place], int(entries.stems[place]), entries.sets[entries.endings[place]])
    return (own, *entries.aliases.get(place, ()))


def _forms(places: Ints, homes: Ints, edges: Edges, known: Known) -> Iterator[tuple[int, int, int, str, bytes]]:
    """The forms of lemmas at these places whose shards are others than the lemmas'; all in order by one step."""
    strangers = _strangers(places, homes, edges, known)
    are = np.flatnonzero(strangers | np.isin(places, list(known.entries.aliases)))
    rows: list[tuple[int, int, int, Head]] = []
    for place, home in zip(places[are].tolist(), homes[are].tolist(), strict=True):
        own, *further = heads_of(place, known)
        rows.append((home, place, 0, own))
        rows += ((home, place, number, head) for number, head in enumerate(further, 1))
    forms = [head.text[: head.stem] + ending for *_, head in rows for ending in head.endings]
    found = iter(utf16s(orders(folds(forms))))
    for home, place, number, head in rows:
        for ending, order in zip(head.endings, found, strict=False):
            if not edges.begins[home] <= order < edges.ends[home]:
                yield home, place, number, ending, order


def _strangers(places: Ints, homes: Ints, edges: Edges, known: Known) -> NDArray[np.bool_]:
    """Of each term whether some of its forms may have keys of another shard.

    The others begin, folded, behind their own shard's key, before the next one's, and are no beginning of that.
    """
    inflected = np.flatnonzero(known.entries.endings[places])
    own = places[inflected]
    letters = zip(own.tolist(), known.entries.stems[own].tolist(), strict=True)
    stems = utf16s(commons([_sure(stem) for stem in folds([known.terms[place][:stem] for place, stem in letters])]))
    of_home = homes[inflected].tolist()
    firsts, ends = (list(map(all_of.__getitem__, of_home)) for all_of in (edges.begins, edges.ends))
    before = np.fromiter(map(lt, stems, firsts), np.bool_, len(stems))
    behind = np.fromiter(map(le, ends, stems), np.bool_, len(stems))
    beginning = np.fromiter(map(bytes.startswith, ends, stems), np.bool_, len(stems))
    found = np.zeros(places.size, np.bool_)
    found[inflected] = before | behind | beginning
    return found


def _sure(stem: str) -> str:
    """What of a folded stem is in the order of all its forms: its last Latin letters may be a piece of one."""
    return stem[:-LONGEST] if stem[-1:].isascii() else stem


def _stems(places: Ints, homes: Ints, edges: Edges, known: Known) -> Iterator[tuple[int, int, bytes]]:
    """The Kazakh stems whose end changes, where forms may lie in other shards."""
    are = np.flatnonzero(known.entries.flags[places] & KAZAKH)
    places, homes = places[are], homes[are]
    rows = list(changed([known.keys[place] for place in places.tolist()]))
    begun = utf16s(commons([beginning for _, beginning in rows]))
    for (rank, _), order in zip(rows, begun, strict=True):
        home = int(homes[rank])
        if order < edges.begins[home] or order + AFTER_LETTERS > edges.ends[home]:
            yield home, int(places[rank]), order
