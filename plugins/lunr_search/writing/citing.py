"""What citing an article needs, as CSL-JSON by document number: `cite/` in docs/search-format.md.

It is read from Highwire's `citation_…` meta tags, which any scholarly site may have, else from what the page says of
itself. Source of names and types: the CSL 1.0.2 specification, appendices III and IV; csl-data.json of its schema.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from languages import in_two, normal
from lunr_search.carried import digest
from lunr_search.files import File, script
from lunr_search.reading.extract import Extract
from lunr_search.records import Page

from .files import Files

FOLDER = "cite/"
BLOCK = 16  # documents of a file: some 6 KB after gzip, most of it abstracts
DATES = ("publication_date", "date", "online_date", "year")
DATE = re.compile(r"([0-9]{4})(?:[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?)?(?![0-9])")
CONTAINERS = {  # of what the text is a part, and the type that it has then
    "journal_title": "article-journal",
    "conference_title": "paper-conference",
    "inbook_title": "chapter",
    "book_title": "chapter",
}
FIELDS = {
    "volume": ("volume",),
    "issue": ("issue",),
    "DOI": ("doi",),
    "publisher": ("publisher", "dissertation_institution", "technical_report_institution"),
    "ISSN": ("issn",),
    "ISBN": ("isbn",),
}


def citing_files(documents: Mapping[int, Extract], last: int, keys: Mapping[str, str], files: Files) -> list[File]:
    """The items in blocks of `BLOCK` numbers, null for a gap, then the directory, written; `last` as in `facets`.

    `keys` are those of the pages: what a block is made from.
    """
    pages = [documents[number].page if number in documents else None for number in range(last)]
    blocks = [pages[start : start + BLOCK] for start in range(0, last, BLOCK)]
    every = [file for block in blocks for file in files.all(_source(block, keys), partial(_files_of, block))]
    names = "".join(file.name.removeprefix(FOLDER) for file in every)
    return [*every, files.write(script(FOLDER, {"names": names, "size": BLOCK}))]


def _source(block: Sequence[Page | None], keys: Mapping[str, str]) -> bytes:
    return digest(b"cite", *(keys[page.id].encode() if page else b"" for page in block))


def _files_of(block: Sequence[Page | None]) -> list[File]:
    return [script(FOLDER, {"items": [csl(page) if page else None for page in block]})]


def csl(page: Page) -> dict[str, Any]:
    """The CSL-JSON item of a page, but for its `keywords`: a list, which the page joins to the `keyword` of CSL.

    Its `URL` is the page's own canonical address, where it gives one; `path` is that of the page in its site. An
    article that has no title gets none: the words that stand for it on its page are a quotation.
    """
    given = page.citation
    kind, container = _container(given)
    item = {
        "id": page.id,
        "type": kind or ("thesis" if _is_thesis(given) else "article" if given else "webpage"),
        "title": _one(given, "title") or ("" if "untitled" in given else page.title),
        "author": [_name(name) for name in given.get("author") or page.authors],
        "issued": _date(given, page.year),
        "container-title": container,
        **{field: _first(given, *names) for field, names in FIELDS.items()},
        "page": "-".join(dict.fromkeys(filter(None, (_one(given, "firstpage"), _one(given, "lastpage"))))),
        "language": _one(given, "language") or page.lang,
        "abstract": _one(given, "abstract"),
        "keywords": _distinct(given.get("keywords") or page.keywords),
        "status": page.status,
        "URL": _one(given, "canonical"),
        "path": page.url,
    }
    return {field: value for field, value in item.items() if value}


Given = Mapping[str, Sequence[str]]


def _one(given: Given, name: str) -> str:
    return next(iter(given.get(name, ())), "")


def _distinct(keywords: Sequence[str]) -> list[str]:
    """Each once, as it stands first: languages share some, in other capitals."""
    first: dict[str, str] = {}
    for keyword in keywords:
        first.setdefault(normal(keyword), keyword)
    return [*first.values()]


def _first(given: Given, *names: str) -> str:
    return next(filter(None, (_one(given, name) for name in names)), "")


def _container(given: Given) -> tuple[str, str]:
    """Type and title of what the text is a part of."""
    return next(((kind, _one(given, name)) for name, kind in CONTAINERS.items() if given.get(name)), ("", ""))


def _is_thesis(given: Given) -> bool:
    return "thesis" in given.get("kind", ()) or any(name.startswith("dissertation") for name in given)


def _name(name: str) -> dict[str, str]:
    family, own = in_two(name)
    return {"family": family, "given": own} if own else {"literal": family}


def _date(given: Given, year: int | None) -> dict[str, list[list[int]]]:
    """The first date that says a year."""
    for found in _dates(given):
        return {"date-parts": [[int(part) for part in found.groups() if part]]}
    return {"date-parts": [[year]]} if year else {}


def _dates(given: Given) -> Iterator[re.Match[str]]:
    for name in DATES:
        for text in given.get(name, ()):
            yield from filter(None, [DATE.search(text)])
