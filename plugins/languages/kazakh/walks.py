"""All ways from many Kazakh words to stems: what `Kazakh.readings` does for one word, as columns. Build time only.

Tails become numbers and their `longer` a table, so that all words take a step together: one look-up for each letter
from the end, however many words there are. Ends of what stands before a tail are numbers too; leads.py tells the way
from there to stems. Tails and ends are made by the engine and kept there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from languages.suffixes import LETTER_BITS, Ints, Letters
from languages.tables import TableError

from .chains import DEAD, Tail
from .kazakh import Kazakh
from .leads import Leads, spread
from .stems import NEAR, End

GONE, START, UNMET, OPEN = 0, 1, -1, -2
"""The numbers of no tail and of the empty tail; a step that was not taken yet; letters that do not decide an end."""

Small = npt.NDArray[np.int32]
"""Numbers of few things, for big tables."""


@dataclass(frozen=True, slots=True)
class Ways:
    """Ways from words to stems, word by word and in the order of the engine; columns of one length."""

    word: Ints
    """The number of the word."""
    rest: Ints
    """Letters that stand before the endings."""
    change: Ints
    """What stands for the last of them: which of the walks' `leads.changes`."""
    kind: Ints
    """0 for noun, 1 for verb."""
    lexical: Ints
    """1 if the stem is believed only where it is attested."""
    cost: npt.NDArray[np.float64]
    """What the endings cost."""


class Walks:
    """The tails of an engine by number, and the ends that were met before them."""

    def __init__(self, engine: Kazakh) -> None:
        self._engine = engine
        self.leads = Leads(engine.ends)
        self._alphabet = sorted({letter for text in engine.rules.suffixes for letter in text})
        self._letters = _numbered(self._alphabet)
        self._known = frozenset((*engine.rules.classes, *engine.rules.harmonies, *self._alphabet))
        self._signs = _numbered(sorted(self._known), len(self._known) + 1)
        if len(self._known) + 1 >> LETTER_BITS:
            raise TableError(f"kazakh.toml: has more than {(1 << LETTER_BITS) - 2} different letters")
        self._tails: list[Tail] = [DEAD, engine.tails.empty]
        self._numbers: dict[int, int] = {id(tail): number for number, tail in enumerate(self._tails)}
        self.leads.add(self._tails)
        self._moves = self._unmet(2)
        self._ends: dict[End, int] = {}
        self._end_of = np.full(1 << NEAR * LETTER_BITS, UNMET, np.int32)
        """The number of the end that so many last letters decide."""

    def ways(self, words: Sequence[str], letters: Letters) -> Ways:
        """The ways of all words, given with their letters."""
        word, rest, tail = self._walked(letters)
        order = np.argsort(word, kind="stable")
        word, rest, tail = word[order], rest[order], tail[order]
        end, leads = self._ended(words, letters, word, rest), self.leads
        cut, chain = spread(leads.chains[tail], leads.first[tail])
        outcome = leads.outcomes(leads.demand[chain], end[cut], list(self._ends))
        row, way = spread(leads.outcome_sizes[outcome], leads.outcome_first[outcome])
        cut, chain = cut[row], chain[row]
        columns = leads.change[way], leads.kind[way], leads.lexical[way], leads.cost[chain]
        return Ways(word[cut], rest[cut], *columns)

    def _walked(self, letters: Letters) -> tuple[Ints, Ints, Small]:
        """Word, rest and number of each tail that may follow a bare stem; the shortest tails first."""
        numbers = self._letters[np.minimum(letters.codes, len(self._letters) - 1)]
        word: Ints = np.flatnonzero(letters.sizes > 1)
        rest: Ints = letters.sizes[word]
        at, tail = letters.starts[word] + rest, np.full(len(word), START, np.int32)
        found = [(word[:0], rest[:0], tail[:0])]
        while len(word):
            rest, at = rest - 1, at - 1
            tail = self._moved(tail, numbers[at])
            stemmed = self.leads.chains[tail] > 0
            found.append((word[stemmed], rest[stemmed], tail[stemmed]))
            on = (tail != GONE) & (rest > 1)
            word, tail, rest, at = word[on], tail[on], rest[on], at[on]
        words, rests, tails = (np.concatenate(columns) for columns in zip(*found, strict=True))
        return words, rests, tails

    def _moved(self, tails: Small, letters: Small) -> Small:
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
        self.leads.add(fresh)
        self._moves = np.concatenate((self._moves, self._unmet(len(fresh))))
        self._moves[tails, letters] = found

    def _unmet(self, rows: int) -> Small:
        moves = np.full((rows, len(self._alphabet) + 1), UNMET, np.int32)
        moves[:, 0] = GONE
        return moves

    def _ended(self, words: Sequence[str], letters: Letters, word: Ints, rest: Ints) -> Small:
        """The number of the end of what stands before each tail; a few last letters mostly decide it."""
        near = self._near(letters)[letters.starts[word] + rest - 1]
        ends: Small = self._end_of[near]
        unmet = np.flatnonzero(ends == UNMET)
        keys, first = np.unique(near[unmet], return_index=True)
        for key, row in zip(keys.tolist(), unmet[first].tolist(), strict=True):
            stem = words[word[row]][: rest[row]]
            end = self._end(stem)
            is_told = self._engine.ends.is_decided(stem) and self._known.issuperset(stem[-NEAR:])
            self._end_of[key] = end if is_told else OPEN
        ends[unmet] = self._end_of[near[unmet]]
        for row in np.flatnonzero(ends == OPEN).tolist():
            ends[row] = self._end(words[word[row]][: rest[row]])
        return ends

    def _near(self, letters: Letters) -> Small:
        """For each letter, it and those before it in its word, `NEAR` in all, as one number."""
        last: Small = self._signs[np.minimum(letters.codes, len(self._signs) - 1)]
        last[letters.starts[1:] - 1] = 0  # what stands between words
        near: Small = last
        for _ in range(NEAR - 1):
            before = np.concatenate((np.zeros(1, near.dtype), near[:-1]))
            near = last | before << LETTER_BITS
            near[last == 0] = 0
        return near

    def _end(self, stem: str) -> int:
        return self._ends.setdefault(self._engine.ends.of(stem), len(self._ends))


def _numbered(letters: Sequence[str], others: int = 0) -> Small:
    """By code point the numbers of letters, from 1; of others, which the last stands for too, that number."""
    numbers = np.full(max(map(ord, letters)) + 2, others, np.int32)
    numbers[list(map(ord, letters))] = np.arange(1, len(letters) + 1)
    return numbers
