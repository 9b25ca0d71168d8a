"""What is held at once grows with the corpus, not with one measure of it times another."""

from __future__ import annotations

import random
import tracemalloc
from collections.abc import Callable

import numpy as np
import pytest

from lunr_search.indexing.halves import hashes_of
from lunr_search.indexing.postings import Block, Postings
from lunr_search.indexing.rows import Layout
from lunr_search.sorting import in_order

WORDS = 200_000
BLOCKS = 80  # of documents: some ten thousand
chance = random.Random(7)
KEYS = [
    "".join(chance.choices("абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі", k=chance.randint(3, 16))) for _ in range(WORDS)
]


def slices() -> int:
    """The number of rows that come back of all terms, each standing in one document."""
    layout = Layout(14, 2, 10)
    terms = np.arange(WORDS)
    every = (terms[number::BLOCKS] for number in range(BLOCKS))
    blocks = {
        number: Block(layout.keys(own, own % 128, own % 4, own % 1000), np.ones(own.size, np.uint32))
        for number, own in enumerate(every)
    }
    found = Postings(layout, blocks, np.zeros((4, 1), np.int64), "").slices(terms)
    return sum(rows.keys.size for _, rows in found)


@pytest.mark.parametrize(
    ("work", "result", "most"),
    [
        (slices, WORDS, 300),
        (lambda: hashes_of(KEYS)[0].size, WORDS, 150),
        (lambda: in_order(KEYS, KEYS).size, WORDS, 120),
    ],
    ids=["slices", "hashes_of", "in_order"],
)
def test_bytes_a_word(work: Callable[[], int], result: int, most: int) -> None:
    """At most so many bytes for each word, however many blocks of documents there are."""
    tracemalloc.start()
    try:
        assert work() == result
        assert tracemalloc.get_traced_memory()[1] < most * WORDS
    finally:
        tracemalloc.stop()
