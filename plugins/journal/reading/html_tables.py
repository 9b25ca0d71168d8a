"""A table of an HTML page -> its rows, and the lines of a Markdown table."""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import Tag

from .escapes import escaped_cell, tidy
from .html_text import is_shown, shown_text

WIDEST = 60  # columns that a cell may span; more are a slip or a trap
LONGEST = 1000  # rows


def is_table(tag: Tag) -> bool:
    """A table of data: more than one row and column, nothing in it but text. Others only place things on the page."""
    if tag.name != "table" or tag.find(["table", "h1", "h2", "h3", "h4"]):
        return False
    rows = list(_cells(tag))
    return len(rows) > 1 and max(map(len, rows)) > 1


def table_lines(tag: Tag) -> Iterator[str]:
    """The first row is the head; a cell that spans others leaves these empty. All rows are of one width."""
    rows = table_rows(tag)
    width = max(map(len, rows), default=0)
    for i, row in enumerate(rows):
        yield "| " + " | ".join(escaped_cell(cell) for cell in [*row, *[""] * (width - len(row))]) + " |"
        if i == 0:
            yield "|" + "---|" * width


def table_rows(tag: Tag) -> list[list[str]]:
    rows: list[list[str]] = []
    below: dict[int, int] = {}  # column: the rows that a cell above still covers
    for cells in _cells(tag):
        row: list[str] = []
        for cell in cells:
            _pass_over(row, below)
            tall, wide = _span(cell, "rowspan", LONGEST), _span(cell, "colspan", WIDEST)
            below |= {column: tall - 1 for column in range(len(row), len(row) + wide) if tall > 1}
            row += [tidy(shown_text(cell)), *[""] * (wide - 1)]
        _pass_over(row, below)
        rows.append(row)
    return [row for row in rows if any(row)]


def _pass_over(row: list[str], below: dict[int, int]) -> None:
    """Empty cells where one of a row above stands."""
    while below.get(len(row), 0):
        below[len(row)] -= 1
        row.append("")


def _cells(table: Tag) -> Iterator[list[Tag]]:
    for row in table.find_all("tr"):
        if row.find_parent("table") is table and is_shown(row):
            yield [cell for cell in row.find_all(["td", "th"], recursive=False) if is_shown(cell)]


def _span(cell: Tag, name: str, most: int) -> int:
    value = str(cell.get(name) or "1").strip()
    return max(1, min(most, int(value))) if value.isdecimal() and len(value) < 9 else 1
