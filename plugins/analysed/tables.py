"""Tables that R's read.delim, pandas and spreadsheets read: UTF-8, tabs, a head; quotes only around what holds one."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any, TextIO

from lunr_search.records import LANGS

from .records import Text

TOKENS = ("form", "lemma", "lang", "article", "paragraph", "anchor", "page", "part")
ARTICLES = ("id", "lang", "year", "issue", "title", *(f"title_{lang}" for lang in LANGS))
ARTICLES += ("authors", "keywords", "url", "paragraphs", "words")


FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What spreadsheets run begins so: https://owasp.org/www-community/attacks/CSV_Injection; also in download.js."""


def table(file: TextIO, head: tuple[str, ...]) -> Any:
    """A writer of rows, its head written."""
    writer = csv.writer(file, delimiter="\t", lineterminator="\n")
    writer.writerow(head)
    return writer


def safe(value: object) -> object:
    """The value as a cell that spreadsheets take for text: an apostrophe before what would be a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def token_rows(text: Text) -> Iterator[tuple[Any, ...]]:
    """A row for each word; words and lemmas begin with a letter or a digit and need no guard."""
    for one in text.paragraphs:
        where = tuple(map(safe, (one.lang, text.page.id, one.number, one.anchor, one.page, one.part)))
        yield from ((form, lemma, *where) for form, lemma in zip(one.forms, one.lemmas, strict=True))


def article_row(text: Text) -> tuple[Any, ...]:
    """What is known of an article, no cell a formula; several authors or keywords are parted by semicolons."""
    page = text.page
    titles = (page.titles.get(lang, "") for lang in LANGS)
    known = (page.id, page.lang, page.year or "", page.issue or "", page.title, *titles)
    lists = ("; ".join(page.authors), "; ".join(page.keywords), page.url, len(text.paragraphs), text.words)
    return tuple(map(safe, (*known, *lists)))
