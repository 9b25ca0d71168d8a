"""What is carried of terms in stretches is what all terms together give; what a file holds tells its source."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from languages import Entries, Head, folds, orders
from lunr_search.coding import front_codes, shared_units
from lunr_search.indexing.known import Known
from lunr_search.indexing.written import Written
from lunr_search.sorting import in_order
from lunr_search.writing.digests import of_files, of_terms
from lunr_search.writing.shards import Alias, Shard, correct_firsts, relations_of

WORDS = ["қар", "кар", "карта", "картада", "қара", "заң", "зан", "зана", "law", "laws", "lawyer", "𐐨𐐩", "𐐨𐐪", "ұлт"]


def known(words: list[str]) -> Known:
    keys = folds(words)
    ordered = in_order(orders(keys), words)
    terms, keys = ([column[place] for place in ordered] for column in (words, keys))
    numbers = np.arange(len(terms))
    entries = Entries(numbers % 5, numbers % 3, numbers % 2, ((), ("", "s")), {1: (Head("а", 1, ("", "б")),)})
    return Known(terms, keys, orders(keys), entries)


@pytest.mark.parametrize("seed", range(20))
def test_how_terms_follow_one_another(seed: int) -> None:
    """It is the same wherever stretches begin, also in what is kept for a build whose stretches begin elsewhere."""
    chance = random.Random(seed)
    own = known(chance.sample(WORDS, chance.randint(1, len(WORDS))))
    size = len(own.terms)
    ranges = list(pairwise(sorted({0, size, *chance.sample(range(size), chance.randint(0, size))})))
    parts = np.concatenate([relations_of(own.between(*both)) for both in ranges])
    correct_firsts(parts, own, ranges)
    assert parts.tolist() == relations_of(own).tolist()


def test_letters_that_terms_share() -> None:
    """The units are those of the front codes."""
    terms = known(WORDS).terms
    assert [int(code[0], 36) for code in front_codes(terms)] == shared_units(terms)


def sources(own: Known, shards: list[Shard], documents: int = 1) -> list[bytes]:
    """The hashes of the files of shards, each with one posting a term."""
    size = len(own.terms)
    written = Written(np.full(2 * size, 33, np.uint8), np.arange(0, 2 * size + 1, 2), np.full(size, documents))
    hashes = ["\n".join(own.terms[shard.first : shard.last]).encode() for shard in shards]
    return of_files(shards, of_terms(shards, hashes, own), written)


def test_a_file_is_known_by_all_that_it_holds() -> None:
    """Each change in one of two shards is one of its hash, and of no other."""
    own = known(WORDS)
    size = len(own.terms)

    def shards(**more: object) -> list[Shard]:
        return [Shard("", 0, 4), replace(Shard("ка", 4, size), **more)]  # type: ignore[arg-type]

    flags, stems, endings = (np.arange(size) // 4 for _ in range(3))
    others = [
        sources(replace(own, entries=replace(own.entries, flags=own.entries.flags + flags)), shards()),
        sources(replace(own, entries=replace(own.entries, stems=own.entries.stems + stems)), shards()),
        sources(replace(own, entries=replace(own.entries, endings=own.entries.endings * (endings == 0))), shards()),
        sources(replace(own, entries=replace(own.entries, aliases={**own.entries.aliases, 5: ()})), shards()),
        sources(own, shards(aliases=[Alias("а", 1, 1, ("",), "б", 0)])),
        sources(own, shards(above=[("а", 1, 1)])),
    ]
    first, second = sources(own, shards())
    assert [other[0] for other in others] == [first] * len(others)
    assert len({second, *(other[1] for other in others)}) == 1 + len(others)
    ends = sources(own, shards(key="каб"))
    assert ends[0] != first
    assert ends[1] != second
