"""The lines of one block -> its text: hyphens at line ends decided, words broken by a space healed, all reported."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from journal.desk import Desk
from journal.records import Line
from journal.signs.shapes import HYPHEN_END

from .gluing import part
from .healing import heal
from .hyphen_gaps import close_gaps
from .hyphens import decide

LAST_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?=-$)")
FIRST_LETTERS = re.compile(r"[^\W_]+")
ADDRESS_END = re.compile(r"(?:https?://|www\.)\S+-$")
GAP_END = re.compile(r"(?<![\w-])(?P<word>[^\W\d_]+) -$")
TIGHT_DASH = re.compile(r"[^\W\d_]—$")  # set without spaces, as English books do
LETTERS = re.compile(r"[\W\d_]+")  # all but them
HEALED = "the pieces are no words, the whole is"
NUMBER_END = re.compile(r"(?<![\w-])\d+[-–]$")


@dataclass(frozen=True, slots=True)
class Seam:
    """What was decided where a line ends: a line of the report."""

    line: int
    kind: Literal["join", "keep"]
    before: str
    after: str
    why: str


def joined(lines: Sequence[Line], name: str, desk: Desk) -> str:
    """One text of `lines`, which are not empty and belong to one block of the dump `name`."""
    pieces = [lines[0].text]
    seams: list[Seam] = []
    for above, line in pairwise(lines):
        pieces[-1:] = _seam(pieces[-1], above, line, desk, seams)
    text, repairs = heal("".join(pieces), desk.evidence)
    _tell(repairs, lines, name, desk)
    whole = {LETTERS.sub("", piece): after for before, after in repairs for piece in before.split(" ")}
    for seam in seams:
        healed = whole.get(seam.after)
        why = HEALED if healed else seam.why
        desk.report.add(name, seam.line, seam.kind, seam.before, healed or seam.after, why)
    return _mended(text, lines, name, desk)


def healed_text(text: str, lines: Sequence[Line], name: str, desk: Desk) -> str:
    """`text`, put together from `lines`: words broken or glued, and spaces beside hyphens."""
    text, repairs = heal(text, desk.evidence)
    _tell(repairs, lines, name, desk)
    return _mended(text, lines, name, desk)


def _tell(repairs: Sequence[tuple[str, str]], lines: Sequence[Line], name: str, desk: Desk) -> None:
    for before, whole in repairs:
        desk.report.add(name, line_of(lines, before), "repair", before, whole, HEALED)


def _mended(text: str, lines: Sequence[Line], name: str, desk: Desk) -> str:
    """Words that lost the space between them, and spaces beside hyphens."""
    text, parted, glued = part(text, desk.evidence)
    for before, apart in parted:
        why = "two words without a space between them"
        desk.report.add(name, line_of(lines, before), "repair", before, apart, why)
    for word in glued:
        desk.report.warn(name, line_of(lines, word), "two words without a space between them, or a compound", word)
    text, closed, doubts = close_gaps(text, desk.evidence)
    for before, whole in closed:
        why = "a space beside the hyphen of a compound or a range"
        kind = "clean" if whole[0].isdigit() and whole[-1].isdigit() else "repair"
        desk.report.add(name, line_of(lines, before), kind, before, whole, why)
    for doubt in doubts:
        desk.report.warn(name, line_of(lines, doubt), "a hyphen or a dash before a space", before=doubt)
    return text


def _seam(head: str, above: Line, line: Line, desk: Desk, seams: list[Seam]) -> tuple[str, str]:
    """`head` and the text of `line` as they stand side by side in one text; what was decided goes to `seams`."""
    number = NUMBER_END.search(head[-20:])
    if number and (line.text[:1].isdigit() or _is_ordinal(number[0], line.text, desk)):
        whole = number[0] + re.split(r"[\s,;]", line.text, maxsplit=1)[0]
        before = f"{number[0]}|{whole.removeprefix(number[0])}"
        seams.append(Seam(above.number, "keep", before, whole, "a number"))
        return head, line.text
    if ADDRESS_END.search(head[-200:]) and not line.text[0].isspace():
        seams.append(Seam(above.number, "keep", f"{head[-20:]}|{line.text[:20]}", "", "inside an address"))
        return head, line.text
    head = _without_gap(head, line.text, desk)
    if TIGHT_DASH.search(head[-100:]) and line.text[0].isalpha():
        return head, line.text
    left, right = LAST_LETTERS.search(head[-100:]), FIRST_LETTERS.match(line.text)
    if not (HYPHEN_END.search(head[-100:]) and left and right):
        return head + " ", line.text
    decision = decide(left[0].rsplit("-", 1)[-1], right[0], desk.evidence)
    seams.append(Seam(above.number, decision.kind, f"{left[0]}-|{right[0]}", decision.text, decision.why))
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


def line_of(lines: Sequence[Line], before: str) -> int:
    """The line on which a broken word stands; where a line's end broke it too, the line of one of its pieces."""
    pieces = before.split(" ")
    for wanted in (before, pieces[0], pieces[-1]):
        whole = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)")
        found = next((line.number for line in lines if whole.search(line.text)), None)
        if found:
            return found
    return lines[0].number
