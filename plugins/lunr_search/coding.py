"""Strings as the search files hold them: in JavaScript's order, and front-coded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby, repeat

import numpy as np
from numpy.typing import NDArray

from languages.paradigms import shared

BMP = 0xFFFF  # letters beyond it are two units of UTF-16
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
MOST = len(DIGITS) - 1  # units that two terms share, as one digit
SLAB = 20_000  # terms whose letters are compared together

SETS_KEPT = 4_096  # sets of endings that are remembered with their code: few words have one of their own


def utf16(text: str) -> bytes:
    """Sort key of JavaScript's string order: lunr.js wants its terms so."""
    return text.encode("utf-16-be", "surrogatepass")


def utf16s(texts: Iterable[str]) -> list[bytes]:
    """The same of many."""
    return list(map(str.encode, texts, repeat("utf-16-be"), repeat("surrogatepass")))


def front_coded(terms: Iterable[str]) -> str:
    """Terms joined by line feeds, each with the units it shares with the one before as one digit of base 36."""
    return "\n".join(front_codes(list(terms)))


def front_codes(terms: Sequence[str]) -> list[str]:
    """Each term with the units it shares with the one before as one digit of base 36, without those.

    Units are UTF-16, as JavaScript counts them; the two halves of one letter are never parted.
    """
    return [DIGITS[units] + term[letters:] for term, (units, letters) in zip(terms, _all_shared(terms), strict=True)]


@lru_cache(SETS_KEPT)
def nested(endings: tuple[str, ...]) -> str:
    """Sorted endings with a space between; those that begin alike as what they share and the rest in brackets.

    `ами ах у` is `а(ми х) у`.
    """
    groups = (tuple(group) for _, group in groupby(endings, lambda ending: ending[:1]))
    return " ".join(group[0] if len(group) == 1 else _bracketed(group) for group in groups)


def _bracketed(endings: tuple[str, ...]) -> str:
    size = shared(endings[0], endings[-1])
    return f"{endings[0][:size]}({nested(tuple(ending[size:] for ending in endings))})"


def shared_units(terms: Sequence[str]) -> list[int]:
    """How many units each term shares with the one before, `MOST` at most; as above."""
    return [units for units, _ in _all_shared(terms)]


def _all_shared(terms: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Of each term the units that it shares with the one before, and how many letters these are."""
    for start in range(0, len(terms), SLAB):
        own = [terms[start - 1] if start else "", *terms[start : start + SLAB]]
        units = np.frombuffer("".join(own).encode("utf-32-le", "surrogatepass"), np.uint32)
        if units.size and units.max() > BMP:
            yield from map(_shared_by_letter, own[1:], own)
        else:
            numbers = _shared(own, units)[1:]
            yield from zip(numbers, numbers, strict=True)


def _shared(terms: Sequence[str], units: NDArray[np.uint32]) -> Sequence[int]:
    """Of each of some terms, whose letters are `units`, how many it shares with the one before, `MOST` at most."""
    sizes = np.fromiter(map(len, terms), np.int64, len(terms))
    starts = sizes.cumsum() - sizes
    shared = np.zeros(len(terms), np.int64)
    alike = np.arange(1, len(terms))  # those that share all letters so far
    for place in range(MOST):
        alike = alike[np.minimum(sizes[alike], sizes[alike - 1]) > place]
        alike = alike[units[starts[alike] + place] == units[starts[alike - 1] + place]]
        if not alike.size:
            break
        shared[alike] += 1
    numbers: list[int] = shared.tolist()
    return numbers


def _shared_by_letter(term: str, before: str) -> tuple[int, int]:
    """The same for one term, letter by letter, since some are two units."""
    shared = units = 0
    for one, other in zip(term, before, strict=False):
        width = 1 + (ord(one) > BMP)
        if one != other or units + width > MOST:
            break
        shared, units = shared + 1, units + width
    return units, shared
