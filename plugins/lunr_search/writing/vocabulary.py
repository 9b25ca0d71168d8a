"""The words of the index in small lists by their first letter: what is typed, and what a mistyped word may have meant.

    search/words/HASH.js    {"words": front-coded lemmas in the order of their keys, "counts": documents of each}

Lemmas of letters only; the terms with signs (`…`, `§`) and numbers are no words to be typed. A letter with many words
has several lists, in order. The page loads a list while somebody types, or when a word of a question is not found.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from languages.packed import Packed, packed, unpacked
from lunr_search.carried import digest
from lunr_search.coding import front_coded, utf16
from lunr_search.files import File, script
from lunr_search.indexing.known import Known
from lunr_search.lists import directory
from lunr_search.numbers import encoded
from lunr_search.records import Ints
from lunr_search.sorting import in_order
from lunr_search.workers import batches

from .files import Files
from .shards import Shard

LIST_WORDS = 2_000  # of one list: at most 10 KB after gzip
BATCH = 16  # lists in one task
SHORTEST = 3  # letters


def first_letters(known: Known) -> NDArray[np.uint32]:
    """Of some terms the first letter of the key as a code point, 0 where it is no word."""
    terms, keys = known.terms, known.keys
    alpha = np.fromiter(map(str.isalpha, terms), np.bool_, len(terms))
    alpha[[place for place in np.flatnonzero(~alpha).tolist() if terms[place].replace("-", "").isalpha()]] = True
    letters = np.fromiter(map(len, terms), np.int64, len(terms))
    codes = np.fromiter((ord(key[0]) if key else 0 for key in keys), np.uint32, len(keys))
    return np.where(alpha & (letters >= SHORTEST), codes, 0).astype(np.uint32)


@dataclass(frozen=True, slots=True)
class Lemmas:
    """What lists of words are made of."""

    known: Known
    places: Ints
    """Of the lemmas, ascending."""
    firsts: NDArray[np.uint32]
    """Of all terms, as `first_letters` gives them."""
    documents: Ints
    """How many have each term."""


def word_files(lemmas: Lemmas, shards: Sequence[Shard], hashes: Sequence[bytes], files: Files) -> list[File]:
    """The lists in the order of their first keys, their directory last, as files that are written.

    `hashes` are those of the terms of each shard.
    """
    letters = _letters(lemmas)
    sources = [_source(own, shards, hashes) for own in letters]
    orders = files.carried.worked(sources, lambda new: [_order(letters[number], lemmas.known) for number in new])
    lists = [
        _listed(own[order], start, source, lemmas)
        for own, order, source in zip(letters, orders, sources, strict=True)
        for start in range(0, own.size, LIST_WORDS)
    ]

    def new_codes(numbers: Sequence[int]) -> list[str]:
        tasks = ([packed(_of(lemmas.known.terms, lists[n].places)) for n in some] for some in batches(numbers, BATCH))
        return list(chain.from_iterable(files.workers.map(codes, tasks)))

    coded = files.carried.worked([one.words for one in lists], new_codes)

    def task(numbers: Sequence[int]) -> list[Words]:
        return [(coded[n], lists[n].counts, lists[n].first) for n in numbers]

    firsts = {one.source: one.first for one in lists}
    made = files.kept_or_made(firsts, BATCH, list_files, task)
    return [*made, files.write(script("words/", directory(made)))] if lists else []


@dataclass(frozen=True, slots=True)
class Listed:
    """What stands in a list: lemmas in order, how many documents have each, the key of the first."""

    places: Ints
    counts: Ints
    first: str
    words: bytes
    """A hash of the lemmas."""

    @property
    def source(self) -> bytes:
        """A hash of all."""
        return digest(b"words", self.words, self.counts.tobytes())


Words = tuple[str, Ints, str]
"""The words of a list, front-coded, how many documents have each, the key of the first."""


def codes(lists: Sequence[Packed]) -> list[str]:
    """The words of some lists, front-coded."""
    return [front_coded(unpacked(words)) for words in lists]


def list_files(lists: Sequence[Words]) -> list[File]:
    """The files of some lists."""
    return [script("words/", {"words": words, "counts": encoded(counts)}, first) for words, counts, first in lists]


def _letters(lemmas: Lemmas) -> list[Ints]:
    """The places of the words, a list for each letter that keys begin with, in the order of the letters."""
    codes = lemmas.firsts[lemmas.places]
    order = np.argsort(codes, kind="stable")
    distinct, starts = np.unique(codes[order], return_index=True)
    groups = zip(distinct.tolist(), np.split(lemmas.places[order], starts[1:]), strict=False)
    return [own for code, own in sorted(groups, key=lambda group: utf16(chr(group[0]))) if code]


def _source(places: Ints, shards: Sequence[Shard], hashes: Sequence[bytes]) -> bytes:
    """A hash of the terms at these places, as those of their shards, and where in these they are."""
    firsts = np.array([shard.first for shard in shards], np.int64)
    homes = np.searchsorted(firsts, places, "right") - 1
    own, counts = np.unique(homes, return_counts=True)
    within = (places - firsts[homes]).tobytes()
    return digest(b"letter", b"".join(map(hashes.__getitem__, own.tolist())), counts.tobytes(), within)


def _order(places: Ints, known: Known) -> NDArray[np.uint32]:
    """In which order words come by key and term."""
    return np.array(in_order(_of(known.keys, places), _of(known.terms, places)), np.uint32)


def _listed(letter: Ints, start: int, source: bytes, lemmas: Lemmas) -> Listed:
    """One list of the words of a letter, in order; `source` stands for all of these."""
    places = letter[start : start + LIST_WORDS]
    counts, first = lemmas.documents[places], lemmas.known.keys[places[0]]
    return Listed(places, counts, first, digest(b"codes", source, start.to_bytes(8, "big")))


def _of(column: Sequence[str], places: Ints) -> list[str]:
    return list(map(column.__getitem__, places.tolist()))
