"""Terms by number: those of the last build by their places of then, new ones behind them."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from languages import folds_of_normal
from lunr_search.indexing.known import Known
from lunr_search.indexing.places import Places
from lunr_search.records import Ints


class TermNumbers:
    """The numbers of terms."""

    def __init__(self, known: Known, familiar: Ints) -> None:
        """`familiar` are places of terms that will be asked for, which so need not be looked for."""
        self._known, self._places = known, Places(known)
        self._places.update((known.terms[place], place) for place in np.unique(familiar).tolist())
        self._new: dict[str, int] = {}
        self._terms: list[str] = []
        self.new_keys: list[str] = []
        """The search keys of the new ones."""

    def __len__(self) -> int:
        return len(self._known.terms) + len(self._new)

    def get(self, term: str) -> int:
        """The number of a term, -1 where it is none."""
        place = self._places[term]
        return place if place >= 0 else self._new.get(term, -1)

    def all(self, terms: Iterable[str]) -> Ints:
        """The numbers of terms; new ones get the next."""
        found = [(term, self.get(term)) for term in terms]
        fresh = [term for term, number in found if number < 0]
        for term in dict.fromkeys(fresh):
            self._new[term] = len(self)
            self._terms.append(term)
        self.new_keys += folds_of_normal(self._terms[len(self.new_keys) :])
        return np.array([number if number >= 0 else self._new[term] for term, number in found], np.int64)

    def term(self, number: int) -> str:
        """A term."""
        size = len(self._known.terms)
        return self._known.terms[number] if number < size else self._terms[number - size]

    def key(self, number: int) -> str:
        """Its search key."""
        size = len(self._known.keys)
        return self._known.keys[number] if number < size else self.new_keys[number - size]
