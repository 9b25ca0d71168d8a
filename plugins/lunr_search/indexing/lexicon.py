"""The distinct words of a corpus -> their index terms, as numbers.

Each word is analysed once; the tokens of the pages are then turned into terms by looking numbers up in arrays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from languages import Analyser, folds_of_normal
from lunr_search.gathering.corpus import Corpus
from lunr_search.records import Ints

from .joined import Joined, Words, joined


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The terms of the words: those of the word at `place` are `flat[starts[place] : starts[place + 1]]`."""

    terms: Sequence[str]
    """By number."""
    keys: Sequence[str]
    """Each term's search key."""
    starts: Ints
    flat: Ints
    lemmas: Ints
    """The numbers of terms that are words, no signs of a word."""
    joined: Joined
    """The terms of two words that are one elsewhere."""


def lexicon(corpus: Corpus, analyser: Analyser) -> Lexicon:
    """The terms of all forms that are used, of articles of laws, and of two words that are one elsewhere."""
    used = np.flatnonzero(corpus.counts)
    forms = corpus.forms.chosen(corpus.counts > 0)
    rows = analyser.term_rows(forms)
    sizes = np.zeros(len(corpus.forms) + 1, np.int64)
    sizes[used + 1] = np.diff(rows.starts)
    numbers = rows.numbers
    for extracted in corpus.extracts:
        for _, statute in extracted.statutes:
            numbers.setdefault(statute, len(numbers))
    terms = list(numbers)
    keys = folds_of_normal(terms)
    pairs = joined(Words(corpus, used, forms, rows, terms, keys), analyser, numbers)
    keys += folds_of_normal(list(islice(numbers, len(keys), None)))
    return Lexicon(list(numbers), keys, sizes.cumsum(), rows.flat, np.arange(rows.words), pairs)
