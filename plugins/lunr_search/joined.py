"""Two words side by side that are one elsewhere in the corpus, found among all neighbours at once.

Keys are hashed by a polynomial (R. Karp, M. Rabin, "Efficient randomized pattern-matching algorithms", 1987), so that
the hash of two words written as one follows from those of both: h(ab) = h(a) * B^|b| + h(b). What meets a hash is then
asked of the analyser.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from languages import Analyser

from .corpus import Corpus
from .extract import Extract
from .records import Ints

Hashes = NDArray[np.uint64]
BASE = np.uint64(0x9E3779B97F4A7C15)  # odd and without pattern: the golden ratio in 64 bits
FIRST_BITS = np.uint64(22)  # of a hash, by which most neighbours are told to meet none


@dataclass(frozen=True, slots=True)
class Joined:
    """Two words that are one elsewhere in the corpus, where only a space parts them."""

    first: NDArray[np.bool_]
    """Of each place of a word: it may be the first of two."""
    second: NDArray[np.bool_]
    terms: Mapping[tuple[int, int], Sequence[int]] = field(default_factory=dict)
    """Two places of words -> the terms of the one that they are."""

    def pairs(self, extracted: Extract) -> Ints:
        """The tokens of a page with which such a pair may begin."""
        tokens = extracted.tokens
        return np.flatnonzero(extracted.spaced[:-1] & self.first[tokens[:-1]] & self.second[tokens[1:]])


def joined(corpus: Corpus, analyser: Analyser, numbers: dict[str, int]) -> Joined:
    """The pairs of words, side by side somewhere, that are one word elsewhere; their terms get numbers, too."""
    forms = corpus.forms
    terms: dict[tuple[int, int], list[int]] = {}
    for pair in _likely(corpus, analyser):
        one, other = forms[pair[0]], forms[pair[1]]
        found = analyser.joined(one.text, other.text, one.lang)
        if found:
            terms[pair] = [numbers.setdefault(term, len(numbers)) for term in found]
    first, second = np.zeros((2, len(forms)), np.bool_)
    for one_place, other_place in terms:
        first[one_place] = second[other_place] = True
    return Joined(first, second, terms)


def _likely(corpus: Corpus, analyser: Analyser) -> list[tuple[int, int]]:
    """Pairs of places of words, sorted; all that are one word elsewhere, and others by chance alone."""
    places = np.flatnonzero(corpus.counts)
    halves = analyser.halves(map(corpus.forms.__getitem__, places.tolist()))
    firsts, seconds = (_Halves.of(keys, places, len(corpus.forms)) for keys in halves)
    wholes, _ = _hashes(analyser.wholes())
    heads = np.zeros(1 << int(FIRST_BITS), np.bool_)
    heads[wholes >> np.uint64(64) - FIRST_BITS] = True
    either = Joined(firsts.are, seconds.are)
    met = [np.zeros((0, 3), np.uint64)]
    for extracted in corpus.extracts:
        here = either.pairs(extracted)
        one, other = extracted.tokens[here], extracted.tokens[here + 1]
        together = firsts.hashes[one] * seconds.powers[other] + seconds.hashes[other]
        kept = heads[together >> np.uint64(64) - FIRST_BITS]
        met.append(np.column_stack((one[kept], other[kept], together[kept])))
    found = np.concatenate(met)
    found = found[np.isin(found[:, 2], wholes)]
    return sorted({(one, other) for one, other, _ in found.tolist()})


@dataclass(frozen=True, slots=True)
class _Halves:
    """Words as halves, by their places."""

    are: NDArray[np.bool_]
    hashes: Hashes
    powers: Hashes
    """`BASE` to the power of their letters."""

    @classmethod
    def of(cls, keys: Sequence[str], places: Ints, size: int) -> _Halves:
        """Of the words at `places`, of `size` that there are, by their keys; "" for one that is no half."""
        are, (hashes, powers) = np.zeros(size, np.bool_), np.zeros((2, size), np.uint64)
        are[places] = [key != "" for key in keys]
        hashes[places], powers[places] = _hashes(keys)
        return cls(are, hashes, powers)


def _hashes(words: Sequence[str]) -> tuple[Hashes, Hashes]:
    """Of each word its hash, and `BASE` to the power of its letters."""
    letters = np.frombuffer("".join(words).encode("utf-32-le", "surrogatepass"), np.uint32)
    sizes = np.fromiter(map(len, words), np.int64, len(words))
    ends = sizes.cumsum()
    powers = np.concatenate([np.ones(1, np.uint64), np.full(int(sizes.max(initial=0)), BASE)]).cumprod(dtype=np.uint64)
    behind = np.repeat(ends, sizes) - np.arange(1, letters.size + 1)
    sums = np.zeros(letters.size + 1, np.uint64)
    np.cumsum(letters * powers[behind], out=sums[1:])
    return sums[ends] - sums[ends - sizes], powers[sizes]
