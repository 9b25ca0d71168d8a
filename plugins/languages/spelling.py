"""Many words spelled and folded together, letter by letter in one array. Build time only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from string import ascii_letters

import numpy as np
import numpy.typing as npt

from .fold import fold, normal
from .letter_tables import letter_tables

SETTLED, LATIN, OTHER = 1, 2, 4
GONE = 0xFFFFFFFF
LINE = ord("\n")


def normals_and_folds(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """`normal` and `fold` of each of many words, which have no line feeds.

    Words of settled letters alone, and of Latin ones alone, need but a look at each letter; others go one by one.
    """
    if not words:
        return [], []
    table = _table()
    codes = np.frombuffer("\n".join(words).encode("utf-32-le", "surrogatepass"), np.uint32)
    codes = np.minimum(codes, len(table.kinds) - 1)
    kinds = np.bitwise_or.reduceat(table.kinds[codes], np.concatenate([[0], np.flatnonzero(codes == LINE) + 1]))
    keys = table.keys[codes]
    spelled, folded = _lines(table.small[codes]), _lines(keys[keys != GONE])
    for rank in np.flatnonzero(kinds > LATIN).tolist():
        spelled[rank] = normal(words[rank])
        folded[rank] = fold(spelled[rank])
    return spelled, folded


def _lines(codes: npt.NDArray[np.uint32]) -> list[str]:
    return codes.tobytes().decode("utf-32-le", "surrogatepass").split("\n")


@dataclass(frozen=True, slots=True)
class _Table:
    """Of each code point up to some, the last of which stands for all others."""

    kinds: npt.NDArray[np.uint8]
    """`SETTLED`, `LATIN`, `OTHER`, or nothing for what parts lines."""
    small: npt.NDArray[np.uint32]
    """The small letter."""
    keys: npt.NDArray[np.uint32]
    """What stands for it in the key, or `GONE`."""


@cache
def _table() -> _Table:
    letters = letter_tables()
    settled = letters.cased.replace("\n", "")
    size = max(map(ord, settled + ascii_letters)) + 2
    kinds, (small, keys) = np.full(size, OTHER, np.uint8), np.full((2, size), ord("?"), np.uint32)
    for kind, signs in ((SETTLED, settled), (LATIN, ascii_letters)):
        for sign in signs:
            code = ord(sign)
            kinds[code], small[code] = kind, ord(sign.lower())
            key = letters.settled_keys[small[code]]
            keys[code] = ord(key) if key else GONE
    kinds[LINE], small[LINE], keys[LINE] = 0, LINE, LINE
    return _Table(kinds, small, keys)
