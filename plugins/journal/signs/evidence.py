"""What tells a word from a piece of one: the corpus, the dictionaries, the Kazakh endings.

Joining a hyphenated word or healing a split one is decided by this evidence, not by rule of thumb. Words at a
line's broken edges do not count, or every broken piece would attest itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import Any

import pymorphy3
import simplemma

from journal.records import LANGS, Line
from languages import stop_words

from .kazakh_forms import KAZAKH, KazakhForms

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
CYRILLIC = re.compile("[а-яё]")
BROKEN = re.compile(r"[^\W\d_]-$")
ORDINAL = re.compile(r"\d-([^\W\d_]+)")  # `2-бөлігі`
START = 3  # letters of a compound's second half that its inflected forms share
COPIED = 40  # characters: shorter lines (headings, cells) are the same in many articles
MOST = 400_000  # forms held: some 50 MB. The vocabulary of 50 MB of text; of more the rarest are forgotten
REMEMBERED = 100_000  # lines and answers kept, to be forgotten all together: what they save is time, or a copy far off


class Evidence:
    """Counts of word forms, lower case, over all dumps."""

    def __init__(self, dumps: Iterable[Iterable[Line]] = (), most: int = MOST) -> None:
        self.most = most
        self.counts: Counter[str] = Counter()
        self.compounds: Counter[tuple[str, str]] = Counter()
        self.firsts: Counter[str] = Counter()
        self.seconds: Counter[str] = Counter()
        self.kazakh = KazakhForms(self.counts, _in_russian)
        self._known: dict[str, bool] = {}
        self._seen: set[int] = set()
        for lines in dumps:
            self.add(lines)

    def add(self, lines: Iterable[Line]) -> None:
        self._known.clear()
        self.kazakh.recount()
        broken = False
        for line in lines:
            if not line.text or self._is_copy(line.text):
                continue
            words = WORD.findall(line.text.casefold())[1 if broken else 0 :]
            broken = BROKEN.search(line.text) is not None
            self._count(words[:-1] if broken else words)
            for noun in ORDINAL.findall(line.text.casefold()):
                self.compounds["0", noun[:START]] += 1
        for counter in (self.counts, self.compounds, self.firsts, self.seconds):
            _forget_rarest(counter, self.most)

    def _is_copy(self, text: str) -> bool:
        """A line of a dump that is a copy of another: it would attest its own broken words."""
        key = hash(text)
        copy = len(text) > COPIED and key in self._seen
        if len(self._seen) > REMEMBERED:
            self._seen.clear()
        self._seen.add(key)
        return copy

    def _count(self, words: Iterable[str]) -> None:
        for word in words:
            self.counts[word] += 1
            if "-" in word:
                for left, right in pairwise(word.split("-")):
                    self.compounds[left, right[:START]] += 1
                    self.firsts[left] += 1
                    self.seconds[right] += 1

    def count(self, word: str) -> int:
        return self.counts[word.casefold()]

    def compound(self, left: str, right: str) -> int:
        """How often the corpus has `left-right`, whatever the ending of `right`; a number is "0"."""
        return self.compounds[left.casefold(), right.casefold()[:START]]

    def opens_compounds(self, left: str) -> bool:
        """`социально`, `non`: the corpus has other words that begin with it and a hyphen."""
        return self.firsts[left.casefold()] > 1

    def closes_compounds(self, right: str) -> bool:
        """`құқықтық`: the corpus has other words that end with a hyphen and it."""
        return self.seconds[right.casefold()] > 1

    def known(self, word: str) -> bool:
        """A word of the Russian or English dictionary, or one that the Kazakh endings make of a word of the corpus."""
        low = word.casefold()
        if len(self._known) > REMEMBERED:
            self._known.clear()
        if low not in self._known:
            self._known[low] = len(low) > 2 and self._is_known(low)
        return self._known[low]

    def in_dictionary(self, word: str) -> bool:
        """A word of the Russian or English dictionary."""
        return in_dictionary(word)

    def russian_forms(self, word: str) -> int:
        """How many other forms of a Russian word the corpus has."""
        low = word.casefold()
        if not CYRILLIC.search(low):
            return 0
        forms = {form.word for reading in _russian().parse(low)[:1] for form in reading.lexeme}
        return sum(self.counts[form] > 0 for form in forms - {low})

    def is_inflected(self, word: str) -> bool:
        """A noun of the corpus with an ending: Kazakh by its grammar, Russian by the dictionary."""
        low = word.casefold()
        if _in_russian(low):
            return all(reading.normal_form != low for reading in _russian().parse(low))
        return self.kazakh.is_inflected(low)

    def _is_known(self, low: str) -> bool:
        return in_dictionary(low) or (not low.isascii() and self.kazakh.is_derived(low))


def _forget_rarest(counter: Counter[Any], most: int) -> None:
    """Down to `most` entries at most, the rarest first, those of one count all together."""
    least = 1
    while len(counter) > most:
        for key in [key for key, count in counter.items() if count <= least]:
            del counter[key]
        least += 1


def is_small(word: str) -> bool:
    """A word that carries no topic and stands everywhere: `мен`, `де`, `и`, `in`."""
    return any(word.casefold() in stop_words(lang) for lang in LANGS)


def in_dictionary(word: str) -> bool:
    """A word of the Russian or, in Latin letters, of the English dictionary."""
    low = word.casefold()
    return bool(simplemma.is_known(low, lang="en")) if low.isascii() else _in_russian(low)


def is_adjective(word: str) -> bool:
    """In the Russian dictionary."""
    low = word.casefold()
    return _russian().word_is_known(low) and any("ADJF" in reading.tag for reading in _russian().parse(low))


def _in_russian(low: str) -> bool:
    return not KAZAKH.search(low) and _russian().word_is_known(low)


@lru_cache(maxsize=1)
def _russian() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")
