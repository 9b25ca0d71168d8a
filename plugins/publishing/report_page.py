"""The report as a page for the editor: what was recognised, repaired, dropped and doubted, by file."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from journal.report import Entry, Report

QUIET = ("language",)  # one entry a block: in report.jsonl, not on the page


def report_page(report: Report, theme: Path) -> str:
    """A whole HTML page; all text from dumps is escaped."""
    environment = Environment(
        loader=FileSystemLoader(theme / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    entries = [entry for entry in report.in_order() if entry.kind not in QUIET]
    return environment.get_template("report.html").render(
        files=[(file, _by_kind(rows)) for file, rows in groupby(entries, key=lambda entry: entry.file)],
        counts=sorted(report.counts().items()),
    )


def _by_kind(entries: Iterable[Entry]) -> list[tuple[str, list[Entry]]]:
    kinds: dict[str, list[Entry]] = {}
    for entry in entries:
        kinds.setdefault(entry.kind, []).append(entry)
    first = ("warning", "article", "duplicate", "correction")
    return sorted(kinds.items(), key=lambda item: (first.index(item[0]) if item[0] in first else len(first), item[0]))
