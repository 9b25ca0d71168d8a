"""Texts told apart by numbers: beginnings of words, with another end or without. Build time only.

A *print* is a sum over the letters of a text, each multiplied by a power of an odd factor, modulo 2^64 (a polynomial
hash). The print of a beginning of a word is the difference of two running sums, so no string need be made to see that
two texts are one. Prints by a second factor are compared too: 128 bits.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from languages.suffixes import Ints, Letters

Prints = npt.NDArray[np.uint64]

FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F)
"""Odd numbers whose bits have no pattern: 2^64 divided by the golden ratio is the first. If two texts clash by one of
them, the next is taken."""

SECOND = 0xD6E8FEB86659FD93
"""Another such number, which confirms the first."""


class ClashError(ArithmeticError):
    """Two texts have the same print."""


class Summed:
    """The prints of all beginnings of many words by one factor."""

    def __init__(self, letters: Letters, factor: int) -> None:
        self._factor, self._starts = factor, letters.starts
        self._powers = np.full(int(letters.sizes.max(initial=0)) + 2, factor, np.uint64)
        self._powers[0] = 1
        np.cumprod(self._powers, out=self._powers)
        place = np.arange(len(letters.codes)) - np.repeat(letters.starts, letters.sizes + 1)[: len(letters.codes)]
        self._sums = np.zeros(len(letters.codes) + 1, np.uint64)
        # one more than the code point, so that no letter is nothing
        np.cumsum((letters.codes + 1).astype(np.uint64) * self._powers[place], out=self._sums[1:])

    def of(self, word: Ints, rest: Ints, end: Ints, ends: Prints) -> Prints:
        """The prints of the first `rest` letters of words, each with an end, whose print is looked up in `ends`."""
        start = self._starts[word]
        found: Prints = self._sums[start + rest] - self._sums[start] + ends[end] * self._powers[rest]
        return found

    def of_texts(self, texts: Sequence[str]) -> Prints:
        """The prints of a few texts as they stand alone."""
        return np.array([self._of_text(text) for text in texts], np.uint64)

    def _of_text(self, text: str) -> int:
        return sum((ord(sign) + 1) * pow(self._factor, at, 1 << 64) for at, sign in enumerate(text)) & (1 << 64) - 1


def prints_of(letters: Letters) -> Prints:
    """The prints of whole texts."""
    nothing = np.zeros(len(letters.sizes), np.int64)
    return Summed(letters, SECOND).of(np.arange(len(letters.sizes)), letters.sizes, nothing, np.zeros(1, np.uint64))


class WordBits:
    """A table word -> bits, looked up for many texts at once."""

    def __init__(self, table: Mapping[str, int]) -> None:
        self._table = table
        self._prints = np.sort(prints_of(Letters(list(table))))

    def among(self, texts: Sequence[str], prints: Prints) -> tuple[Ints, Ints]:
        """Which of the texts, whose prints are given, are in the table, and their bits."""
        at = np.minimum(np.searchsorted(self._prints, prints), len(self._prints) - 1)
        likely = np.flatnonzero(self._prints[at] == prints).tolist()
        rows = [row for row in likely if texts[row] in self._table]
        return np.array(rows, np.int64), np.array([self._table[texts[row]] for row in rows], np.int64)


class Texts:
    """Distinct texts, numbered from 0 as they are met; first the words, which are distinct, with their `letters`.

    Making and adding may raise `ClashError`.
    """

    def __init__(self, words: Sequence[str], letters: Letters, factor: int) -> None:
        self.texts = list(words)
        """By number."""
        self._words, self._sums = words, [Summed(letters, each) for each in (factor, SECOND)]
        self._ends = {"": 0}
        sizes = letters.sizes
        self._places = np.stack((np.arange(len(sizes)), sizes, np.zeros(len(sizes), np.int64)))
        """Word, rest and end of each text."""
        prints, self.prints = self._prints(*self._places)
        """By number, by the factor `SECOND`."""
        self._numbers = prints.argsort()
        self._sorted = prints[self._numbers]
        """By print: whose it is, and the print."""
        if (self._sorted[1:] == self._sorted[:-1]).any():
            raise ClashError

    def end(self, text: str) -> int:
        """The number of an end that texts may have."""
        return self._ends.setdefault(text, len(self._ends))

    def add(self, word: Ints, rest: Ints, end: Ints) -> Ints:
        """The numbers of texts: the first `rest` letters of a word, then an end."""
        prints, others = self._prints(word, rest, end)
        at = np.searchsorted(self._sorted, prints)
        at[at == len(self._sorted)] = 0  # any, as none is found
        found = np.where(self._sorted[at] == prints, self._numbers[at], -1) if len(self._sorted) else at - 1
        fresh = np.flatnonzero(found < 0)
        if len(fresh):
            new, first, same = np.unique(prints[fresh], return_index=True, return_inverse=True)
            order = first.argsort()
            number = np.empty(len(order), np.int64)
            number[order] = np.arange(len(order)) + len(self.texts)
            found[fresh] = number[same]
            met = fresh[first[order]]
            self._keep(new, number, others[met], np.stack((word[met], rest[met], end[met])))
        if (self.prints[found] != others).any():
            raise ClashError
        return found

    def beginnings(self, numbers: Ints, sizes: Ints) -> Ints:
        """The numbers of the first letters of texts, so many of each."""
        word, rest, end = self._places[:, numbers]
        kept, ends = np.minimum(rest, sizes), list(self._ends)
        cut = np.zeros(len(numbers), np.int64)
        for row in np.flatnonzero(sizes > rest).tolist():
            cut[row] = self.end(ends[end[row]][: sizes[row] - rest[row]])
        return self.add(word, kept, cut)

    def _prints(self, word: Ints, rest: Ints, end: Ints) -> list[Prints]:
        ends = list(self._ends)
        return [sums.of(word, rest, end, sums.of_texts(ends)) for sums in self._sums]

    def _keep(self, prints: Prints, numbers: Ints, others: Prints, places: Ints) -> None:
        """Texts that are met for the first time; the first two columns are sorted by print, the others by number."""
        at = np.searchsorted(self._sorted, prints)
        self._sorted = np.insert(self._sorted, at, prints)
        self._numbers = np.insert(self._numbers, at, numbers)
        self.prints = np.concatenate((self.prints, others))
        self._places = np.concatenate((self._places, places), axis=1)
        words, ends = self._words, list(self._ends)
        self.texts += [words[word][:rest] + ends[end] for word, rest, end in zip(*places.tolist(), strict=True)]
