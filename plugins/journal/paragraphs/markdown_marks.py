"""The tokens of a Markdown dump -> plain text: without inline marks, links and escapes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from markdown_it.token import Token

from journal.records import Block, Line, Span
from journal.report import Report

BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
ESCAPE = re.compile(r"\\([_*#~|\[\]<>])")
URL = r"(?:https?://|www\.|mailto:)[^\s()<>\[\]]+(?:\([^\s()<>]*\)[^\s()<>]*)?"
LINK = re.compile(rf"\[([^\[\]]{{1,300}})\]\(({URL})\)")
ADDRESS = re.compile(rf"<({URL})>")


def source_of(lines: Sequence[Line], exact: bool) -> str:
    """The Markdown of clean lines; `<br>`, as in the cells of tables, is a space, unless the text is `exact`."""
    source = "\n".join(("- " if line.bullet else "") + line.text for line in lines)
    return source if exact else BREAK.sub(" ", source)


def plain(token: Token) -> str:
    """Inline text without Markdown's marks, line by line."""
    pieces = ["\n" if child.type in ("softbreak", "hardbreak") else child.content for child in token.children or ()]
    return "\n".join(" ".join(line.split()) for line in "".join(pieces).split("\n"))


def span_of(token: Token, name: str) -> Span:
    """The lines of a block's token in the dump `name`."""
    first, end = token.map or (0, 1)
    return Span(name, first + 1, end)


def without_marks(blocks: Sequence[Block], name: str, report: Report) -> list[Block]:
    """Links and escapes as plain text, in the cells of tables too."""
    marked = [replace(block, text=unmarked(block.text), rows=_unmarked_rows(block)) for block in blocks]
    changed = [new.span.first for old, new in zip(blocks, marked, strict=True) if old != new]
    if changed:
        report.add(name, changed[0], "clean", why=f"marks of Markdown links and escapes, in {len(changed)} paragraphs")
    return marked


def _unmarked_rows(block: Block) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(unmarked(cell) for cell in row) for row in block.rows)


def unmarked(text: str) -> str:
    """Without what only Markdown needs: escapes, and the marks of links, whose address stays, once."""
    text = ESCAPE.sub(r"\1", BREAK.sub(" ", text))
    return ADDRESS.sub(r"\1", LINK.sub(lambda link: link[2] if link[1] == link[2] else f"{link[1]} ({link[2]})", text))
