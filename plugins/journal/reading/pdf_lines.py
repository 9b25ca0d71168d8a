"""The signs of a page -> the lines as they were printed, still in the order in which the PDF draws them.

A sign goes on with the line before it when it stands on the same base, to the right of it; a smaller one may be raised
(the mark of an author, a note, a power) and becomes a superscript digit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from journal.signs.shapes import RAISED

from .pdf_signs import Sign

# All in sizes of the type.
SAME_BASE = 0.2  # bases of one line differ by less
RISE = (0.15, 0.75)  # of a superscript over its line
SMALLER = 0.9  # a superscript is set smaller than its line
BACK = 0.3  # the next sign begins at most so far before the last one; the letters of a ligature begin together
WORD_GAP = 0.18  # between two runs of which PDFium says nothing
LINE_END = re.compile("[\u00ad\u2010]$")  # hyphens that only an end of a line shows


@dataclass(frozen=True, slots=True)
class Gap:
    """Room between two words of a run, before its sign number `at`; `drawn` when a space of the PDF stands in it."""

    at: int
    width: float
    drawn: bool


@dataclass(frozen=True)
class Run:
    """Signs on one base, from left to right, and the gaps between their words."""

    signs: tuple[Sign, ...]
    gaps: tuple[Gap, ...]

    @cached_property
    def size(self) -> float:
        return max(sign.size for sign in self.signs)


@dataclass(frozen=True, slots=True)
class Printed:
    """One printed line; the places are those of `Sign`. `text` is as it is to be read, hyphens as `-`."""

    text: str
    left: float
    right: float
    base: float
    size: float
    turns: int = 0


def runs_of(signs: Iterable[Sign]) -> Iterator[Run]:
    """What stands on one base and is drawn without a step back, however wide the gaps."""
    run: list[Sign] = []
    gaps: list[Gap] = []
    trunk: Sign | None = None  # the sign of `run` that shows the base and the size of the line
    spaced = drawn = False
    for sign in signs:
        if not sign.text.strip():
            spaced, drawn = True, drawn or not sign.guessed
            continue
        if trunk and _goes_on(run[-1], trunk, sign):
            width = sign.left - run[-1].right
            if spaced or width > WORD_GAP * trunk.size:
                gaps.append(Gap(len(run), width, drawn))
            trunk = sign if sign.size > trunk.size else trunk
        else:
            if run:
                yield Run(tuple(run), tuple(gaps))
            run, gaps, trunk = [], [], sign
        run.append(sign)
        spaced = drawn = False
    if run:
        yield Run(tuple(run), tuple(gaps))


def _goes_on(last: Sign, trunk: Sign, sign: Sign) -> bool:
    size = max(trunk.size, sign.size)
    ahead = sign.left - last.left > -BACK * size
    return ahead and sign.turns == last.turns and (_on_base(trunk, sign, size) or _raised(trunk, sign, size))


def _on_base(trunk: Sign, sign: Sign, size: float) -> bool:
    return abs(sign.base - trunk.base) < SAME_BASE * size


def _raised(trunk: Sign, sign: Sign, size: float) -> bool:
    """Is one of the two the superscript (or the subscript) of the other?"""
    small, large = sorted((trunk, sign), key=lambda each: each.size)
    rise = (small.base - large.base) / size
    return small.size < SMALLER * large.size and -RISE[1] / 2 < rise < RISE[1]


def printed(run: Run) -> Printed:
    """The line that a run is."""
    trunk = max(run.signs, key=lambda sign: (sign.size, -sign.base))
    spaces = {gap.at for gap in run.gaps}
    pieces = [" " * (i in spaces) + _letter(sign, trunk) for i, sign in enumerate(run.signs)]
    left, right = min(sign.left for sign in run.signs), max(sign.right for sign in run.signs)
    text = LINE_END.sub("-", "".join(pieces))
    return Printed(text, left, right, trunk.base, trunk.size, trunk.turns)


def _letter(sign: Sign, trunk: Sign) -> str:
    raised = sign.size < SMALLER * trunk.size and sign.base - trunk.base > RISE[0] * trunk.size
    return sign.text.translate(RAISED) if raised else sign.text


def part(run: Run, first: int, end: int) -> Run:
    """The signs `first` to before `end` of a run, as a run."""
    gaps = tuple(Gap(gap.at - first, gap.width, gap.drawn) for gap in run.gaps if first < gap.at < end)
    return Run(run.signs[first:end], gaps)
