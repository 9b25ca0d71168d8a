"""All ways to cut endings off many Kazakh words at once: what `Kazakh.cuts` does for one, as columns. Build time only.

Tails become numbers and their `longer` a table, so that all words take a step together: one look-up for each letter
from the end, however many words there are. Tails, ends and steps are made by the engine and kept there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .chains import DEAD, Step, Tail
from .kazakh import Kazakh
from .stems import End
from .suffixes import Ints, Letters

CODE_BITS = 21  # of a Unicode code point, so that three fit into one number
GONE, START, UNMET = 0, 1, -1
"""The numbers of no tail and of the empty tail; a step that was not taken yet."""


@dataclass(frozen=True, slots=True)
class Cuts:
    """Places where words may be cut: word by word, the longest rest first; columns of one length."""

    word: Ints
    """The number of the word."""
    rest: Ints
    """Letters that stand before the endings."""
    steps: Ints
    """Which of `leads` lead from there to stems."""
    leads: list[tuple[Step, ...]]


class Walks:
    """The tails of an engine by number."""

    def __init__(self, engine: Kazakh) -> None:
        self._engine = engine
        self._alphabet = sorted({letter for text in engine.rules.suffixes for letter in text})
        self._letters = np.zeros(max(map(ord, self._alphabet)) + 2, np.int64)  # any other letter is 0
        self._letters[list(map(ord, self._alphabet))] = np.arange(1, len(self._alphabet) + 1)
        self._tails: list[Tail] = [DEAD, engine.tails.empty]
        self._numbers: dict[int, int] = {id(tail): number for number, tail in enumerate(self._tails)}
        self._stemmed = np.zeros(2, bool)
        self._moves = self._unmet(2)

    def cuts(self, words: Sequence[str]) -> Cuts:
        """The cuts of all words; those that lead to no stem are left out."""
        letters = Letters(words)
        word, rest, tail = self._walked(letters)
        order = np.argsort(word, kind="stable")
        word, rest, tail = word[order], rest[order], tail[order]
        end, ends = self._ends(words, letters, word, rest)
        pairs, lead = np.unique(tail * len(ends) + end, return_inverse=True)
        leads = [self._steps(self._tails[pair // len(ends)], ends[pair % len(ends)]) for pair in pairs.tolist()]
        fruitful = np.fromiter(map(bool, leads), bool, len(leads))[lead]
        return Cuts(word[fruitful], rest[fruitful], lead[fruitful], leads)

    def _walked(self, letters: Letters) -> tuple[Ints, Ints, Ints]:
        """Word, rest and number of each tail that may follow a bare stem; the shortest tails first."""
        numbers = self._letters[np.minimum(letters.codes, len(self._letters) - 1)]
        starts, sizes = letters.starts, letters.sizes
        word = np.flatnonzero(sizes > 1)
        tail = np.full(len(word), START)
        found = [(word[:0], word[:0], word[:0])]
        back = 1
        while len(word):
            rest = sizes[word] - back
            tail = self._moved(tail, numbers[starts[word] + rest])
            stemmed = self._stemmed[tail]
            found.append((word[stemmed], rest[stemmed], tail[stemmed]))
            on = (tail != GONE) & (rest > 1)
            word, tail, back = word[on], tail[on], back + 1
        words, rests, tails = (np.concatenate(columns) for columns in zip(*found, strict=True))
        return words, rests, tails

    def _moved(self, tails: Ints, letters: Ints) -> Ints:
        """The numbers of the tails with one more letter before them."""
        moved = self._moves[tails, letters]
        unmet = moved == UNMET
        if unmet.any():
            pairs = np.unique(tails[unmet] * self._moves.shape[1] + letters[unmet])
            self._meet(*np.divmod(pairs, self._moves.shape[1]))
            moved = self._moves[tails, letters]
        return moved

    def _meet(self, tails: Ints, letters: Ints) -> None:
        """Take steps for the first time."""
        known, numbers, found = self._tails, self._numbers, []
        for number, letter in zip(tails.tolist(), letters.tolist(), strict=True):
            tail, sign = known[number], self._alphabet[letter - 1]
            longer = tail.longer.get(sign) or self._engine.tails.longer(tail, sign)
            found.append(numbers.setdefault(id(longer), len(known)))
            if found[-1] == len(known):
                known.append(longer)
        fresh = known[len(self._moves) :]
        self._stemmed = np.concatenate((self._stemmed, np.fromiter((bool(tail.stemmed) for tail in fresh), bool)))
        self._moves = np.concatenate((self._moves, self._unmet(len(fresh))))
        self._moves[tails, letters] = found

    def _unmet(self, rows: int) -> Ints:
        moves = np.full((rows, len(self._alphabet) + 1), UNMET)
        moves[:, 0] = GONE
        return moves

    def _ends(self, words: Sequence[str], letters: Letters, word: Ints, rest: Ints) -> tuple[Ints, list[End]]:
        """The end of what stands before each tail, as a number in a list; three last letters mostly decide it."""
        near = np.zeros(len(word), np.int64)
        for back in (3, 2, 1):
            letter = letters.codes[np.maximum(letters.starts[word] + rest - back, 0)]
            near = near << CODE_BITS | np.where(rest >= back, letter, 0)
        _, first, same = np.unique(near, return_index=True, return_inverse=True)
        known: dict[End, int] = {}
        ends = np.array([self._decided(words[word[row]][: rest[row]], known) for row in first.tolist()], np.int64)[same]
        for row in np.flatnonzero(ends < 0).tolist():
            end = self._engine.ends.of(words[word[row]][: rest[row]])
            ends[row] = known.setdefault(end, len(known))
        return ends, list(known)

    def _decided(self, rest: str, known: dict[End, int]) -> int:
        """The number of the end of all that ends with these three letters, -1 if they do not decide."""
        end = self._engine.ends.of(rest)
        return known.setdefault(end, len(known)) if self._engine.ends.is_decided(rest) else -1

    def _steps(self, tail: Tail, end: End) -> tuple[Step, ...]:
        steps = tail.steps.get(end)
        return self._engine.tails.steps(tail, end) if steps is None else steps
