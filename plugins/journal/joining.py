"""The lines of one block -> its text: hyphens at line ends decided, words broken by a space healed, all reported."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from .desk import Desk
from .healing import heal
from .hyphens import decide
from .records import Line
from .shapes import HYPHEN_END

LAST_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?=-$)")
FIRST_LETTERS = re.compile(r"[^\W_]+")


def joined(lines: Sequence[Line], name: str, desk: Desk) -> str:
    """One text of `lines`, which are not empty and belong to one block of the dump `name`."""
    pieces = [lines[0].text]
    for above, line in pairwise(lines):
        pieces[-1:] = _seam(pieces[-1], above, line, name, desk)
    text, repairs = heal("".join(pieces), desk.evidence)
    for before, whole in repairs:
        why = "the pieces are no words, the whole is"
        desk.report.add(name, _line_of(lines, before), "repair", before, whole, why)
    return text


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
