"""Documents -> what results show: their lines, and their passages in pieces of a few kilobytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from .files import File, script
from .records import FIELDS, LANGS, PARTS, Index, Page
from .repeats import repeats
from .terms import front_coded

ARTICLES = 40  # documents in one file of result lines
TEXT_BYTES = 16_000  # of passages in one file


def document_file(index: Index) -> File:
    """Ids and field lengths by document number."""
    lengths = [[lengths[i] for lengths in index.lengths] for i in range(len(FIELDS))]
    return script("documents-", {"ids": front_coded(page.id for page in index.documents), "lengths": lengths})


def article_files(pages: list[Page], pieces: dict[str, list[Any]]) -> list[File]:
    """Result lines, `ARTICLES` documents a file."""
    records = [_article(page, pieces[page.id]) for page in pages]
    return [script("articles/", records[i : i + ARTICLES]) for i in range(0, len(records), ARTICLES)]


def _article(page: Page, pieces: list[Any]) -> dict[str, Any]:
    """What a result line shows.

    `codes` has one letter a passage: its language and part. `repeats` are groups of passages that say the same.
    """
    record = {
        "id": page.id,
        "url": page.url,
        "title": page.title,
        "lang": page.lang,
        "titles": dict(page.titles),
        "authors": list(page.authors),
        "spellings": list(page.spellings),
        "year": page.year,
        "issue": page.issue,
        "keywords": list(page.keywords),
        "codes": "".join(_code(passage.lang, passage.part) for passage in page.passages),
        "repeats": repeats(passage.text for passage in page.passages),
        "pieces": pieces,
    }
    return {key: value for key, value in record.items() if value}


def _code(lang: str, part: str) -> str:
    """`A` + language number * number of parts + part number; language 3 is "unknown"."""
    language = LANGS.index(lang) if lang in LANGS else len(LANGS)
    return chr(ord("A") + language * len(PARTS) + PARTS.index(part))


def text_files(pages: Iterable[Page]) -> tuple[list[File], dict[str, list[Any]]]:
    """The files of passages, and for each page [first passage, file] of its pieces."""
    files: list[File] = []
    pieces: dict[str, list[Any]] = {}
    for page in pages:
        for first, rows in _pieces(page):
            file = script("text/", {"id": page.id, "first": first, "passages": rows})
            files.append(file)
            pieces.setdefault(page.id, []).append([first, file.name])
    return files, pieces


def _pieces(page: Page) -> Iterator[tuple[int, list[list[str]]]]:
    rows: list[list[str]] = []
    first = size = 0
    for number, passage in enumerate(page.passages):
        weight = len(passage.text.encode())
        if rows and size + weight > TEXT_BYTES:
            yield first, rows
            first, size, rows = number, 0, []
        rows.append([passage.text, passage.anchor])
        size += weight
    yield first, rows
