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
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from languages import Word, fold, words

Shingles = NDArray[np.uint64]
"""The runs of letters of one text as numbers: sorted, each once."""

AFTER = "|"  # ends each number: 1, 11 is not 11, 1
MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # odd and without pattern: the golden ratio in 64 bits


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


@lru_cache(maxsize=100_000)
def key_of(word: str) -> str:
    """What is compared of a word; a corpus repeats its words, and folding them is the slow part."""
    key = fold(word)
    return key if key.isalpha() else _weighty(key)


def repeats(texts: Iterable[str], found: Sequence[Sequence[Word]] | None = None) -> list[list[int]]:
    """Groups of near-duplicates: numbers of `texts` from 0, ascending; the groups in the order of their first numbers.

    No number is in two groups, no group has less than two. A text without words is in none. `found` are the words of
    each text, if the caller has cut them.
    """
    places: dict[str, list[int]] = {}  # letters -> the texts that have just these
    long: set[str] = set()
    for number, text in enumerate(texts):
        letters, count = folded(text, found[number] if found else None)
        if letters:
            places.setdefault(letters, []).append(number)
        if count >= rules().words:
            long.add(letters)
    names = sorted(long)
    joined = [[names[i] for i in group] for group in _connected([_shingles(name) for name in names])]
    groups = [[letters] for letters in places if letters not in long] + joined
    numbers = (sorted(place for letters in group for place in places[letters]) for group in groups)
    return sorted(group for group in numbers if len(group) > 1)


def folded(text: str, found: Sequence[Word] | None = None) -> tuple[str, int]:
    """The letters that are compared, without spaces and references, and the number of words they stand in."""
    bare = re.sub(rules().reference, " ", text) if "[" in text else text
    if found is None or bare is not text:
        found = list(words(bare))
    letters = [key_of(word.text) for word in found]
    return "".join(letters), len(letters)


def _weighty(key: str) -> str:
    """A number is written as many times as makes a word of it."""
    return (key + AFTER) * -(-rules().number // len(key)) if re.search(rules().digit, key) else key


def _shingles(text: str) -> Shingles:
    """All runs of `rules().letters` letters, each by a number that depends on its letters and their order."""
    letters = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    count = max(1, letters.size - rules().letters + 1)
    runs = np.zeros(count, np.uint64)
    for place in range(min(rules().letters, letters.size)):
        runs = (runs + letters[place : place + count] + np.uint64(1)) * MULTIPLIER
        runs ^= runs >> np.uint64(29)
    return np.unique(runs)


def _alike(one: Shingles, other: Shingles) -> bool:
    """Is what both have at least `rules().share` of what either has? (Where their sizes differ more, it cannot be.)"""
    share = rules().share
    if min(one.size, other.size) < share * max(one.size, other.size):
        return False
    common = np.intersect1d(one, other, assume_unique=True).size
    return bool(common >= share * (one.size + other.size - common))


def _connected(sets: Sequence[Shingles]) -> list[list[int]]:
    """The indexes of `sets`, each in one group with all that chains of likeness lead to."""
    group = [[index] for index in range(len(sets))]  # one list for all members of a group
    for one, other in sorted(_pairs(sets)):
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
    meetings: dict[int, list[int]] = {}
    for index, rarest in enumerate(_rarest(sets)):
        for shingle in rarest:
            meetings.setdefault(shingle, []).append(index)
    return {tuple(meeting) for meeting in meetings.values()}


def _rarest(sets: Sequence[Shingles]) -> Iterator[list[int]]:
    """Of each set the rarest of the shingles that others have, too; as many as one alike must share at least one of."""
    if not sets:
        return
    all_shingles, frequency = np.unique(np.concatenate(sets), return_counts=True)
    for one in sets:
        places = np.searchsorted(all_shingles, one)
        common = places[frequency[places] > 1]
        alone = one.size - common.size  # these are the rarest, and lead to nobody
        count = max(0, one.size - int(rules().share * one.size) + 1 - alone)
        yield common[np.lexsort((common, frequency[common]))][:count].tolist()
