"""The report as pages for the editor, one a language: what was recognised, repaired, dropped and doubted, by file."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from journal.interface import load_ui
from journal.records import LANGS
from journal.report import Entry, Report

QUIET = ("language",)  # one entry a block: in report.jsonl, not on the page
FIRST = ("warning", "article", "duplicate", "correction")


def report_pages(report: Report, theme: Path) -> dict[str, str]:
    """File name -> a whole HTML page; all text from dumps is escaped. `report.html` is the Kazakh one."""
    template = Environment(
        loader=FileSystemLoader(theme / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    ).get_template("report.html")
    ui = load_ui(theme / "ui")
    entries = [entry for entry in report.in_order() if entry.kind not in QUIET]
    files = [(file, _by_kind(rows)) for file, rows in groupby(entries, key=lambda entry: entry.file)]
    names = {lang: words["lang.self"] for lang, words in ui.items()}
    others = [(lang, _name(lang)) for lang in LANGS]
    return {
        _name(lang): template.render(lang=lang, ui=ui[lang], names=names, others=others, files=files) for lang in LANGS
    }


def _name(lang: str) -> str:
    return "report.html" if lang == LANGS[0] else f"report.{lang}.html"


def _by_kind(entries: Iterable[Entry]) -> list[tuple[str, list[Entry]]]:
    """The entries of a file by kind; what asks for the editor's eye comes first."""
    kinds: dict[str, list[Entry]] = {}
    for entry in entries:
        kinds.setdefault(entry.kind, []).append(entry)
    return sorted(kinds.items(), key=lambda item: (FIRST.index(item[0]) if item[0] in FIRST else len(FIRST), item[0]))
