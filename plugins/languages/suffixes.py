"""What the last letters of many texts tell, looked up for all texts at once. Build time only, no twin.

Six bits a letter: the last letters of a text are one number, and so is each suffix of a table.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]

LETTER_BITS = 6  # a table has at most 63 different letters


class Letters:
    """The letters of many texts as one array."""

    def __init__(self, texts: Sequence[str]) -> None:
        # one sign between texts, so that none is empty and each begins where it is reckoned to
        signs = "\0".join(texts).encode("utf-32-le", "surrogatepass") or b"\0\0\0\0"
        self.codes = np.frombuffer(signs, np.int32)
        """The code points of all texts, with a 0 after each but the last; 32 bits, as there are millions."""
        self.sizes = np.fromiter(map(len, texts), np.int64, len(texts))
        """[texts] letters."""
        self.starts = self.sizes.cumsum() - self.sizes + np.arange(len(texts))
        """[texts] where each begins."""
        self._last: dict[int, Ints] = {}

    def counts(self, letters: str) -> Ints:
        """[texts] how many of these letters each has."""
        is_one = np.zeros(max(map(ord, letters)) + 2, bool)  # what is beyond the last is none of them
        is_one[list(map(ord, letters))] = True
        before = np.zeros(len(self.codes) + 1, np.int32)
        np.cumsum(is_one[np.minimum(self.codes, len(is_one) - 1)], out=before[1:])
        return np.asarray(before[self.starts + self.sizes] - before[self.starts], np.int64)

    def last(self, back: int) -> Ints:
        """[texts] the code point of the letter so far from the end, counted from 1; 0 where there is none."""
        if back not in self._last:
            at = np.maximum(self.starts + self.sizes - back, 0)
            self._last[back] = np.where(self.sizes >= back, self.codes[at], 0)
        return self._last[back]


class Suffixes:
    """A table suffix -> bits; a text has the bits of all suffixes that it ends with, by their length."""

    def __init__(self, table: Mapping[str, int]) -> None:
        alphabet = sorted({letter for suffix in table for letter in suffix})
        self._ids = np.zeros(ord(alphabet[-1]) + 2, np.int64)  # any other letter is 0
        self._ids[list(map(ord, alphabet))] = np.arange(1, len(alphabet) + 1)
        rows: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for suffix, bits in table.items():
            rows[len(suffix)].append((self._key(suffix), bits))
        self._rows = {size: np.array(sorted(pairs), np.int64) for size, pairs in rows.items()}

    def found(self, letters: Letters) -> dict[int, Ints]:
        """For each length of suffixes, [texts] the bits of the one that the text ends with, 0 for none."""
        key, found = np.zeros(len(letters.sizes), np.int64), {}
        for size in range(1, max(self._rows) + 1):
            letter = self._ids[np.minimum(letters.last(size), len(self._ids) - 1)]
            key |= letter << LETTER_BITS * (size - 1)
            if size in self._rows:
                keys, bits = self._rows[size].T
                at = np.minimum(np.searchsorted(keys, key), len(keys) - 1)
                found[size] = np.where(keys[at] == key, bits[at], 0)
        return found

    def all(self, letters: Letters) -> Ints:
        """[texts] the bits of all suffixes that each ends with."""
        found = np.zeros(len(letters.sizes), np.int64)
        for bits in self.found(letters).values():
            found |= bits
        return found

    def _key(self, suffix: str) -> int:
        return sum(int(self._ids[ord(letter)]) << LETTER_BITS * back for back, letter in enumerate(reversed(suffix)))
