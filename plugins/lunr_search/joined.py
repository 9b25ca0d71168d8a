"""Two words side by side that are one elsewhere in the corpus, found among all neighbours at once.

Keys are hashed by a polynomial (R. Karp, M. Rabin, "Efficient randomized pattern-matching algorithms", 1987), so that
the hash of two words written as one follows from those of both: h(ab) = h(a) * B^|b| + h(b). What meets a hash is then
asked of the analyser.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from languages import Analyser, FormList, TermRows, folds_of_normal, half, may_be_halves

from .corpus import Corpus
from .extract import Extract
from .records import Ints

Hashes = NDArray[np.uint64]
BASE = np.uint64(0x9E3779B97F4A7C15)  # odd and without pattern: the golden ratio in 64 bits
TOGETHER = 64  # pages whose neighbours are looked at together
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
        return self.among(extracted.tokens, extracted.spaced)

    def among(self, tokens: NDArray[np.uint32], spaced: NDArray[np.bool_]) -> Ints:
        """The same of tokens, and of which nothing but a space parts each from the next."""
        return np.flatnonzero(spaced[:-1] & self.first[tokens[:-1]] & self.second[tokens[1:]])


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a corpus, and their terms."""

    corpus: Corpus
    used: Ints
    """The places of the words that its pages have."""
    forms: FormList
    """Those words."""
    rows: TermRows
    """Their terms."""
    terms: Sequence[str]
    """The distinct terms, by number."""
    keys: Sequence[str]
    """Their search keys."""


def joined(words: Words, analyser: Analyser, numbers: dict[str, int]) -> Joined:
    """The pairs of words, side by side somewhere, that are one word elsewhere; their terms get numbers, too."""
    forms = words.corpus.forms
    terms: dict[tuple[int, int], list[int]] = {}
    for pair in _likely(words, analyser):
        one, other = forms[pair[0]], forms[pair[1]]
        found = analyser.joined(one.text, other.text, one.lang)
        if found:
            terms[pair] = [numbers.setdefault(term, len(numbers)) for term in found]
    first, second = np.zeros((2, len(forms)), np.bool_)
    for one_place, other_place in terms:
        first[one_place] = second[other_place] = True
    return Joined(first, second, terms)


def _likely(words: Words, analyser: Analyser) -> list[tuple[int, int]]:
    """Pairs of places of words, sorted; all that are one word elsewhere, and others by chance alone."""
    firsts, lemmas, wholes = _halves(words, analyser)
    heads = np.zeros(1 << int(FIRST_BITS), np.bool_)
    heads[wholes.hashes >> np.uint64(64) - FIRST_BITS] = True
    forms = firsts.unlike(lemmas)
    either, extracts = Joined(firsts.are, lemmas.are | forms.are), words.corpus.extracts
    met = [np.zeros((0, 3), np.uint64)]
    for start in range(0, len(extracts), TOGETHER):
        some = extracts[start : start + TOGETHER]
        tokens = np.concatenate([each.tokens for each in some])
        here = either.among(tokens, np.concatenate([each.spaced for each in some]))
        for seconds in (lemmas, forms):
            are = here[seconds.are[tokens[here + 1]]]
            one, other = tokens[are], tokens[are + 1]
            together = firsts.hashes[one] * seconds.powers[other] + seconds.hashes[other]
            kept = heads[together >> np.uint64(64) - FIRST_BITS]
            met.append(np.column_stack((one[kept], other[kept], together[kept])))
    found = np.concatenate(met)
    found = found[_are_among(found[:, 2], wholes.hashes)]
    analyser.joined_are_among(wholes.alike(found[:, 2]))
    return sorted({(one, other) for one, other, _ in found.tolist()})


def _halves(words: Words, analyser: Analyser) -> tuple[_Halves, _Halves, _Wholes]:
    """The words as halves, their lemmas as second ones, and all words that may be of two.

    Most lemmas are terms, whose keys are known.
    """
    size, texts = len(words.corpus.forms), words.forms.texts
    firsts = _Halves.of(texts, folds_of_normal(texts)).at(words.used, size)
    terms = _Halves.of(words.terms, words.keys)
    seconds = terms.chosen(words.rows.flat[words.rows.starts[:-1]])
    special = [analyser.lemmas_with_parts(words.forms[place]) for place in words.rows.special.tolist()]
    lemmas = [lemma for lemma, *_ in special]
    seconds.put(words.rows.special, _Halves.of(lemmas, folds_of_normal(lemmas)))
    long = np.fromiter(map(len, words.terms), np.int64, len(words.terms)) >= 2 * half()
    more = list(dict.fromkeys(lemma for each in special for lemma in each if len(lemma) >= 2 * half()))
    hashes = np.concatenate([terms.hashes[long], _hashes(folds_of_normal(more))[0]])
    return firsts, seconds.at(words.used, size), _Wholes([*compress(words.terms, long.tolist()), *more], hashes)


@dataclass(frozen=True, slots=True)
class _Halves:
    """Words as halves of others."""

    are: NDArray[np.bool_]
    hashes: Hashes
    powers: Hashes
    """`BASE` to the power of their letters."""

    @classmethod
    def of(cls, words: Sequence[str], keys: Sequence[str]) -> _Halves:
        """Of words and their keys."""
        return cls(may_be_halves(words), *_hashes(keys))

    def chosen(self, places: Ints) -> _Halves:
        """Those at these places."""
        return _Halves(self.are[places], self.hashes[places], self.powers[places])

    def put(self, places: Ints, others: _Halves) -> None:
        """Others instead of those at these places."""
        self.are[places], self.hashes[places], self.powers[places] = others.are, others.hashes, others.powers

    def unlike(self, others: _Halves) -> _Halves:
        """Those that differ from the ones in the same places."""
        return _Halves(self.are & (self.hashes != others.hashes), self.hashes, self.powers)

    def at(self, places: Ints, size: int) -> _Halves:
        """These as those at `places` among so many; the rest are none."""
        found = _Halves(np.zeros(size, np.bool_), *np.zeros((2, size), np.uint64))
        found.put(places, self)
        return found


@dataclass(frozen=True, slots=True)
class _Wholes:
    """Words that two words may be, and the hashes of their keys."""

    words: Sequence[str]
    hashes: Hashes

    def alike(self, hashes: Hashes) -> list[str]:
        """The words that have one of these."""
        return [self.words[place] for place in np.flatnonzero(_are_among(self.hashes, hashes)).tolist()]


def _are_among(hashes: Hashes, others: Hashes) -> NDArray[np.bool_]:
    """Which of these stand among the others? One of both is much shorter, where `np.isin` would sort all."""
    ordered = np.sort(others)
    if not ordered.size:
        return np.zeros(hashes.size, np.bool_)
    found: NDArray[np.bool_] = ordered[np.minimum(ordered.searchsorted(hashes), ordered.size - 1)] == hashes
    return found


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
