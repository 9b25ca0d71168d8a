"""Terms and their postings -> term shards, by what may be one word: `terms/` in docs/search-format.md."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np

from lunr_search.coding import nested, utf16
from lunr_search.files import File, script
from lunr_search.indexing.known import Known
from lunr_search.indexing.written import Written, joined
from lunr_search.numbers import Text, text_of
from lunr_search.spans import spans

from .above import add_above
from .digests import of_files, of_terms
from .files import Files
from .leaving import all_leaving
from .shards import BATCH, Shard
from .shown import Shown, all_shown
from .strangers import add_aliases

SHOWN = b"shown"  # before the hash of what a shard shows


def term_files(
    shards: Sequence[Shard], hashes: Sequence[bytes], known: Known, written: Written, files: Files
) -> list[File]:
    """The shards in the order of their ranges, as files that are written, without their texts.

    `hashes` are those of the terms of each.
    """
    terms, carried = of_terms(shards, hashes, known), files.carried
    away = carried.worked(terms, lambda numbers: all_leaving(shards, numbers, known, files.workers))
    shown = carried.worked(
        [SHOWN + each for each in terms], lambda numbers: all_shown(shards, numbers, known, files.workers)
    )
    add_aliases(shards, known, away)
    add_above(shards, known, away, written)
    sources = of_files(shards, terms, written)

    def task(numbers: Sequence[int]) -> ShardTask:
        some = [shards[number] for number in numbers]
        postings = joined([written.part(shard.first, shard.last) for shard in some])
        return ShardTask(some, [shown[number] for number in numbers], postings)

    firsts = {source: shard.key for source, shard in zip(sources, shards, strict=True)}
    return files.kept_or_made(firsts, BATCH, shard_files, task)


@dataclass(frozen=True, slots=True)
class ShardTask:
    """Some shards, what they show, and their postings alone."""

    shards: Sequence[Shard]
    shown: Sequence[Shown]
    written: Written


def shard_files(some: ShardTask) -> list[File]:
    """The files of some shards."""
    edges = pairwise(accumulate((own.order.size for own in some.shown), initial=0))
    parts = (some.written.part(*both) for both in edges)
    return [
        _file(shard, own, _rows(own, part)) for shard, own, part in zip(some.shards, some.shown, parts, strict=True)
    ]


def _rows(shown: Shown, written: Written) -> Text:
    """The postings of a shard in the order in which it shows its terms, without the sign behind the last one."""
    sizes = np.diff(written.begins)[shown.order]
    return written.text[spans(written.begins[shown.order], sizes)[:-1]]


def _file(shard: Shard, shown: Shown, postings: Text) -> File:
    sets = {endings: number for number, endings in enumerate(shown.sets, 1)}
    for alias in shard.aliases:
        if alias.endings:
            sets.setdefault(alias.endings, len(sets) + 1)
    data = {
        "terms": shown.terms,
        **shown.columns,
        "endings": list(map(nested, sets)),
        "postings": text_of(postings),
        "aliases": [
            [alias.text, alias.flags, alias.stem, sets.get(alias.endings, 0), alias.target]
            for alias in sorted(shard.aliases, key=lambda alias: (utf16(alias.text), utf16(alias.target)))
        ],
        "above": shard.above,
    }
    return script("terms/", data, shard.key)
