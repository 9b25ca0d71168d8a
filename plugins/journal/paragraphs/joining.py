"""The lines of one block -> its text: hyphens at line ends decided, words broken by a space healed, all reported.

The same for the cells of a flattened table, whose narrow columns broke words, and for a paragraph that a page break
cut in two.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from journal.desk import Desk
from journal.records import Block, Line, Span
from journal.signs.shapes import FINISHED, HYPHEN_END, MARKER, NUMBERED, is_capitals

from .gluing import part
from .healing import heal, heal_cells, heal_overflow
from .hyphens import NO_EVIDENCE, close_gaps, decide

LAST_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?=-$)")
FIRST_LETTERS = re.compile(r"[^\W_]+")
DEFINITION = re.compile(r"[^.,;:–—]{2,50}\s[–—-]\s")  # an entry of a list of terms: `омарта – аралар ұясы`
RUNNING = 40  # characters: a shorter paragraph without an end may be a title or an address
ADDRESS_END = re.compile(r"(?:https?://|www\.)\S+-$")
GAP_END = re.compile(r"(?<![\w-])(?P<word>[^\W\d_]+) -$")
NUMBER_END = re.compile(r"(?<![\w-])\d+[-–]$")
BROKEN_CELL = "a word broken by the width of its cell"
Kind = Literal["join", "keep", "repair", "clean"]
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
    text, parted, glued = part(text, desk.evidence)
    for before, apart in parted:
        why = "two words without a space between them"
        desk.report.add(name, _line_of(lines, before), "repair", before, apart, why)
    for word in glued:
        desk.report.warn(name, _line_of(lines, word), "two words without a space between them, or a compound", word)
    text, closed, doubts = close_gaps(text, desk.evidence)
    for before, whole in closed:
        why = "a space beside the hyphen of a compound or a range"
        kind = "clean" if whole[0].isdigit() and whole[-1].isdigit() else "repair"
        desk.report.add(name, _line_of(lines, before), kind, before, whole, why)
    for doubt in doubts:
        desk.report.warn(name, _line_of(lines, doubt), "a hyphen or a dash before a space", before=doubt)
    return text


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
            cells.append(_healed(line.text, [line], name, desk))
    return tuple(_overflow(cell, lines, name, desk) for cell in cells)


def _overflow(cell: str, lines: Sequence[Line], name: str, desk: Desk) -> str:
    """A letter that did not fit into its cell's width and stands behind a space."""
    text, repairs = heal_overflow(cell, desk.evidence)
    for before, whole in repairs:
        desk.report.add(name, _line_of(lines, before), "repair", before, whole, BROKEN_CELL)
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
    if " " in decision.text or decision.why == NO_EVIDENCE:
        return None
    kept = head[0] + "-" * (decision.kind == "keep")
    return decision.kind, f"{head[0]}-", tail[0], kept + tail[0]


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
    counted = number and tail[number.end()].isupper()
    return tail[0].islower() or tail[0] == "(" or (tail[0].isdecimal() and not counted)


def _are_terms(head: str, tail: str) -> bool:
    return bool(DEFINITION.match(head) and DEFINITION.match(tail))


def _put_together(run: Sequence[Block], name: str, desk: Desk) -> Block:
    if len(run) == 1:
        return run[0]
    text = joined([Line(block.span.last, block.text) for block in run], name, desk)
    for before, block in pairwise(run):
        seam = f"{before.text[-40:]} | {block.text[:40]}"
        desk.report.add(name, block.span.first, "page_break", seam, why="a page break inside the paragraph")
    return replace(run[0], text=text, span=Span(name, run[0].span.first, run[-1].span.last))


def _seam(head: str, above: Line, line: Line, name: str, desk: Desk) -> tuple[str, str]:
    """`head` and the text of `line` as they stand side by side in one text."""
    number = NUMBER_END.search(head[-20:])
    if number and (line.text[:1].isdigit() or _is_ordinal(number[0], line.text, desk)):
        whole = number[0] + re.split(r"[\s,;]", line.text, maxsplit=1)[0]
        desk.report.add(name, above.number, "keep", f"{number[0]}|{whole.removeprefix(number[0])}", whole, "a number")
        return head, line.text
    if ADDRESS_END.search(head[-200:]) and not line.text[0].isspace():
        desk.report.add(name, above.number, "keep", f"{head[-20:]}|{line.text[:20]}", why="inside an address")
        return head, line.text
    head = _without_gap(head, line.text, desk)
    left, right = LAST_LETTERS.search(head[-100:]), FIRST_LETTERS.match(line.text)
    if not (HYPHEN_END.search(head[-100:]) and left and right):
        return head + " ", line.text
    decision = decide(left[0].rsplit("-", 1)[-1], right[0], desk.evidence)
    desk.report.add(name, above.number, decision.kind, f"{left[0]}-|{right[0]}", decision.text, decision.why)
    if decision.kind == "join":
        return head[:-1], line.text
    return head + " " * (" " in decision.text), line.text


def _without_gap(head: str, text: str, desk: Desk) -> str:
    """`Сон -|дай-ақ`: without the space before the hyphen, where the corpus has the word; else it is a dash."""
    gap, tail = GAP_END.search(head[-100:]), FIRST_LETTERS.match(text)
    if gap and tail and tail[0][0].islower() and desk.evidence.count(gap["word"] + tail[0]) > 1:
        return head[:-2] + "-"
    return head


def _is_ordinal(number: str, text: str, desk: Desk) -> bool:
    """`2-|бөлігіне`: a number, its hyphen and a noun that the corpus has with numbers."""
    noun = FIRST_LETTERS.match(text)
    return bool(noun and noun[0].islower() and number[-1] == "-" and desk.evidence.compound("0", noun[0]))


def _line_of(lines: Sequence[Line], before: str) -> int:
    """The line on which a broken word stands; where a line's end broke it too, the line of one of its pieces."""
    pieces = before.split(" ")
    for wanted in (before, pieces[0], pieces[-1]):
        whole = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)")
        found = next((line.number for line in lines if whole.search(line.text)), None)
        if found:
            return found
    return lines[0].number
