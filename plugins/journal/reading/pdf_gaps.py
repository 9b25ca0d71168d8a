"""Where one run of signs is more than one line: the next column, the next cell of a table.

A justified line may have wide gaps too, but they are all alike, and it ends where its neighbours end.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from .pdf_lines import Printed, Run, part, printed, runs_of
from .pdf_signs import Sign

# Widths in sizes of the type, first where the PDF draws no space in the gap, then where it does.
WIDE = (0.9, 1.5)  # at least, and
ODD = 2.2  # times wider than the other gaps of the line
ALONE = (2.0, 3.5)  # in a line that does not end where others end
EDGE = 1.2  # points: lines that end within this end at one edge
EDGE_LINES = 4  # lines, itself among them, make an edge
FULL = 12  # sizes of the type: a column is not narrower
MARKER = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*[.)]|\[\d{1,3}\]|\d{1,2}(?:\.\d{1,2})+|[-–—•*\ue000-\uf8ff]|\w\))")


def printed_lines(signs: Sequence[Sign]) -> list[Printed]:
    """All lines of a page, in the order in which the PDF draws them."""
    runs = list(runs_of(signs))
    ends = sorted(_end(run) for run in runs)
    return [printed(each) for run in runs for each in _parts(run, ends)]


def _end(run: Run) -> float:
    return max(sign.right for sign in run.signs)


def _parts(run: Run, ends: Sequence[float]) -> list[Run]:
    """A run at its wide gaps; not after the number of an item of a list."""
    end = _end(run)
    at_edge = bisect_right(ends, end + EDGE) - bisect_left(ends, end - EDGE) >= EDGE_LINES
    justified = at_edge and end - run.signs[0].left > FULL * run.size
    cuts = [gap.at for i, gap in enumerate(run.gaps) if _is_wide(run, i, justified)]
    cuts = [at for at in cuts if not MARKER.fullmatch("".join(sign.text for sign in run.signs[:at]))]
    bounds = [0, *cuts, len(run.signs)]
    return [part(run, first, stop) for first, stop in pairwise(bounds)]


def _is_wide(run: Run, i: int, justified: bool) -> bool:
    gap, others = run.gaps[i], [other.width for k, other in enumerate(run.gaps) if k != i]
    width = gap.width / run.size
    if others and width > WIDE[gap.drawn] and gap.width > ODD * median(others):
        return True
    return not justified and width > ALONE[gap.drawn]
