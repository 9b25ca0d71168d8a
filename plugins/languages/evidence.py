"""What speaks for and against a Kazakh stem: lists, corpus, loanwords, looks. Build time only; ranking.py weighs it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import log1p

from .grammar import NOUN, VERB
from .shapes import Features, Shapes

Witness = Callable[[str], bool]
"""Does another language know this word as a headword?"""

NAMES = {NOUN: "noun", VERB: "verb"}


class Evidence:
    """The named features of stems; `vocabulary` is the corpus's forms with counts."""

    def __init__(self, vocabulary: Mapping[str, int], witness: Witness | None) -> None:
        self.shapes = Shapes()
        self._vocabulary = vocabulary
        self._witness = witness

    def is_scrap(self, stem: str, kind: int) -> bool:
        """Is this too short to be a stem before endings?"""
        return self.shapes.is_scrap(stem, kind, stem in self._vocabulary)

    def kinds(self, stem: str, kind: int) -> int:
        """The kinds that a stem read as `kind` may have before endings, as a sum; 0 for a scrap."""
        return self.shapes.kinds(stem, kind, stem in self._vocabulary)

    def lasting(self, stem: str, kind: int, lexical: bool, bare: bool) -> tuple[Features, bool]:
        """Features that do not change with support; and whether the stem stands before endings with no evidence."""
        name = NAMES[kind]
        found: Features = [(name + ("_bare" if bare else "_inflected"), 1.0)]
        if bare:
            found.append(("bare_length", len(stem) / 8))
        evidence = self._evidence(stem, kind, name, bare)
        found += evidence + self.shapes.features(stem, kind, name)
        if kind == NOUN:
            found += self._derived(stem)
        if lexical:
            found.append(("lexical_known" if evidence else "lexical_unknown", 1.0))
        doubtful = not evidence and not bare
        if doubtful:
            found += self.shapes.doubts(stem, name)
        return found, doubtful

    def _derived(self, stem: str) -> Features:
        """That a noun looks derived from one that we know."""
        name, base = self.shapes.derivation(stem)
        known = name and (base in self._vocabulary or self.shapes.listed(base, NOUN))
        return [("derived_" + name, 1.0)] if known else []

    def supported(self, kind: int, support: float, doubtful: bool) -> Features:
        """Forms that speak for the stem; that there is but one adds to a doubt."""
        name = NAMES[kind]
        found: Features = [(name + "_support", log1p(support))] if support else []
        if doubtful and support < 2:
            found.append((name + "_alone", 2.0 - support))
        return found

    def _evidence(self, stem: str, kind: int, name: str, bare: bool) -> Features:
        """Lists, corpus and loanwords; a bare form does not attest itself."""
        found: Features = []
        if self.shapes.listed(stem, kind):
            found.append((name + "_listed", 1.0))
        if not bare and stem in self._vocabulary:
            found.append((name + "_attested", min(1.0, 0.45 + 0.25 * log1p(self._vocabulary[stem]))))
        if not found and kind == NOUN and len(stem) > 3 and self._witness is not None and self._witness(stem):
            found.append(("foreign", 1.0))
        return found
