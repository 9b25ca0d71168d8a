"""Many strings in JavaScript's order, that of their UTF-16 units."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .coding import utf16
from .records import Ints

FIRST = "\0"  # between key and term: before all letters, so that a key comes before a longer one
SWAPPED = re.compile("[^\0-\ud7ff]")  # only with these is the order of code points not that of UTF-16 units
WORD = 8  # units of a key that are compared as one number
WORDS = 2  # of these, more seldom tell anything
FEW = 1_000  # strings that are sorted by themselves as quickly


def in_order(keys: Sequence[str], terms: Sequence[str]) -> Ints:
    """The numbers of the terms by their keys, which have no line feed, then by term.

    The first units of all keys are sorted as numbers, which takes half the time of sorting strings; few keys are left
    that share all of them.
    """
    columns = _beginnings(keys) if len(keys) >= FEW else []
    if not columns:
        return np.array(_in_order(range(len(keys)), keys, terms), np.int64)
    order = np.lexsort(columns[::-1])
    new = np.ones(order.size + 1, np.bool_)
    new[1:-1] = np.logical_or.reduce([column[order[1:]] != column[order[:-1]] for column in columns])
    begins = np.flatnonzero(new)
    several = np.flatnonzero(np.diff(begins) > 1)
    for begin, end in zip(begins[several].tolist(), begins[several + 1].tolist(), strict=True):
        order[begin:end] = _in_order(order[begin:end].tolist(), keys, terms)
    return order


def _in_order(numbers: Sequence[int], keys: Sequence[str], terms: Sequence[str]) -> list[int]:
    rows = {number: keys[number] + FIRST + terms[number] for number in numbers}
    if SWAPPED.search("".join(rows.values())):
        units = {number: utf16(row) for number, row in rows.items()}
        return sorted(numbers, key=units.__getitem__)
    return sorted(numbers, key=rows.__getitem__)


def _beginnings(keys: Sequence[str]) -> Sequence[NDArray[np.uint64]]:
    """The first units of all keys, as numbers of `WORD`; none where they have more different ones than a byte."""
    units = np.frombuffer("\n".join(keys).encode("utf-16-le", "surrogatepass"), np.uint16)
    are = np.zeros(np.iinfo(np.uint16).max + 1, np.bool_)
    are[units] = True
    if are.sum() > np.iinfo(np.uint8).max:
        return []
    codes = are.cumsum().astype(np.uint8)[units]  # the units by their numbers among the distinct ones, from 1 on
    ends = np.append(np.flatnonzero(units == ord("\n")), units.size)
    starts = np.append(0, ends[:-1] + 1)
    table = np.zeros((ends.size, WORD * WORDS), np.uint8)
    for place in range(table.shape[1]):
        longer = np.flatnonzero(ends - starts > place)
        table[longer, place] = codes[starts[longer] + place]
    return list(table.view(">u8").astype(np.uint64).T)
