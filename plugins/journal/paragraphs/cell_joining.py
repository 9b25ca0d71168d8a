"""The cells of a flattened table, one a line -> their texts: words that the columns' width broke are put together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from journal.desk import Desk
from journal.records import Line
from journal.signs.shapes import HYPHEN_END

from .cell_healing import heal_cells, heal_overflow
from .hyphens import NO_EVIDENCE, NO_WORDS, decide
from .joining import FIRST_LETTERS, LAST_LETTERS, healed_text, line_of

BROKEN_CELL = "a word broken by the width of its cell"
CLOSING = re.compile(r"[)»”\]][.,;:]?")  # alone in a cell
Kind = Literal["join", "keep", "repair", "clean"]


def joined_cells(lines: Sequence[Line], name: str, desk: Desk) -> tuple[str, ...]:
    """The cells of a flattened table, one a line; those that are parts of one word are one cell."""
    cells: list[str] = []
    for above, line in zip([None, *lines], lines, strict=False):
        seam = _cell_seam(cells[-1][-100:], line.text, desk) if cells else None
        if seam and above:
            kind, head, tail, whole = seam
            why = "a bracket that the width of its cell cut off" if kind == "clean" else BROKEN_CELL
            at = above.number if kind in ("join", "keep") else line.number
            desk.report.add(name, at, kind, f"{head}|{tail}", whole, why)
            cells[-1] = cells[-1].removesuffix(head) + whole + line.text.removeprefix(tail)
        else:
            cells.append(healed_text(line.text, [line], name, desk))
    return tuple(_overflow(cell, lines, name, desk) for cell in cells)


def _overflow(cell: str, lines: Sequence[Line], name: str, desk: Desk) -> str:
    """A letter that did not fit into its cell's width and stands behind a space."""
    text, repairs = heal_overflow(cell, desk.evidence)
    for before, whole in repairs:
        desk.report.add(name, line_of(lines, before), "repair", before, whole, BROKEN_CELL)
    return text


def _cell_seam(left: str, right: str, desk: Desk) -> tuple[Kind, str, str, str] | None:
    """(what is done, end of the one cell, beginning of the next, the two as one word), where they are one."""
    head, tail = LAST_LETTERS.search(left), FIRST_LETTERS.match(right)
    if CLOSING.fullmatch(right):
        return "clean", "", right, right
    if not (head and tail and HYPHEN_END.search(left)):
        seam = heal_cells(left, right, desk.evidence)
        return seam and ("keep" if seam[0].endswith(("-", "–")) else "repair", *seam)
    if not tail[0][0].islower():
        return None
    decision = decide(head[0].rsplit("-", 1)[-1], tail[0], desk.evidence)
    if " " in decision.text or decision.why in (NO_EVIDENCE, NO_WORDS):
        return None
    kept = head[0] + "-" * (decision.kind == "keep")
    return decision.kind, f"{head[0]}-", tail[0], kept + tail[0]
