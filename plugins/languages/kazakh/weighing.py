"""Kazakh readings weighed by what the corpus attests, all at once as columns. Build time only; ranking.py directs it.

Scores are rounded before they are compared, so that how a machine reckons logarithms changes no answer.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from .readings import KazakhReadings
from .traits import ALL_MARKS, BITS, MARKS, Feature, Scales, doubt_names, feature_name, mark_names

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

LONG = 8
"""Letters that make one of the feature `bare_length`."""

ALONE = 2.0
"""Fewer forms than this leave a stem that nothing attests alone."""

FAINT = 7.0
"""A reading this much worse than the best has no vote (e to the minus 7 is a thousandth)."""

DIGITS = 9
"""Digits after the point that scores are compared by."""


class Weighing:
    """Readings, what a corpus says of their stems, and the weights. Arrays [stems] go by the number of the stem.

    `counts` [texts] is how often each text stands in the corpus, -1 if it does not.
    """

    def __init__(
        self, readings: KazakhReadings, counts: npt.NDArray[np.int64], scales: Scales, derivations: tuple[str, ...]
    ) -> None:
        self._readings, self._scales, self._derivations = readings, scales, derivations
        self._attested = counts >= 0
        self._value = np.where(self._attested, np.minimum(1.0, 0.45 + 0.25 * np.log1p(np.maximum(counts, 0))), 0.0)
        self._counted = self._attested[: readings.forms]
        listed = (readings.traits[:, 0] & BITS["listed"]) != 0
        self._derived = (readings.base >= 0) & (self._attested | listed)[readings.base]
        self._weigh_stems()
        self._weigh_readings()

    def first_support(self) -> Floats:
        """[stems] how many forms of the corpus can be read as inflections of each stem, none restored lexically."""
        counts = self._counted[self._word] & self._plain
        return np.bincount(self._stem[counts], minlength=self._lasting.size).astype(np.float64)

    def scores(self, support: Floats) -> Floats:
        """The score of each candidate: of a form's, the bare word as noun, as verb, then its readings."""
        backing = (np.log1p(support).reshape(-1, 2) * self._support).reshape(-1)
        alone = self._doubtful * np.maximum(ALONE - support, 0.0).reshape(-1, 2) * self._alone
        of_stems = self._lasting + backing + alone.reshape(-1)
        scores = np.empty(len(self._word) + self._bare.size)
        scores[self._bare_at] = self._bare + backing.reshape(-1, 2)[: self._readings.forms]
        scores[self._reading_at] = of_stems[self._stem] - self._cost
        np.round(scores, DIGITS, out=scores)
        return scores

    def shared_support(self, scores: Floats) -> Floats:
        """[stems] the votes of the corpus's forms: each has one, which its readings share.

        Each reading is as likely as e to the power of its score, against the others of the same form.
        """
        below = scores - np.repeat(np.maximum.reduceat(scores, self._first), self._sizes) if len(scores) else scores
        votes = np.where(below > -FAINT, np.exp(below), 0.0)
        totals = np.add.reduceat(votes, self._first) if len(votes) else votes
        shares = np.where(self._counted[self._word], votes[self._reading_at] / totals[self._word], 0.0)
        support: Floats = np.bincount(self._stem, shares, self._lasting.size).astype(np.float64, copy=False)
        return support

    def best(self, scores: Floats) -> npt.NDArray[np.int64]:
        """[forms] the stem of the best candidate, of equal ones the first."""
        if not len(scores):
            return np.zeros(0, np.int64)
        top = np.repeat(np.maximum.reduceat(scores, self._first), self._sizes)
        at = np.where(scores == top, np.arange(len(scores)), len(scores))
        stems = np.empty(len(scores), np.int64)
        stems[self._bare_at] = 2 * np.arange(self._readings.forms)[:, None] + (0, 1)
        stems[self._reading_at] = self._stem
        return stems[np.minimum.reduceat(at, self._first)]

    def features(self, text: int, kind: int, lexical: bool, bare: bool, support: Floats) -> list[Feature]:
        """All that is known of a stem, as it stands alone (`bare`) or before endings; what `scores` weighs, by name."""
        column = kind - 1
        traits, letters = int(self._readings.traits[text, column]), len(self._readings.texts[text])
        attested = not bare and bool(self._attested[text])
        doubtful = not bare and bool(self._doubtful[text, column])
        marks = mark_names(traits & ~BITS["foreign"] if attested else traits, kind)
        alone = [("bare", 1.0)] if bare else [("inflected", 1.0)]
        found = [(feature_name(name, kind), value) for name, value in alone]
        found += [("bare_length", letters / LONG)] if bare else []
        found += [(name, 1.0) for name in marks]
        found += [(feature_name("attested", kind), float(self._value[text]))] if attested else []
        if column == 0 and self._derived[text]:
            found.append(("derived_" + self._derivations[self._readings.derivation[text] - 1], 1.0))
        if lexical:
            found.append(("lexical_unknown" if doubtful else "lexical_known", 1.0))
        found += [(name, 1.0) for name in doubt_names(traits, kind)] if doubtful else []
        speaking = float(support[2 * text + column])
        found += [(feature_name("support", kind), float(np.log1p(speaking)))] if speaking else []
        found += [(feature_name("alone", kind), ALONE - speaking)] if doubtful and speaking < ALONE else []
        return found

    def _weigh_stems(self) -> None:
        """What lasts of each stem before endings, and of each form without them: all but support."""
        scales, traits = self._scales, self._readings.traits
        columns = np.arange(2)
        attested = self._attested[:, None]
        seen = np.where(attested, traits & ~np.uint16(BITS["foreign"]), traits)
        self._doubtful = ~attested & ((traits & (BITS["listed"] | BITS["foreign"])) == 0)
        names = np.array([0.0, *(scales.of("derived_" + name) for name in self._derivations)])
        derived = np.where(self._derived, names[self._readings.derivation], 0.0)[:, None] * (1.0, 0.0)
        doubts = scales.doubts[(traits >> len(MARKS)) & (len(scales.doubts) - 1), columns]
        evidence = scales.marks[seen & ALL_MARKS, columns] + scales.both("attested") * self._value[:, None]
        lasting = scales.both("inflected") + evidence + derived + np.where(self._doubtful, doubts, 0.0)
        self._lasting = lasting.reshape(-1)
        forms = self._readings.forms
        letters = np.fromiter(map(len, self._readings.texts[:forms]), np.float64, forms)[:, None]
        bare = scales.both("bare") + scales.of("bare_length") / LONG * letters
        self._bare = bare + scales.marks[traits[:forms] & ALL_MARKS, columns] + derived[:forms]
        self._support, self._alone = scales.both("support"), scales.both("alone")

    def _weigh_readings(self) -> None:
        """What the readings cost, but for those of scraps; and where their scores stand among all candidates."""
        readings, scales = self._readings, self._scales
        text = readings.stem >> 1
        scrap = (readings.traits.reshape(-1)[readings.stem] & BITS["scrap_if_unseen"]) != 0
        kept = ~scrap | self._attested[text]
        self._stem = readings.stem[kept]
        self._word = np.repeat(np.arange(readings.forms), np.diff(readings.starts))[kept]
        self._plain = np.isfinite(readings.cost[kept])
        known, unknown = scales.of("lexical_known"), scales.of("lexical_unknown")
        lexical = np.where(self._doubtful.reshape(-1)[self._stem], unknown, known)
        cost = np.minimum(readings.cost[kept], readings.restored[kept] - lexical)
        within = np.array([0.0, scales.of("within_noun"), scales.of("within_verb"), 0.0])
        within[3] = within[1] + within[2]
        self._cost = cost - within[readings.within[kept]]
        self._sizes = np.bincount(self._word, minlength=readings.forms) + 2
        self._first = self._sizes.cumsum() - self._sizes
        self._bare_at = self._first[:, None] + (0, 1)
        self._reading_at = np.arange(len(self._word)) + 2 * (self._word + 1)
