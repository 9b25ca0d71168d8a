"""Which Kazakh reading is right: the readings weighed by what the corpus at hand attests. Build time only.

In: the corpus's word forms with counts. Out: the best stem of each form. A stem is believed if it stands in the
corpus as a word, if many different forms can be read as its inflections (paradigm support), if it is in our own
lists, or if Russian knows it (loanwords). All of that is summed with the fitted weights of
tables/kazakh_weights.toml; every feature is named here and explained in docs/kazakh.md.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from math import exp

from .evidence import Stem, Stems, Witness
from .grammar import NOUN, VERB
from .kazakh import Kazakh, Reading
from .shapes import NAMES, Lists
from .tables import toml_table
from .traits import Feature, Scales

FAINT = 7.0
"""A reading this much worse than the best has no vote (e to the minus 7 is a thousandth)."""

Readings = tuple[float, float, dict[Stem, float], tuple[Stem, ...]]
"""All readings of a form: what the bare word weighs as noun and as verb; its stems before endings, with what the
endings cost; those of them that were only restored. A plain tuple: one is made for each word of the corpus."""


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
        self._vocabulary, self._lists = vocabulary, Lists()
        weights = stem_weights() if weights is None else weights
        scales = Scales(weights)
        self._within = {kind: scales.of("within_" + name) for kind, name in NAMES.items()}
        self._nouns = Stems(NOUN, vocabulary, witness, self._lists, scales)
        self._verbs = Stems(VERB, vocabulary, witness, self._lists, scales)
        self._stems = {NOUN: self._nouns, VERB: self._verbs}
        self._listed = self._lists.listed[NOUN] | self._lists.listed[VERB]
        with _uncollected():
            known = {form: self._read(form) for form in sorted(vocabulary)}  # neighbours share stems
            self._count(known)
            self._score()
            if weights:
                self._share(known)
                self._score()
            self._best = {form: self._choice(form, readings) for form, readings in known.items()}

    def best(self, form: str) -> tuple[str, int]:
        """Stem and kind of the best reading of a form in normal form; of equal ones the first, so the word itself."""
        return self._best.get(form) or self._choice(form, self._read_anew(form))

    def kinds(self, stem: str, kind: int) -> int:
        """The kinds that a stem read as `kind` may have before endings, as a sum; 0 for a scrap."""
        return self._lists.kinds(stem, kind, stem in self._vocabulary)

    def readings(self, form: str) -> list[Reading]:
        """All readings without scraps of words."""
        return [
            reading
            for reading in self.engine.readings(form)
            if reading[3] is None or self._stems[reading[1]][reading[0]] is not None
        ]

    def features(self, stem: str, kind: int, lexical: bool, bare: bool) -> list[Feature]:
        """What is known of a stem, as it stands alone (`bare`) or before endings."""
        return self._stems[kind].features(stem, lexical, bare)

    def longest_listed(self, form: str, readings: list[Reading]) -> list[tuple[int, int]]:
        """For each kind, letters of the longest listed reading: what is shorter has cut into a word that we know."""
        stems = [self._stems[kind][stem] for stem, kind, lexical, chain in readings if chain and not lexical]
        return self._longest_listed(form, filter(None, stems))

    # ---- one form

    def _read(self, form: str) -> Readings:
        found: dict[Stem, float] = {}
        restored: list[tuple[Stem, float]] = []
        listed, tables = form in self._listed, self._stems
        for base, steps in self.engine.cuts(form):
            for end, kind, lexical, cost, _ in steps:
                stem = tables[kind][base if end is None else base[:-1] + end]
                if stem is None:
                    continue
                if lexical:
                    restored.append((stem, cost - stem.lexical))
                elif stem not in found or cost < found[stem]:
                    found[stem] = cost
                    listed = listed or stem.listed
        longest = self._longest_listed(form, found) if listed else []
        only: tuple[Stem, ...] = ()
        for stem, cost in restored:
            if stem not in found:
                only += (stem,)
            found[stem] = min(cost, found.get(stem, cost))
        noun, verb = self._nouns.bare(form), self._verbs.bare(form)
        for kind, letters in longest:
            within = self._within[kind]
            for stem in found:
                if len(stem.text) < letters:
                    found[stem] -= within
            if len(form) < letters:
                noun, verb = noun + within, verb + within
        return noun, verb, found, only

    def _longest_listed(self, form: str, stems: Iterable[Stem]) -> list[tuple[int, int]]:
        longest = {kind: len(form) for kind in NAMES if form in self._lists.listed[kind]}
        for stem in stems:
            if stem.listed and len(stem.text) > longest.get(stem.kind, 0):
                longest[stem.kind] = len(stem.text)
        return list(longest.items())

    def _read_anew(self, form: str) -> Readings:
        """The readings of a form that is not in the vocabulary; its stems may not have been met."""
        readings = self._read(form)
        for table in self._stems.values():
            table.score(stem for stem in readings[2] if stem.kind == table.kind)
        return readings

    def _choice(self, form: str, readings: Readings) -> tuple[str, int]:
        as_noun, as_verb, stems, _ = readings
        noun, verb = self._backed(form, as_noun, as_verb)
        best, top, kind = None, noun, NOUN
        if verb > noun:
            top, kind = verb, VERB
        for stem, cost in stems.items():
            score = stem.score - cost
            if score > top:
                best, top = stem, score
        return (best.text, best.kind) if best else (form, kind)

    # ---- paradigm support

    def _count(self, known: dict[str, Readings]) -> None:
        """First guess: each form supports every stem that it can be read as an inflection of."""
        for _, _, stems, restored in known.values():
            for stem in stems:
                stem.support += 1.0
            for stem in restored:
                stem.support -= 1.0

    def _score(self) -> None:
        for table in self._stems.values():
            table.score(filter(None, table.values()))

    def _share(self, known: dict[str, Readings]) -> None:
        """Second guess: each form has one vote, which its readings share as the first guess ranks them.

        So forms that belong to another lemma no longer speak for a stem that they merely could have (one step of
        expectation maximisation; measured: +.01 lemma accuracy on lemmas not fitted on).
        """
        for table in self._stems.values():
            for stem in filter(None, table.values()):
                stem.support = 0.0
        for form, (as_noun, as_verb, stems, _) in known.items():
            if stems:
                noun, verb = self._backed(form, as_noun, as_verb)
                _vote(noun, verb, stems)

    def _backed(self, form: str, noun: float, verb: float) -> tuple[float, float]:
        """The scores of a word without endings: other forms may be its inflections."""
        as_noun, as_verb = self._nouns.get(form), self._verbs.get(form)
        return (noun + as_noun.backing if as_noun else noun), (verb + as_verb.backing if as_verb else verb)


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for unreachable cycles: a corpus makes many objects but none of those, and it takes a fifth longer."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        # both together move all objects to the oldest generation, so that they are not searched at once
        gc.freeze()
        gc.unfreeze()
        if was_enabled:
            gc.enable()


def _vote(noun: float, verb: float, stems: dict[Stem, float]) -> None:
    """Each reading is as likely as e to the power of its score, against the others of the same form."""
    top = max(verb, noun)
    scores = []
    for stem, cost in stems.items():
        score = stem.score - cost
        scores.append((score, stem))
        if score > top:  # noqa: PLR1730  max() takes five times as long
            top = score
    faint = top - FAINT
    total = (exp(noun - top) if noun > faint else 0.0) + (exp(verb - top) if verb > faint else 0.0)
    votes = []
    for score, stem in scores:
        if score > faint:
            vote = exp(score - top)
            total += vote
            votes.append((vote, stem))
    for vote, stem in votes:
        stem.support += vote / total


def stem_weights() -> dict[str, float]:
    """The fitted weights of the features."""
    weights: dict[str, float] = toml_table("kazakh_weights.toml")["stems"]
    return weights
