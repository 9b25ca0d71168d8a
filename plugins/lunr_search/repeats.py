"""Passages of one page that say the same once more: groups of near-duplicates.

Two passages are near-duplicates when Jaccard's measure of their shingles is high, as A. Broder compares documents ("On
the resemblance and containment of documents", 1997). A shingle is here a run of folded letters without the spaces, so a
misprint, another ending, a word cut in two or glued to its neighbour changes little. A group is all that chains of such
pairs connect, in whatever order the passages come: an equivalence.

Pairs are not tried all with all. Sets that share s of their shingles have in common one of the rarest 1 - s of them
(prefix filtering: R. Bayardo, Y. Ma, R. Srikant, "Scaling up all pairs similarity search", 2007), and most passages
hold nothing so rare that another holds it, too. Where many meet, as rows of one frame do, each is compared with those
next to it in the order of letters (M. Hernández, S. Stolfo, "The merge/purge problem", 1995), so that the work grows
with the text alone.

Twin for passages as they are shown: theme/static/js/search/repeats.js.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain

from languages import fold, words

Shingles = frozenset[int]  # as numbers: strings take three times as long to compare
AFTER = "|"  # ends each number: 1, 11 is not 11, 1


@dataclass(frozen=True, slots=True)
class Rules:
    """tables/repeats.toml, which explains the fields."""

    letters: int
    share: float
    words: int
    number: int
    near: int
    digit: str
    reference: str


@cache
def rules() -> Rules:
    """The rules, read once."""
    return Rules(**tomllib.loads((files(__package__) / "tables" / "repeats.toml").read_text("utf-8")))


def repeats(texts: Iterable[str]) -> list[list[int]]:
    """Groups of near-duplicates: numbers of `texts` from 0, ascending; the groups in the order of their first numbers.

    No number is in two groups, no group has less than two. A text without words is in none.
    """
    places: dict[str, list[int]] = {}  # letters -> the texts that have just these
    long: set[str] = set()
    for number, text in enumerate(texts):
        letters, count = folded(text)
        if letters:
            places.setdefault(letters, []).append(number)
        if count >= rules().words:
            long.add(letters)
    names = sorted(long)
    joined = [[names[i] for i in group] for group in _connected(_shingles(names))]
    groups = [[letters] for letters in places if letters not in long] + joined
    found = (sorted(place for letters in group for place in places[letters]) for group in groups)
    return sorted(group for group in found if len(group) > 1)


def folded(text: str) -> tuple[str, int]:
    """The letters that are compared, without spaces and references, and the number of words they stand in."""
    keys = [fold(word.text) for word in words(re.sub(rules().reference, " ", text))]
    return "".join([key if key.isalpha() else _weighty(key) for key in keys]), len(keys)


def _weighty(key: str) -> str:
    """A number is written as many times as makes a word of it."""
    return (key + AFTER) * -(-rules().number // len(key)) if re.search(rules().digit, key) else key


def _shingles(texts: Iterable[str]) -> list[Shingles]:
    """For each of the folded texts all its runs of `rules().letters` letters, as numbers; equal runs, equal numbers."""
    width = rules().letters
    numbers: dict[str, int] = {}
    return [
        frozenset([numbers.setdefault(text[i : i + width], len(numbers)) for i in range(max(1, len(text) - width + 1))])
        for text in texts
    ]


def _alike(one: Shingles, other: Shingles) -> bool:
    """Is what both have at least `rules().share` of what either has? (Where their sizes differ more, it cannot be.)"""
    share = rules().share
    if min(len(one), len(other)) < share * max(len(one), len(other)):
        return False
    common = len(one & other)
    return common >= share * (len(one) + len(other) - common)


def _connected(sets: Sequence[Shingles]) -> list[list[int]]:
    """The indexes of `sets`, each in one group with all that chains of likeness lead to."""
    group = [[index] for index in range(len(sets))]  # one list for all members of a group
    for one, other in _pairs(sets):
        if group[one] is not group[other] and _alike(sets[one], sets[other]):
            less, more = sorted((group[one], group[other]), key=len)
            more += less
            for index in less:
                group[index] = more
    return list({id(members): members for members in group}.values())


def _pairs(sets: Sequence[Shingles]) -> set[tuple[int, int]]:
    """The pairs to compare."""
    near = rules().near
    return {
        (one, other)
        for meeting in _meetings(sets)
        for place, one in enumerate(meeting)
        for other in meeting[place + 1 : place + 1 + near]
    }


def _meetings(sets: Sequence[Shingles]) -> set[tuple[int, ...]]:
    """Ascending indexes of sets that share one of their rarest shingles; any two alike are in one of these rows."""
    frequency = Counter(chain.from_iterable(sets))
    shared = {shingle for shingle, count in frequency.items() if count > 1}
    meetings: dict[int, list[int]] = {}
    for index, one in enumerate(sets):
        common = one & shared
        alone = len(one) - len(common)  # these are the rarest, and lead to nobody
        rarest = max(0, len(one) - int(rules().share * len(one)) + 1 - alone)
        for shingle in sorted(common, key=lambda shingle: (frequency[shingle], shingle))[:rarest]:
            meetings.setdefault(shingle, []).append(index)
    return {tuple(meeting) for meeting in meetings.values()}
