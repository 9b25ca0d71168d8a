"""Russian words without an ending that are their own lemma, though pymorphy3 says otherwise. Build time only.

Of unknown words it guesses by the last letters alone, and takes many for genitives of words that nobody uses: `митчелл`
for one of `митчелла`. So it takes surnames for those of first names: `абаев` for one of `абай`. Then the other forms of
the word would be of another lemma.
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
        patterns = (re.compile(table[key]) for key in ("ends", "genitives", "surnames"))
        self._ends, self._genitives, self._surnames = patterns
        self._names, self._surname = frozenset(table["name_tags"]), table["surname_tag"]
        self._endings = [(ending, re.compile(behind)) for ending, behind in table["endings"].items()]

    def is_lemma(self, form: str, guessed: str) -> bool:
        """Is a form its own lemma, though another one is guessed? No letters are guessed behind it."""
        if guessed.startswith(form):
            return guessed != form and bool(self._ends.search(form)) and not self._ends_in_word(form)
        if not self._genitives.search(form):
            return False
        is_like_surname = bool(self._surnames.search(form)) and not self._parser.is_listed(form)
        return is_like_surname or self._is_surname(form, guessed)

    def inflected(self, word: str, own: Sequence[Parse]) -> Sequence[Parse]:
        """The readings of a word as a lemma: its `own`, and those by an ending more if none keeps its letters."""
        if any(self._parser.places.keeps_letters(parse[4], parse[5]) for parse in own):
            return own
        more = [ending for ending, behind in self._endings if behind.search(word)]
        return [*own, *(parse for ending in more for parse in likely(word, self._read(word + ending)))]

    def _read(self, word: str) -> list[Parse]:
        return [(*parse[:3], score, *parse[4:]) for score, parse in self._parser.alike(word)]

    def _is_surname(self, form: str, guessed: str) -> bool:
        """Would it else be a plural of a first name? Of one that is a noun, too, the surname must be listed."""
        parses = self._parser.parse(form)
        own = [(parse[3], self._parser.grammemes(parse)) for parse in parses if normal(parse[2]) == guessed]
        of_names = sum(score for score, tags in own if self._names <= tags)
        if any(self._surname in self._parser.grammemes(parse) for parse in parses if normal(parse[2]) == form):
            return of_names > sum(score for score, _ in own) / 2
        return of_names > 0 and all(self._names <= tags or self._surname in tags for _, tags in own)

    def _ends_in_word(self, form: str) -> bool:
        """Is it a word of the dictionary, or a long one with letters before it?"""
        if self._parser.is_listed(form):
            return True
        known, unknown = self._parser.listed_rests(form)
        return any(len(rest) >= self._known for rest in unknown) or any(len(rest) >= self._known - 1 for rest in known)
