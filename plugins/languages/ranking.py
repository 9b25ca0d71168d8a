"""Which Kazakh reading is right: the candidates weighed by what the corpus at hand attests. Build time only.

In: the corpus's word forms with counts. Out: the best stem of each form. A stem is believed if it stands in the
corpus as a word, if many different forms can be read as its inflections (paradigm support), if it is in our own
lists, or if Russian knows it (loanwords). All of that is summed with the fitted weights of
tables/kazakh_weights.toml; every feature is named here and explained in docs/kazakh.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from math import log1p

from .grammar import NOUN, VERB
from .kazakh import Candidate, Kazakh
from .tables import toml_table, word_list

Witness = Callable[[str], bool]
"""Does another language know this word as a headword?"""


class Ranking:
    """Chooses among candidates. Each form is analysed once; stems are scored once and remembered."""

    def __init__(
        self,
        vocabulary: Mapping[str, int],
        witness: Witness | None = None,
        weights: Mapping[str, float] | None = None,
        engine: Kazakh | None = None,
    ) -> None:
        self._engine = engine or Kazakh()
        self._vocabulary = vocabulary
        self._witness = witness
        self._weights = weights if weights is not None else stem_weights()
        self._lists = {NOUN: word_list("kazakh_words.toml", "nouns"), VERB: word_list("kazakh_words.toml", "verbs")}
        self._scores: dict[tuple[str, int, bool, bool], float] = {}
        shapes = toml_table("kazakh_weights.toml")
        self._shapes = {NOUN: tuple(shapes["noun_shapes"].split()), VERB: tuple(shapes["verb_shapes"].split())}
        self._clusters = frozenset(shapes["clusters"].split())
        self._voiced, self._silent = shapes["voiced"], shapes["infinitive"]
        self._known = {form: self._engine.candidates(form) for form in vocabulary}
        self._support = self._supported(self._known.values())

    def best(self, form: str) -> Candidate:
        """The best reading of a form in normal form; of equal ones the longer stem, then the noun."""
        return max(self.candidates(form), key=lambda c: (self.score(c), len(c.stem), -c.kind))

    def candidates(self, form: str) -> list[Candidate]:
        """All readings; forms of the vocabulary are not analysed again."""
        return self._known.get(form) or self._engine.candidates(form)

    def is_ending(self, text: str) -> bool:
        """Can `text` be all endings (-дағы in 2020-дағы)?"""
        return self._engine.is_ending(text)

    def score(self, candidate: Candidate) -> float:
        """How likely a reading is, in no unit: a sum of weights."""
        key = candidate.stem, candidate.kind, candidate.cost > 0 or bool(candidate.chain), candidate.lexical
        known = self._scores.get(key)
        if known is None:
            features = self.features(*key)
            known = self._scores[key] = sum(self._weights.get(name, 0.0) * value for name, value in features)
        return known - candidate.cost

    @staticmethod
    def _supported(readings: Iterable[list[Candidate]]) -> Counter[tuple[str, int]]:
        """How many forms can be read as an inflection of each (stem, kind)."""
        support: Counter[tuple[str, int]] = Counter()
        for candidates in readings:
            support.update((c.stem, c.kind) for c in candidates if c.chain and not c.lexical)
        return support

    # ---- what speaks for and against a stem

    def features(self, stem: str, kind: int, inflected: bool, lexical: bool) -> Iterator[tuple[str, float]]:
        """Named values; the name's weight multiplies them."""
        name = "noun" if kind == NOUN else "verb"
        yield (f"{name}_inflected" if inflected else f"{name}_bare"), 1.0
        if not inflected:
            yield "bare_length", len(stem) / 8
        support = self._support[stem, kind]
        yield f"{name}_support", log1p(support)
        listed = stem in self._lists[kind]
        if listed:
            yield f"{name}_listed", 1.0
        attested = self._attested(stem, inflected)
        yield f"{name}_attested", attested
        foreign = kind == NOUN and self._foreign(stem)
        if foreign:
            yield "foreign", 1.0
        yield from self._shape(stem, kind, name)
        if lexical:
            yield ("lexical_known" if listed or attested or foreign else "lexical_unknown"), 1.0
        if not (listed or attested or foreign):
            yield from self._doubts(stem, kind, name, inflected, support)

    def _attested(self, stem: str, inflected: bool) -> float:
        """From 0 (not in the corpus) to 1; a bare form does not attest itself."""
        count = self._vocabulary.get(stem, 0) if inflected else 0
        return min(1.0, 0.45 + 0.25 * log1p(count)) if count else 0.0

    def _foreign(self, stem: str) -> bool:
        return self._witness is not None and len(stem) > 3 and self._witness(stem)

    def _shape(self, stem: str, kind: int, name: str) -> Iterator[tuple[str, float]]:
        """Derivational endings that mark a noun or a verb, and stems too short to be either."""
        if len(stem) > 3:
            if stem.endswith(self._shapes[kind]):
                yield f"{name}_shape", 1.0
            if stem.endswith(self._shapes[NOUN + VERB - kind]):
                yield f"{name}_other_shape", 1.0
        if len(stem) < 4 and stem not in self._lists[kind]:
            yield f"{name}_short_{len(stem)}", 1.0
        if kind == NOUN and stem[-1] in self._silent and len(stem) > 3:
            yield "noun_like_infinitive", 1.0

    def _doubts(self, stem: str, kind: int, name: str, inflected: bool, support: int) -> Iterator[tuple[str, float]]:
        """What speaks against a stem that nothing attests."""
        vowels = sum(letter in self._engine.grammar.vowels for letter in stem)
        if not vowels:
            yield "no_vowel", 1.0
        if inflected:
            yield f"{name}_unknown", 1.0
            if support < 2:
                yield f"{name}_alone", 1.0
            if vowels < 2:
                yield f"{name}_one_syllable", 1.0
            if stem[-1] in self._voiced:
                yield "voiced_end", 1.0
            if self._odd_cluster(stem):
                yield "odd_cluster", 1.0

    def _odd_cluster(self, stem: str) -> bool:
        """Two consonants at the end that Kazakh does not end in."""
        vowels = self._engine.grammar.vowels
        return len(stem) > 2 and stem[-1] not in vowels and stem[-2] not in vowels and stem[-2:] not in self._clusters


def stem_weights() -> dict[str, float]:
    """The fitted weights of the features."""
    weights: dict[str, float] = toml_table("kazakh_weights.toml")["stems"]
    return weights
