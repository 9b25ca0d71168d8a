"""The words of the index in small lists by their first letter: what is typed, and what a mistyped word may have meant.

    search/words/HASH.js    {"words": front-coded lemmas in the order of their keys, "counts": documents of each}

Lemmas of letters only; the terms with signs (`…`, `§`) and numbers are no words to be typed. A letter with many words
has several lists, in order. The page loads a list while somebody types, or when a word of a question is not found.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from lunr_search.carried import Carried, digest
from lunr_search.coding import front_coded, utf16
from lunr_search.files import File, script
from lunr_search.indexing.known import Known, in_order
from lunr_search.lists import directory
from lunr_search.numbers import encoded
from lunr_search.records import Ints

from .files import Files

LIST_WORDS = 2_000  # of one list: at most 10 KB after gzip
SHORTEST = 3  # letters


def word_files(known: Known, places: Ints, documents: Ints, files: Files) -> list[File]:
    """The lists in the order of their first keys, their directory last, as files that are written.

    `places` are those of the lemmas; `documents` how many have each term.
    """
    lists = [
        _file(own[start : start + LIST_WORDS], known, documents, files)
        for own in _in_order(_letters(places, known), known, files.carried)
        for start in range(0, own.size, LIST_WORDS)
    ]
    return [*lists, files.write(script("words/", directory(lists)))] if lists else []


def _letters(places: Ints, known: Known) -> list[Ints]:
    """The places of the words, a list for each letter that keys begin with, in the order of the letters."""
    are = _are_words(_of(known.terms, places), _of(known.keys, places))
    places = places[are]
    begins = "".join(map(itemgetter(0), _of(known.keys, places)))
    letters = np.frombuffer(begins.encode("utf-32-le", "surrogatepass"), np.uint32)
    order = np.argsort(letters, kind="stable")
    distinct, starts = np.unique(letters[order], return_index=True)
    groups = zip(map(chr, distinct.tolist()), np.split(places[order], starts[1:]), strict=True) if places.size else ()
    return [own for _, own in sorted(groups, key=lambda group: utf16(group[0]))]


def _are_words(terms: Sequence[str], keys: Sequence[str]) -> NDArray[np.bool_]:
    """Of each term whether it is a word; `keys` are those of the terms."""
    alpha = np.fromiter(map(str.isalpha, terms), np.bool_, len(terms))
    parted = [place for place in np.flatnonzero(~alpha).tolist() if terms[place].replace("-", "").isalpha()]
    alpha[parted] = True
    letters = np.fromiter(map(len, terms), np.int64, len(terms))
    return alpha & (letters >= SHORTEST) & np.fromiter(map(bool, keys), np.bool_, len(keys))


def _in_order(letters: Sequence[Ints], known: Known, carried: Carried) -> list[Ints]:
    """The same, each by key and term."""
    sources = [digest(b"order", _joined(_of(known.terms, own))) for own in letters]
    orders = carried.worked(sources, lambda new: [_order(letters[number], known) for number in new])
    return [own[order] for own, order in zip(letters, orders, strict=True)]


def _order(places: Ints, known: Known) -> NDArray[np.uint32]:
    return np.array(in_order(_of(known.keys, places), _of(known.terms, places)), np.uint32)


def _file(places: Ints, known: Known, documents: Ints, files: Files) -> File:
    """One list."""
    words, counts, first = _of(known.terms, places), documents[places], known.keys[places[0]]
    source = digest(b"words", _joined(words), counts.tobytes())
    return files.kept(source, first) or files.write(
        script("words/", {"words": front_coded(words), "counts": encoded(counts)}, first), source
    )


def _of(column: Sequence[str], places: Ints) -> list[str]:
    return list(map(column.__getitem__, places.tolist()))


def _joined(words: Sequence[str]) -> bytes:
    return "\n".join(words).encode("utf-8", "surrogatepass")
