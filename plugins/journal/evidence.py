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

import pymorphy3
import simplemma

from languages import normal, stop_words
from languages.grammar import NOUN
from languages.kazakh import Kazakh

from .records import LANGS, Line

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
KAZAKH = re.compile("[әғқңөұүһі]")
BROKEN = re.compile(r"[^\W\d_]-$")
MIN_STEM = 4  # letters: almost any word can be cut down to a shorter one
STEM_COUNT = 2  # a stem seen once may be the piece of a word itself
ORDINAL = re.compile(r"\d-([^\W\d_]+)")  # `2-бөлігі`
START = 3  # letters of a compound's second half that its inflected forms share


class Evidence:
    """Counts of word forms, lower case, over all dumps."""

    def __init__(self, dumps: Iterable[Iterable[Line]] = ()) -> None:
        self.counts: Counter[str] = Counter()
        self.compounds: Counter[tuple[str, str]] = Counter()
        self.firsts: Counter[str] = Counter()
        self.seconds: Counter[str] = Counter()
        self._known: dict[str, bool] = {}
        for lines in dumps:
            self.add(lines)

    def add(self, lines: Iterable[Line]) -> None:
        self._known.clear()
        broken = False
        for line in lines:
            if not line.text:
                continue
            words = WORD.findall(line.text.casefold())[1 if broken else 0 :]
            broken = BROKEN.search(line.text) is not None
            self._count(words[:-1] if broken else words)
            for noun in ORDINAL.findall(line.text.casefold()):
                self.compounds["0", noun[:START]] += 1

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
        if low not in self._known:
            self._known[low] = len(low) > 2 and self._is_known(low)
        return self._known[low]

    def _is_known(self, low: str) -> bool:
        if low.isascii():
            return bool(simplemma.is_known(low, lang="en"))
        return (not KAZAKH.search(low) and _russian().word_is_known(low)) or self._derivable(low)

    def _derivable(self, word: str) -> bool:
        """By a noun's endings: what looks like a verb may be any two words side by side."""
        readings = [reading for reading in _kazakh().candidates(normal(word)) if reading.kind == NOUN]
        stems = {reading.stem for reading in readings if reading.cost < 0 and len(reading.stem) >= MIN_STEM}
        return any(self._stem(stem) for stem in stems - {word})

    def _stem(self, stem: str) -> bool:
        return self.counts[stem] >= STEM_COUNT or (not KAZAKH.search(stem) and _russian().word_is_known(stem))


def is_small(word: str) -> bool:
    """A word that carries no topic and stands everywhere: `мен`, `де`, `и`, `in`."""
    return any(word.casefold() in stop_words(lang) for lang in LANGS)


def is_adjective(word: str) -> bool:
    """In the Russian dictionary."""
    low = word.casefold()
    return _russian().word_is_known(low) and any("ADJF" in reading.tag for reading in _russian().parse(low))


@lru_cache(maxsize=1)
def _russian() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=1)
def _kazakh() -> Kazakh:
    return Kazakh()
