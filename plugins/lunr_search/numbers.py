"""Rows of small numbers as strings, as docs/search-format.md describes them. Twin: theme/static/js/search/numbers.js.

The digits are printable ASCII without what JSON, JavaScript or HTML would have to escape. A number below 60 takes one
character, and in postings nearly all are: that is smaller after gzip than JSON's arrays, and quicker to read.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

DIGITS = "".join(chr(code) for code in range(0x21, 0x7F) if chr(code) not in '"\\&<')
RADIX = 90
ONE, TWO, THREE = 60, 86, 89  # first digits that begin numbers of two, three and six characters
SECOND = ONE + (TWO - ONE) * RADIX  # 2,400: the first number of three characters
THIRD = SECOND + (THREE - TWO) * RADIX**2  # 26,700: the first of six
MOST = RADIX**5

Numbers = NDArray[np.int64]
Text = NDArray[np.uint8]

_DIGITS = np.frombuffer(DIGITS.encode(), np.uint8)


def encoded(numbers: Iterable[int]) -> str:
    """The row of `numbers`, each from 0 to `MOST` - 1."""
    return text_of(encode(np.fromiter(numbers, np.int64))[0])


def encoded_each(rows: Iterable[Iterable[int]]) -> list[str]:
    """The row of each of many lists of numbers, by one step for all."""
    given = list(map(list, rows))
    ends = np.cumsum([0, *map(len, given)])
    row = Row.of(np.fromiter(chain.from_iterable(given), np.int64, int(ends[-1])))
    return [row.part(first, last) for first, last in pairwise(ends.tolist())]


def text_of(row: Text) -> str:
    """A row as a string."""
    return row.tobytes().decode("ascii")


def encode(numbers: Numbers) -> tuple[Text, Numbers]:
    """The row of `numbers` as bytes, and where in it each number begins, with the end of the last behind them.

    Raises:
        ValueError: a number is negative or too great.
    """
    if numbers.size and (numbers.min() < 0 or numbers.max() >= MOST):
        raise ValueError(f"numbers from {numbers.min()} to {numbers.max()} cannot be written")
    starts = np.zeros(numbers.size + 1, np.int64)
    np.cumsum(widths(numbers), out=starts[1:])
    row = np.empty(int(starts[-1]), np.uint8)
    begins = starts[:-1]
    small = numbers < ONE
    row[begins[small]] = _DIGITS[numbers[small]]
    middle = (numbers >= ONE) & (numbers < SECOND)
    _write(row, begins[middle], ONE, numbers[middle] - ONE, 2)
    large = (numbers >= SECOND) & (numbers < THIRD)
    _write(row, begins[large], TWO, numbers[large] - SECOND, 3)
    huge = numbers >= THIRD
    _write(row, begins[huge], THREE, numbers[huge], 6)
    return row, starts


def widths(numbers: Numbers) -> Numbers:
    """How many characters each number takes."""
    return 1 + (numbers >= ONE).astype(np.int64) + (numbers >= SECOND) + 3 * (numbers >= THIRD)


def _write(row: Text, begins: Numbers, first: int, rest: Numbers, width: int) -> None:
    """`rest` in `width` digits, the first of them counted from `first`."""
    for place in range(width):
        power = RADIX ** (width - 1 - place)
        digit = rest // power % RADIX if place else first + rest // power
        row[begins + place] = _DIGITS[digit]


@dataclass(frozen=True, slots=True)
class Row:
    """Many numbers, or groups of them, in one row: each begins at its place, and ends `apart` before the next one."""

    text: Text
    begins: Numbers
    apart: int = 0

    @classmethod
    def of(cls, numbers: Numbers) -> Row:
        return cls(*encode(numbers))

    def part(self, first: int, last: int) -> str:
        """Those from `first` to before `last`."""
        return text_of(self.text[self.begins[first] : self.begins[last] - self.apart])
