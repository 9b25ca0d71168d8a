"""From chains of endings and the end of what stands before them to stems, for many words at once. Build time only.

What a chain asks of a stem (its *demand*: contexts, first ending, kinds) it shares with many others, so what a demand
makes of an end is found once, by stems.py, and looked up in a table from then on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from languages.suffixes import Ints

from .chains import Chain, Tail
from .grammar import NOUN
from .stems import End, First, StemEnds

UNMET, NOTHING = -1, 0
"""The numbers of an outcome that was not asked for yet, and of none."""


class Demand(NamedTuple):
    """What a chain asks of a stem; fields as in `Chain`."""

    contexts: int
    first: First
    restore: tuple[str, ...]
    kinds: tuple[int, ...]


class Leads:
    """The chains that may follow a bare stem, tail by tail, and what they make of ends. Tails and ends are numbers."""

    def __init__(self, ends: StemEnds) -> None:
        self._stem_ends = ends
        self._demands: dict[Demand, int] = {}
        self.chains = self.first = np.zeros(0, np.int64)
        """[tails] how many chains, and the number of the first of them."""
        self.demand, self.cost = np.zeros(0, np.int64), np.zeros(0)
        """[chains] which demand, and what the endings cost."""
        self._outcomes = np.zeros((0, 0), np.int32)
        """[demands, ends] the outcome."""
        self._changes: dict[str | None, int] = {None: 0}
        self._ways: dict[tuple[tuple[str | None, int, bool], ...], int] = {(): NOTHING}
        self.outcome_sizes = self.outcome_first = np.zeros(1, np.int64)
        """[outcomes] how many ways to a stem, and the first of them."""
        self.change = self.kind = self.lexical = np.zeros(0, np.int64)
        """[ways] which of `changes`; 0 for noun, 1 for verb; 1 if a stem is so restored only where it is attested."""

    @property
    def changes(self) -> list[str | None]:
        """What may stand for the last letter; the letter itself, None, is the first."""
        return list(self._changes)

    def add(self, tails: Iterable[Tail]) -> None:
        """The next tails in the order of their numbers."""
        many = [tail.stemmed for tail in tails]
        chains = [chain for stemmed in many for chain in stemmed]
        self.chains = np.concatenate((self.chains, np.array(list(map(len, many)), np.int64)))
        self.first = self.chains.cumsum() - self.chains
        self.demand = np.concatenate((self.demand, np.array(list(map(self._demand, chains)), np.int64)))
        self.cost = np.concatenate((self.cost, np.array([chain.cost for chain in chains], np.float64)))

    def outcomes(self, demand: Ints, end: npt.NDArray[np.int32], ends: Sequence[End]) -> npt.NDArray[np.int32]:
        """What demands make of ends, which are numbers in a list that only grows."""
        self._make_room(len(self._demands), len(ends))
        found = self._outcomes[demand, end]
        unmet = found == UNMET
        if unmet.any():
            demands = list(self._demands)
            pairs = np.unique(demand[unmet] * len(ends) + end[unmet])
            for of_demand, of_end in zip(*(each.tolist() for each in np.divmod(pairs, len(ends))), strict=True):
                self._outcomes[of_demand, of_end] = self._outcome(demands[of_demand], ends[of_end])
            self._tell_ways()
            found = self._outcomes[demand, end]
        return found

    def _demand(self, chain: Chain) -> int:
        asked = Demand(chain.contexts, chain.first, chain.restore, chain.kinds)
        return self._demands.setdefault(asked, len(self._demands))

    def _outcome(self, demand: Demand, end: End) -> int:
        """The number of the ways from an end to stems."""
        ways: tuple[tuple[str | None, int, bool], ...] = ()
        if demand.contexts & end.contexts:
            stems = self._stem_ends.restored(end, demand.first, demand.restore)
            ways = tuple((text, kind, lexical) for text, lexical in stems for kind in demand.kinds)
        return self._ways.setdefault(ways, len(self._ways))

    def _tell_ways(self) -> None:
        """The ways of all outcomes as columns."""
        rows = [row for ways in self._ways for row in ways]
        self.outcome_sizes = np.array(list(map(len, self._ways)), np.int64)
        self.outcome_first = self.outcome_sizes.cumsum() - self.outcome_sizes
        self.change = np.array([self._changes.setdefault(text, len(self._changes)) for text, _, _ in rows], np.int64)
        self.kind = np.array([kind - NOUN for _, kind, _ in rows], np.int64)
        self.lexical = np.array([lexical for *_, lexical in rows], np.int64)

    def _make_room(self, rows: int, columns: int) -> None:
        """A table of at least this size; it grows by half, so that little is copied."""
        has_rows, has_columns = self._outcomes.shape
        if rows > has_rows or columns > has_columns:
            size = max(rows, has_rows * 3 // 2), max(columns, has_columns * 3 // 2)
            table = np.full(size, UNMET, np.int32)
            table[:has_rows, :has_columns] = self._outcomes
            self._outcomes = table


def spread(sizes: Ints, first: Ints) -> tuple[Ints, Ints]:
    """Rows that each stand for several: the number of the row of each, and the numbers from `first` on."""
    row = np.repeat(np.arange(len(sizes)), sizes)
    return row, np.arange(len(row)) + np.repeat(first - (sizes.cumsum() - sizes), sizes)
