"""The report as pages for the editor, one a language; written piece by piece: a large corpus fits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from journal.editor.context import marked
from journal.editor.findings import Findings
from journal.editor.reasons import Reasons
from journal.records import LANGS
from journal.report import Report
from journal.web.interface import load_ui

from .compiled import Compiled
from .report_view import dumps, kinds_in_order, overview

PIECES = 200  # of a template's output are written at once
TEMPLATES = Compiled()  # with the options of the report


def write_pages(
    report: Report,
    found: Mapping[str, Sequence[Findings]],
    tomls: Mapping[str, str],
    site: str,
    theme: Path,
    path_of: Callable[[str], Path],
) -> None:
    """Write the pages, `report.html` (Kazakh) and its sisters; all text from dumps is escaped.

    `found` and `tomls` are by the dump's name: its articles, and the way from the page to its finished TOML. `site` is
    the way from the page to the site's root. `path_of` says where a page of a name is written.
    """
    template = Environment(
        loader=FileSystemLoader(theme / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=TEMPLATES,
    ).get_template("report.html")
    ui = load_ui(theme / "ui")
    reasons, view = Reasons(ui), overview(report, found)
    numbers = {row.file: number for number, row in enumerate(view.rows, 1)}
    shared = {"ui": ui, "site": site, "tomls": tomls, "overview": view, "numbers": numbers, "marked": marked}
    for lang in LANGS:
        stream = template.stream(
            shared,
            page_lang=lang,
            others={other: page_name(other) for other in LANGS},
            kinds=kinds_in_order(view.kinds),
            say=partial(reasons.say, lang=lang),
            dumps=dumps(report, found),
        )
        stream.enable_buffering(PIECES)
        with path_of(page_name(lang)).open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(stream)


def page_name(lang: str) -> str:
    return "report.html" if lang == LANGS[0] else f"report.{lang}.html"
