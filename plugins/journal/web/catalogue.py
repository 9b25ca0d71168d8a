"""The articles as `catalogue.json`: what is not known is absent, never empty, never invented."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from journal.records import Article, Author

PLAIN = ("journal", "issn", "year", "volume", "issue", "pages", "doi", "dates", "rights", "licence", "status")


def catalogue(articles: Iterable[Article]) -> Iterator[dict[str, Any]]:
    """One record an article, in the order given; its fields are those of INTERFACES."""
    return (_known(_record(article)) for article in articles)


def as_json(records: Iterable[dict[str, Any]]) -> Iterator[str]:
    """The pieces of `catalogue.json`; one record is in memory at a time."""
    before = "[\n"
    for record in records:
        yield before + textwrap.indent(json.dumps(record, ensure_ascii=False, indent=1), " ")
        before = ",\n"
    yield "\n]\n" if before == ",\n" else "[]\n"


def _record(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "url": article.url,
        "kind": article.kind,
        "lang": article.lang,
        "title": dict(article.titles),
        "authors": [_known(_author(author)) for author in article.authors],
        "abstract": {lang: "\n\n".join(b.text for b in blocks) for lang, blocks in article.abstracts.items()},
        "keywords": {lang: list(items) for lang, items in article.keywords.items()},
        **{key: getattr(article, key) for key in PLAIN},
        "references": [f"{b.marker} {b.text}".strip() for b in article.references],
        "citations": _citations(article),
        "sections": list(_sections(article)),
        "sources": [asdict(span) for span in article.sources],
        "words": article.words,
    }


def _citations(article: Article) -> dict[str, Any]:
    """The style; of numbers the highest that the list holds, those below it never cited, those beyond the list.

    `list` is False where the article cites and the dumps have no list of references.
    """
    told = article.citations
    if told.style == "none":
        return {}
    known = {"max": max(told.cited, default=0), "uncited": list(told.uncited), "beyond": list(told.beyond)}
    record: dict[str, Any] = {"style": told.style, **{key: value for key, value in known.items() if value}}
    return record if article.references else record | {"list": False}


def _sections(article: Article) -> Iterator[dict[str, Any]]:
    """The headings of the body, and the one printed over the references."""
    for block in article.blocks:
        if block.kind == "heading":
            yield {"level": block.level, "title": block.text, "anchor": block.anchor}
    if article.references and "references" in article.labels:
        yield {"level": 2, "title": article.labels["references"], "anchor": "references"}


def _author(author: Author) -> dict[str, Any]:
    record = {key: getattr(author, key) for key in ("name", "affiliation", "orcid", "email")}
    told = len(author.names) > 1 or author.name not in author.names.values()
    return record | {"names": dict(author.names) if told else {}}


def _known(record: dict[str, Any]) -> dict[str, Any]:
    """Without the fields that say nothing; `authors`, `title` and `sections` stay, empty or not."""
    always = ("authors", "title", "abstract", "keywords", "sections", "sources", "words")
    return {key: value for key, value in record.items() if value or key in always}
