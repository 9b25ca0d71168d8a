"""Terms and their postings -> term shards, by what may be one word: `terms/` in docs/search-format.md."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from languages import Entries
from lunr_search.coding import front_codes, utf16
from lunr_search.files import File, script
from lunr_search.indexing.known import Known
from lunr_search.numbers import Row, Text, text_of
from lunr_search.records import Ints
from lunr_search.sorting import in_order

from .above import add_above
from .shards import Shard, shards_of
from .strangers import add_aliases


def term_files(known: Known, text: Text, begins: Ints, documents: Ints) -> Iterator[File]:
    """The shards in the order of their ranges; `text`, `begins`, `documents` as `written_all` gives them."""
    shards = list(shards_of(known, np.diff(begins)))
    add_aliases(shards, known)
    add_above(shards, known, (text, begins, documents))
    places = _by_key(known, shards)
    sets, numbers = _sets(known.entries, shards, places)
    flags, stems = (Row.of(column[places]) for column in (known.entries.flags, known.entries.stems))
    columns = Columns(flags, stems, Row.of(numbers))
    terms = list(map(known.terms.__getitem__, places.tolist()))
    coded = front_codes(terms)
    for shard, own_sets in zip(shards, sets, strict=True):
        own = coded[shard.first : shard.last]
        own[0] = "0" + terms[shard.first]
        rows = [text[begins[place] : begins[place + 1]] for place in places[shard.first : shard.last].tolist()]
        yield _file(shard, "\n".join(own), own_sets, columns, text_of(np.concatenate(rows))[:-1])


def _by_key(known: Known, shards: Sequence[Shard]) -> Ints:
    """The places of all terms, those of each shard by key: so they share more letters, and are looked up by key."""
    found: list[int] = []
    for shard in shards:
        own = slice(shard.first, shard.last)
        found += [shard.first + place for place in in_order(known.keys[own], known.terms[own])]
    return np.array(found, np.int64)


Sets = dict[tuple[str, ...], int]
"""Sets of endings, by their numbers in a shard, from 1 on."""


def _sets(entries: Entries, shards: Sequence[Shard], places: Ints) -> tuple[list[Sets], Ints]:
    """The sets of endings of each shard in the order of its terms; of each term the number of its own, 0 for none."""
    found: list[Sets] = []
    numbers = [np.zeros(0, np.int64)]
    for shard in shards:
        own = entries.endings[places[shard.first : shard.last]]
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


def _file(shard: Shard, terms: str, sets: Sets, columns: Columns, postings: str) -> File:
    """Columns compress better than rows, and equal sets of endings are written once."""
    for alias in shard.aliases:
        if alias.endings:
            sets.setdefault(alias.endings, len(sets) + 1)
    data = {
        "terms": terms,
        "flags": columns.flags.part(shard.first, shard.last),
        "stems": columns.stems.part(shard.first, shard.last),
        "sets": columns.sets.part(shard.first, shard.last),
        "endings": [" ".join(endings) for endings in sets],
        "postings": postings,
        "aliases": [
            [alias.text, alias.flags, alias.stem, sets.get(alias.endings, 0), alias.target]
            for alias in sorted(shard.aliases, key=lambda alias: (utf16(alias.text), utf16(alias.target)))
        ],
        "above": shard.above,
    }
    return script("terms/", data, shard.key)
