"""The end of a Kazakh stem: what it asks of an ending, and what it was before the ending changed it.

Twin: the lower half of theme/static/js/engine/kazakh.js, which looks at each stem anew. Here stems are sorted by their
*ends*: whatever endings ask of a stem, its last two letters and its harmony tell. That holds as long as alternations
replace consonants, or bring a vowel of their own. Contexts are explained in grammar.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from languages.tables import TableError

from .grammar import ANY, Alternation, Grammar

First = tuple[int, str]
"""First slot and first letter of a chain: what alternations of the stem depend on."""

Stems = tuple[tuple[str | None, bool], ...]
"""What may have stood for the last letter (None: the letter itself), and whether it is believed only if attested."""

NEAR = 3
"""Letters of an end that mostly decide; an end of a name may not be longer."""


@dataclass(frozen=True, slots=True, eq=False)
class End:
    """All stems that are alike before an ending."""

    last: str
    """The last letter."""
    rules: tuple[Alternation, ...]
    """The alternations that the letter before the last allows."""
    harmony: int
    contexts: int
    """The contexts that it gives to an ending."""


class StemEnds:
    """The phonology of one grammar. Ends recur, so answers are kept."""

    def __init__(self, rules: Grammar) -> None:
        if any(len(end) > NEAR for end in rules.either):
            raise TableError(f"kazakh.toml: an end in 'either_endings' has more than {NEAR} letters")
        self._rules = rules
        self.decided: dict[str, End] = {}
        self._ends: dict[tuple[str, int], End] = {}
        self._alike: dict[tuple[str, tuple[int, ...], int, int], End] = {}
        self._restored: dict[tuple[End, First, tuple[str, ...]], Stems] = {}

    def of(self, stem: str) -> End:
        """The end of `stem`; a few last letters mostly decide, and stems share them."""
        near = stem[-NEAR:]
        known = self.decided.get(near)
        if known is None:
            harmony = self._heard(near)
            known = self._end(stem, harmony or self._heard(stem) or ANY)
            if harmony:
                self.decided[near] = known
        return known

    def is_decided(self, stem: str) -> bool:
        """Do a few last letters, met before, tell the end?"""
        return stem[-NEAR:] in self.decided

    def class_of(self, stem: str) -> int:
        """The contexts, of both harmonies, that the last letter gives; a letter without a class gives all."""
        last = stem[-2] if stem[-1] in self._rules.transparent and len(stem) > 1 else stem[-1]
        return self._rules.classes.get(last, ANY)

    def restored(self, end: End, first: First, ends: tuple[str, ...]) -> Stems:
        """What may have become this end before a chain; `ends` are those that a fused ending gives back."""
        key = end, first, ends
        known = self._restored.get(key)
        if known is None:
            if ends:
                fused = tuple((end.last + text, False) for text in ends)
                known = tuple(each for each in fused if self._keeps_harmony(end, each[0]))
            else:
                known = ((None, False), *self._alternated(end, first))
            self._restored[key] = known
        return known

    def _end(self, stem: str, harmony: int) -> End:
        letters = stem[-2:]
        known = self._ends.get((letters, harmony))
        if known is None:
            contexts = self.class_of(stem) & harmony
            rules = [rule for rule in self._rules.alternations if len(stem) > 1 and rule.follows(letters[0])]
            key = letters[-1], tuple(map(id, rules)), harmony, contexts
            known = self._alike.setdefault(key, End(letters[-1], tuple(rules), harmony, contexts))
            self._ends[letters, harmony] = known
        return known

    def _heard(self, text: str) -> int:
        """The harmony of the last vowel that has one; 0 if `text` leaves it to what stands before.

        Loanwords may have either. What a text decides, it decides for all words that end so.
        """
        rules = self._rules
        if text.endswith(rules.either):
            return ANY
        for index in range(len(text) - 1, -1, -1):
            letter = text[index]
            if letter in rules.harmonies:
                return rules.harmonies[letter]
            if letter in rules.transparent or self._between_consonants(text, index):
                return ANY
        return 0

    def _between_consonants(self, stem: str, index: int) -> bool:
        """A silent vowel inside a closed syllable (саммит, ресурс): the word is borrowed."""
        rules = self._rules
        if stem[index] not in rules.silent or not 0 < index < len(stem) - 1:
            return False
        return stem[index - 1] not in rules.vowels and stem[index + 1] not in rules.vowels

    def _alternated(self, end: End, first: First) -> Iterator[tuple[str, bool]]:
        """The alternations before an ending of this slot that begins with this letter."""
        slot, letter = first
        for rule in end.rules:
            if letter not in rule.before or (rule.slots and slot not in rule.slots):
                continue
            for was, now in rule.last:
                text = self._replaced(end.last, was, now)
                if text is not None and (not text or self._keeps_harmony(end, text)):
                    yield text, rule.lexical

    def _replaced(self, last: str, was: str, now: str) -> str | None:
        """`now` for the last letter if that is `was`, else None; "*" stands for any consonant."""
        if was == "*":
            return None if last in self._rules.vowels else now.replace("*", last)
        return now if last == was else None

    def _keeps_harmony(self, end: End, text: str) -> bool:
        """Has a stem the same harmony with `text` for its last letter? What decides is untouched if `text` has none."""
        heard = self._heard(text)
        return not heard or bool(heard & end.harmony)
