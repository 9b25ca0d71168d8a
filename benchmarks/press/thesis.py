"""A thesis as converters write it: Markdown, a printed table of contents, headings of the wrong level."""

from __future__ import annotations

from collections.abc import Iterable

from .clean import Clean
from .issue import reference_lang
from .record import Record, Row
from .style import LANGS

SUMMARY = {"kk": "ТҮЙІНДЕМЕ", "ru": "РЕЗЮМЕ", "en": "SUMMARY"}


class Markdown:
    """Lines with a record; a block ends with a blank line."""

    def __init__(self, file: str) -> None:
        self.lines: list[str] = []
        self.record = Record(file)

    def put(self, *lines: str, kind: str = "para", lang: str | None = "kk", blank: bool = True) -> int:
        """The number of the first of `lines`, one block."""
        first = len(self.lines) + 1
        self.lines += lines
        if lang:
            self.record.block([first, len(self.lines)], lines, kind, lang)
        if blank:
            self.lines.append("")
        return first

    def text(self) -> str:
        return "\n".join(self.lines) + "\n"


def print_thesis(text: Clean, file: str) -> Markdown:
    page = Markdown(file)
    row = page.record.article(text.number, text.lang)
    _title_page(page, text, row)
    for lang in LANGS:
        heading = page.put(f"## {SUMMARY[lang]}", kind="heading", lang=lang)
        first = page.put(text.one(f"abstract.{lang}"), lang=lang)
        place = page.record.place(first, first)
        row["abstracts"][lang] = {**place, "heading_line": heading, "status": "full"}
    _contents(page, text)
    _body(page, text, row)
    page.put("## ҚОЛДАНЫЛҒАН ДЕРЕККӨЗДЕРДІҢ ТІЗІМІ", kind="heading")
    lines = [
        page.put(reference.replace(". ", "\\. ", 1), kind="reference", lang=reference_lang(reference))
        for reference in text.references
    ]
    row["references"] = {"style": "numeric", "max": len(lines), "list_in_file": True, "lines": [lines[0], lines[-1]]}
    row["sources"].append(page.record.place(1, lines[-1]))
    return page


def _title_page(page: Markdown, text: Clean, row: Row) -> None:
    page.put(text.one("institution").upper(), kind="authors")
    name = text.one("author.kk").split(" |")[0]
    page.put(name.upper(), kind="authors")
    row["authors"]["kk"] = [name]
    title = text.one("title.kk")
    line = page.put(title, kind="title")
    row["titles"]["kk"] = {"text": title, "file": page.record.file, "lines": [line, line], "in_file": True}
    page.put(f"{text.one('programme')}  ", "магистр дәрежесін алуға арналған диссертация")
    page.put("Ғылыми жетекші:  ", text.one("supervisor"))
    page.put("---", lang=None)
    page.put(text.one("place_year"))


def _contents(page: Markdown, text: Clean) -> None:
    page.put("## МАЗМҰНЫ", kind="heading")
    headings = [line.lstrip("= ") for line in text.body if line.startswith("==")]
    rows = [f"| {heading} ..... | {3 + 2 * i} |" for i, heading in enumerate(headings)]
    page.put("|  |    |", "|--|----|", *rows, kind="table")


def _body(page: Markdown, text: Clean, row: Row) -> None:
    lines: list[int] = []
    for run in _runs(text.body):
        if run[0].startswith("|"):
            lines.append(page.put(*_table(run), kind="table"))
        elif run[0].startswith("=="):
            lines.append(_heading(page, run[0], row))
        elif run[0].startswith("- "):
            lines += [page.put(item, kind="item", blank=item is run[-1]) for item in run]
        else:
            lines += [page.put(paragraph) for paragraph in run]
    row["body"] = page.record.place(lines[0], lines[-1])


def _runs(body: Iterable[str]) -> list[list[str]]:
    """Lines of one kind side by side; a heading alone."""
    runs: list[list[str]] = []
    for line in body:
        if runs and line[0] == runs[-1][0][0] and line[0] in "|-":
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _table(run: Iterable[str]) -> list[str]:
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in run]
    printed = ["| " + " | ".join(row) + " |" for row in rows]
    return [printed[0], "|" + "---|" * len(rows[0]), *printed[1:]]


def _heading(page: Markdown, text: str, row: Row) -> int:
    """With a level too high where converters often get it wrong."""
    level = len(text) - len(text.lstrip("="))
    wrong = "###" if level == 3 and "2" not in text[:8] else "##"
    line = page.put(f"{wrong} {text.lstrip('= ')}", kind="heading")
    row["sections"].append({"line": line, "level": level, "text": text.lstrip("= ")})
    return line
