"""Which words of two languages are translations, told by the texts in which they stand: precision before all.

Short texts (keywords, titles) by IBM's model 1 in both directions (Brown et al. 1993, "The mathematics of statistical
machine translation"); long ones (abstracts) by the chance with which two words would stand in just these articles
(Fisher's exact test), so that a corpus of a few articles, where that chance is great, says nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import lgamma, log

import numpy as np

from lunr_search.records import Ints

from .bitexts import Bitext

ROUNDS = 5  # of expectation and maximisation: all but one of the 323 pairs of our sample that ten rounds give
SURE = 0.5  # probability of a translation, in each direction
FEWEST = 2  # texts that hold both words of a pair
LONGEST = 30  # words of a text that counts as short
DICE = 0.6  # of the articles that hold either of two words
CHANCE = 0.01  # of one wrong pair among all that were compared
ARTICLES = 3  # articles that hold both

Words = tuple[str, str]
"""A word of each language."""


def translations(texts: Sequence[Bitext]) -> dict[Words, int]:
    """The pairs that are each other's most probable translation, and in how many of the short texts both stand."""
    texts = [text for text in texts if all(0 < len(side) <= LONGEST for side in text)]
    forth, back = _model(texts), _model([(other, one) for one, other in texts])
    together = Counter(pair for ones, others in texts for one in ones for pair in ((one, other) for other in others))
    best, best_back = _best(forth), _best(back)
    return {
        (one, other): together[one, other]
        for one, other in best.items()
        if best_back.get(other) == one
        and together[one, other] >= FEWEST
        and min(forth[one][other], back[other][one]) >= SURE
    }


def _model(texts: Sequence[Bitext]) -> dict[str, dict[str, float]]:
    """t(other | one) for all words that stand in one text, from equal chances."""
    chances: dict[str, dict[str, float]] = defaultdict(dict)
    for ones, others in texts:
        for one in ones:
            chances[one].update(dict.fromkeys(others, 1.0))
    for _ in range(ROUNDS):
        counts: dict[str, dict[str, float]] = {one: dict.fromkeys(row, 0.0) for one, row in chances.items()}
        for ones, others in texts:
            for other in others:
                total = sum(chances[one][other] for one in ones)
                for one in ones if total else ():
                    counts[one][other] += chances[one][other] / total
        chances = {one: _shares(row) for one, row in counts.items()}
    return chances


def _shares(row: Mapping[str, float]) -> dict[str, float]:
    total = sum(row.values()) or 1.0
    return {word: count / total for word, count in row.items()}


def _best(chances: Mapping[str, Mapping[str, float]]) -> dict[str, str]:
    """Of each word its most probable translation, where no other is as probable."""
    found = {}
    for one, row in chances.items():
        word, chance = max(row.items(), key=lambda each: each[1])
        if sum(other >= chance * (1 - 1e-9) for other in row.values()) == 1:
            found[one] = word
    return found


def fellows(texts: Sequence[Bitext]) -> dict[Words, int]:
    """The pairs of words that stand together more than chance allows, and in how many; `texts` are one an article."""
    ones, rows = _incidence([one for one, _ in texts])
    others, columns = _incidence([other for _, other in texts])
    if not ones or not others:
        return {}
    forth = dict(_nearest(rows, columns, len(others), len(texts)))
    back = dict(_nearest(columns, rows, len(ones), len(texts)))
    compared = log(len(ones)) + log(len(others))
    return {
        (ones[i], others[j]): both
        for i, (j, both, chance) in forth.items()
        if j in back and back[j][0] == i and both >= ARTICLES and chance + compared < log(CHANCE)
    }


class Incidence:
    """Which words each text holds, and which texts each word, as arrays of places."""

    def __init__(self, texts: Sequence[Sequence[int]], words: int) -> None:
        self.texts = [np.array(text, np.int64) for text in texts]
        holders: list[list[int]] = [[] for _ in range(words)]
        for number, text in enumerate(texts):
            for word in text:
                holders[word].append(number)
        self.holders = holders
        self.sizes: Ints = np.array([len(each) for each in holders], np.int64)


def _incidence(texts: Sequence[Sequence[str]]) -> tuple[list[str], Incidence]:
    """The words that enough texts hold, and where they stand."""
    counts = Counter(word for text in texts for word in text)
    words = sorted(word for word, count in counts.items() if count >= ARTICLES)
    places = {word: place for place, word in enumerate(words)}
    return words, Incidence([[places[word] for word in text if word in places] for text in texts], len(words))


def _nearest(
    rows: Incidence, columns: Incidence, width: int, texts: int
) -> Iterator[tuple[int, tuple[int, int, float]]]:
    """Of each word the one that shares most of its articles: its place, articles with both, logarithm of the chance."""
    for word, holders in enumerate(rows.holders):
        both = np.bincount(np.concatenate([columns.texts[text] for text in holders]), minlength=width)
        dice = 2 * both / (len(holders) + columns.sizes)
        best = int(dice.argmax())
        if dice[best] >= DICE and (dice >= dice[best]).sum() == 1:
            shared, size = int(both[best]), int(columns.sizes[best])
            yield word, (best, shared, _chance(shared, len(holders), size, texts))


def _chance(both: int, one: int, other: int, texts: int) -> float:
    """Logarithm of the chance that of `texts` so many hold both words, where `one` and `other` hold each."""
    return _choose(one, both) + _choose(texts - one, other - both) - _choose(texts, other)


def _choose(n: int, k: int) -> float:
    if not 0 <= k <= n:
        return float("-inf")
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
