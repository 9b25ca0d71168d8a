"""Terms and their postings -> term shards, in the order of the search keys: `terms/` in docs/search-format.md."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from languages import Entries
from lunr_search.coding import front_codes, utf16
from lunr_search.files import File, script
from lunr_search.indexing.known import Known
from lunr_search.numbers import Row, Text
from lunr_search.records import Ints

from .shards import Shard, shards_of
from .strangers import add_above, add_aliases


def term_files(known: Known, text: Text, begins: Ints) -> Iterator[File]:
    """The shards in the order of their keys; `text` and `begins` as `written_all` gives them for all terms."""
    shards = list(shards_of(known, np.diff(begins)))
    add_aliases(shards, known)
    add_above(shards, known)
    sets, numbers = _sets(known.entries, shards)
    flags, stems = Row.of(known.entries.flags), Row.of(known.entries.stems)
    columns = Columns(flags, stems, Row.of(numbers), Row(text, begins, apart=1))
    coded = front_codes(known.terms)
    for shard, own_sets in zip(shards, sets, strict=True):
        own = coded[shard.first : shard.last]
        own[0] = "0" + known.terms[shard.first]
        yield _file(shard, "\n".join(own), own_sets, columns)


Sets = dict[tuple[str, ...], int]
"""Sets of endings, by their numbers in a shard, from 1 on."""


def _sets(entries: Entries, shards: Sequence[Shard]) -> tuple[list[Sets], Ints]:
    """The sets of endings of each shard in the order of its terms; of each term the number of its own, 0 for none."""
    found: list[Sets] = []
    numbers = [np.zeros(0, np.int64)]
    for shard in shards:
        own = entries.endings[shard.first : shard.last]
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
    postings: Row


def _file(shard: Shard, terms: str, sets: Sets, columns: Columns) -> File:
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
        "postings": columns.postings.part(shard.first, shard.last),
        "aliases": [
            [alias.text, alias.flags, alias.stem, sets.get(alias.endings, 0), alias.target]
            for alias in sorted(shard.aliases, key=lambda alias: (utf16(alias.text), utf16(alias.target)))
        ],
        "above": shard.above,
    }
    return script("terms/", data, shard.key)
