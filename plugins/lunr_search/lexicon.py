"""The distinct words of a corpus -> their index terms, as numbers.

Each word is analysed once; the tokens of the pages are then turned into terms by looking numbers up in arrays.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from languages import Analyser

from .corpus import Corpus
from .joined import Joined, joined
from .records import Ints


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
    pairs = joined(corpus, analyser, numbers)
    return Lexicon(numbers, sizes.cumsum(), flat, lemmas, pairs)


def words_of(lexed: Lexicon, counts: Ints) -> int:
    """The number of words in the corpus."""
    has_terms = lexed.starts[1:] > lexed.starts[:-1]
    return int(counts[has_terms].sum())
