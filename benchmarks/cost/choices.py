"""The term shards written otherwise: what the format's choices save, in bytes after gzip."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

from lunr_search.files import data_of
from lunr_search.numbers import DIGITS, encoded
from lunr_search.records import PARTS

from .sizes import current, packed

WAYS = "as shipped", "rows as JSON arrays", "a field for each part"
MOST = 60  # shards that are looked at
PER_PIECE = 32
ROWS = ("flags", "stems", "sets")
PLACES = {digit: place for place, digit in enumerate(DIGITS)}
# First digits from here on begin numbers of so many further digits, which begin with so much (docs/search-format.md).
LONG = ((89, 5, 0), (86, 2, 2400), (60, 1, 60))


@dataclass(frozen=True)
class Posting:
    """Of one document: counts and passages of the title field and of the text field."""

    document: int
    counts: tuple[int, int]
    passages: tuple[list[int], list[int]]


def choices(search: Path) -> dict[str, int]:
    """Bytes of some term shards: as they are; with rows as JSON arrays; with a field for each part of an article."""
    manifest = data_of((search / "manifest.js").read_text("utf-8"))
    parts = _parts(search, manifest)
    paths = current(search, "terms/*.js")
    sums = dict.fromkeys(WAYS, 0)
    for path in paths[:: -(-len(paths) // MOST)]:
        data = data_of(path.read_text("utf-8"))
        read = [list(postings(decoded(row))) for row in data["postings"].split(" ")]
        arrays = {name: decoded(data[name]) for name in ROWS}
        arrays["postings"] = [decoded(row) for row in data["postings"].split(" ")]
        fields = {"postings": " ".join(encoded(_by_part(row, parts)) for row in read)}
        for name, other in zip(sums, ({}, arrays, fields), strict=True):
            text = json.dumps(data | other, ensure_ascii=False, separators=(",", ":"))
            sums[name] += len(packed(text.encode()))
    return sums


def decoded(row: str) -> list[int]:
    """The numbers of a row."""
    numbers, digits = [], iter(map(PLACES.__getitem__, row))
    for first in digits:
        start, further, least = next((long for long in LONG if first >= long[0]), (0, 0, 0))
        number = first - start
        for _ in range(further):
            number = number * len(DIGITS) + next(digits)
        numbers.append(number + least)
    return numbers


def postings(numbers: Sequence[int]) -> Iterator[Posting]:
    """The postings of one term."""
    row, document = iter(numbers), 0
    for first in row:
        document += first // 2
        if first % 2:
            counts = next(row), next(row)
            yield Posting(document, counts, (_passages(row) if counts[0] else [], _passages(row) if counts[1] else []))
        else:
            found = _passages(row)
            yield Posting(document, (0, len(found)), ([], found))


def _passages(row: Iterator[int]) -> list[int]:
    differences, more = [], 1
    while more:
        difference, more = divmod(next(row), 2)
        differences.append(difference)
    return list(accumulate(differences))


def _parts(search: Path, manifest: dict[str, Any]) -> list[list[str]]:
    """Of each document the codes of its pieces: a letter tells language and part of a passage."""
    codes: dict[int, list[str]] = {}
    for path in current(search, "text/*/*-0.js"):
        codes[int(path.name.split("-")[0])] = data_of(path.read_text("utf-8"))["codes"].split(" ")
    return [codes.get(number, []) for number in range(manifest["last"])]


def _by_part(row: Sequence[Posting], parts: Sequence[Sequence[str]]) -> Iterator[int]:
    """The same with counts and passages of each part; the text's count is shared out, the rest goes to the last part.

    A document is the difference, then for each part that has the term: twice the part and
    whether another follows, its count, its passages.
    """
    before = 0
    for posting in row:
        groups: dict[int, list[int]] = {}
        for passage in sorted([*posting.passages[0], *posting.passages[1]]):
            piece, place = divmod(passage, PER_PIECE)
            groups.setdefault((ord(parts[posting.document][piece][place]) - ord("A")) % len(PARTS), []).append(passage)
        yield posting.document - before
        before, rest = posting.document, sum(posting.counts) - sum(map(len, groups.values()))
        for number, (part, passages) in enumerate(sorted(groups.items()), 1):
            last = number == len(groups)
            yield 2 * part + (not last)
            yield len(passages) + (rest if last else 0)
            yield from _differences(passages)


def _differences(passages: Sequence[int]) -> Iterator[int]:
    for number, (passage, previous) in enumerate(zip(passages, (0, *passages), strict=False), 1):
        yield 2 * (passage - previous) + (number < len(passages))
