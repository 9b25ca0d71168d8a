"""The articles as `catalogue.json`: what is not known is absent, never empty, never invented."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from .records import Article, Author

PLAIN = ("journal", "issn", "year", "volume", "issue", "pages", "doi", "dates", "rights", "licence", "status")


def catalogue(articles: Iterable[Article]) -> list[dict[str, Any]]:
    """One record an article, in the order given; its fields are those of INTERFACES."""
    return [_known(_record(article)) for article in articles]


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
        "sections": [
            {"level": b.level, "title": b.text, "anchor": b.anchor} for b in article.blocks if b.kind == "heading"
        ],
        "sources": [asdict(span) for span in article.sources],
        "words": article.words,
    }


def _author(author: Author) -> dict[str, Any]:
    record = {key: getattr(author, key) for key in ("name", "affiliation", "orcid", "email")}
    return record | {"names": dict(author.names) if len(author.names) > 1 else {}}


def _known(record: dict[str, Any]) -> dict[str, Any]:
    """Without the fields that say nothing; `authors`, `title` and `sections` stay, empty or not."""
    always = ("authors", "title", "abstract", "keywords", "sections", "sources", "words")
    return {key: value for key, value in record.items() if value or key in always}
