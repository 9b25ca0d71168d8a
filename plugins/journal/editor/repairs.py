"""What was done to the text of one article: the list that its reader may see, by file and line.

In: the report and the article's lines. Out: for each dump the changes by kind. Doubts and recognised parts are for the
editor alone; what a report entry masks is masked here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from journal.records import Article, Span
from journal.report import Entry

# Kinds in the order of the page, before any other; a hyphen that was kept is one that a reader may want to check.
FIRST = (
    "correction",
    "redact",
    "duplicate",
    "drop",
    "left",
    "join",
    "page_break",
    "keep",
    "repair",
    "homoglyph",
    "clean",
)
EDITORS = ("warning", "article", "heading", "table", "language", "likeness")  # doubts, and what was recognised
LEFT = "in no part of an article"  # a warning for the editor; for the reader a line that went


@dataclass(frozen=True, slots=True)
class Repairs:
    """The changes on one run of lines of a dump, as (kind, entries)."""

    span: Span
    kinds: tuple[tuple[str, tuple[Entry, ...]], ...]


def repairs_of(article: Article, of: Callable[[str], Iterable[Entry]]) -> list[Repairs]:
    """One record for each of the article's sources that was changed; `of` gives the entries of a file."""
    found = [Repairs(span, tuple(_by_kind(span, of(span.file)).items())) for span in article.sources]
    return [repairs for repairs in found if repairs.kinds]


def _by_kind(span: Span, entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    kinds: dict[str, list[Entry]] = {kind: [] for kind in FIRST}
    for entry in entries:
        kind = "left" if entry.kind == "warning" and entry.why == LEFT else entry.kind
        if kind not in EDITORS and span.first <= entry.line <= span.last:
            kinds.setdefault(kind, []).append(entry)
    return {kind: tuple(found) for kind, found in kinds.items() if found}
