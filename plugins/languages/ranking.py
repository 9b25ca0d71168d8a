"""Which Kazakh reading is right: the readings weighed by what the corpus at hand attests. Build time only.

In: the corpus's word forms with counts. Out: the best stem of each form. A stem is believed if it stands in the
corpus as a word, if many different forms can be read as its inflections (paradigm support), if it is in our own
lists, or if Russian knows it (loanwords). All of that is summed with the fitted weights of
tables/kazakh_weights.toml; every feature is named here and explained in docs/kazakh.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import exp

from .evidence import NAMES, Evidence, Witness
from .grammar import NOUN
from .kazakh import Kazakh, Reading
from .shapes import SHORT, Features
from .tables import toml_table

FAINT = 7.0
"""A reading this much worse than the best has no vote (e to the minus 7 is a thousandth)."""


class Ranking:
    """Chooses among readings. Each form is analysed once; stems are scored once and remembered."""

    def __init__(
        self,
        vocabulary: Mapping[str, int],
        witness: Witness | None = None,
        weights: Mapping[str, float] | None = None,
        engine: Kazakh | None = None,
    ) -> None:
        self.engine = engine or Kazakh()
        self._weights = weights if weights is not None else stem_weights()
        self._within = {kind: self._weights.get(f"within_{name}", 0.0) for kind, name in NAMES.items()}
        self._evidence = Evidence(vocabulary, witness)
        self._fixed: dict[tuple[str, int, bool, bool], tuple[float, bool]] = {}
        self._scores: dict[tuple[str, int, bool, bool], float] = {}
        self._known = {form: self._likely(form) for form in vocabulary}
        self._support: dict[tuple[str, int], float] = {}
        self._count()
        if self._weights:
            self._share()

    def best(self, form: str) -> tuple[str, int]:
        """Stem and kind of the best reading of a form in normal form; of equal ones the first, so the word itself."""
        top, stem, kind = float("-inf"), form, NOUN
        for reading, score in self._scored(self.readings(form)):
            if score > top:
                top, stem, kind = score, reading[0], reading[1]
        return stem, kind

    def kinds(self, stem: str, kind: int) -> int:
        """The kinds that a stem read as `kind` may have before endings, as a sum; 0 for a scrap."""
        return self._evidence.kinds(stem, kind)

    def readings(self, form: str) -> list[Reading]:
        """All readings without scraps of words; forms of the vocabulary are not analysed again."""
        return self._known.get(form) or self._likely(form)

    def _likely(self, form: str) -> list[Reading]:
        is_scrap = self._evidence.is_scrap
        return [
            reading
            for reading in self.engine.readings(form)
            if len(reading[0]) > SHORT or reading[3] is None or not is_scrap(reading[0], reading[1])
        ]

    def _scored(self, readings: list[Reading]) -> Iterator[tuple[Reading, float]]:
        """Each reading with its score among those of the same form."""
        within = self._within
        longest = self.longest_listed(readings)
        for reading in readings:
            score = self.score(reading)
            for kind, length in longest:
                if len(reading[0]) < length:
                    score += within[kind]
            yield reading, score

    def longest_listed(self, readings: list[Reading]) -> list[tuple[int, int]]:
        """For each kind, letters of the longest listed stem: what is shorter has cut into a word that we know."""
        lists = self._evidence.shapes.lists
        found: dict[int, int] = {}
        for stem, kind, lexical, _ in readings:
            if stem in lists[kind] and not lexical and len(stem) > found.get(kind, 0):
                found[kind] = len(stem)
        return list(found.items())

    def score(self, reading: Reading) -> float:
        """How likely a reading is by itself, in no unit: a sum of weights less the cost of the endings."""
        stem, kind, lexical, chain = reading
        key = stem, kind, lexical, chain is None
        known = self._scores.get(key)
        if known is None:
            lasting, doubtful = self._lasting(*key)
            known = self._scores[key] = lasting + self._sum(self._supported(stem, kind, doubtful))
        return known if chain is None else known - chain.cost

    def features(self, stem: str, kind: int, lexical: bool, bare: bool) -> Features:
        """What is known of a stem, as it stands alone (`bare`) or before endings."""
        features, doubtful = self._evidence.lasting(stem, kind, lexical, bare)
        return features + self._supported(stem, kind, doubtful)

    def _supported(self, stem: str, kind: int, doubtful: bool) -> Features:
        return self._evidence.supported(kind, self._support.get((stem, kind), 0.0), doubtful)

    def _lasting(self, stem: str, kind: int, lexical: bool, bare: bool) -> tuple[float, bool]:
        """The part of a stem's score that does not change with its support; and whether nothing attests the stem."""
        key = stem, kind, lexical, bare
        known = self._fixed.get(key)
        if known is None:
            features, doubtful = self._evidence.lasting(*key)
            known = self._fixed[key] = self._sum(features), doubtful
        return known

    def _sum(self, features: Features) -> float:
        weights = self._weights
        return sum([weights.get(name, 0.0) * value for name, value in features])

    def forget(self) -> None:
        """Drop the readings of the vocabulary, when all its forms have been asked for."""
        self._known = {}

    # ---- paradigm support

    def _count(self) -> None:
        """First guess: each form supports every (stem, kind) that it can be read as an inflection of."""
        support = self._support
        for readings in self._known.values():
            for key in {(stem, kind) for stem, kind, lexical, chain in readings if chain and not lexical}:
                support[key] = support.get(key, 0.0) + 1.0

    def _share(self) -> None:
        """Second guess: each form has one vote, which its readings share as the first guess ranks them.

        So forms that belong to another lemma no longer speak for a stem that they merely could have (one step of
        expectation maximisation; measured: +.01 lemma accuracy on lemmas not fitted on).
        """
        support: dict[tuple[str, int], float] = {}
        for readings in self._known.values():
            votes = self._votes(readings)
            total = sum(votes.values())
            for (stem, kind, bare), vote in votes.items():
                if not bare:
                    support[stem, kind] = support.get((stem, kind), 0.0) + vote / total
        self._support = support
        self._scores = {}

    def _votes(self, readings: list[Reading]) -> dict[tuple[str, int, bool], float]:
        """How likely each (stem, kind, bare) is, against the others of the same form."""
        scores: dict[tuple[str, int, bool], float] = {}
        for reading, score in self._scored(readings):
            key = reading[0], reading[1], reading[3] is None
            if score > scores.get(key, score - 1):
                scores[key] = score
        top = max(scores.values())
        return {key: exp(score - top) for key, score in scores.items() if score > top - FAINT}


def stem_weights() -> dict[str, float]:
    """The fitted weights of the features."""
    weights: dict[str, float] = toml_table("kazakh_weights.toml")["stems"]
    return weights
