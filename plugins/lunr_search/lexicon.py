"""The distinct words of a corpus -> their index terms, as numbers.

Each word is analysed once; the tokens of the pages are then turned into terms by looking numbers up in arrays.
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


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The terms of the words: those of the word at `place` are `flat[starts[place] : starts[place + 1]]`."""

    numbers: Mapping[str, int]
    """Each term's number, from 0."""
    starts: Ints
    flat: Ints
    lemmas: frozenset[int]
    """The numbers of terms that are words, no signs of a word."""
    joined: Joined
    """The terms of two words that are one elsewhere."""


def lexicon(corpus: Corpus, analyser: Analyser) -> Lexicon:
    """The terms of all forms that are used, of articles of laws, and of two words that are one elsewhere."""
    used = np.flatnonzero(corpus.counts)
    rows = analyser.term_rows(map(corpus.forms.__getitem__, used.tolist()))
    sizes = np.zeros(len(corpus.forms) + 1, np.int64)
    sizes[used + 1] = rows.sizes
    numbers = {text: number for number, text in enumerate(dict.fromkeys(rows.texts))}
    flat = np.fromiter(map(numbers.__getitem__, rows.texts), np.int64, len(rows.texts))
    lemmas = frozenset(map(numbers.__getitem__, rows.words))
    for extracted in corpus.extracts:
        for _, statute in extracted.statutes:
            numbers.setdefault(statute, len(numbers))
    joined = _joined(corpus, analyser, numbers)
    return Lexicon(numbers, sizes.cumsum(), flat, lemmas, joined)


def _joined(corpus: Corpus, analyser: Analyser, numbers: dict[str, int]) -> Joined:
    """The pairs of words, side by side somewhere, that are one word elsewhere; their terms get numbers, too."""
    forms = corpus.forms
    used = np.flatnonzero(corpus.counts)
    first, second = np.zeros((2, len(forms)), np.bool_)
    first[used], second[used] = analyser.halves(map(forms.__getitem__, used.tolist()))
    candidates = Joined(first, second)
    seen: set[tuple[int, int]] = set()
    for extracted in corpus.extracts:
        here = candidates.pairs(extracted)
        seen.update(zip(extracted.tokens[here].tolist(), extracted.tokens[here + 1].tolist(), strict=True))
    terms: dict[tuple[int, int], list[int]] = {}
    for pair in sorted(seen):
        one, other = forms[pair[0]], forms[pair[1]]
        found = analyser.joined(one.text, other.text, one.lang)
        if found:
            terms[pair] = [numbers.setdefault(term, len(numbers)) for term in found]
    return Joined(first, second, terms)


def words_of(lexed: Lexicon, counts: Ints) -> int:
    """The number of words in the corpus."""
    has_terms = lexed.starts[1:] > lexed.starts[:-1]
    return int(counts[has_terms].sum())
