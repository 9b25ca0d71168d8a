"""The index -> search files: classic scripts that each call `izdeu.put(name, data)`.

    search/manifest.js          format, digest, counts, fields, language tables, key ranges of the term shards
    search/documents-HASH.js    ids and field lengths, by document number
    search/terms/HASH.js        terms in the order of their folded keys, with postings
    search/articles/HASH.js     what a result line shows, 40 documents a file
    search/text/HASH.js         passages, a few kilobytes a file

Names carry a hash of the content, so a file never changes under its name. Postings hold counts and passage numbers,
not weights: the page computes lunr's weights from the manifest's averages, so that one new article does not change
every file.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import groupby
from typing import Any

from languages import Analyser, fold

from .records import FIELDS, LANGS, PARTS, Index, Page, Posting

FORMAT = 1
SHARD_BYTES = 48_000  # of script text; 10 to 25 KB after gzip
TEXT_BYTES = 16_000
ARTICLES = 40  # documents in one file of result lines
MANIFEST = "manifest.js"


@dataclass(frozen=True, slots=True)
class File:
    """One search file: its path inside `search/`, its text, and the first key it serves."""

    path: str
    text: str
    first: str = ""


def utf16(text: str) -> bytes:
    """Sort key of JavaScript's string order: lunr.js wants its terms so."""
    return text.encode("utf-16-be", "surrogatepass")


def search_files(index: Index, analyser: Analyser, tables: dict[str, Any]) -> list[File]:
    """All search files; the manifest is the last."""
    terms = list(_term_files(index, analyser))
    documents = _script("documents-", _documents(index))
    texts, pieces = _text_files(index.documents)
    articles = [
        _script("articles/", [_article(page, pieces[page.id]) for page in index.documents[i : i + ARTICLES]])
        for i in range(0, len(index.documents), ARTICLES)
    ]
    written = [*terms, documents, *articles, *texts]
    manifest = {
        "format": FORMAT,
        "digest": _hash("".join(file.path for file in written)),
        "count": len(index.documents),
        "words": index.words,
        "fields": [
            {"name": f.name, "boost": f.boost, "average": a} for f, a in zip(FIELDS, index.averages(), strict=True)
        ],
        "langs": LANGS,
        "parts": PARTS,
        "perArticles": ARTICLES,
        "documents": _name(documents),
        "articles": [_name(file) for file in articles],
        "terms": [[file.first, _name(file)] for file in terms],
        "tables": tables,
        "ranking": ranking(),
    }
    return [*written, File(MANIFEST, _call("manifest", manifest))]


def ranking() -> dict[str, Any]:
    """The weights and limits of a question, tables/ranking.toml."""
    return tomllib.loads((files(__package__) / "tables" / "ranking.toml").read_text("utf-8"))


# --- terms -------------------------------------------------------------------------------------------------------


def _term_files(index: Index, analyser: Analyser) -> Iterator[File]:
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
        packed = _json(encode_postings(documents))
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
    return _script("terms/", shard, rows[0].key)


def front_coded(terms: Iterable[str]) -> str:
    """Terms joined by line feeds, each with the letters it shares with the one before as one digit of base 36."""
    coded, before = [], ""
    for term in terms:
        shared = 0
        while shared < min(len(term), len(before), 35) and term[shared] == before[shared]:
            shared += 1
        coded.append("0123456789abcdefghijklmnopqrstuvwxyz"[shared] + term[shared:])
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


# --- documents, articles, texts ----------------------------------------------------------------------------------


def _documents(index: Index) -> dict[str, Any]:
    return {
        "ids": front_coded(page.id for page in index.documents),
        "lengths": [[lengths[i] for lengths in index.lengths] for i in range(len(FIELDS))],
    }


def _article(page: Page, pieces: list[Any]) -> dict[str, Any]:
    """What a result line shows; `codes` has one letter a passage: its language and part."""
    record = {
        "id": page.id,
        "url": page.url,
        "title": page.title,
        "lang": page.lang,
        "titles": dict(page.titles),
        "authors": list(page.authors),
        "year": page.year,
        "issue": page.issue,
        "codes": "".join(_code(passage.lang, passage.part) for passage in page.passages),
        "pieces": pieces,
    }
    return {key: value for key, value in record.items() if value}


def _code(lang: str, part: str) -> str:
    """`A` + language number * number of parts + part number; language 3 is "unknown"."""
    language = LANGS.index(lang) if lang in LANGS else len(LANGS)
    return chr(ord("A") + language * len(PARTS) + PARTS.index(part))


def _text_files(pages: Iterable[Page]) -> tuple[list[File], dict[str, list[Any]]]:
    """The files of passages, and for each page [first passage, file] of its pieces."""
    files: list[File] = []
    pieces: dict[str, list[Any]] = {}
    for page in pages:
        for first, rows in _pieces(page):
            file = _script("text/", {"id": page.id, "first": first, "passages": rows})
            files.append(file)
            pieces.setdefault(page.id, []).append([first, _name(file)])
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


# --- scripts -----------------------------------------------------------------------------------------------------


def _script(prefix: str, data: Any, first: str = "") -> File:
    name = prefix + _hash(_json(data))
    return File(f"{name}.js", _call(name, data), first)


def _name(file: File) -> str:
    return file.path.removesuffix(".js")


def _call(name: str, data: Any) -> str:
    return f'izdeu.put("{name}",{_json(data)});\n'


def _json(data: Any) -> str:
    """JSON that is also JavaScript in any script element: no line separators, no `</`."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("</", "<\\/")


def _hash(text: str) -> str:
    return hashlib.blake2s(text.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
