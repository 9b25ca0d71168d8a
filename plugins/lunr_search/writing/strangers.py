"""What a shard must say of terms elsewhere: `aliases` and `above` in docs/search-format.md.

All terms are looked at as columns; by themselves those alone that may concern another shard, which are few.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from operator import le, lt, ne

import numpy as np
from numpy.typing import NDArray

from languages import Head, fold, folded_by_runs, folds
from lunr_search.coding import utf16, utf16s
from lunr_search.indexing.known import Known
from lunr_search.records import Ints

from .shards import Alias, Shard

KAZAKH = 3  # flags of a Kazakh noun or verb
LAST = b"\xff\xff\xff"  # behind all keys


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
    inflected = inflected[_may_be_strangers(shards, known, homes, inflected)]
    letters = zip(inflected.tolist(), known.entries.stems[inflected].tolist(), strict=True)
    stems = utf16s(folds([known.terms[place][:stem] for place, stem in letters]))
    begins = utf16s([shard.key for shard in shards])
    of_home = homes[inflected].tolist()
    firsts = list(map([b"", *begins[1:]].__getitem__, of_home))
    followings = list(map([*begins[1:], LAST].__getitem__, of_home))
    before = np.fromiter(map(lt, stems, firsts), np.bool_, len(stems))
    behind = np.fromiter(map(le, followings, stems), np.bool_, len(stems))
    beginning = np.fromiter(map(bytes.startswith, followings, stems), np.bool_, len(stems))
    strangers: list[int] = inflected[before | behind | beginning].tolist()
    return strangers


def _may_be_strangers(shards: Sequence[Shard], known: Known, homes: Ints, places: Ints) -> NDArray[np.bool_]:
    """Which of the terms at these places have a stem that, folded, may be a beginning of a shard's key.

    A stem is a beginning of its term; so folded, where each letter stands for one, it is one of the term's key, which
    lies between the keys of its own shard and of the next. Then it does so itself, unless it is a beginning of one.
    """
    sizes = np.fromiter((len(shard.key) for shard in shards), np.int64, len(shards))
    longest = np.maximum(sizes, np.append(sizes[1:], 0))
    terms = [known.terms[place] for place in places.tolist()]
    keys = [known.keys[place] for place in places.tolist()]
    are = np.fromiter(map(ne, map(len, terms), map(len, keys)), np.bool_, len(terms))
    are |= folded_by_runs(terms)
    are |= known.entries.stems[places] <= longest[homes[places]]
    return are


def _shard_of(key: str, firsts: Sequence[bytes]) -> int:
    return max(0, bisect_right(firsts, utf16(key)) - 1)


def _share(
    head: Head, home: int, flags: int, target: str, shards: Sequence[Shard], firsts: Sequence[bytes]
) -> None:
    """Put the forms of a head into the shards of their keys, but for those of the lemma's own shard."""
    stem = head.text[: head.stem]
    groups: dict[int, list[str]] = defaultdict(list)
    for ending in head.endings:
        groups[_shard_of(fold(stem + ending), firsts)].append(ending)
    for number, endings in sorted(groups.items()):
        if number != home:
            shards[number].aliases.append(Alias(stem + endings[0], flags, head.stem, tuple(endings), target))


def add_above(shards: Sequence[Shard], known: Known) -> None:
    """Kazakh terms of earlier shards that are beginnings of a shard's first key: no other can be a stem in it."""
    places: dict[str, list[int]] = defaultdict(list)
    beginnings = {shard.key[:length] for shard in shards for length in range(1, len(shard.key))}
    are = np.fromiter(map(beginnings.__contains__, known.keys), np.bool_, len(known.keys))
    for place in np.flatnonzero(are & (known.entries.flags & KAZAKH != 0)).tolist():
        places[known.keys[place]].append(place)
    for shard in shards:
        key = shard.key
        found = (place for length in range(1, len(key)) for place in places.get(key[:length], ()))
        shard.above.extend((known.terms[place], int(known.entries.flags[place])) for place in found)
