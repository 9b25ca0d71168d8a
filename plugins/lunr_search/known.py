"""All that the index knows of its terms, in the order in which it holds them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np

from languages import Analyser, fold

from .coding import utf16
from .lexicon import Lexicon
from .records import Ints
from .terms import Known

LAST_ALIKE = "\ud7ff"  # up to here, the order of code points is that of UTF-16 units


def ordered(lexed: Lexicon, analyser: Analyser) -> tuple[Known, Ints]:
    """The terms by search key, then by themselves, in JavaScript's order; and of each term's number its place there."""
    terms = list(lexed.numbers)
    keys = [fold(term) for term in terms]
    order = sorted(range(len(terms)), key=_order_of(keys, terms))
    ranks = np.empty(len(order), np.int64)
    ranks[np.array(order, np.int64)] = np.arange(len(order))
    known = Known(
        terms=[terms[number] for number in order],
        keys=[keys[number] for number in order],
        entries=[analyser.entry(terms[number]) for number in order],
    )
    return known, ranks


def _order_of(keys: list[str], terms: list[str]) -> Callable[[int], tuple[str, str] | tuple[bytes, bytes]]:
    if _alike(keys) and _alike(terms):
        return lambda number: (keys[number], terms[number])
    return lambda number: (utf16(keys[number]), utf16(terms[number]))


def _alike(texts: Iterable[str]) -> bool:
    return max((max(text, default="") for text in texts), default="") <= LAST_ALIKE
