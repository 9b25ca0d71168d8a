"""Named features of Kazakh stems, as bits of one number, and what they weigh together. Build time only.

What a stem shows by itself are its *marks* and *doubts*; a set of them is a small number, so each set is weighed once
and looked up for all stems at once. What each name means: docs/kazakh.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import numpy as np
import numpy.typing as npt

from languages.tables import toml_table

from .grammar import NOUN, VERB

NAMES = {NOUN: "noun", VERB: "verb"}

MARKS = ("listed", "foreign", "shape", "other_shape", "like_infinitive", "short_1", "short_2", "short_3")
"""What a stem shows, from bit 0 on."""

DOUBTS = ("no_vowel", "one_syllable", "voiced_end", "odd_cluster")
"""What counts only against a stem that nothing attests, in the bits after the marks."""

OF_BOTH_KINDS = frozenset(("foreign", "no_vowel", "voiced_end", "odd_cluster"))
"""These have one weight for nouns and verbs; the others are named after the kind."""

BITS = {name: 1 << bit for bit, name in enumerate((*MARKS, *DOUBTS, "scrap", "scrap_if_unseen"))}
"""Two more bits: no stem before endings at all, or none unless it stands in the corpus by itself."""

ALL_MARKS = (1 << len(MARKS)) - 1

Namer = Callable[[int, int], Iterator[str]]
"""The names of the features of a set of traits and a kind."""

Feature = tuple[str, float]
"""A named value; the weight of the name multiplies it."""


def mark_names(traits: int, kind: int) -> Iterator[str]:
    """The features of a stem's marks."""
    return (feature_name(name, kind) for name in MARKS if traits & BITS[name])


def doubt_names(traits: int, kind: int) -> Iterator[str]:
    """The features of the doubts about a stem that nothing attests."""
    return (feature_name(name, kind) for name in ("unknown", *DOUBTS) if name == "unknown" or traits & BITS[name])


def feature_name(name: str, kind: int) -> str:
    """`shape` of a noun is weighed as `noun_shape`."""
    return name if name in OF_BOTH_KINDS else f"{NAMES[kind]}_{name}"


class Scales:
    """The weights of features; one without weight weighs nothing. Columns are noun, verb."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights
        self.marks = self._table(1 << len(MARKS), mark_names, 0)
        """What each set of marks weighs: row, the set; column, the kind."""
        self.doubts = self._table(1 << len(DOUBTS), doubt_names, len(MARKS))
        """The same for sets of doubts."""

    def of(self, name: str) -> float:
        """The weight of a feature."""
        return self._weights.get(name, 0.0)

    def both(self, name: str) -> npt.NDArray[np.float64]:
        """The weights of a feature of nouns and of verbs."""
        return np.array([self.of(feature_name(name, kind)) for kind in NAMES])

    def _table(self, size: int, names: Namer, shift: int) -> npt.NDArray[np.float64]:
        """What each set of so many features weighs; `names` gives those of a set, whose first bit is `shift`."""
        return np.array([[sum(map(self.of, names(code << shift, kind))) for kind in NAMES] for code in range(size)])


def stem_weights() -> dict[str, float]:
    """The fitted weights of the features."""
    weights: dict[str, float] = toml_table("kazakh_weights.toml")["stems"]
    return weights
