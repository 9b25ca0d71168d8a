"""How a dump was set: how long its full lines are, here and there, and whether it is double-spaced."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from journal.records import Line

from .shapes import FINISHED

RUNNING = 40  # characters: shorter lines may be titles, addresses, cells
NEAR = 25  # running lines to either side are set like this one: articles of one issue differ in font and column
FULL = 0.5  # of the running lines near by are at most as long as a full line counts here
WIDEST = 0.9  # the same of a whole dump, where no line is near
SPACED = 0.6  # of the running lines have one blank line under them in a double-spaced dump


@dataclass(frozen=True, slots=True)
class Shape:
    """`width` in characters of a full line of the dump; `double` for double-spaced text.

    `numbers` and `widths`: from which line on a full line has which width.
    """

    width: int
    double: bool
    numbers: tuple[int, ...] = ()
    widths: tuple[int, ...] = ()

    def near(self, line: Line) -> int:
        """Characters of a full line around `line`."""
        place = bisect_right(self.numbers, line.number)
        return self.widths[max(0, place - 1)] if self.widths else self.width


def measure(lines: Sequence[Line]) -> Shape:
    """The shape of a dump, by the lines that end inside a sentence."""
    texts = [line.text for line in lines if line.text]
    running = [i for i, line in enumerate(lines) if len(line.text) > RUNNING and not FINISHED.search(line.text)]
    lengths = [len(lines[i].text) for i in running]
    near = range(0, len(running), NEAR)
    return Shape(
        _share(lengths or [len(text) for text in texts] or [80], WIDEST),
        _is_double(lines, running),
        tuple(lines[running[i]].number for i in near),
        tuple(_share(lengths[max(0, i - NEAR) : i + 2 * NEAR], FULL) for i in near),
    )


def _share(lengths: Sequence[int], share: float) -> int:
    return sorted(lengths)[int(share * (len(lengths) - 1))]


def _is_double(lines: Sequence[Line], running: Sequence[int]) -> bool:
    inside = [i for i in running if i + 2 < len(lines)]
    spaced = sum(not lines[i + 1].text and bool(lines[i + 2].text) for i in inside)
    return spaced > SPACED * max(1, len(inside))
