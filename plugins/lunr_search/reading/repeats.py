"""Passages of one page that say the same once more: groups of near-duplicates.

Two passages are near-duplicates when their letters are alike (`shingles`): folded and without the spaces, so that a
misprint, another ending, a word cut in two or glued to its neighbour changes little. A group is all that chains of such
pairs connect, in whatever order the passages come: an equivalence.

Twin for passages as they are shown: theme/static/js/search/repeats.js.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence

from languages import cut, folds_of_normal, normals

from .repeat_rules import rules
from .shingles import connected, shingles_of

AFTER = "|"  # ends each number: 1, 11 is not 11, 1


def repeats(
    texts: Iterable[str], found: Sequence[Sequence[str]] | None = None, spelled: Mapping[str, str] | None = None
) -> list[list[int]]:
    """Groups of near-duplicates: numbers of `texts` from 0, ascending; the groups in the order of their first numbers.

    No number is in two groups, no group has less than two. A text without words is in none. `found` are the words of
    each text, if the caller has cut them, and `spelled` the normal forms of all of them.
    """
    places: dict[str, list[int]] = {}  # letters -> the texts that have just these
    long: set[str] = set()
    if spelled is None:
        words = list(dict.fromkeys(itertools.chain.from_iterable(found or ())))
        spelled = dict(zip(words, normals(words), strict=True))
    keys = _keys(spelled)
    for number, text in enumerate(texts):
        letters, count = folded(text, found[number] if found else None, keys)
        if letters:
            places.setdefault(letters, []).append(number)
        if count >= rules().words:
            long.add(letters)
    names = sorted(long)
    joined = [[names[i] for i in group] for group in connected(shingles_of(names))]
    groups = [[letters] for letters in places if letters not in long] + joined
    numbers = (sorted(place for letters in group for place in places[letters]) for group in groups)
    return sorted(group for group in numbers if len(group) > 1)


def folded(
    text: str, found: Sequence[str] | None = None, keys: Mapping[str, str] | None = None
) -> tuple[str, int]:
    """The letters that are compared, without spaces and references, and the number of words they stand in.

    `keys` are those of the words `found`, if the caller has them.
    """
    bare = re.sub(rules().reference, " ", text) if "[" in text else text
    if found is None or bare is not text:
        found, keys = cut(bare).words, None
    keys = keys or _keys(dict(zip(found, normals(found), strict=True)))
    return "".join(map(keys.__getitem__, found)), len(found)


def _keys(spelled: Mapping[str, str]) -> dict[str, str]:
    """What is compared of each word, given with its normal form."""
    keys = dict(zip(spelled, folds_of_normal(list(spelled.values())), strict=True))
    keys.update([(word, _weighty(key)) for word, key in keys.items() if not key.isalpha()])
    return keys


def _weighty(key: str) -> str:
    """A number is written as many times as makes a word of it."""
    return (key + AFTER) * -(-rules().number // len(key)) if re.search(rules().digit, key) else key
