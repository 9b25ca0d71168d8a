"""Named features of Kazakh stems, and what they weigh together. Build time only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import log1p

Feature = tuple[str, float]
"""A named value; the weight of the name multiplies it."""


@dataclass(frozen=True, slots=True)
class Trait:
    """Features that many stems have together, so that they are weighed once."""

    features: tuple[Feature, ...]
    weight: float


class Scales:
    """The weights of features; one without weight weighs nothing."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights
        self._attested: dict[tuple[str, bool, int], Trait] = {}
        self._traits: dict[tuple[Feature, ...], Trait] = {}

    def of(self, name: str) -> float:
        """The weight of a feature."""
        return self._weights.get(name, 0.0)

    def weigh(self, *features: Feature) -> Trait:
        """These features as one trait."""
        known = self._traits.get(features)
        if known is None:
            weight = sum(self.of(name) * value for name, value in features)
            known = self._traits[features] = Trait(features, weight)
        return known

    def attested(self, kind: str, listed: bool, count: int) -> Trait:
        """That a stem stands in the corpus so many times, and whether in our lists too."""
        key = kind, listed, count
        known = self._attested.get(key)
        if known is None:
            attested = kind + "_attested", min(1.0, 0.45 + 0.25 * log1p(count))
            known = self.weigh((kind + "_listed", 1.0), attested) if listed else self.weigh(attested)
            self._attested[key] = known
        return known
