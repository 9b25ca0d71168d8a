"""Printed tables of contents as blocks: from the lines of a plain text, and from what Markdown made of them.

In Markdown an entry is a paragraph, a list item or a heading; a paragraph may hold several, parted by their dots.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from journal.desk import Desk
from journal.records import Block, Line, Span
from journal.signs.labels import Labels

from .contents import LEAST, PAGE, entry, heads_contents, rows_of
from .joining import joined

Row = tuple[str, ...]
LEADING = re.compile(
    r"(?<![.…_])(?<!\.\s)(?:\.{3,}+|(?:\.\s){3,}+\.?|…[….]*+|_{4,}+)\s?(?P<page>\d{1,4}|[ivxl]{1,6})(?=\s|$)"
)


def contents_block(lines: Sequence[Line], name: str, desk: Desk) -> Block:
    """One block of all the lines; the heading is its first row."""
    first, last = lines[0], lines[-1]
    rows = [tuple(filter(None, (joined(title, name, desk), page))) for title, page in rows_of(lines, desk.labels)]
    desk.report.add(name, first.number, "table", after=f"contents, {len(rows)} rows", last=last.number)
    return _block(rows, Span(name, first.number, last.number), first.page_start)


def gathered(blocks: Sequence[Block], desk: Desk) -> Iterator[Block]:
    """The blocks of a Markdown dump; a heading and the entries under it, or entries alone, are one."""
    at = 0
    while at < len(blocks):
        end, rows = _entries(blocks, at, desk.labels)
        if len(rows) < LEAST:
            yield blocks[at]
            at += 1
            continue
        span = replace(blocks[at].span, last=blocks[end - 1].span.last)
        desk.report.add(span.file, span.first, "table", after=f"contents, {len(rows)} rows", last=span.last)
        yield _block(rows, span, blocks[at].page_start)
        at = end


def _block(rows: Sequence[Row], span: Span, page_start: bool) -> Block:
    text = " ".join(cell for row in rows for cell in row)
    return Block("contents", text, span, rows=tuple(rows), page_start=page_start)


def _entries(blocks: Sequence[Block], start: int, labels: Labels) -> tuple[int, list[Row]]:
    """(index behind the last entry, rows) of the table of contents that begins at `start`."""
    headed = heads_contents(blocks[start].text, labels)
    rows: list[Row] = []
    waiting: list[Row] = []
    end = start
    for i in range(start + headed, len(blocks)):
        found = list(_rows(blocks[i], headed)) if blocks[i].kind in ("paragraph", "item", "heading") else []
        if not found and not (rows and PAGE.fullmatch(blocks[i].text)):
            break
        waiting += found or [(blocks[i].text,)]
        if found:
            rows += waiting
            waiting, end = [], i + 1
    return end, [(blocks[start].text,), *rows] if headed and rows else rows


def _rows(block: Block, headed: bool) -> Iterator[Row]:
    """The entries that the block is; none where it holds anything else."""
    marker = "" if block.marker in ("", "•") else f"{block.marker} "
    text = f"{marker}{block.text}"
    found = list(LEADING.finditer(text))
    if found and found[-1].end() == len(text):
        starts = [0, *(match.end() for match in found)]
        titles = (text[start : match.start()].strip() for start, match in zip(starts, found, strict=False))
        yield from (
            (title, match["page"]) if title else (match["page"],) for title, match in zip(titles, found, strict=True)
        )
    elif headed and not found and (plain := entry(text)):
        yield plain.title, plain.page
