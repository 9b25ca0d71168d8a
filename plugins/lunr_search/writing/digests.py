"""What shards are made from, as hashes: the same hash, the same file."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from lunr_search.carried import digest
from lunr_search.indexing.known import Known
from lunr_search.indexing.written import Written

from .edges import Edges
from .shards import Shard


def of_terms(shards: Sequence[Shard], terms: Sequence[bytes], known: Known) -> list[bytes]:
    """Of each shard its terms, of which these are hashes, what is told of them, and where it begins and ends."""
    edges, entries = Edges(shards), known.entries
    sets = np.frombuffer(b"".join(digest("\n".join(one).encode()) for one in entries.sets), "S16")
    further: list[list[object]] = [[] for _ in shards]
    homes = np.repeat(np.arange(len(shards)), [shard.last - shard.first for shard in shards])
    for place, heads in sorted(entries.aliases.items()):
        home = int(homes[place])
        further[home].append((place - shards[home].first, *map(tuple, heads)))
    found = []
    for shard, own_terms, begin, end, told in zip(shards, terms, edges.begins, edges.ends, further, strict=True):
        own = slice(shard.first, shard.last)
        columns = [part.tobytes() for part in (entries.flags[own], entries.stems[own], sets[entries.endings[own]])]
        found.append(digest(b"shard", begin, end, own_terms, *columns, repr(told).encode()))
    return found


def of_files(shards: Sequence[Shard], terms: Sequence[bytes], written: Written) -> list[bytes]:
    """Of each shard all that stands in its file; `terms` as above."""
    return [
        digest(
            b"file",
            own,
            written.text[written.begins[shard.first] : written.begins[shard.last]].tobytes(),
            repr([(one.text, one.flags, one.stem, one.endings, one.target) for one in shard.aliases]).encode(),
            repr(shard.above).encode(),
        )
        for shard, own in zip(shards, terms, strict=True)
    ]
