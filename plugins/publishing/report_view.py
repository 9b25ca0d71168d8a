"""What the pages of the report show: an overview, then each dump with its articles, doubtful places and changes.

In: the report and the findings of the articles. One dump's entries are in memory at a time.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from journal.editor.context import PRIVATE, is_doubt
from journal.editor.findings import Findings
from journal.editor.repairs import FIRST as TOLD_TO_READERS
from journal.records import Span
from journal.report import Entry, Report

QUIET = ("language", "article")  # one entry a block, or told by the page itself: in report.jsonl only
FIRST = ("likeness", *TOLD_TO_READERS)  # what the editor is asked, then as on the pages of the repairs
VARIES = re.compile(r"(?<=\[)[^\]]+(?=\])")  # which number was cited: reasons that differ by it are one in a sum


@dataclass(frozen=True, slots=True)
class Part:
    """The entries of some lines of a dump: `doubts` ask for the editor's eye, `changes` are (kind, entries)."""

    doubts: tuple[Entry, ...]
    changes: tuple[tuple[str, tuple[Entry, ...]], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """An article on its lines of a dump; `own` is False for a copy of one that another dump tells first."""

    findings: Findings
    span: Span
    own: bool
    part: Part


@dataclass(frozen=True, slots=True)
class Dump:
    """A dump on the page; `outside` holds what is about no article."""

    file: str
    articles: tuple[Found, ...]
    outside: Part


@dataclass(frozen=True, slots=True)
class Row:
    """A dump in the list of texts."""

    file: str
    articles: int
    uncitable: int
    doubts: int
    changes: int


@dataclass
class Overview:
    """Counts over the corpus. `eye` counts doubts by reason; `missing` articles by what they lack to be cited."""

    langs: Counter[str] = field(default_factory=Counter)
    missing: Counter[str] = field(default_factory=Counter)
    uncitable: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    eye: Counter[str] = field(default_factory=Counter)
    rows: list[Row] = field(default_factory=list)


def overview(report: Report, found: Mapping[str, Sequence[Findings]]) -> Overview:
    """`found` holds the articles of each dump, by its name."""
    view = Overview()
    for file in report.files():
        own = [article for article in found.get(file, ()) if article.sources[0].file == file]
        entries = [entry for entry in report.of(file) if entry.kind not in QUIET]
        doubts = [entry for entry in entries if is_doubt(entry)]
        view.langs.update(article.lang for article in own)
        view.missing.update(name for article in own for name in article.needed)
        view.uncitable += (uncitable := sum(not article.citable for article in own))
        view.kinds.update(entry.kind for entry in entries if entry.kind != "warning")
        view.eye.update(VARIES.sub("…", entry.why) for entry in doubts if not _sums_up(entry))
        changes = sum(entry.kind != "warning" for entry in entries)
        view.rows.append(Row(file, len(found.get(file, ())), uncitable, len(doubts), changes))
    return view


def kinds_in_order(kinds: Iterable[str]) -> list[str]:
    """What an editor is asked, did or may want undone first; then the others."""
    return sorted(kinds, key=lambda kind: (FIRST.index(kind) if kind in FIRST else len(FIRST), kind))


def dumps(report: Report, found: Mapping[str, Sequence[Findings]]) -> Iterator[Dump]:
    """The dumps in the order of their names."""
    return (_dump(file, report.of(file), found.get(file, ())) for file in report.files())


def _dump(file: str, entries: Sequence[Entry], articles: Iterable[Findings]) -> Dump:
    spans = {span: article for article in articles for span in article.sources if span.file == file}
    ordered = sorted(spans, key=lambda span: span.first)
    of: dict[Span | None, list[Entry]] = {}
    for entry in entries:
        i = bisect_right(ordered, entry.line, key=lambda span: span.first) - 1
        of.setdefault(ordered[i] if i >= 0 and entry.line <= ordered[i].last else None, []).append(entry)
    found = (Found(spans[span], span, span == spans[span].sources[0], _part(of.get(span, ()))) for span in ordered)
    return Dump(file, tuple(found), _part(of.get(None, ())))


def _part(entries: Iterable[Entry]) -> Part:
    shown = [entry for entry in entries if entry.kind not in QUIET]
    kinds: dict[str, list[Entry]] = {}
    for entry in shown:
        if entry.kind != "warning":
            kinds.setdefault(entry.kind, []).append(entry)
    return Part(
        tuple(entry for entry in shown if is_doubt(entry)),
        tuple((kind, tuple(kinds[kind])) for kind in kinds_in_order(kinds)),
    )


def _sums_up(entry: Entry) -> bool:
    """The warning that counts an article's private data stands beside one for each place."""
    return entry.why.startswith(f"{PRIVATE} in the article")
