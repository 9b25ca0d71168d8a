"""The end of a Kazakh stem: what it asks of an ending, and what it was before the ending changed it.

Twin: the lower half of theme/static/js/engine/kazakh.js. Contexts are explained in grammar.py.
"""

from __future__ import annotations

from collections.abc import Iterator

from .grammar import ANY, Alternation, Grammar

First = tuple[int, str]
"""First slot and first letter of a chain: what alternations of the stem depend on."""

Stems = tuple[tuple[str, bool], ...]
"""Stems that may have become what stands before a chain, and whether each is believed only if attested."""


class StemEnds:
    """The phonology of one grammar. Stems recur, so answers are kept."""

    def __init__(self, rules: Grammar) -> None:
        self._rules = rules
        self._contexts: dict[str, int] = {}
        self._alternations: dict[First, tuple[Alternation, ...]] = {}
        self._stems: dict[First, dict[str, Stems]] = {}

    def contexts(self, stem: str) -> int:
        """The contexts that the end of `stem` gives to an ending."""
        known = self._contexts.get(stem)
        if known is None:
            known = self._contexts[stem] = self.class_of(stem) & self._harmony_of(stem)
        return known

    def class_of(self, stem: str) -> int:
        """The contexts, of both harmonies, that the last letter gives; a letter without a class gives all."""
        last = stem[-2] if stem[-1] in self._rules.transparent and len(stem) > 1 else stem[-1]
        return self._rules.classes.get(last, ANY)

    def _harmony_of(self, stem: str) -> int:
        """The harmony of the last vowel that has one; loanwords may have either."""
        rules = self._rules
        if stem.endswith(rules.either):
            return ANY
        for index in range(len(stem) - 1, -1, -1):
            letter = stem[index]
            if letter in rules.harmonies:
                return rules.harmonies[letter]
            if letter in rules.transparent or self._between_consonants(stem, index):
                return ANY
        return ANY

    def _between_consonants(self, stem: str, index: int) -> bool:
        """A silent vowel inside a closed syllable (саммит, ресурс): the word is borrowed."""
        rules = self._rules
        if stem[index] not in rules.silent or not 0 < index < len(stem) - 1:
            return False
        return stem[index - 1] not in rules.vowels and stem[index + 1] not in rules.vowels

    def restored(self, base: str, first: First, ends: tuple[str, ...]) -> Stems:
        """What may have become `base` before a chain; `ends` are those that a fused ending gives back."""
        if ends:
            return tuple((base + end, False) for end in ends if self._same_harmony(base, base + end))
        stems = self._stems.get(first)
        if stems is None:
            stems = self._stems[first] = {}
        known = stems.get(base)
        if known is None:
            known = stems[base] = ((base, False), *self._alternated(base, first))
        return known

    def _alternated(self, base: str, first: First) -> Iterator[tuple[str, bool]]:
        if len(base) < 2:
            return
        for rule in self._before(first):
            if rule.previous and base[-2] not in rule.previous:
                continue
            for was, now in rule.last:
                stem = self._replaced(base, was, now)
                if stem and (not now or self._same_harmony(base, stem)):
                    yield stem, rule.lexical

    def _before(self, first: First) -> tuple[Alternation, ...]:
        """The alternations before an ending of this slot that begins with this letter."""
        known = self._alternations.get(first)
        if known is None:
            slot, letter = first
            rules = self._rules.alternations
            known = tuple(rule for rule in rules if letter in rule.before and (not rule.slots or slot in rule.slots))
            self._alternations[first] = known
        return known

    def _replaced(self, base: str, was: str, now: str) -> str:
        """`base` with its last letter `was` made `now`; "*" stands for any consonant. Empty if it does not fit."""
        last = base[-1]
        if was == "*":
            return "" if last in self._rules.vowels else base[:-1] + now.replace("*", last)
        return base[:-1] + now if last == was else ""

    def _same_harmony(self, base: str, stem: str) -> bool:
        return bool(self._harmony_of(base) & self._harmony_of(stem))
