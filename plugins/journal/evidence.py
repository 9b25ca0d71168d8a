"""What the corpus itself attests: how often each word form stands whole in a line.

Joining a hyphenated word or healing a split one is decided by this evidence, not by rule of thumb. Words at a
line's broken edges do not count, or every broken piece would attest itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

import pymorphy3

from .records import Line

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
KAZAKH = re.compile("[әғқңөұүһі]")


class Evidence:
    """Counts of word forms, lower case, over all dumps."""

    def __init__(self, dumps: Iterable[Iterable[Line]] = ()) -> None:
        self.counts: Counter[str] = Counter()
        for lines in dumps:
            self.add(lines)

    def add(self, lines: Iterable[Line]) -> None:
        for line in lines:
            words = WORD.findall(line.text.casefold())
            if words and line.text.endswith("-"):
                words.pop()
            self.counts.update(words)

    def count(self, word: str) -> int:
        return self.counts[word.casefold()]

    def known(self, word: str) -> bool:
        """A Russian word of the dictionary; the corpus is asked by `count`."""
        low = word.casefold()
        return not KAZAKH.search(low) and len(low) > 2 and _russian().word_is_known(low)


@lru_cache(maxsize=1)
def _russian() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")
