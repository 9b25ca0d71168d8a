"""Passages of one page that say the same once more: groups of near-duplicates.

Two passages are near-duplicates when their letters are alike (`shingles`): folded and without the spaces, so that a
misprint, another ending, a word cut in two or glued to its neighbour changes little. A group is all that chains of such
pairs connect, in whatever order the passages come: an equivalence.

Twin for passages as they are shown: theme/static/js/search/repeats.js.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from languages import cut, folds

from .repeat_rules import rules
from .shingles import connected, shingles_of

AFTER = "|"  # ends each number: 1, 11 is not 11, 1

Folded = tuple[str, int]
"""What is compared of a text: its letters, without spaces and references, and the number of words they stand in."""


def repeats(texts: Iterable[Folded]) -> list[list[int]]:
    """Groups of near-duplicates of texts: their numbers from 0, ascending, by the first of each group.

    No number is in two groups, no group has less than two. A text without words is in none.
    """
    places: dict[str, list[int]] = {}  # letters -> the texts that have just these
    long: set[str] = set()
    for number, (letters, count) in enumerate(texts):
        if letters:
            places.setdefault(letters, []).append(number)
        if count >= rules().words:
            long.add(letters)
    names = sorted(long)
    joined = [[names[i] for i in group] for group in connected(shingles_of(names))]
    groups = [[letters] for letters in places if letters not in long] + joined
    numbers = (sorted(place for letters in group for place in places[letters]) for group in groups)
    return sorted(group for group in numbers if len(group) > 1)


def folded(text: str) -> Folded:
    """What is compared of one text."""
    words = cut(bare(text)).words
    return "".join(compared(folds(words))), len(words)


def bare(text: str) -> str:
    """A text without its references."""
    return re.sub(rules().reference, " ", text) if "[" in text else text


def compared(keys: Sequence[str]) -> list[str]:
    """What is compared of each of some words, given by their search keys."""
    return [key if key.isalpha() else _weighty(key) for key in keys]


def _weighty(key: str) -> str:
    """A number is written as many times as makes a word of it."""
    return (key + AFTER) * -(-rules().number // len(key)) if re.search(rules().digit, key) else key
