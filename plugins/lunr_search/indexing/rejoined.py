"""Two words that are one, put right where words or pages have changed: see `joined`, whose answers these are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from lunr_search.reading.extract import Extract
from lunr_search.records import Ints

from .changes import Flags
from .joined import TOGETHER, Joined, Pair

BITS = np.uint64(32)  # of a pair's number, below those of its first word


@dataclass(frozen=True, slots=True, eq=False)
class Spellings:
    """How words are written."""

    forms: Sequence[str]
    """Of each form its search key."""
    terms: Sequence[str]
    """Of each term its search key."""
    firsts: Ints
    """Of each form its first term, which mostly is its lemma; -1 where the corpus does not have it."""
    special: Mapping[int, str]
    """Of forms that are not plain the search key of the lemma."""
    wholes: Collection[str]
    """The search keys of all words."""

    def lemma(self, form: int) -> str:
        """The search key of a form's lemma."""
        return self.special.get(form) or self.terms[self.firsts[form]]

    def together(self, pair: Pair) -> tuple[str, str]:
        """The search keys of the words that two forms may be: with the second as its lemma, and as it stands."""
        one, other = pair
        return self.forms[one] + self.lemma(other), self.forms[one] + self.forms[other]

    def that_are_one(self, pairs: Iterable[Pair]) -> Iterator[Pair]:
        """Those of these pairs that may be a word."""
        for pair in pairs:
            one, other = self.together(pair)
            if one in self.wholes or other in self.wholes:
                yield pair

    def pairs_that_are(self, wholes: Iterable[str]) -> Iterator[Pair]:
        """All pairs of forms that may be one of these words, given as keys, wherever they stand."""
        halves = {(key[:place], key[place:]) for key in wholes for place in range(1, len(key))}
        firsts = self._spelled({one for one, _ in halves})
        seconds = self._spelled({other for _, other in halves})
        lemmas = _among(self.terms, {other for _, other in halves})
        for form in np.flatnonzero(lemmas[self.firsts] & (self.firsts >= 0)).tolist():
            seconds[self.terms[self.firsts[form]]].append(form)
        for form, key in self.special.items():
            seconds[key].append(form)
        for one, other in halves:
            yield from ((first, second) for first in firsts.get(one, ()) for second in seconds.get(other, ()))

    def _spelled(self, keys: set[str]) -> dict[str, list[int]]:
        """Key -> the forms of the corpus that have it."""
        found: dict[str, list[int]] = defaultdict(list)
        for form in np.flatnonzero(_among(self.forms, keys) & (self.firsts >= 0)).tolist():
            found[self.forms[form]].append(form)
        return found


def _among(keys: Sequence[str], wanted: set[str]) -> Flags:
    return np.fromiter(map(wanted.__contains__, keys), np.bool_, len(keys))


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
