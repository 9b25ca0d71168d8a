"""Terms elsewhere that words of a shard may be forms of or begin with: `above` in docs/search-format.md."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from languages import BEHIND, changed, commons, half
from lunr_search.coding import utf16s
from lunr_search.indexing.known import Known
from lunr_search.numbers import Text, text_of
from lunr_search.records import Ints

from .copies import copied, whole_heads
from .shards import Shard

KAZAKH = 3  # flags of a Kazakh noun or verb
PREFIX = 0  # flags of the first letters of words
LAST = b"\xff\xff"  # behind all letters


def add_above(shards: Sequence[Shard], known: Known, written: tuple[Text, Ints, Ints]) -> None:
    """Tell each shard of the terms elsewhere of which its words may be forms, or that are their beginnings.

    `written` are the postings of all terms, where those of each begin, and in how many documents it is. The postings of
    the first letters are told as well, since they count beside whatever a word is read as, and those of lemmas beside
    which a Kazakh stem elsewhere may count.
    """
    text, begins, documents = written
    flags = known.entries.flags.tolist()
    aliased = {alias.target for shard in shards for alias in shard.aliases}
    place_of = {term: place for place, term in enumerate(known.terms) if term in aliased}
    for shard, places in zip(shards, _elsewhere(shards, known), strict=True):
        kazakh = [known.keys[place] for place in places if flags[place] & KAZAKH]
        copies = {place_of[term] for term in copied(shard, kazakh, known)}
        for place in sorted(copies):
            whole_heads(shard, place, known)
        for place in sorted(places | copies):
            row = (known.terms[place], flags[place], int(documents[place]))
            is_whole = flags[place] == PREFIX or place in copies
            postings = (text_of(text[begins[place] : begins[place + 1] - 1]),) if is_whole else ()
            shard.above.append((*row, *postings))


def _elsewhere(shards: Sequence[Shard], known: Known) -> list[set[int]]:
    """The places of those terms, shard by shard."""
    firsts = [*(shard.key for shard in shards), ""]
    wanted = [_beginnings(*edges) for edges in pairwise(firsts)]
    common = [place.partition(BEHIND)[0] for place in known.orders]
    flags, letters = known.entries.flags, np.fromiter(map(len, known.terms), np.int64, len(common))
    told = (flags & KAZAKH != 0) | (flags == PREFIX) | (letters >= half())  # a word may be two: the first is any term
    are = np.fromiter(map(set().union(*wanted).__contains__, common), np.bool_, len(common)) & told
    places: dict[str, list[int]] = defaultdict(list)
    for place in np.flatnonzero(are).tolist():
        places[common[place]].append(place)
    found = [{place for one in own for place in places.get(one, ())} for own in wanted]
    for number, place in _changed(shards, known):
        found[number].add(place)
    pairs = zip(shards, found, strict=True)
    return [{place for place in own if not shard.first <= place < shard.last} for shard, own in pairs]


def _beginnings(key: str, following: str) -> set[str]:
    """The common letters of all terms elsewhere with which the order of a key between two others may begin."""
    letters, parted, _ = key.partition(BEHIND)
    last, parted_behind, _ = following.partition(BEHIND)
    return {letters[:size] for size in range(len(letters) + len(parted))} | ({last} if parted_behind else set())


def _changed(shards: Sequence[Shard], known: Known) -> list[tuple[int, int]]:
    """(number of the shard, place) of Kazakh stems whose end changes, for all shards that may hold a form."""
    firsts = utf16s([shard.key for shard in shards])
    kazakh = np.flatnonzero(known.entries.flags & KAZAKH)
    rows = list(changed([known.keys[place] for place in kazakh.tolist()]))
    begun = utf16s(commons([beginning for _, beginning in rows]))
    found = []
    for (rank, _), beginning in zip(rows, begun, strict=True):
        numbers = range(max(0, bisect_right(firsts, beginning) - 1), bisect_left(firsts, beginning + LAST))
        found += [(number, int(kazakh[rank])) for number in numbers]
    return found
