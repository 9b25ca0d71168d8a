"""Hashes by which neighbours are told that are one word elsewhere."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lunr_search.indexing.halves import hashes_of

WORDS = st.lists(st.text("абвқ-z\U0001f600", max_size=9), min_size=1, max_size=6)


@given(WORDS, WORDS)
def test_hash_of_two_words_written_as_one(ones: list[str], others: list[str]) -> None:
    """Follows from the hashes of both, whatever they stand among."""
    pairs = [(one, other) for one in ones for other in others]
    first, _ = hashes_of([one for one, _ in pairs])
    second, powers = hashes_of([other for _, other in pairs])
    whole, _ = hashes_of([one + other for one, other in pairs])
    assert np.array_equal(first * powers + second, whole)


def test_other_words_have_otherhashes_of() -> None:
    """Of all short words of a few letters none meets another."""
    words = [a + b + c for a in "абвгд" for b in "абвгд" for c in "абвгд"]
    assert len(set(hashes_of(words)[0].tolist())) == len(words)
