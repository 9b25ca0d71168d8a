"""What citing an article needs, as meta tags of its page: Highwire's `citation_…`, which reference managers read.

Our own search files are made from the same tags (`lunr_search/writing/citing.py`), so any site that has
them can be cited from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from journal.records import Article
from languages import in_two

RANGE = re.compile(r"\s*[-–—]\s*")
ISO = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")


class Tag(NamedTuple):
    """A meta tag: its name, its content, the language of that or ""."""

    name: str
    content: str
    lang: str = ""


def tags(article: Article) -> Iterator[Tag]:
    """The tags of an article; what is not known is left out."""
    if article.title:
        yield Tag("citation_title", article.title, article.title_lang)
    for author in article.authors:
        name = author.names.get(article.lang) or author.name  # it is cited as the article's own language writes it
        yield Tag("citation_author", ", ".join(filter(None, in_two(name))))
        if author.affiliation:
            yield Tag("citation_author_institution", author.affiliation)
        if author.orcid:
            yield Tag("citation_author_orcid", author.orcid)
    for name, value in _numbers(article):
        if value:
            yield Tag(f"citation_{name}", str(value))
    yield Tag("citation_language", article.lang)
    for lang, keywords in article.keywords.items():
        for keyword in keywords:
            yield Tag("citation_keywords", keyword, lang)
    for lang in sorted(article.abstracts, key=lambda lang: lang != article.lang):
        yield Tag("citation_abstract", " ".join(block.text for block in article.abstracts[lang]), lang)
    if article.kind == "thesis":
        yield Tag("izdeu:kind", article.kind)
        for institution in dict.fromkeys(author.affiliation for author in article.authors if author.affiliation):
            yield Tag("citation_dissertation_institution", institution)


def _numbers(article: Article) -> Iterator[tuple[str, str | int | None]]:
    yield "publication_date", _date(article)
    yield "journal_title", article.journal
    yield "issn", article.issn
    yield "volume", article.volume
    yield "issue", article.issue
    first, *last = RANGE.split(article.pages or "", maxsplit=1)
    yield "firstpage", first
    yield "lastpage", "".join(last)
    yield "doi", article.doi


def _date(article: Article) -> str | int | None:
    """The day of publication where it is known, as Highwire writes it (2024/03/15), else the year."""
    published = article.dates.get("published", "")
    return published.replace("-", "/") if ISO.fullmatch(published) else article.year
