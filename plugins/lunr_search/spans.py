"""Spans of one row of numbers, of different sizes, gathered one behind the other."""

from __future__ import annotations

import numpy as np

from .records import Ints


def spans(starts: Ints, sizes: Ints) -> Ints:
    """The places from each start on, so many of each."""
    return np.repeat(starts - sizes.cumsum() + sizes, sizes) + np.arange(int(sizes.sum()))


def owners(starts: Ints) -> Ints:
    """Of each place in a row its span's number; `starts` are where they begin, and one more."""
    return np.repeat(np.arange(starts.size - 1), np.diff(starts))
