"""What of a shard's terms may lie in another: forms of its lemmas, Kazakh stems whose end changes.

It follows from the terms and from where the shard begins and ends, so it is carried from build to build.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from operator import le, lt

import numpy as np
from numpy.typing import NDArray

from languages import Head, changed, commons, folds, orders
from lunr_search.coding import utf16s
from lunr_search.indexing.known import Known
from lunr_search.records import Ints
from lunr_search.workers import Workers, batches

from .edges import AFTER_LETTERS, KAZAKH, Edges, heads_of
from .shards import BATCH, Shard, alone

LONGEST = 3  # Latin letters, less one, that are one (latin.toml)


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


@dataclass(frozen=True, slots=True)
class LeavingTask:
    """Some shards, where each begins and ends, and their terms alone."""

    shards: Sequence[Shard]
    begins: Sequence[bytes]
    ends: Sequence[bytes]
    known: Known


def all_leaving(shards: Sequence[Shard], numbers: Sequence[int], known: Known, workers: Workers) -> list[Leaving]:
    """What may leave the shards of these numbers, number by number."""
    edges = Edges(shards)
    tasks = (
        LeavingTask(own, [edges.begins[n] for n in some], [edges.ends[n] for n in some], terms)
        for some in batches(numbers, BATCH)
        for own, terms in [alone([shards[n] for n in some], known)]
    )
    return list(chain.from_iterable(workers.map(leaving, tasks)))


def leaving(some: LeavingTask) -> list[Leaving]:
    """What may leave some shards, shard by shard."""
    firsts, found = [shard.first for shard in some.shards], [Leaving() for _ in some.shards]
    homes = np.repeat(np.arange(len(firsts)), [shard.last - shard.first for shard in some.shards])
    for home, place, number, ending, order in _forms(some, homes):
        found[home].forms.append((place - firsts[home], number, ending, order))
    for home, place, order in _stems(some, homes):
        found[home].stems.append((place - firsts[home], order))
    return found


def _forms(some: LeavingTask, homes: Ints) -> Iterator[tuple[int, int, int, str, bytes]]:
    """The forms of lemmas whose shards are others than the lemmas'; all in order by one step."""
    strangers = _strangers(some, homes)
    strangers[list(some.known.entries.aliases)] = True
    are = np.flatnonzero(strangers)
    rows: list[tuple[int, int, int, Head]] = []
    for place, home in zip(are.tolist(), homes[are].tolist(), strict=True):
        own, *further = heads_of(place, some.known)
        rows.append((home, place, 0, own))
        rows += ((home, place, number, head) for number, head in enumerate(further, 1))
    forms = [head.text[: head.stem] + ending for *_, head in rows for ending in head.endings]
    found = iter(utf16s(orders(folds(forms))))
    for home, place, number, head in rows:
        for ending, order in zip(head.endings, found, strict=False):
            if not some.begins[home] <= order < some.ends[home]:
                yield home, place, number, ending, order


def _strangers(some: LeavingTask, homes: Ints) -> NDArray[np.bool_]:
    """Of each term whether some of its forms may have keys of another shard.

    The others begin, folded, behind their own shard's key, before the next one's, and are no beginning of that.
    """
    known = some.known
    inflected = np.flatnonzero(known.entries.endings)
    letters = zip(inflected.tolist(), known.entries.stems[inflected].tolist(), strict=True)
    stems = utf16s(commons([_sure(stem) for stem in folds([known.terms[place][:stem] for place, stem in letters])]))
    of_home = homes[inflected].tolist()
    firsts, ends = (list(map(all_of.__getitem__, of_home)) for all_of in (some.begins, some.ends))
    before = np.fromiter(map(lt, stems, firsts), np.bool_, len(stems))
    behind = np.fromiter(map(le, ends, stems), np.bool_, len(stems))
    beginning = np.fromiter(map(bytes.startswith, ends, stems), np.bool_, len(stems))
    found = np.zeros(homes.size, np.bool_)
    found[inflected] = before | behind | beginning
    return found


def _sure(stem: str) -> str:
    """What of a folded stem is in the order of all its forms: its last Latin letters may be a piece of one."""
    return stem[:-LONGEST] if stem[-1:].isascii() else stem


def _stems(some: LeavingTask, homes: Ints) -> Iterator[tuple[int, int, bytes]]:
    """The Kazakh stems whose end changes, where forms may lie in other shards."""
    places = np.flatnonzero(some.known.entries.flags & KAZAKH)
    homes = homes[places]
    rows = list(changed([some.known.keys[place] for place in places.tolist()]))
    begun = utf16s(commons([beginning for _, beginning in rows]))
    for (rank, _), order in zip(rows, begun, strict=True):
        home = int(homes[rank])
        if order < some.begins[home] or order + AFTER_LETTERS > some.ends[home]:
            yield home, int(places[rank]), order
