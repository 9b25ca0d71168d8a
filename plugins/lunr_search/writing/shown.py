"""What a shard shows of its terms beside their postings: it follows from them alone, and is carried."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise

import numpy as np

from languages import Entries
from lunr_search.coding import front_codes
from lunr_search.indexing.known import Known
from lunr_search.numbers import Row
from lunr_search.records import Ints
from lunr_search.sorting import in_order
from lunr_search.workers import Workers, batches

from .shards import BATCH, Shard, alone

Sets = Sequence[tuple[str, ...]]
"""Sets of endings, numbered from 1 on."""


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """What stands in the file of a shard: columns compress better than rows, and equal sets of endings stand once."""

    order: Ints
    """The places of its terms, from its first one on, by key: so they share more letters, and are looked up by key."""
    terms: str
    columns: Mapping[str, str]
    sets: Sets


Task = tuple[Sequence[Shard], Known]
"""Some shards, one behind the other, and their terms alone."""


def all_shown(shards: Sequence[Shard], numbers: Sequence[int], known: Known, workers: Workers) -> list[Shown]:
    """What the shards of these numbers show, number by number."""
    tasks = (alone([shards[number] for number in some], known) for some in batches(numbers, BATCH))
    return list(chain.from_iterable(workers.map(shown, tasks)))


def shown(some: Task) -> list[Shown]:
    """What some shards show."""
    return list(_shown(*some))


def _shown(shards: Sequence[Shard], known: Known) -> Iterator[Shown]:
    orders = [np.array(in_order(*_own(shard, known)), np.int64) for shard in shards]
    places = np.concatenate([shard.first + order for shard, order in zip(shards, orders, strict=True)])
    edges = list(pairwise([0, *accumulate(order.size for order in orders)]))
    sets, numbers = _sets(known.entries, edges, places)
    flags, stems = (Row.of(column[places]) for column in (known.entries.flags, known.entries.stems))
    rows = {"flags": flags, "stems": stems, "sets": Row.of(numbers)}
    terms = list(map(known.terms.__getitem__, places.tolist()))
    coded = front_codes(terms)
    for order, (first, last), own_sets in zip(orders, edges, sets, strict=True):
        own = ["0" + terms[first], *coded[first + 1 : last]]
        yield Shown(order, "\n".join(own), {name: row.part(first, last) for name, row in rows.items()}, own_sets)


def _own(shard: Shard, known: Known) -> tuple[Sequence[str], Sequence[str]]:
    return known.keys[shard.first : shard.last], known.terms[shard.first : shard.last]


def _sets(entries: Entries, edges: Sequence[tuple[int, int]], places: Ints) -> tuple[list[Sets], Ints]:
    """The sets of endings of each shard in the order of its terms; of each term the number of its own, 0 for none.

    `edges` are those of each shard among `places`.
    """
    found: list[Sets] = []
    numbers = [np.zeros(0, np.int64)]
    for first_place, last_place in edges:
        own = entries.endings[places[first_place:last_place]]
        distinct, first, inverse = np.unique(own, return_index=True, return_inverse=True)
        order = np.argsort(first[distinct > 0]) + int((distinct == 0).sum())
        place = np.zeros(distinct.size, np.int64)
        place[order] = np.arange(1, order.size + 1)
        numbers.append(place[inverse])
        found.append([entries.sets[each] for each in distinct[order].tolist()])
    return found, np.concatenate(numbers)
