"""A page's passages in pieces of a few kilobytes, each a file that makes a result: `text/` in docs/search-format.md.

A passage's number tells its piece, so that a posting tells which file holds the passage.
"""

from __future__ import annotations

import hashlib
from base64 import b32encode
from collections.abc import Iterator, Sequence
from typing import Any

from lunr_search.files import json_text, put_aside
from lunr_search.records import LANGS, PARTS, Page, Passage

PIECE_BYTES = 12_000  # of text: about 4 KB after gzip
PER_PIECE = 32  # passages at most; a passage's number is its piece times this, and its place there
VERSION = 4  # characters


def cut(passages: Sequence[Passage]) -> list[list[Passage]]:
    """Pieces of at most `PER_PIECE` passages and about `PIECE_BYTES` bytes; a longer passage is a piece of its own."""
    pieces: list[list[Passage]] = [[]]
    size = 0
    for passage in passages:
        weight = len(passage.text.encode())
        if pieces[-1] and (size + weight > PIECE_BYTES or len(pieces[-1]) == PER_PIECE):
            pieces.append([])
            size = 0
        pieces[-1].append(passage)
        size += weight
    return pieces


def numbers(pieces: Sequence[Sequence[Passage]]) -> Iterator[int]:
    """The number of each passage, in order."""
    for piece, passages in enumerate(pieces):
        yield from range(piece * PER_PIECE, piece * PER_PIECE + len(passages))


def codes(pieces: Sequence[Sequence[Passage]]) -> str:
    """A letter for each passage, pieces parted by spaces: `A` + language * number of parts + part."""
    return " ".join("".join(_code(passage) for passage in piece) for piece in pieces)


def _code(passage: Passage) -> str:
    language = LANGS.index(passage.lang) if passage.lang in LANGS else len(LANGS)
    return chr(ord("A") + language * len(PARTS) + PARTS.index(passage.part))


def piece_texts(page: Page, pieces: Sequence[Sequence[Passage]], repeats: Sequence[Sequence[int]]) -> list[str]:
    """The data of each piece as JSON: what a result line shows of the page, and the passages."""
    line = {
        "id": page.id,
        "url": page.url,
        "title": page.title,
        "lang": page.lang,
        "titles": dict(page.titles),
        "authors": list(page.authors),
        "year": page.year,
        "issue": page.issue,
        "status": page.status,
        "codes": codes(pieces),
        "repeats": [list(group) for group in repeats],
    }
    known: dict[str, Any] = {key: value for key, value in line.items() if value}
    return [json_text(known | {"passages": [[p.text, p.anchor] for p in piece]}) for piece in pieces]


def version(texts: Sequence[str]) -> str:
    """Four characters for the text files of a page: twenty bits, since their names have the page's number."""
    digest = hashlib.blake2s(put_aside("\n".join(texts)).encode("utf-8", "surrogatepass"), digest_size=5).digest()
    return b32encode(digest).decode()[:VERSION].lower()


def text_name(number: int, of_version: str, piece: int) -> str:
    """The name of a piece of the document `number`; 256 documents a folder."""
    return f"text/{number // 256}/{number}-{of_version}-{piece}"
