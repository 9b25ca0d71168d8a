"""Lemmas elsewhere of which words of a shard are listed forms: `aliases` in docs/search-format.md."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from lunr_search.indexing.known import Known

from .edges import Edges, heads_of
from .leaving import Leaving
from .shards import Alias, Shard

Away = dict[tuple[int, int], dict[int, list[str]]]
"""Place of a lemma and number of its head -> the numbers of other shards, and the endings of the forms in each."""


def add_aliases(shards: Sequence[Shard], known: Known, leaving: Sequence[Leaving]) -> None:
    """Forms whose keys belong to another shard than their lemma's are told there; those of other heads in both.

    By the former a word is understood, by the latter it is marked where the lemma was asked for.
    """
    away, entries = _away(shards, leaving), known.entries
    further = ((place, number) for place, heads in entries.aliases.items() for number in range(1, len(heads) + 1))
    firsts = [shard.first for shard in shards]
    for place, number in sorted({*away, *further}):
        term, flags = known.terms[place], int(entries.flags[place])
        head = heads_of(place, known)[number]
        if number:
            whole = Alias(head.text, flags, head.stem, head.endings, term, place)
            shards[bisect_right(firsts, place) - 1].aliases.append(whole)
        for other, endings in sorted(away.get((place, number), {}).items()):
            text = head.text[: head.stem] + endings[0]
            shards[other].aliases.append(Alias(text, flags, head.stem, tuple(endings), term, place))


def _away(shards: Sequence[Shard], leaving: Sequence[Leaving]) -> Away:
    edges, away = Edges(shards), Away()
    for shard, own in zip(shards, leaving, strict=True):
        for place, number, ending, order in own.forms:
            groups = away.setdefault((shard.first + place, number), defaultdict(list))
            groups[edges.of(order)].append(ending)
    return away
