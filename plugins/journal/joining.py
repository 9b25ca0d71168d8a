"""The lines of one block -> its text: hyphens at line ends decided, words broken by a space healed, all reported.

The same for the cells of a flattened table, whose narrow columns broke words, and for a paragraph that a page break
cut in two.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from .desk import Desk
from .healing import heal, heal_cells
from .hyphens import NO_EVIDENCE, close_gaps, decide
from .records import Block, Line, Span
from .shapes import FINISHED, HYPHEN_END, MARKER, NUMBERED, is_capitals

LAST_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?=-$)")
FIRST_LETTERS = re.compile(r"[^\W_]+")
DEFINITION = re.compile(r"[^.,;:–—]{2,50}\s[–—-]\s")  # an entry of a list of terms: `омарта – аралар ұясы`
RUNNING = 40  # characters: a shorter paragraph without an end may be a title or an address
CLOSING = re.compile(r"[)»”\]][.,;:]?")  # alone in a cell


def joined(lines: Sequence[Line], name: str, desk: Desk) -> str:
    """One text of `lines`, which are not empty and belong to one block of the dump `name`."""
    pieces = [lines[0].text]
    for above, line in pairwise(lines):
        pieces[-1:] = _seam(pieces[-1], above, line, name, desk)
    return _healed("".join(pieces), lines, name, desk)


def _healed(text: str, lines: Sequence[Line], name: str, desk: Desk) -> str:
    text, repairs = heal(text, desk.evidence)
    for before, whole in repairs:
        why = "the pieces are no words, the whole is"
        desk.report.add(name, _line_of(lines, before), "repair", before, whole, why)
    text, closed, doubts = close_gaps(text, desk.evidence)
    for before, whole in closed:
        why = "a space beside the hyphen of a compound or a range"
        desk.report.add(name, _line_of(lines, before), "repair", before, whole, why)
    for doubt in doubts:
        desk.report.warn(name, _line_of(lines, doubt), "a hyphen or a dash before a space", before=doubt)
    return text


def joined_cells(lines: Sequence[Line], name: str, desk: Desk) -> tuple[str, ...]:
    """The cells of a flattened table, one a line; those that are parts of one word are one cell."""
    cells: list[str] = []
    for line in lines:
        seam = _cell_seam(cells[-1][-100:], line.text, desk) if cells else None
        if seam:
            head, tail, whole = seam
            why = "a word broken by the width of its cell" if head else "a bracket that the width of its cell cut off"
            desk.report.add(name, line.number, "repair", f"{head}|{tail}", whole, why)
            cells[-1] = cells[-1].removesuffix(head) + whole + line.text.removeprefix(tail)
        else:
            cells.append(_healed(line.text, [line], name, desk))
    return tuple(cells)


def _cell_seam(left: str, right: str, desk: Desk) -> tuple[str, str, str] | None:
    """(end of the one cell, beginning of the next, the two as one word), where they are one."""
    head, tail = LAST_LETTERS.search(left), FIRST_LETTERS.match(right)
    if CLOSING.fullmatch(right):
        return "", right, right
    if not (head and tail and HYPHEN_END.search(left)):
        return heal_cells(left, right, desk.evidence)
    if not tail[0][0].islower():
        return None
    decision = decide(head[0].rsplit("-", 1)[-1], tail[0], desk.evidence)
    if " " in decision.text or decision.why == NO_EVIDENCE:
        return None
    kept = head[0] + "-" * (decision.kind == "keep")
    return f"{head[0]}-", tail[0], kept + tail[0]


def over_page_breaks(blocks: Sequence[Block], openings: Collection[int], name: str, desk: Desk) -> list[Block]:
    """Paragraphs that are one sentence, put together: no end before the break, no beginning after it.

    `openings` are the lines that the dump marks as the first of something.
    """
    runs: list[list[Block]] = []
    for block in blocks:
        if runs and block.span.first not in openings and _goes_on(runs[-1], block, desk):
            runs[-1].append(block)
        else:
            runs.append([block])
    return [_put_together(run, name, desk) for run in runs]


def _goes_on(run: Sequence[Block], block: Block, desk: Desk) -> bool:
    head, tail, kind = run[-1].text, block.text, run[0].kind
    if kind not in ("paragraph", "item") or block.kind != "paragraph" or FINISHED.search(head):
        return False
    if is_capitals(head) or MARKER.match(tail) or desk.labels.keywords(tail) or desk.labels.thesis.search(tail):
        return False
    if HYPHEN_END.search(head):
        return tail[0].islower()
    if len(head) < RUNNING or (kind == "item" and head[-1] == ",") or _are_terms(head, tail):
        return False
    number = NUMBERED.match(tail)
    return tail[0].islower() or tail[0] == "(" or (tail[0].isdigit() and not (number and tail[number.end()].isupper()))


def _are_terms(head: str, tail: str) -> bool:
    return bool(DEFINITION.match(head) and DEFINITION.match(tail))


def _put_together(run: Sequence[Block], name: str, desk: Desk) -> Block:
    if len(run) == 1:
        return run[0]
    text = joined([Line(block.span.last, block.text) for block in run], name, desk)
    for before, block in pairwise(run):
        seam = f"{before.text[-40:]} | {block.text[:40]}"
        desk.report.add(name, block.span.first, "join", seam, why="a page break inside the paragraph")
    return replace(run[0], text=text, span=Span(name, run[0].span.first, run[-1].span.last))


def _seam(head: str, above: Line, line: Line, name: str, desk: Desk) -> tuple[str, str]:
    """`head` and the text of `line` as they stand side by side in one text."""
    if head.endswith("-") and head[-2:-1].isdigit() and line.text[:1].isdigit():
        return head, line.text
    left, right = LAST_LETTERS.search(head[-100:]), FIRST_LETTERS.match(line.text)
    if not (HYPHEN_END.search(above.text) and left and right):
        return head + " ", line.text
    decision = decide(left[0].rsplit("-", 1)[-1], right[0], desk.evidence)
    desk.report.add(name, above.number, decision.kind, f"{left[0]}-|{right[0]}", decision.text, decision.why)
    if decision.kind == "join":
        return head[:-1], line.text
    return head + " " * (" " in decision.text), line.text


def _line_of(lines: Sequence[Line], before: str) -> int:
    """The line on which a broken word starts."""
    first = before.split(" ", 1)[0]
    return next((line.number for line in lines if first in line.text), lines[0].number)
