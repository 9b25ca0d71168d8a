"""One Russian word's readings, and their scores: how likely each is beside the others. Build time only."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import Any

from languages.fold import normal

from .russian_paradigms import UNKNOWN

UNKNOWN_TAG = "UNKN"
LIKELY = 0.5
"""Of the best reading's score: so much at least has another guess that is believed beside it."""

Parse = tuple[str, int, str, float, int, int, int]
"""One reading: the word as the dictionary spells it, with ё; the number of its tag among the dictionary's; normal form;
score; paradigm and place in it; letters of prefixes that are not the paradigm's. A plain tuple: words have many.
"""

Seen = set[tuple[str, int, int]]
"""Word, tag and paradigm of readings that were found: a later unit does not find them again."""


class Scores:
    """Of the readings of a word, by how often it was met with each tag where pymorphy3 knows that."""

    def __init__(self, morph: Any, late: frozenset[str]) -> None:
        """`late` are tags of readings that come last among equals."""
        self._tags = morph.dictionary.gramtab
        self._likelihood = morph.prob_estimator.p_t_given_w
        self._late = late

    def knows(self, word: str) -> bool:
        """Is it known how often the word was met with some tag?"""
        return bool(self._likelihood.has_keys_with_prefix(word + ":"))

    def of(self, word: str, parses: list[Parse]) -> list[tuple[float, Parse]]:
        """Scores that add up to 1; by how often the word was met with each tag where that is known, the best first."""
        if self.knows(word):
            tags = [UNKNOWN_TAG if parse[1] == UNKNOWN else self._tags[parse[1]] for parse in parses]
            scores = [self._likelihood.prob(word, tag) for tag in tags]
            if sum(scores):
                return sorted(zip(scores, parses, strict=True), key=itemgetter(0), reverse=True)
        return shared_out(parses)

    def likeliest(self, scored: Sequence[tuple[float, Parse]]) -> str:
        """The normal form for which the scores of these readings add up to most."""
        sums: dict[str, float] = {}
        for score, parse in scored:
            sums[parse[2]] = sums.get(parse[2], 0.0) + score
        most = max(sums.values())
        equal = [normal_form for normal_form, score in sums.items() if score == most]
        if len(equal) == 1:
            return equal[0]
        early = {parse[2] for _, parse in scored if not self._is_late(parse[1])}
        return next((normal_form for normal_form in equal if normal_form in early), equal[0])

    def _is_late(self, tag: int) -> bool:
        return tag != UNKNOWN and not self._late.isdisjoint(self._tags[tag].grammemes)


def shared_out(parses: list[Parse]) -> list[tuple[float, Parse]]:
    """The readings with their scores, so shared out that they add up to 1."""
    share = 1.0 / sum([parse[3] for parse in parses])
    return [(parse[3] * share, parse) for parse in parses]


def likely(lemma: str, parses: Sequence[Parse]) -> list[Parse]:
    """Those of a word's readings as this lemma, the best first, that are about as likely as the best of them."""
    own = [parse for parse in parses if normal(parse[2]) == lemma]
    return [parse for parse in own if parse[3] >= LIKELY * own[0][3]]


def unknown(word: str) -> Parse:
    """The reading of a word of which nothing is known."""
    return word, UNKNOWN, word, 1.0, UNKNOWN, 0, 0
