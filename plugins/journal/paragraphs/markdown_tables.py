"""The tables of a Markdown dump, tables of contents among them.

A table whose entries end in dots and a page number is a printed table of contents; the heading over it goes with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from markdown_it.token import Token

from journal.desk import Desk
from journal.records import Block, BlockKind, Line, Span
from journal.signs.labels import Labels

from .joining import joined
from .markdown_marks import plain, span_of

LEADERS = re.compile(r"(?<!\.)\.{3,}+\s*\d*\s*$")
BAR = re.compile(r"(?<!\\)\|")
RULE = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?")  # the line under a table's head


def widened(source: str) -> str:
    """Heads as wide as the widest of their rows: Markdown would leave the cells beyond out. No line is added."""
    lines = source.split("\n")
    i = 1
    while i < len(lines):
        wide = _cells(lines[i])
        if "|" not in lines[i] or not RULE.fullmatch(lines[i].strip()) or _cells(lines[i - 1]) != wide:
            i += 1
            continue
        end = next((k for k in range(i + 1, len(lines)) if not lines[k].strip()), len(lines))
        more = max(map(_cells, lines[i + 1 : end]), default=0) - wide
        if more > 0:
            lines[i - 1] = lines[i - 1].rstrip().removesuffix("|") + "|" + " |" * more
            lines[i] = lines[i].rstrip().removesuffix("|") + "|" + "-|" * more
        i = end
    return "\n".join(lines)


def _cells(line: str) -> int:
    inner = line.strip().removeprefix("|")
    return len(BAR.findall(inner)) + (not inner.endswith("|"))


def table_block(tokens: Sequence[Token], start: int, name: str, desk: Desk) -> Block:
    """The table that opens at `tokens[start]`; words broken by a space are healed in each cell."""
    rows: list[list[str]] = []
    number = 0
    for token in islice(tokens, start, None):
        if token.type == "table_close":
            break
        if token.type == "tr_open":
            rows.append([])
            number = span_of(token, name).first
        elif token.type == "inline":
            cell = " ".join(plain(token).split())
            rows[-1].append(joined([Line(number, cell)], name, desk) if cell else "")
    filled = tuple(tuple(row) for row in rows if any(row))
    leaders = sum(any(LEADERS.search(cell) for cell in row) for row in filled)
    kind: BlockKind = "contents" if leaders > len(filled) / 2 else "table"
    span = span_of(tokens[start], name)
    desk.report.add(name, span.first, "table", after=f"{kind}, {len(filled)} rows", last=span.last)
    return Block(kind, " ".join(cell for row in filled for cell in row if cell), span, rows=filled)


def heads_contents(block: Block, labels: Labels) -> bool:
    """Is it the heading of a printed table of contents?"""
    label = labels.heading(block.text) if block.kind == "heading" else None
    return label is not None and label.role == "contents"


def with_heading(contents: Block, heading: Block) -> Block:
    """A printed table of contents whose first row is its heading."""
    span = Span(heading.span.file, heading.span.first, contents.span.last)
    rows = ((heading.text,), *contents.rows)
    return replace(contents, text=f"{heading.text} {contents.text}", span=span, rows=rows)
