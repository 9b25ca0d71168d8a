"""What speaks for and against a Kazakh stem: lists, corpus, loanwords, looks. Build time only; ranking.py uses it.

The features of a stem are found as *traits*, groups that are weighed together (traits.py): most stems share them, and
a corpus has two stems to a form, so finding them must be quick.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import log1p

from .grammar import NOUN
from .shapes import NAMES, SHORT, Lists, Look, Shapes
from .traits import Feature, Scales, Trait

Witness = Callable[[str], bool]
"""Does another language know this word as a headword?"""

LONG = 8
"""Letters that make one of the feature `bare_length`."""

ALONE = 2.0
"""Fewer forms than this leave a stem that nothing attests alone."""


@dataclass(slots=True, eq=False)
class Stem:
    """What a corpus says of one stem before endings; ranking.py counts its support and keeps the score."""

    text: str
    kind: int
    lasting: float
    """What its features weigh but for support."""
    doubtful: bool
    """Nothing attests it."""
    lexical: float
    """What is added if its end was restored in a way that only an attested stem may use."""
    listed: bool
    """It is in our lists."""
    support: float = 0.0
    """Forms that speak for it."""
    backing: float = 0.0
    """What the support weighs."""
    score: float = 0.0
    """How likely it is, in no unit."""


class Stems(dict[str, Stem | None]):
    """The stems of one kind before endings, by their text, made as they are asked for; None for a scrap.

    `vocabulary` is the corpus's forms with counts.
    """

    def __init__(
        self, kind: int, vocabulary: Mapping[str, int], witness: Witness | None, lists: Lists, scales: Scales
    ) -> None:
        super().__init__()
        self.kind, self.listed = kind, lists.listed[kind]
        self._vocabulary, self._lists, self._scales = vocabulary, lists, scales
        self._witness = witness if kind == NOUN else None
        self._shapes = Shapes(kind, scales)
        self._looks = self._shapes.looks
        name = self._name = NAMES[kind]
        self._nothing = scales.weigh()
        self._inflected, self._bare = scales.of(name + "_inflected"), scales.of(name + "_bare")
        self._letter = scales.of("bare_length") / LONG
        self._in_list, self._foreign = scales.weigh((name + "_listed", 1.0)), scales.weigh(("foreign", 1.0))
        self._known, self._unknown = scales.weigh(("lexical_known", 1.0)), scales.weigh(("lexical_unknown", 1.0))
        self._support, self._alone = scales.of(name + "_support"), scales.of(name + "_alone")

    def __missing__(self, text: str) -> Stem | None:
        """A stem that is met for the first time."""
        count = self._vocabulary.get(text)
        if len(text) <= SHORT and self._lists.is_scrap(text, self.kind, count is not None):
            self[text] = None
            return None
        evidence, look, derived = self._traits(text, count)
        if evidence is self._nothing:
            lasting = self._inflected + look.shape.weight + derived.weight + self._shapes.doubts(text, look).weight
            stem = Stem(text, self.kind, lasting, True, self._unknown.weight, False)
        else:
            lasting = self._inflected + evidence.weight + look.shape.weight + derived.weight
            stem = Stem(text, self.kind, lasting, False, self._known.weight, text in self.listed)
        self[text] = stem
        return stem

    def bare(self, word: str) -> float:
        """What the features of a word without endings weigh but for support; it does not attest itself."""
        evidence, look, derived = self._traits(word, None)
        return self._bare + self._letter * len(word) + evidence.weight + look.shape.weight + derived.weight

    def score(self, stems: Iterable[Stem]) -> None:
        """Add to what lasts what the support weighs; that but one form speaks for a stem adds to a doubt."""
        weight, alone = self._support, self._alone
        for stem in stems:
            support = stem.support
            backing = stem.backing = weight * log1p(support)
            if stem.doubtful and support < ALONE:
                stem.score = stem.lasting + (backing + alone * (ALONE - support))
            else:
                stem.score = stem.lasting + backing

    def features(self, text: str, lexical: bool, bare: bool) -> list[Feature]:
        """All that is known of a stem, as it stands alone (`bare`) or before endings."""
        evidence, look, derived = self._traits(text, None if bare else self._vocabulary.get(text))
        doubtful = evidence is self._nothing and not bare
        traits = [evidence, look.shape, derived]
        if lexical:
            traits.append(self._unknown if evidence is self._nothing else self._known)
        if doubtful:
            traits.append(self._shapes.doubts(text, look))
        found = [(self._name + "_bare", 1.0), ("bare_length", len(text) / LONG)]
        if not bare:
            found = [(self._name + "_inflected", 1.0)]
        found += [feature for trait in traits for feature in trait.features]
        stem = self.get(text)
        support = stem.support if stem else 0.0
        if support:
            found.append((self._name + "_support", log1p(support)))
        if doubtful and support < ALONE:
            found.append((self._name + "_alone", ALONE - support))
        return found

    def _traits(self, text: str, count: int | None) -> tuple[Trait, Look, Trait]:
        """Evidence, look and derivation; `count`: how often it stands in the corpus, if that may attest it."""
        evidence = derived = self._nothing
        if count is not None:
            evidence = self._scales.attested(self._name, text in self.listed, count)
        elif text in self.listed:
            evidence = self._in_list
        elif self._witness is not None and len(text) > SHORT and self._witness(text):
            evidence = self._foreign
        if len(text) <= SHORT:
            return evidence, self._shapes.short(text, text in self.listed), derived
        look = self._looks.get(text[-3:]) or self._shapes.look(text)
        if look.derivation and len(text) > look.derivation + 2:
            base = text[: -look.derivation]
            if base in self._vocabulary or base in self.listed:
                derived = look.derived
        return evidence, look, derived
