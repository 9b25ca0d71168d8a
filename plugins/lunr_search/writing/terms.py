"""Terms and their postings -> term shards, by what may be one word: `terms/` in docs/search-format.md."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np

from languages import Entries
from lunr_search.coding import front_codes, nested, utf16
from lunr_search.files import File, script
from lunr_search.indexing.known import Known
from lunr_search.indexing.written import Written, joined
from lunr_search.numbers import Row, text_of
from lunr_search.records import Ints
from lunr_search.sorting import in_order

from .above import add_above
from .digests import of_files, of_terms
from .files import Files
from .leaving import all_leaving
from .shards import BATCH, Shard, alone
from .strangers import add_aliases


def term_files(
    shards: Sequence[Shard], hashes: Sequence[bytes], known: Known, written: Written, files: Files
) -> list[File]:
    """The shards in the order of their ranges, as files that are written, without their texts.

    `hashes` are those of the terms of each.
    """
    terms = of_terms(shards, hashes, known)
    away = files.carried.worked(terms, lambda numbers: all_leaving(shards, numbers, known, files.workers))
    add_aliases(shards, known, away)
    add_above(shards, known, away, written)
    sources = of_files(shards, terms, written)

    def task(numbers: Sequence[int]) -> ShardTask:
        some = [shards[number] for number in numbers]
        return ShardTask(*alone(some, known), joined([written.part(shard.first, shard.last) for shard in some]))

    firsts = {source: shard.key for source, shard in zip(sources, shards, strict=True)}
    return files.kept_or_made(firsts, BATCH, shard_files, task)


@dataclass(frozen=True, slots=True)
class ShardTask:
    """Some shards, their terms and their postings alone."""

    shards: Sequence[Shard]
    known: Known
    written: Written


def shard_files(some: ShardTask) -> list[File]:
    """The files of some shards."""
    return list(_made(some))


def _made(some: ShardTask) -> Iterator[File]:
    shards, known, text, begins = some.shards, some.known, some.written.text, some.written.begins
    places = _by_key(known, shards)
    sizes = [shard.last - shard.first for shard in shards]
    edges = list(pairwise([0, *accumulate(sizes)]))
    sets, numbers = _sets(known.entries, edges, places)
    flags, stems = (Row.of(column[places]) for column in (known.entries.flags, known.entries.stems))
    columns = Columns(flags, stems, Row.of(numbers))
    terms = list(map(known.terms.__getitem__, places.tolist()))
    coded = front_codes(terms)
    for shard, (first, last), own_sets in zip(shards, edges, sets, strict=True):
        own = coded[first:last]
        own[0] = "0" + terms[first]
        rows = [text[begins[place] : begins[place + 1]] for place in places[first:last].tolist()]
        yield _file(shard, "\n".join(own), own_sets, columns.part(first, last), text_of(np.concatenate(rows))[:-1])


def _by_key(known: Known, shards: Sequence[Shard]) -> Ints:
    """The places of all terms, those of each shard by key: so they share more letters, and are looked up by key."""
    found: list[int] = []
    for shard in shards:
        own = slice(shard.first, shard.last)
        found += [shard.first + place for place in in_order(known.keys[own], known.terms[own])]
    return np.array(found, np.int64)


Sets = dict[tuple[str, ...], int]
"""Sets of endings, by their numbers in a shard, from 1 on."""


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
        found.append({entries.sets[each]: number for number, each in enumerate(distinct[order].tolist(), 1)})
    return found, np.concatenate(numbers)


@dataclass(frozen=True, slots=True)
class Columns:
    """What shards say of their terms, term by term."""

    flags: Row
    stems: Row
    sets: Row

    def part(self, first: int, last: int) -> dict[str, str]:
        """Those of one shard."""
        rows = {"flags": self.flags, "stems": self.stems, "sets": self.sets}
        return {name: row.part(first, last) for name, row in rows.items()}


def _file(shard: Shard, terms: str, sets: Sets, columns: Mapping[str, str], postings: str) -> File:
    """Columns compress better than rows, and equal sets of endings are written once."""
    for alias in shard.aliases:
        if alias.endings:
            sets.setdefault(alias.endings, len(sets) + 1)
    data = {
        "terms": terms,
        **columns,
        "endings": list(map(nested, sets)),
        "postings": postings,
        "aliases": [
            [alias.text, alias.flags, alias.stem, sets.get(alias.endings, 0), alias.target]
            for alias in sorted(shard.aliases, key=lambda alias: (utf16(alias.text), utf16(alias.target)))
        ],
        "above": shard.above,
    }
    return script("terms/", data, shard.key)
