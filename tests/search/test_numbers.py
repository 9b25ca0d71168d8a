"""Rows of numbers: what Python writes is what stands in tests/parity/numbers.tsv, and what the page reads back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page

from lunr_search.numbers import DIGITS, MOST, encoded
from tests.languages.test_parity import rows

SCRIPT = Path(__file__).resolve().parents[2] / "theme/static/js/search/numbers.js"
DECODE = "([rows, digits]) => rows.map((row) => izdeuNumbers.decode(row, digits))"


@pytest.mark.parametrize(("numbers", "row"), rows("numbers"))
def test_rows_are_written(numbers: list[int], row: str) -> None:
    """Around the numbers at which a character is added, and alone as in company."""
    assert encoded(numbers) == row


def test_rows_are_read(page: Page) -> None:
    """In the page, as they stand in the file, and many more."""
    page.add_script_tag(path=SCRIPT)
    known = rows("numbers")
    assert page.evaluate(DECODE, [[row for _, row in known], DIGITS]) == [numbers for numbers, _ in known]
    every = [list(range(30_000)), [MOST - 1 - 7919 * n for n in range(5_000)]]
    assert page.evaluate(DECODE, [[encoded(numbers) for numbers in every], DIGITS]) == every


@given(st.lists(st.integers(0, MOST - 1)))
def test_no_row_needs_escapes(numbers: list[int]) -> None:
    """What stands in a row is itself in JSON, JavaScript and HTML."""
    assert not set(encoded(numbers)) & set("\"'\\&< \n") - {"'"}
