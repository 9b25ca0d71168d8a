"""The printed lines of a page -> reading order, with blank lines where the page leaves room.

The PDF's own order is taken for the reading order: whoever sets columns draws one after the other. Two things are put
right. Running heads and page numbers, drawn before or after all else, go to the head and the foot of the page; and a
page whose two columns are drawn line by line across the gutter (printer drivers do) is read column by column.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from journal.signs.shapes import MARKER

from .pdf_lines import Printed

EDGE = 0.13  # of the page's height: where running heads and page numbers stand
ENDS = 4  # lines drawn first or last on a page may be running heads
APART = 1.6  # sizes of type between a running head and the text
GUTTER = (0.35, 0.65)  # of the text's width: where the gutter of two columns runs
CROSSING = 0.25  # of the lines may cross the gutter: titles, abstracts, wide tables
HOPS = 0.6  # of the possible ones; a page drawn column by column has one
FULL = 0.7  # of a column's width, in most lines of running text; the cells of a table are shorter
MIN_LINES = 8  # in the longer column
FEW = 3  # lines of a column show nothing of its width
LEADING = 1.35  # times the page's usual distance from line to line: a blank line
INDENT = (0.7, 5.0)  # sizes of type: the first line of a paragraph
STEPS = 60  # places tried for a gutter
DOWNWARDS = 3  # quarter turns of text that runs from the head of the page to its foot


def in_order(lines: Sequence[Printed], turns: int, height: float) -> list[Printed]:
    """All `lines` as they are to be read; `turns` is that of most of them, `height` the page's as these stand on it."""
    flow = [line for line in lines if line.turns == turns]
    if turns == DOWNWARDS:
        flow.sort(key=lambda line: -line.base)  # PDFium gives them from left to right: the last one first
    head, foot = _drawn_apart(flow, lambda y: y > (1 - EDGE) * height), _drawn_apart(flow, lambda y: y < EDGE * height)
    edges = {id(line) for line in (*head, *foot)}
    body = [line for line in flow if id(line) not in edges]
    return [*head, *_by_column(body), *foot, *(line for line in lines if line.turns != turns)]


def with_blanks(lines: Sequence[Printed]) -> list[str]:
    """The texts of lines in reading order; "" where the page leaves a space or indents a new paragraph."""
    pitches = sorted(p for above, line in pairwise(lines) if 0 < (p := above.base - line.base) < 3 * line.size)
    pitch = pitches[len(pitches) // 4] if pitches else 0.0  # the usual one, even where most paragraphs are one line
    texts: list[str] = []
    for i, line in enumerate(lines):
        above, after = lines[i - 1] if i else None, lines[i + 1] if i + 1 < len(lines) else None
        if above and (_spaced(above, line, pitch) or _indented(above, line, after)):
            texts.append("")
        texts.append(line.text)
    return texts


def _drawn_apart(lines: Sequence[Printed], inside: Callable[[float], bool]) -> list[Printed]:
    """The lines that are drawn first or last and stand apart in the strip of the page that `inside` describes."""
    ends = {*range(ENDS), *range(len(lines) - ENDS, len(lines))}
    apart = [line for i, line in enumerate(lines) if i in ends and inside(line.base)]
    while True:  # what is near a line of the text is text itself
        taken = {id(line) for line in apart}
        text = [line.base for line in lines if id(line) not in taken]
        alone = [line for line in apart if text and all(abs(base - line.base) > APART * line.size for base in text)]
        if len(alone) == len(apart):
            return sorted(alone, key=lambda line: (-line.base, line.left))
        apart = alone


def _by_column(lines: Sequence[Printed]) -> list[Printed]:
    """Left before right, between any two lines that cross the gutter; as it was where nothing hops."""
    gutter = _gutter(lines)
    if gutter is None:
        return list(lines)
    ordered: list[Printed] = []
    left: list[Printed] = []
    right: list[Printed] = []
    for line in sorted(lines, key=lambda line: -line.base):
        if line.left < gutter < line.right:
            ordered += [*left, *right, line]
            left, right = [], []
        else:
            (left if line.right <= gutter else right).append(line)
    return [*ordered, *left, *right]


def _gutter(lines: Sequence[Printed]) -> float | None:
    """Where the gutter runs, on a page of two columns that is drawn line by line; else None."""
    if len(lines) < MIN_LINES:
        return None
    first, last = min(line.left for line in lines), max(line.right for line in lines)
    tried = [first + (last - first) * (GUTTER[0] + (GUTTER[1] - GUTTER[0]) * i / STEPS) for i in range(STEPS + 1)]
    crossings = [sum(line.left < x < line.right for line in lines) for x in tried]
    least = [x for x, count in zip(tried, crossings, strict=True) if count == min(crossings)]
    gutter = least[len(least) // 2]
    beside = [line for line in lines if not line.left < gutter < line.right]
    drawn_across = len(beside) >= (1 - CROSSING) * len(lines) and _hops(beside, gutter)
    return gutter if drawn_across and _are_columns(beside, gutter) else None


def _hops(lines: Sequence[Printed], gutter: float) -> bool:
    """Are the lines drawn to and fro over the gutter? At most twice for each line of the shorter column."""
    shorter = min(sum(line.right <= gutter for line in lines), sum(line.right > gutter for line in lines))
    hops = sum((a.right <= gutter) != (b.right <= gutter) for a, b in pairwise(lines))
    return hops > HOPS * 2 * shorter > 0


def _are_columns(lines: Sequence[Printed], gutter: float) -> bool:
    """Running text fills the width of its column; of the last column of a text there may be too little to tell."""
    widths = [(line.right <= gutter, line.right - line.left) for line in lines]
    full = FULL * max(width for _, width in widths)
    sides = sorted(([width > full for side, width in widths if side == left] for left in (True, False)), key=len)
    filled = [sum(side) > len(side) / 2 for side in sides]
    return len(sides[1]) >= MIN_LINES and filled[1] and (filled[0] or len(sides[0]) < FEW)


def _spaced(above: Printed, line: Printed, pitch: float) -> bool:
    return above.base - line.base > LEADING * max(pitch, line.size) and above.turns == line.turns


def _indented(above: Printed, line: Printed, after: Printed | None) -> bool:
    """Does a paragraph begin, indented, between two lines that begin at the edge? Lists hang the other way."""
    if not after or not above.base > line.base > after.base or MARKER.match(above.text):
        return False
    at_edge = abs(after.left - above.left) < INDENT[0] / 2 * line.size
    return at_edge and INDENT[0] < (line.left - above.left) / line.size < INDENT[1]
