"""Lemmas elsewhere of which words of a shard are listed forms: `aliases` in docs/search-format.md.

All terms are looked at as columns; by themselves those alone that may concern another shard, which are few.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from operator import le, lt
from typing import NamedTuple

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
    told: list[_Told] = []
    for place in sorted(strangers.union(entries.aliases)):
        about = terms[place], int(homes[place]), int(entries.flags[place])
        if place in strangers:
            own = Head(terms[place], int(entries.stems[place]), entries.sets[entries.endings[place]])
            told.append(_Told(own, *about, is_own=True))
        told += (_Told(head, *about, is_own=False) for head in entries.aliases.get(place, ()))
    for one, numbers in zip(told, _shards_of_forms(told, firsts), strict=True):
        if not one.is_own:
            whole = Alias(one.head.text, one.flags, one.head.stem, one.head.endings, one.target)
            shards[one.home].aliases.append(whole)
        _share(one, numbers, shards)


class _Told(NamedTuple):
    """A head of the lemma `target`, which stands in the shard `home`: its own or a further one."""

    head: Head
    target: str
    home: int
    flags: int
    is_own: bool


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


def _shards_of_forms(told: Sequence[_Told], firsts: Sequence[bytes]) -> Iterator[list[int]]:
    """Of each head the shards of its forms, ending by ending; all forms are put in order by one step."""
    forms = [head.text[: head.stem] + ending for head, *_ in told for ending in head.endings]
    places = iter(utf16s(orders(folds(forms))))
    for head, *_ in told:
        yield [max(0, bisect_right(firsts, place) - 1) for place in islice(places, len(head.endings))]


def _share(one: _Told, numbers: Sequence[int], shards: Sequence[Shard]) -> None:
    """Put the forms of a head into their shards, but for those of the lemma's own shard."""
    head = one.head
    groups: dict[int, list[str]] = defaultdict(list)
    for ending, number in zip(head.endings, numbers, strict=True):
        groups[number].append(ending)
    for number, endings in sorted(groups.items()):
        if number != one.home:
            text = head.text[: head.stem] + endings[0]
            shards[number].aliases.append(Alias(text, one.flags, head.stem, tuple(endings), one.target))
