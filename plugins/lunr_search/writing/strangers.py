"""Lemmas elsewhere of which words of a shard are listed forms: `aliases` in docs/search-format.md.

All terms are looked at as columns; by themselves those alone that may concern another shard, which are few.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from operator import le, lt

import numpy as np

from languages import Head, commons, folds, orders
from lunr_search.coding import utf16, utf16s
from lunr_search.indexing.known import Known
from lunr_search.records import Ints

from .shards import Alias, Shard

LAST = b"\xff\xff\xff"  # behind all keys
LONGEST = 3  # Latin letters, less one, that are one (latin.toml)


def add_aliases(shards: Sequence[Shard], known: Known) -> None:
    """Forms whose keys belong to another shard than their lemma's are told there; those of other heads in both.

    By the former a word is understood, by the latter it is marked where the lemma was asked for.
    """
    firsts = [utf16(shard.key) for shard in shards]
    terms, entries = known.terms, known.entries
    homes = np.repeat(np.arange(len(shards)), [shard.last - shard.first for shard in shards])
    strangers = set(_strangers(shards, known, homes))
    for place in sorted(strangers.union(entries.aliases)):
        term, home, flags = terms[place], int(homes[place]), int(entries.flags[place])
        if place in strangers:
            own = Head(term, int(entries.stems[place]), entries.sets[entries.endings[place]])
            _share(own, home, flags, term, shards, firsts)
        for head in entries.aliases.get(place, ()):
            shards[home].aliases.append(Alias(head.text, flags, head.stem, head.endings, term))
            _share(head, home, flags, term, shards, firsts)


def _strangers(shards: Sequence[Shard], known: Known, homes: Ints) -> list[int]:
    """The places of terms some of whose forms may have keys of another shard.

    The others begin, folded, behind their own shard's key, before the next one's, and are no beginning of that.
    """
    inflected = np.flatnonzero(known.entries.endings)
    letters = zip(inflected.tolist(), known.entries.stems[inflected].tolist(), strict=True)
    stems = utf16s(commons([_sure(stem) for stem in folds([known.terms[place][:stem] for place, stem in letters])]))
    begins = utf16s([shard.key for shard in shards])
    of_home = homes[inflected].tolist()
    firsts = list(map([b"", *begins[1:]].__getitem__, of_home))
    followings = list(map([*begins[1:], LAST].__getitem__, of_home))
    before = np.fromiter(map(lt, stems, firsts), np.bool_, len(stems))
    behind = np.fromiter(map(le, followings, stems), np.bool_, len(stems))
    beginning = np.fromiter(map(bytes.startswith, followings, stems), np.bool_, len(stems))
    strangers: list[int] = inflected[before | behind | beginning].tolist()
    return strangers


def _sure(stem: str) -> str:
    """What of a folded stem is in the order of all its forms: its last Latin letters may be a piece of one."""
    return stem[:-LONGEST] if stem[-1:].isascii() else stem


def _shard_of(key: str, firsts: Sequence[bytes]) -> int:
    return max(0, bisect_right(firsts, utf16(key)) - 1)


def _share(
    head: Head, home: int, flags: int, target: str, shards: Sequence[Shard], firsts: Sequence[bytes]
) -> None:
    """Put the forms of a head into the shards of their keys, but for those of the lemma's own shard."""
    stem = head.text[: head.stem]
    groups: dict[int, list[str]] = defaultdict(list)
    for ending, place in zip(head.endings, orders(folds([stem + ending for ending in head.endings])), strict=True):
        groups[_shard_of(place, firsts)].append(ending)
    for number, endings in sorted(groups.items()):
        if number != home:
            shards[number].aliases.append(Alias(stem + endings[0], flags, head.stem, tuple(endings), target))
