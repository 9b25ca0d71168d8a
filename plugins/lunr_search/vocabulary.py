"""The words of the index in small lists by their first letter: what is typed, and what a mistyped word may have meant.

    search/words/HASH.js    {"words": front-coded lemmas in the order of their keys, "counts": documents of each}

Lemmas of letters only; the terms with signs (`…`, `§`) and numbers are no words to be typed. A letter with many words
has several lists, in order. The page loads a list while somebody types, or when a word of a question is not found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from .coding import front_coded
from .files import File, script
from .lists import directory
from .numbers import encoded

LIST_WORDS = 2_000  # of one list: at most 10 KB after gzip
SHORTEST = 3  # letters

Row = tuple[str, str, int]
"""Search key, word, documents that have it."""


def word_files(rows: Iterable[Row]) -> Iterator[File]:
    """The lists in the order of their first keys, their directory last; `rows` are in the order of (key, word)."""
    files = list(_lists(rows))
    yield from files
    if files:
        yield script("words/", directory(files))


def _lists(rows: Iterable[Row]) -> Iterator[File]:
    for _, same in groupby((row for row in rows if _is_word(row)), key=lambda row: row[0][:1]):
        group = list(same)
        for start in range(0, len(group), LIST_WORDS):
            part = group[start : start + LIST_WORDS]
            data = {"words": front_coded(word for _, word, _ in part), "counts": encoded(count for *_, count in part)}
            yield script("words/", data, part[0][0])


def _is_word(row: Row) -> bool:
    key, term, _ = row
    return len(term) >= SHORTEST and (term.isalpha() or ("-" in term and term.replace("-", "").isalpha())) and key != ""
