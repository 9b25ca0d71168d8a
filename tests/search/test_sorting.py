"""Strings in JavaScript's order, many at once: the same as each sorted by its UTF-16 units."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lunr_search.coding import utf16
from lunr_search.sorting import FEW, in_order

LETTERS = "abаәіңязщ ёz'-1"
BEYOND = "𝔸\ud800￼😀"  # two units, half of two, behind them, two again


def _by_themselves(rows: list[tuple[str, str]]) -> list[int]:
    return sorted(range(len(rows)), key=lambda number: tuple(map(utf16, rows[number])))


def _in_order(rows: list[tuple[str, str]]) -> list[int]:
    found: list[int] = in_order([key for key, _ in rows], [term for _, term in rows]).tolist()
    return found


@given(st.lists(st.tuples(st.text(LETTERS + BEYOND), st.text(LETTERS))))
def test_few_strings(rows: list[tuple[str, str]]) -> None:
    assert _in_order(rows) == _by_themselves(rows)


@pytest.mark.parametrize(
    "letters",
    [LETTERS, LETTERS + BEYOND, "".join(map(chr, range(0x3041, 0x3441)))],
    ids=["three alphabets", "beyond", "more letters than a byte tells"],
)
@pytest.mark.parametrize("longest", [3, 40], ids=["short", "long"])
def test_many_strings(letters: str, longest: int) -> None:
    """Many keys are the same, or the beginning of others, or share more letters than are compared as numbers."""
    chance = random.Random(len(letters) * longest)
    begins = ["", *("".join(chance.choices(letters, k=longest)) for _ in range(9))]
    keys = [chance.choice(begins) + "".join(chance.choices(letters, k=chance.randrange(3))) for _ in range(2 * FEW)]
    rows = [(key, "".join(chance.choices(letters, k=2))) for key in keys]
    assert _in_order(rows) == _by_themselves(rows)
