"""Russian words that end in no vowel and are their own lemma, though pymorphy3 says otherwise. Build time only.

Of unknown words it guesses by the last letters alone, and takes many for genitives of words that nobody uses: `митчелл`
for one of `митчелла`. So it takes surnames for those of first names: `омаров` for one of `омар`, which nearly never has
a plural. Then the other forms of the word would be of another lemma.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from languages.fold import normal

from .russian_parser import RussianParser
from .russian_readings import Parse, likely


class BareWords:
    """`table` is the section `bare` of tables/russian.toml."""

    def __init__(self, parser: RussianParser, table: Mapping[str, Any]) -> None:
        self._parser, self._known = parser, int(table["known"])
        self._ends, self._genitives, self._surnames = (re.compile(table[key]) for key in ("ends", "genitives", "surnames"))
        self._names = frozenset(table["name_tags"])
        self._endings = [(ending, re.compile(behind)) for ending, behind in table["endings"].items()]

    def is_lemma(self, form: str, guessed: str) -> bool:
        """Is a form its own lemma, though another one is guessed? No letters are guessed behind it."""
        if guessed.startswith(form):
            return guessed != form and bool(self._ends.search(form)) and not self._has_known(form)
        if not self._genitives.search(form):
            return False
        own = [parse for parse in self._parser.parse(form) if normal(parse[2]) == guessed]
        of_names = sum(parse[3] for parse in own if self._names <= self._parser.grammemes(parse))
        if of_names >= sum(parse[3] for parse in own) / 2:
            return True
        return bool(self._surnames.search(form)) and not self._parser.is_listed(form)

    def inflected(self, word: str, own: Sequence[Parse]) -> Sequence[Parse]:
        """The readings of a word as a lemma: its `own`; where none has forms that keep all its letters, those by an ending
        more, too."""
        if any(self._parser.places.keeps_letters(parse[4], parse[5]) for parse in own):
            return own
        return [*own, *(parse for ending, behind in self._endings if behind.search(word)
                        for parse in likely(word, self._read(word + ending)))]  # fmt: skip

    def _read(self, word: str) -> list[Parse]:
        return [(*parse[:3], score, *parse[4:]) for score, parse in self._parser.alike(word)]

    def _has_known(self, form: str) -> bool:
        """Is it a word of the dictionary, or a long one with letters before it?"""
        if self._parser.is_listed(form):
            return True
        known, unknown = self._parser.listed_rests(form)
        return any(len(rest) >= self._known for rest in unknown) or any(len(rest) >= self._known - 1 for rest in known)
