"""Many words as one string are what a list of them is, however they were changed."""

from __future__ import annotations

import pickle
from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lunr_search.column import Column

WORDS = st.lists(st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=6), max_size=12)


@given(WORDS)
def test_words_by_their_places(words: list[str]) -> None:
    """One by one, some together, all, after they were kept, and of the same kind already."""
    column = pickle.loads(pickle.dumps(Column.of(words)))
    assert list(Column.of(column)) == list(column) == words
    assert [column[place] for place in range(len(column))] == words
    edges = range(len(words) + 2)
    assert all(column[first:last] == words[first:last] for first in edges for last in edges)


@given(WORDS, WORDS, st.data())
def test_changes(words: list[str], more: list[str], data: st.DataObject) -> None:
    """Words that go, and words that come."""
    places = st.sets(st.integers(0, len(words) - 1)) if words else st.just(set())
    gone = np.array(sorted(data.draw(places)), np.int64)
    rest = Column.of(words).without(gone)
    assert list(rest) == [word for place, word in enumerate(words) if place not in gone.tolist()]
    at = sorted(data.draw(st.lists(st.integers(0, len(rest)), min_size=len(more), max_size=len(more))))
    expected = [word for first, last in pairwise([0, *at, len(rest)]) for word in (*rest[first:last], None)][:-1]
    coming = iter(more)
    assert list(rest.with_more(at, more)) == [next(coming) if word is None else word for word in expected]
