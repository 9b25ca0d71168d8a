"""Readings of unknown Russian words like those of words with the same last letters. Build time only."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from .russian_paradigms import Place, Places
from .russian_readings import Parse, Seen

ENDINGS_KEPT = 16_384
"""So many endings of unknown words are remembered with what they tell."""


class WordsAlike:
    """What pymorphy3's dictionary tells of endings, as `KnownSuffixAnalyzer` reads it."""

    def __init__(self, morph: Any, unit: Any, places: Places, alike_tags: Sequence[int]) -> None:
        """`unit` is pymorphy3's own; of tags that stand twice in the dictionary, `alike_tags` names the first."""
        self._endings, self._spellings = morph.dictionary.prediction_suffixes_dawgs, morph.char_substitutes
        self._share, self._shortest = unit.score_multiplier, unit.min_word_length
        self._longest: int = morph.dictionary.meta["compile_options"]["max_suffix_length"]
        self._places, self._alike_tags = places, alike_tags
        self._alike = lru_cache(ENDINGS_KEPT)(self._new_alike)

    def readings(self, word: str, seen: Seen, prefixes: Sequence[tuple[int, str]]) -> list[Parse]:
        """Readings like those of words with the same last letters; the more such words, the likelier."""
        found: list[Parse] = []
        if len(word) < self._shortest:
            return found
        for number, prefix in prefixes:
            if not word.startswith(prefix):
                continue
            for ending, size, score, paradigm, index, place in self._alike(number, word[-self._longest :]):
                spelling = word[:-size] + ending
                key = spelling, self._alike_tags[place.tag], paradigm
                if key not in seen:
                    seen.add(key)
                    normal_form = place.normal_of(spelling)
                    found.append((spelling, place.tag, normal_form, score, paradigm, index, 0))
        found.sort(key=itemgetter(3), reverse=True)
        return found

    def _new_alike(self, prefix: int, end: str) -> list[tuple[str, int, float, int, int, Place]]:
        """What the longest ending tells that any word has: as it is spelled, letters, score, paradigm, index, place."""
        endings = self._endings[prefix]
        found = [
            (ending, len(end), count, paradigm, index, self._places[paradigm, index])
            for ending, counts in endings.similar_items(end, self._spellings)
            for count, paradigm, index in counts
            if self._places[paradigm, index].productive
        ]
        if not found:
            return self._alike(prefix, end[1:]) if end[1:] else []  # which many longer endings share
        total, share = 1 + sum(row[2] for row in found), self._share
        return [(*row[:2], row[2] / total * share, *row[3:]) for row in found]
