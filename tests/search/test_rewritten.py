"""Postings that are written again stand among those that are as they were."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

from lunr_search.cache import Cache
from lunr_search.indexing.postings import Block, Postings, Since
from lunr_search.indexing.rows import Layout
from lunr_search.indexing.written import Written
from lunr_search.renewing.rewritten import all_written
from lunr_search.workers import Workers

LAYOUT = Layout(3, 2, 4)
HERE = Workers(None, 1)
Rows = dict[int, list[tuple[int, int]]]
"""Term -> document and count of each posting, in field 1, passage 0."""


def postings(rows: Rows, name: str, since: Since | None = None) -> Postings:
    found = sorted((term, *posting) for term, own in rows.items() for posting in own)
    terms, documents, counts = (np.array(column, np.int64) for column in zip(*found, strict=True))
    keys = LAYOUT.keys(terms, documents, np.ones_like(terms), np.zeros_like(terms))
    return Postings(LAYOUT, {0: Block(keys, counts.astype(np.uint32))}, np.zeros((4, 8), np.int64), name, since)


def same(one: Written, other: Written) -> bool:
    pairs = ((one.text, other.text), (one.begins, other.begins), (one.documents, other.documents))
    return all(np.array_equal(*pair) for pair in pairs)


@pytest.mark.parametrize("seed", range(30))
def test_terms_come_go_and_change(seed: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    """As if all had been written from nothing; the first, the last and neighbours among them."""
    chance = random.Random(seed)
    cache = Cache(tmp_path_factory.mktemp("cache"))

    def own() -> list[tuple[int, int]]:
        return [(document, chance.randint(1, 99)) for document in sorted(chance.sample(range(8), chance.randint(1, 4)))]

    before = {term: own() for term in range(chance.randint(1, 12))}
    all_written(postings(before, "one"), len(before), cache, HERE)
    stay = [term for term in before if chance.random() < 0.7]
    order = sorted([*stay, *(chance.uniform(-1, len(before)) for _ in range(chance.randint(0 if stay else 1, 4)))])
    ranks = np.array([order.index(term) if term in stay else -1 for term in before], np.int64)
    now = {place: before[term] if term in stay else own() for place, term in enumerate(order)}
    again = {place for place, term in enumerate(order) if term not in stay}
    for place in chance.sample(sorted(now), chance.randint(0, len(now))):
        now[place] = own()
        again.add(place)
    since = Since("one", ranks, np.array(sorted(again), np.int64))
    expected = all_written(postings(now, "two"), len(now), Cache(tmp_path_factory.mktemp("other")), HERE)
    assert same(all_written(postings(now, "two", since), len(now), cache, HERE), expected)
    kept = all_written(
        postings(now, "three", Since("two", np.arange(len(now)), since.changed[:0])), len(now), cache, HERE
    )
    assert same(kept, expected)


def test_another_analysis(tmp_path: Path) -> None:
    """What was written for other terms than those that changed is not taken."""
    cache = Cache(tmp_path)
    all_written(postings({0: [(1, 1)], 1: [(2, 1)]}, "one"), 2, cache, HERE)
    rows: Rows = {0: [(3, 5)], 1: [(4, 1)]}
    since = Since("another", np.arange(2), np.zeros(0, np.int64))
    found = all_written(postings(rows, "two", since), 2, cache, HERE)
    assert same(found, all_written(postings(rows, "two"), 2, cache, HERE))
