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


def table(file: TextIO, head: tuple[str, ...]) -> Any:
    """A writer of rows, its head written."""
    writer = csv.writer(file, delimiter="\t", lineterminator="\n")
    writer.writerow(head)
    return writer


def token_rows(text: Text) -> Iterator[tuple[Any, ...]]:
    """A row for each word."""
    for one in text.paragraphs:
        where = (one.lang, text.page.id, one.number, one.anchor, one.page, one.part)
        yield from ((form, lemma, *where) for form, lemma in zip(one.forms, one.lemmas, strict=True))


def article_row(text: Text) -> tuple[Any, ...]:
    """What is known of an article; several authors or keywords are parted by semicolons."""
    page = text.page
    titles = (page.titles.get(lang, "") for lang in LANGS)
    known = (page.id, page.lang, page.year or "", page.issue or "", page.title, *titles)
    return (*known, "; ".join(page.authors), "; ".join(page.keywords), page.url, len(text.paragraphs), text.words)
