"""Where a dump flattened a table to one cell a line: runs of many short lines.

A caption alone on its line (`Кесте 1.`) may have its title below; that is no cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journal.records import Line
from journal.signs.labels import Labels
from journal.signs.measure import Shape
from journal.signs.shapes import FINISHED, HYPHEN_END, MARKER, is_capitals, is_front_matter

CELL_WIDTH = 0.45  # of the dump's line width: shorter lines may be cells of a flattened table
MIN_CELLS = 14  # lines in a row; lists and addresses are shorter
TITLE_WORDS = 3  # under a bare caption; fewer may be a table's first cell


def table_runs(lines: Sequence[Line], shape: Shape, labels: Labels) -> Iterator[tuple[bool, list[Line]]]:
    """Runs of many short lines (cells of a flattened table) and what lies between them; blank lines stay in."""
    run: list[Line] = []
    short: list[Line] = []
    before, begun = "", False
    for line in lines:
        titled = labels.bare_caption(before) and is_caption_title(line, None)
        parted = not begun and HYPHEN_END.search(before) and line.text[:1].islower()
        cell = bool(line.text) and _cell(line, shape, labels) and not (titled or parted)
        if line.text:
            before, begun = line.text, cell
        if cell or not line.text:
            short.append(line)
            continue
        if _is_table(short):
            yield False, run
            yield True, [each for each in short if each.text]
            run, short = [], []
        run += [*short, line]
        short = []
    table = _is_table(short)
    yield False, run if table else run + short
    if table:
        yield True, [each for each in short if each.text]


def _cell(line: Line, shape: Shape, labels: Labels) -> bool:
    if len(line.text) > CELL_WIDTH * shape.width or labels.heading(line.text) or labels.caption.match(line.text):
        return False
    return not ((is_capitals(line.text) and len(line.text) > 11) or is_front_matter(line.text))


def _is_table(short: Sequence[Line]) -> bool:
    texts = [line.text for line in short if line.text]
    finished = sum(bool(FINISHED.search(text)) for text in texts)
    marked = sum(bool(line.bullet or MARKER.match(line.text)) for line in short if line.text)
    return len(texts) >= MIN_CELLS and finished < 0.4 * len(texts) and marked < 0.3 * len(texts)


def is_caption_title(line: Line, after: Line | None) -> bool:
    """May the line under `Кесте 1.` be its title? Running text has an end, or goes on with a small letter."""
    if len(line.text.split()) < TITLE_WORDS or FINISHED.search(line.text) or not line.text[0].isupper():
        return False
    return not (line.bullet or (after and after.text[0].islower()))
