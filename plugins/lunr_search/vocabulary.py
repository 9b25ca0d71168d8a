"""The words of the index in small lists by their first letter: what a mistyped word may have meant.

    search/words/HASH.js    {"words": front-coded lemmas in the order of their keys, "counts": documents of each}

Lemmas of letters only; the terms with signs (`…`, `§`) and numbers are no words to be typed. A letter with many words
has several lists, in order. The page loads a list when a word of a question is not found.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from languages import fold

from .files import File, script
from .records import Index
from .terms import front_coded, utf16

LIST_WORDS = 6_000  # of one list: some 20 KB after gzip
SHORTEST = 3  # letters


def word_files(index: Index) -> Iterator[File]:
    """The lists in the order of their first keys; words with one key stand in one list."""
    rows = sorted(((fold(word), word) for word in index.lemmas if _is_word(word)), key=lambda row: utf16(row[0]))
    for _, same in groupby(rows, key=lambda row: row[0][:1]):
        group = list(same)
        for start in range(0, len(group), LIST_WORDS):
            part = group[start : start + LIST_WORDS]
            words = [word for _, word in part]
            data = {"words": front_coded(words), "counts": [len(index.postings[word]) for word in words]}
            yield script("words/", data, part[0][0])


def _is_word(term: str) -> bool:
    return len(term) >= SHORTEST and term.replace("-", "").isalpha() and bool(fold(term))
