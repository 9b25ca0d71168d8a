"""The words of the index in small lists by their first letter: what is typed, and what a mistyped word may have meant.

    search/words/HASH.js    {"words": front-coded lemmas in the order of their keys, "counts": documents of each}

Lemmas of letters only; the terms with signs (`…`, `§`) and numbers are no words to be typed. A letter with many words
has several lists, in order. The page loads a list while somebody types, or when a word of a question is not found.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress, pairwise
from operator import ne

import numpy as np

from lunr_search.coding import front_codes
from lunr_search.files import File, script
from lunr_search.indexing.known import Known
from lunr_search.lists import directory
from lunr_search.numbers import Row
from lunr_search.records import Ints
from lunr_search.sorting import in_order

LIST_WORDS = 2_000  # of one list: at most 10 KB after gzip
SHORTEST = 3  # letters


def word_files(known: Known, places: Ints, documents: Ints) -> Iterator[File]:
    """The lists in the order of their first keys, their directory last.

    `places` are those of the lemmas; `documents` how many have each term.
    """
    files = list(_lists(known, places, documents))
    yield from files
    if files:
        yield script("words/", directory(files))


def _lists(known: Known, places: Ints, documents: Ints) -> Iterator[File]:
    own = places.tolist()
    ordered = in_order([known.keys[place] for place in own], [known.terms[place] for place in own])
    places = places[np.array(ordered, np.int64)]
    words = [known.terms[place] for place in places.tolist()]
    are = np.fromiter(map(_is_word, words, map(known.keys.__getitem__, places.tolist())), np.bool_, len(words))
    places = places[are]
    words = list(compress(words, are.tolist()))
    firsts = [known.keys[place][0] for place in places.tolist()]
    changes = np.flatnonzero(np.fromiter(map(ne, firsts[1:], firsts), np.bool_, max(0, len(firsts) - 1))) + 1
    codes, row = front_codes(words), Row.of(documents[places])
    edges = [0, *changes.tolist(), len(firsts)]
    for begin, end in pairwise(edges if firsts else ()):
        for start in range(begin, end, LIST_WORDS):
            stop = min(end, start + LIST_WORDS)
            own = ["0" + words[start], *codes[start + 1 : stop]]
            data = {"words": "\n".join(own), "counts": row.part(start, stop)}
            yield script("words/", data, known.keys[places[start]])


def _is_word(term: str, key: str) -> bool:
    if len(term) < SHORTEST or not key:
        return False
    return term.isalpha() or ("-" in term and term.replace("-", "").isalpha())
