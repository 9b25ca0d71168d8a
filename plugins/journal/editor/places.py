"""Which articles a dump's `NAME.toml` speaks of, with what is known of each and what the editor gave already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from journal.records import Article, Span

from .corrections import ATTRIBUTES, ISSUE_KEYS, Corrections, find
from .known import known


@dataclass(frozen=True, slots=True)
class Place:
    """An article on its lines of one dump. `own` is False for a copy of one that another dump tells first.

    `known` and `given` are by the keys of a TOML: what may be written, and what the editor's file says.
    """

    article: Article
    span: Span
    own: bool
    known: Mapping[str, Any]
    given: Mapping[str, Any]


def places(corrections: Corrections, file: str, articles: Sequence[Article]) -> list[Place]:
    """One for each article of the dump `file`, in the order of its lines, as the corrections count them."""
    spans = {span: article for article in articles for span in article.sources if span.file == file}
    ordered = sorted(spans.items(), key=lambda item: item[0].first)
    here = [replace(article, sources=(span,)) for span, article in ordered]
    given: list[dict[str, Any]] = [dict(corrections.issue or {}) for _ in here]
    for number, entry in enumerate(corrections.articles, 1):
        fields = given[find(here, entry, corrections.file, number)]
        for key, value in entry.items():
            fields[key] = {**fields.get(key, {}), **value} if isinstance(value, dict) else value
    return [
        Place(article, span, span == article.sources[0], _known(article), fields)
        for (span, article), fields in zip(ordered, given, strict=True)
    ]


def common(found: Sequence[Place]) -> dict[str, Any]:
    """The facts of the issue that hold for every article of the dump."""
    first = found[0].known if found else {}
    return {
        key: first[key]
        for key in ISSUE_KEYS
        if key in first and all(place.known.get(key) == first[key] for place in found)
    }


def _known(article: Article) -> dict[str, Any]:
    """Without what may come from the editor's file beside another dump: it stays there."""
    elsewhere = article.corrected if len(article.sources) > 1 else frozenset()
    return {key: value for key, value in known(article).items() if ATTRIBUTES.get(key, key) not in elsewhere}
