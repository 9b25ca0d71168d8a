"""Two words side by side that are one elsewhere in the corpus, found among all neighbours at once.

The hash of two words written as one follows from those of both (`halves`). What meets a hash is then asked of the
analyser.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from languages import Analyser, FormList, TermRows, folds_of_normal, half
from lunr_search.gathering.corpus import Corpus
from lunr_search.reading.extract import Extract
from lunr_search.records import Ints

from .halves import Halves, Wholes, are_among, hashes_of

TOGETHER = 64  # pages whose neighbours are looked at together
FIRST_BITS = np.uint64(22)  # of a hash, by which most neighbours are told to meet none


Pair = tuple[int, int]
"""The places of two words."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Two words that are one elsewhere in the corpus, where only a space parts them."""

    first: NDArray[np.bool_]
    """Of each place of a word: it may be the first of two."""
    second: NDArray[np.bool_]
    terms: Mapping[Pair, Sequence[int]] = field(default_factory=dict)
    """Two places of words -> the terms of the one that they are."""

    @classmethod
    def of(cls, terms: Mapping[Pair, Sequence[int]], size: int) -> Joined:
        """These pairs of so many words."""
        first, second = np.zeros((2, size), np.bool_)
        for one_place, other_place in terms:
            first[one_place] = second[other_place] = True
        return cls(first, second, terms)

    def renumbered(self, numbers: Ints) -> Joined:
        """The same, each term with another number."""
        return Joined(self.first, self.second, {pair: numbers[own].tolist() for pair, own in self.terms.items()})

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
    terms: dict[Pair, list[int]] = {}
    for pair in _likely(words, analyser):
        one, other = forms[pair[0]], forms[pair[1]]
        found = analyser.joined(one.text, other.text, one.lang)
        if found:
            terms[pair] = [numbers.setdefault(term, len(numbers)) for term in found]
    return Joined.of(terms, len(forms))


def _likely(words: Words, analyser: Analyser) -> list[Pair]:
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
    found = found[are_among(found[:, 2], wholes.hashes)]
    analyser.joined_are_among(wholes.alike(found[:, 2]))
    return sorted({(one, other) for one, other, _ in found.tolist()})


def _halves(words: Words, analyser: Analyser) -> tuple[Halves, Halves, Wholes]:
    """The words as halves, their lemmas as second ones, and all words that may be of two.

    Most lemmas are terms, whose keys are known.
    """
    size, texts = len(words.corpus.forms), words.forms.texts
    firsts = Halves.of(texts, folds_of_normal(texts)).at(words.used, size)
    terms = Halves.of(words.terms, words.keys)
    seconds = terms.chosen(words.rows.flat[words.rows.starts[:-1]])
    special = [analyser.lemmas_with_parts(words.forms[place]) for place in words.rows.special.tolist()]
    lemmas = [lemma for lemma, *_ in special]
    seconds.put(words.rows.special, Halves.of(lemmas, folds_of_normal(lemmas)))
    long = np.fromiter(map(len, words.terms), np.int64, len(words.terms)) >= 2 * half()
    more = list(dict.fromkeys(lemma for each in special for lemma in each if len(lemma) >= 2 * half()))
    hashes = np.concatenate([terms.hashes[long], hashes_of(folds_of_normal(more))[0]])
    return firsts, seconds.at(words.used, size), Wholes([*compress(words.terms, long.tolist()), *more], hashes)
