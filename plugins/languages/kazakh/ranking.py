"""Which Kazakh reading is right: the readings weighed by what the corpus at hand attests. Build time only.

In: the corpus's word forms with counts, and their readings (reader.py, which knows no corpus). Out: the best stem of
each form. A stem is believed if it stands in the corpus as a word, if many different forms can be read as its
inflections (paradigm support), if it is in our own lists, or if Russian knows it (loanwords). All of that is summed
with the fitted weights of tables/kazakh_weights.toml; every feature is explained in docs/kazakh.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import repeat

import numpy as np
import numpy.typing as npt

from .choices import Choices, Stems
from .grammar import NOUN
from .kazakh import Kazakh, Reading
from .reader import KazakhReader, Witness
from .readings import KazakhReadings
from .traits import NAMES, Feature, Scales, stem_weights
from .weighing import Weighing

Counts = npt.NDArray[np.int64]
"""[texts] how often each stands in the corpus, -1 where it does not."""


class Ranking:
    """Chooses among readings. All forms of the corpus are weighed together; another form when it is asked for.

    `readings` may be of more forms than the vocabulary's, which then are ranked but attest nothing; forms that they
    lack are read here, by `witness` and `engine`, and `others`, if there are no readings at all.
    `settled` are forms with a stem and kind that are not open to choice.
    """

    def __init__(
        self,
        vocabulary: Mapping[str, int],
        witness: Witness | None = None,
        weights: Mapping[str, float] | None = None,
        engine: Kazakh | None = None,
        readings: KazakhReadings | None = None,
        others: Iterable[str] = (),
        settled: Mapping[str, tuple[str, int]] | None = None,
    ) -> None:
        self._vocabulary, self._settled = vocabulary, settled or {}
        self.reader = KazakhReader(witness, engine)
        weights = stem_weights() if weights is None else weights
        self._scales = Scales(weights)
        self._readings, counts = self._complete(readings, others)
        self._weighing = self._weigh(self._readings, counts)  # so all of the vocabulary
        self._support = self._weighing.first_support()
        if weights:
            # Each form has one vote, which its readings share as the first guess ranks them. So forms that belong to
            # another lemma no longer speak for a stem that they merely could have (one step of expectation
            # maximisation; measured: +.01 lemma accuracy on lemmas not fitted on).
            self._support = self._weighing.shared_support(self._weighing.scores(self._support))
        chosen = self._weighing.best(self._weighing.scores(self._support))
        self.choices = Choices.of(self._readings, chosen)
        """What was chosen for all forms that were read together, be they settled or not."""
        self._best = self._settling(self._readings, chosen)

    def best(self, form: str) -> tuple[str, int]:
        """Stem and kind of the best reading of a form in normal form; of equal ones the first, so the word itself."""
        if form not in self._best:
            self.expect([form])
        return self._best[form]

    def bests(self, forms: Iterable[str]) -> list[tuple[str, int] | None]:
        """The same of many forms; None for those that were not read."""
        return list(map(self._best.get, forms))

    def expect(self, forms: Iterable[str]) -> None:
        """Read forms that are not in the vocabulary, before they are asked for: together that is much quicker."""
        self._read_anew([form for form in forms if form not in self._best])

    def kinds(self, stem: str, kind: int) -> int:
        """The kinds that a stem read as `kind` may have before endings, as a sum; 0 for a scrap."""
        return self.reader.lists.kinds(stem, kind, stem in self._vocabulary)

    def readings(self, form: str) -> list[Reading]:
        """All readings without scraps of words."""
        is_scrap = self.reader.lists.is_scrap
        return [
            reading
            for reading in self.reader.engine.readings(form)
            if reading[3] is None or not is_scrap(reading[0], reading[1], reading[0] in self._vocabulary)
        ]

    def features(self, form: str, reading: Reading) -> list[Feature]:
        """What is known of a reading of a form of the corpus, but for its endings."""
        stem, kind, lexical, chain = reading
        text, word = self._numbers[stem], self._numbers[form]
        found = self._weighing.features(text, kind, lexical, chain is None, self._support)
        if chain is not None:
            rows = slice(*self._readings.starts[word : word + 2])
            within = self._readings.within[rows][self._readings.stem[rows] == 2 * text + kind - NOUN]
            found += [("within_" + name, 1.0) for bit, name in enumerate(NAMES.values()) if within[0] >> bit & 1]
        return found

    def _complete(self, readings: KazakhReadings | None, others: Iterable[str]) -> tuple[KazakhReadings, Counts]:
        """The readings of all forms of the vocabulary, at least, and how often their texts stand there."""
        vocabulary = self._vocabulary
        if readings is None:
            readings = self.reader.read(sorted([*vocabulary, *(form for form in others if form not in vocabulary)]))
        counts = self._counts(readings, readings.forms)
        if np.count_nonzero(counts >= 0) == len(vocabulary):
            return readings, counts
        readings = KazakhReadings.joined([readings, self.reader.read(sorted(readings.missing(vocabulary)))])
        return readings, self._counts(readings, readings.forms)

    def _counts(self, readings: KazakhReadings, texts: int) -> Counts:
        """How often texts stand in the corpus, -1 where they do not; only so many of them, the first, may."""
        counts = np.full(len(readings.texts), -1)
        counts[:texts] = np.fromiter(map(self._vocabulary.get, readings.texts[:texts], repeat(-1)), np.int64, texts)
        return counts

    def _weigh(self, readings: KazakhReadings, counts: Counts) -> Weighing:
        return Weighing(readings, counts, self._scales, self.reader.shapes.derivations)

    def _read_anew(self, forms: list[str]) -> None:
        """Choose for forms that are not in the vocabulary; their stems may not have been met."""
        if not forms:
            return
        readings = self.reader.read(forms)
        weighing = self._weigh(readings, self._counts(readings, len(readings.texts)))
        known = np.fromiter(map(self._numbers.get, readings.texts, repeat(-1)), np.int64, len(readings.texts))
        support = np.zeros((len(known), 2))
        support[known >= 0] = self._support.reshape(-1, 2)[known[known >= 0]]
        self._best.update(self._settling(readings, weighing.best(weighing.scores(support.reshape(-1)))))

    def _settling(self, readings: KazakhReadings, best: Stems) -> dict[str, tuple[str, int]]:
        """Text and kind of the best stem of each form that was read, or what is settled; forms share them."""
        stems, same = np.unique(best, return_inverse=True)
        texts = map(readings.texts.__getitem__, (stems >> 1).tolist())
        pairs = list(zip(texts, ((stems & 1) + NOUN).tolist(), strict=True))
        chosen = dict(zip(readings.texts[: readings.forms], map(pairs.__getitem__, same.tolist()), strict=True))
        chosen.update((form, self._settled[form]) for form in self._settled.keys() & chosen.keys())
        return chosen

    @cached_property
    def _numbers(self) -> dict[str, int]:
        """The number of each text of the readings."""
        return dict(zip(self._readings.texts, range(len(self._readings.texts)), strict=True))
