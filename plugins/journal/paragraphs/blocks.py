"""Groups of lines -> blocks: joined text and the kind of each.

What a heading is, is decided here by form alone (labels, capitals, short lines without an end); which of them
are titles is the business of `split`, which level they have that of `levels`.
"""

from __future__ import annotations

from collections.abc import Sequence

from journal.desk import Desk
from journal.records import Block, BlockKind, Line, Span
from journal.signs.labels import Labels
from journal.signs.outline import part_of
from journal.signs.shapes import MARKER, NUMBERED, is_capitals

from .cell_joining import joined_cells
from .contents_blocks import contents_block
from .heading_forms import is_row, looks_like_heading
from .joining import joined
from .layout import Group, group_lines

MAX_HEADING = 160  # characters
SECTION, UNTOLD = 2, 0  # levels; what is no section for sure gets its level from the whole article (`levels`)


def text_blocks(lines: Sequence[Line], name: str, desk: Desk) -> tuple[Block, ...]:
    """The blocks of a plain-text dump, in order; language and anchors are set later."""
    groups = group_lines(lines, desk.labels)
    blocks: list[Block] = []
    for i, group in enumerate(groups):
        after = groups[i + 1] if i + 1 < len(groups) else None
        number = _next_number(blocks[-1].marker if blocks else "")
        blocks.append(_block(group, after, number, name, desk))
    return tuple(blocks)


def _next_number(marker: str) -> str:
    """What a list goes on with after the item `3.`: `4`; "" after anything else."""
    digits = marker.rstrip(".)")
    return str(int(digits) + 1) if digits.isdigit() else ""


def _block(group: Group, after: Group | None, number: str, name: str, desk: Desk) -> Block:
    first, last = group.lines[0], group.lines[-1]
    span = Span(name, first.number, last.number)
    if group.cells:
        desk.report.add(name, first.number, "table", why="a table flattened to one cell a line", last=last.number)
        cells = joined_cells(group.lines, name, desk)
        rows = tuple((cell,) for cell in cells)
        return Block("flat_table", " ".join(cells), span, rows=rows, page_start=first.page_start)
    if group.contents:
        return contents_block(group.lines, name, desk)
    text = joined(group.lines, name, desk)
    kind, level, marker = _kind(group, text, after, number, desk.labels)
    if kind == "heading":
        desk.report.add(name, first.number, "heading", after=text, last=last.number)
    text = text.removeprefix(marker).strip() if kind == "item" and not first.bullet else text
    return Block(kind, text, span, level=level, marker=marker, page_start=first.page_start)


def _kind(group: Group, text: str, after: Group | None, number: str, labels: Labels) -> tuple[BlockKind, int, str]:
    """(kind, level of a heading, marker of an item)."""
    if group.lines[0].bullet:
        return "item", 0, "•"
    if labels.caption.match(text) and len(text) < MAX_HEADING:
        return "caption", 0, ""
    if labels.heading(text) or part_of(text):
        return "heading", SECTION, ""
    numbered = NUMBERED.match(text)
    if is_capitals(text) and len(text) < 3 * MAX_HEADING and not is_row(text):
        return "heading", SECTION, ""
    marker = MARKER.match(text)
    if marker and numbered and numbered[1] == number:
        return "item", 0, marker[0].strip()
    if not labels.note.match(text) and looks_like_heading(text, after):
        return "heading", UNTOLD, ""
    return ("item", 0, marker[0].strip()) if marker else ("paragraph", 0, "")
