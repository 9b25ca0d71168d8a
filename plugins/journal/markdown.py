"""A Markdown dump -> blocks, by markdown-it's tokens, whose line numbers it keeps.

Only the block structure is used; inline marks become plain text. A table of contents (a table or list whose entries
end in dots and a page number, or one under a heading that says so) stays in the text as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from .desk import Desk
from .healing import heal
from .records import Block, BlockKind, Line, Span
from .report import Report
from .shapes import MARKER, NUMBERED

HEADING = re.compile(r"#{1,6} \S")
BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
LEADERS = re.compile(r"\.{3,}\s*\d*\s*$")


def looks_like_markdown(lines: Sequence[Line], suffix: str) -> bool:
    """A dump is Markdown by its name, or by its headings: dumps of PDF come as Markdown under `.txt` too."""
    return suffix.lower() == ".md" or sum(bool(HEADING.match(line.text)) for line in lines) > 2


def markdown_blocks(lines: Sequence[Line], name: str, desk: Desk) -> tuple[Block, ...]:
    """The blocks of a Markdown dump, in order."""
    source = "\n".join(("- " if line.bullet else "") + line.text for line in lines)
    tokens = MarkdownIt("commonmark", {"maxNesting": 20, "html": False}).enable("table").parse(source)
    return tuple(_healed(block, desk) for block in _blocks(tokens, name, desk))


def _healed(block: Block, desk: Desk) -> Block:
    if block.rows:
        return block
    text, repairs = heal(block.text, desk.evidence)
    for before, whole in repairs:
        desk.report.add(
            block.span.file, block.span.first, "repair", before, whole, "the pieces are no words, the whole is"
        )
    return replace(block, text=text) if repairs else block


def _blocks(tokens: Sequence[Token], name: str, desk: Desk) -> Iterator[Block]:
    depth = 0
    for i, token in enumerate(tokens):
        depth += token.type.endswith("list_open") - token.type.endswith("list_close")
        if token.type == "table_open":
            yield _table(tokens, i, name, desk.report)
        elif token.type == "inline" and tokens[i - 1].type in ("paragraph_open", "heading_open"):
            yield from _inline(token, tokens[i - 1], _marker(tokens, i) if depth else "", name, desk)
        elif token.type in ("fence", "code_block", "html_block"):
            yield Block("paragraph", " ".join(token.content.split()), _span(token, name))


def _inline(token: Token, opening: Token, marker: str, name: str, desk: Desk) -> Iterator[Block]:
    text, span = plain(token), _span(token, name)
    if not text:
        return
    label = desk.labels.heading(text)
    if opening.type == "heading_open" and _is_heading(text):
        level = _level(text, int(opening.tag[1]))
        desk.report.add(name, span.first, "heading", after=text, last=span.last)
        yield Block("heading", text, span, level=level)
    elif label:
        desk.report.add(name, span.first, "heading", after=text, last=span.last)
        yield Block("heading", text, span, level=2)
    elif desk.labels.caption.match(text) and len(text) < 160:
        yield Block("caption", text, span)
    elif marker or MARKER.match(text):
        own = MARKER.match(text)
        yield Block("item", text[own.end() :] if own else text, span, marker=own[0].strip() if own else marker)
    else:
        yield Block("paragraph", text, span)


def plain(token: Token) -> str:
    """Inline text without Markdown's marks; line ends become spaces."""
    pieces = [" " if child.type in ("softbreak", "hardbreak") else child.content for child in token.children or ()]
    return " ".join(BREAK.sub(" ", "".join(pieces)).split())


def _is_heading(text: str) -> bool:
    """Dumps mark list items as headings: a lower-case opening or an end of sentence is none."""
    return not (text[:2].islower() or text.endswith((";", ",")) or text.startswith("- "))


def _level(text: str, marked: int) -> int:
    """From the number where there is one (1 -> 2, 1.1 -> 3), since dumps' own levels are unreliable."""
    numbered = NUMBERED.match(text)
    return min(4, 2 + numbered[1].count(".")) if numbered else max(2, min(4, marked))


def _marker(tokens: Sequence[Token], i: int) -> str:
    item = next((token for token in reversed(tokens[:i]) if token.type == "list_item_open"), None)
    return f"{item.info}{item.markup}" if item and item.info else "•"


def _table(tokens: Sequence[Token], start: int, name: str, report: Report) -> Block:
    rows: list[list[str]] = []
    for token in tokens[start:]:
        if token.type == "table_close":
            break
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(plain(token))
    filled = tuple(tuple(row) for row in rows if any(row))
    span = _span(tokens[start], name)
    leaders = sum(any(LEADERS.search(cell) for cell in row) for row in filled)
    kind: BlockKind = "contents" if leaders > len(filled) / 2 else "table"
    report.add(name, span.first, "table", after=f"{kind}, {len(filled)} rows", last=span.last)
    return Block(kind, " ".join(cell for row in filled for cell in row if cell), span, rows=filled)


def _span(token: Token, name: str) -> Span:
    first, end = token.map or (0, 1)
    return Span(name, first + 1, end)
