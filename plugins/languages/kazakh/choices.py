"""Which readings were chosen for the Kazakh forms of a corpus, as columns. Build time only.

In: what ranking.py chose. Out: a record to be kept, which tells what the next corpus reads otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import ne
from typing import Any

import numpy as np
import numpy.typing as npt

from languages.packed import packed, unpacked

from .grammar import NOUN
from .readings import KazakhReadings

Stems = npt.NDArray[np.int64]
"""Of each form a stem, as `KazakhReadings` numbers them."""


@dataclass(frozen=True, slots=True, eq=False)
class Choices:
    """Forms in normal form, and the stem and kind that each was read as."""

    forms: tuple[str, ...] = ()
    stems: Sequence[str] = ()
    kinds: npt.NDArray[np.uint8] = field(default_factory=lambda: np.zeros(0, np.uint8))

    @classmethod
    def of(cls, readings: KazakhReadings, best: Stems) -> Choices:
        """Of each form that was read the best stem, by its number."""
        stems = list(map(readings.texts.__getitem__, (best >> 1).tolist()))
        return cls(readings.texts[: readings.forms], stems, ((best & 1) + NOUN).astype(np.uint8))

    def unlike(self, others: Choices) -> list[tuple[str, str, str]]:
        """The forms that are read otherwise here than there, with the stem of there and of here; new ones not."""
        size = len(others.forms)
        if self.forms[:size] != others.forms:
            here = dict(zip(self.forms, self._pairs(), strict=True))
            pairs = zip(others.forms, others._pairs(), strict=True)
            return [(form, was[0], here[form][0]) for form, was in pairs if here.get(form, was) != was]
        are = np.fromiter(map(ne, self.stems, others.stems), np.bool_, size) | (self.kinds[:size] != others.kinds)
        return [(self.forms[at], others.stems[at], self.stems[at]) for at in np.flatnonzero(are).tolist()]

    def _pairs(self) -> list[tuple[str, int]]:
        return list(zip(self.stems, self.kinds.tolist(), strict=True))

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (packed(self.forms), packed(self.stems), self.kinds)


def _restored(forms: Any, stems: Any, kinds: npt.NDArray[np.uint8]) -> Choices:
    return Choices(tuple(unpacked(forms)), unpacked(stems), kinds)
