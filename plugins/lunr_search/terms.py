"""Terms and their postings -> term shards, in the order of the terms' folded keys.

One shard serves a word's exact spelling, its other spellings, its prefix family and the candidates of its analysis,
because their keys are neighbours. Postings hold counts and passage numbers, not weights: the page computes lunr's
weights.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from languages import Analyser, fold

from .files import File, json_text, script
from .records import Index, Posting

SHARD_BYTES = 48_000  # of script text; 10 to 25 KB after gzip
BMP = 0xFFFF  # letters beyond it are two units of UTF-16
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def utf16(text: str) -> bytes:
    """Sort key of JavaScript's string order: lunr.js wants its terms so."""
    return text.encode("utf-16-be", "surrogatepass")


def term_files(index: Index, analyser: Analyser) -> Iterator[File]:
    """Term shards in the order of their keys; terms with one key are never parted."""
    size, batch = 0, list[Row]()
    for _, same in groupby(_rows(index, analyser), key=lambda row: row.key):
        group = list(same)
        weight = sum(len(row.term) + len(row.postings) + 8 for row in group)
        if batch and size + weight > SHARD_BYTES:
            yield _term_file(batch)
            size, batch = 0, []
        batch += group
        size += weight
    if batch:
        yield _term_file(batch)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a term shard: a term with its packed postings, or an alias with the term it stands for."""

    key: str
    term: str
    flags: int
    stem: int
    endings: tuple[str, ...]
    target: str = ""
    postings: str = ""

    def order(self) -> tuple[bytes, bytes, str]:
        return utf16(self.key), utf16(self.term), self.target


def _rows(index: Index, analyser: Analyser) -> list[Row]:
    """All rows, by key, then term, in JavaScript's order."""
    rows: list[Row] = []
    for term, documents in index.postings.items():
        entry = analyser.entry(term)
        packed = json_text(encode_postings(documents))
        rows.append(Row(fold(term), term, entry.flags, entry.stem, entry.endings, postings=packed))
        rows += [
            Row(fold(head.text), head.text, entry.flags, head.stem, head.endings, target=term)
            for head in analyser.aliases(term)
        ]
    return sorted(rows, key=Row.order)


def _term_file(rows: Sequence[Row]) -> File:
    """Columns compress better than rows, and equal ending sets are written once a shard."""
    sets: dict[tuple[str, ...], int] = {}
    number = {row: sets.setdefault(row.endings, len(sets)) if row.endings else -1 for row in rows}
    terms = [row for row in rows if not row.target]
    shard = {
        "terms": front_coded(row.term for row in terms),
        "flags": [row.flags for row in terms],
        "stems": [row.stem for row in terms],
        "sets": [number[row] for row in terms],
        "postings": [json.loads(row.postings) for row in terms],
        "aliases": [[row.term, row.flags, row.stem, number[row], row.target] for row in rows if row.target],
        "endings": [" ".join(endings) for endings in sets],
    }
    return script("terms/", shard, rows[0].key)


def front_coded(terms: Iterable[str]) -> str:
    """Terms joined by line feeds, each with the units it shares with the one before as one digit of base 36.

    Units are UTF-16, as JavaScript counts them; the two halves of one letter are never parted.
    """
    coded: list[str] = []
    before = ""
    for term in terms:
        shared = units = 0
        for one, other in zip(term, before, strict=False):
            width = 1 + (ord(one) > BMP)
            if one != other or units + width >= len(DIGITS):
                break
            shared, units = shared + 1, units + width
        coded.append(DIGITS[units] + term[shared:])
        before = term
    return "\n".join(coded)


def encode_postings(documents: dict[int, Posting]) -> list[int]:
    """[document delta, a count for each field, number of passages, passage deltas…] for each document, in one row."""
    numbers: list[int] = []
    last = 0
    for document in sorted(documents):
        posting = documents[document]
        numbers += [document - last, *posting.counts, len(posting.passages)]
        numbers += [b - a for a, b in zip([0, *posting.passages], posting.passages, strict=False)]
        last = document
    return numbers
