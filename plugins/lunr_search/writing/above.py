"""Terms elsewhere that words of a shard may be forms of or begin with: `above` in docs/search-format.md."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from languages import BEHIND, half
from lunr_search.coding import utf16
from lunr_search.indexing.known import Known
from lunr_search.indexing.written import Written
from lunr_search.numbers import text_of

from .copies import copied, whole_heads
from .edges import KAZAKH, Edges
from .leaving import Leaving
from .shards import Shard

PREFIX = 0  # flags of the first letters of words
NEXT = "!"  # the sign after `BEHIND`


def add_above(shards: Sequence[Shard], known: Known, leaving: Sequence[Leaving], written: Written) -> None:
    """Tell each shard of the terms elsewhere of which its words may be forms, or that are their beginnings.

    The postings of the first letters are told as well, since they count beside whatever a word is read as, and those of
    lemmas beside which a Kazakh stem elsewhere may count.
    """
    text, begins = written.text, written.begins
    flags = known.entries.flags
    elsewhere = _elsewhere(shards, known, leaving)
    kazakh = [[known.keys[place] for place in places if flags[place] & KAZAKH] for places in elsewhere]
    for shard, places, copies in zip(shards, elsewhere, copied(shards, kazakh), strict=True):
        for place in sorted(copies):
            whole_heads(shard, place, known)
        for place in sorted(places | copies):
            row = (known.terms[place], int(flags[place]), int(written.documents[place]))
            is_whole = flags[place] == PREFIX or place in copies
            postings = (text_of(text[begins[place] : begins[place + 1] - 1]),) if is_whole else ()
            shard.above.append((*row, *postings))


def _elsewhere(shards: Sequence[Shard], known: Known, leaving: Sequence[Leaving]) -> list[set[int]]:
    """The places of those terms, shard by shard."""
    firsts = [*(shard.key for shard in shards), ""]
    wanted = [_beginnings(*edges) for edges in pairwise(firsts)]
    edges = Edges(shards)
    places = {letters: _with_common(letters, known, edges) for letters in set().union(*wanted)}
    found = [{place for one in own for place in places[one]} for own in wanted]
    for shard, own in zip(shards, leaving, strict=True):
        for place, order in own.stems:
            for number in edges.all_of(order):
                found[number].add(shard.first + place)
    pairs = zip(shards, found, strict=True)
    return [{place for place in own if not shard.first <= place < shard.last} for shard, own in pairs]


def _with_common(letters: str, known: Known, edges: Edges) -> list[int]:
    """The places of terms with these common letters of which words may be forms, or that are their beginnings."""
    first, last = (edges.place(utf16(letters + edge), known) for edge in (BEHIND, NEXT))
    own = zip(known.entries.flags[first:last].tolist(), known.terms[first:last], strict=True)
    return [place for place, (flags, term) in enumerate(own, first) if _is_told(flags, term)]


def _is_told(flags: int, term: str) -> bool:
    """A word may be two, of which the first is any term."""
    return bool(flags & KAZAKH) or flags == PREFIX or len(term) >= half()


def _beginnings(key: str, following: str) -> set[str]:
    """The common letters of all terms elsewhere with which the order of a key between two others may begin."""
    letters, parted, _ = key.partition(BEHIND)
    last, parted_behind, _ = following.partition(BEHIND)
    return {letters[:size] for size in range(len(letters) + len(parted))} | ({last} if parted_behind else set())
