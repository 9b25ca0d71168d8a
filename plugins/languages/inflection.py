"""How regular English words inflect, in both directions. Build time only; the letters stand in tables/english.toml.

In: a lemma, or a form. Out: all regular forms of the one, all that the other may be a regular form of; neither looks
at a list of words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


class Inflection:
    """`rules` is the section of that name of tables/english.toml."""

    def __init__(self, rules: Mapping[str, Any]) -> None:
        self._vowels = frozenset(rules["vowels"])
        self._undoubled: str = rules["undoubled"]
        self._hissing = tuple(rules["hissing"])

    def has_vowel(self, word: str) -> bool:
        return not self._vowels.isdisjoint(word)

    def bases(self, form: str) -> Iterator[str]:
        """What a form may come from, as a verb's or a plural."""
        for ending in ("ing", "ed"):
            if form.endswith(ending):
                yield from self.verbs(form, ending)
        yield from self.singulars(form)

    def verbs(self, form: str, ending: str) -> Iterator[str]:
        """What a regular verb form may come from: stopping -> stop, stopp, stoppe; studied -> study."""
        base = form.removesuffix(ending)
        if len(base) < 2 or not self.has_vowel(base):
            return
        if ending == "ed" and base.endswith("i"):
            yield base[:-1] + "y"
            return
        if base[-1] == base[-2]:
            yield base[:-1]
        yield base
        yield base + "e"

    def singulars(self, form: str) -> Iterator[str]:
        """studies -> study, studie."""
        if form.endswith("ies") and len(form) > 4:
            yield form[:-3] + "y"
        if form.endswith("es") and form[:-2].endswith(self._hissing):
            yield form[:-2]
        if form.endswith("s") and not form.endswith(("ss", "us", "is")) and len(form) > 3:
            yield form[:-1]

    def forms(self, lemma: str) -> Iterator[str]:
        """The regular forms of a lemma of three letters or more, as noun and verb, but for itself."""
        vowels = self._vowels
        if lemma.endswith("ie"):
            yield from (lemma + "s", lemma + "d", lemma[:-2] + "ying")
        elif lemma.endswith("e"):
            yield from (lemma + "s", lemma + "d", lemma[:-1] + "ing")
        elif lemma.endswith("y") and lemma[-2] not in vowels:
            yield from (lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing")
        else:
            yield lemma + ("es" if lemma.endswith(self._hissing) else "s")
            yield from (lemma + "ed", lemma + "ing")
            closed = lemma[-1] not in self._undoubled and lemma[-2] in vowels and lemma[-3] not in vowels
            if closed:
                yield from (lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing")
