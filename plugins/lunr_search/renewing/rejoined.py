"""Two words that are one, put right where words or pages have changed: see `joined`, whose answers these are.

All words are compared by hashes of their search keys, of which an equal one is only likely: the analyser decides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from languages import FormList, folds_of_normal
from lunr_search.indexing.halves import Hashes, are_among, hashes_of
from lunr_search.indexing.joined import TOGETHER, Joined, Pair
from lunr_search.reading.extract import Extract
from lunr_search.records import Flags, Ints

BITS = np.uint64(32)  # of a pair's number, below those of its first word


@dataclass(frozen=True, slots=True, eq=False)
class Spellings:
    """How the words of a corpus are written."""

    forms: FormList
    firsts: Ints
    """Of each form its first term, which mostly is its lemma; -1 where the corpus does not have it."""
    key: Callable[[int], str]
    """The search key of a term."""
    of_forms: Hashes
    of_terms: Hashes
    words: Flags
    """Which terms are words."""
    special: Mapping[int, str]
    """Of forms that are not plain the search key of the lemma."""
    parts: Collection[str]
    """Search keys of words that may be no terms: the lemmas of parts."""

    def together(self, pairs: Collection[Pair]) -> dict[Pair, tuple[str, str]]:
        """The search keys of the words that two forms may be: with the second as its lemma, and as it stands."""
        own = sorted({form for pair in pairs for form in pair})
        keys = dict(zip(own, folds_of_normal([self.forms.texts[form] for form in own]), strict=True))
        lemmas = {other: self.special.get(other) or self.key(int(self.firsts[other])) for _, other in pairs}
        return {pair: (keys[pair[0]] + lemmas[pair[1]], keys[pair[0]] + keys[pair[1]]) for pair in pairs}

    def that_are_one(self, pairs: Collection[Pair]) -> Iterator[Pair]:
        """Those of these pairs that may be a word."""
        keys = self.together(pairs)
        every = list({key for both in keys.values() for key in both})
        hashes = hashes_of(every)[0]
        are = are_among(hashes, self.of_terms[self.words & are_among(self.of_terms, hashes)])
        wholes = {key for key, is_one in zip(every, are.tolist(), strict=True) if is_one or key in self.parts}
        return (pair for pair, both in keys.items() if not wholes.isdisjoint(both))

    def pairs_that_are(self, wholes: Iterable[str]) -> Iterator[Pair]:
        """All pairs of forms of one language that may be one of these words, given as keys, wherever they stand."""
        halves = {(key[:place], key[place:]) for key in wholes for place in range(1, len(key))}
        ends = {other for _, other in halves}
        firsts, seconds = self._spelled({one for one, _ in halves}), self._spelled(ends)
        lemmas = are_among(self.of_terms, hashes_of(list(ends))[0])
        for form in np.flatnonzero(lemmas[self.firsts] & (self.firsts >= 0)).tolist():
            seconds[self.key(int(self.firsts[form]))].append(form)
        for form, key in self.special.items():
            seconds[key].append(form)
        for one, other in halves:
            pairs = ((first, second) for first in firsts.get(one, ()) for second in seconds.get(other, ()))
            yield from (pair for pair in pairs if self.forms[pair[0]].lang == self.forms[pair[1]].lang)

    def alike(self, pairs: Collection[Pair]) -> Flags:
        """The terms that these pairs may be."""
        keys = {key for both in self.together(pairs).values() for key in both}
        return are_among(self.of_terms, hashes_of(list(keys))[0])

    def _spelled(self, keys: Collection[str]) -> dict[str, list[int]]:
        """Key -> the forms of the corpus that have it."""
        found: dict[str, list[int]] = defaultdict(list)
        own = np.flatnonzero(are_among(self.of_forms, hashes_of(list(keys))[0]) & (self.firsts >= 0)).tolist()
        for form, key in zip(own, folds_of_normal([self.forms.texts[form] for form in own]), strict=True):
            found[key].append(form)
        return found


def side_by_side(extracts: Sequence[Extract], first: Flags, second: Flags) -> set[Pair]:
    """The pairs of such forms that nothing but a space parts somewhere."""
    either, found = Joined(first, second), [np.zeros(0, np.uint64)]
    for start in range(0, len(extracts), TOGETHER):
        some = extracts[start : start + TOGETHER]
        tokens = np.concatenate([each.tokens for each in some])
        here = either.among(tokens, np.concatenate([each.spaced for each in some]))
        found.append(np.unique(tokens[here].astype(np.uint64) << BITS | tokens[here + 1]))
    numbers = np.unique(np.concatenate(found))
    ones, others = numbers >> BITS, numbers & np.uint64((1 << int(BITS)) - 1)
    return set(zip(ones.tolist(), others.tolist(), strict=True))


def adjacent(pairs: Collection[Pair], extracts: Sequence[Extract], size: int) -> set[Pair]:
    """Those of these pairs that stand side by side somewhere."""
    either = Joined.of(dict.fromkeys(pairs, ()), size)
    return side_by_side(extracts, either.first, either.second).intersection(pairs)


def unlike(before: Mapping[Pair, Sequence[int]], now: Mapping[Pair, Sequence[int]]) -> frozenset[Pair]:
    """The pairs that have other terms."""
    return frozenset(pair for pair in before.keys() | now.keys() if before.get(pair) != now.get(pair))
