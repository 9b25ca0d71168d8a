"""Clean lines -> groups of lines that form one block each.

Lines of a dump end where the printed line ended, so a block is found by asking at each line end whether it was
the paragraph's end: by punctuation, case, the room that was left on the line, blank lines, list markers and the
words that always are headings. A blank line alone proves nothing: dumps have them inside paragraphs and titles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .labels import Labels
from .records import Line
from .shapes import (
    AFFILIATION,
    FINISHED,
    HYPHEN_END,
    MARKER,
    goes_on_in_capitals,
    is_author_line,
    is_capitals,
    is_front_matter,
)

NUMBER = re.compile(r"(\d{1,2})[.)]\s")
CELL_WIDTH = 0.45  # of the dump's line width: shorter lines may be cells of a flattened table
MIN_CELLS = 14  # lines in a row; lists and addresses are shorter
TITLE_LINES = 8  # of a group show whether it is a title in capitals
TITLE_WORDS = 3  # under a bare caption; fewer may be a table's first cell
DASHES = "-–—•"
ROOM = 0.93  # a line that would have held the next word within this share of the width was ended on purpose


@dataclass(frozen=True, slots=True)
class Group:
    """Lines of one block, in order; `cells` marks a flattened table."""

    lines: tuple[Line, ...]
    cells: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """How a dump was set: `width` in characters of a full line; `double` for double-spaced text."""

    width: int
    double: bool


def group_lines(lines: Sequence[Line], labels: Labels) -> list[Group]:
    """All lines with text, in groups; no line is lost and none is in two groups."""
    shape = measure(lines)
    groups: list[Group] = []
    for cells, run in _table_runs(lines, shape, labels):
        if cells:
            groups.append(Group(tuple(run), cells=True))
        else:
            groups += _paragraphs(run, shape, labels)
    return groups


def measure(lines: Sequence[Line]) -> Shape:
    """Width: what nine lines in ten don't exceed, of those that end inside a sentence."""
    texts = [line.text for line in lines if line.text]
    running = [len(text) for text in texts if not FINISHED.search(text) and len(text) > 40]
    lengths = sorted(running or [len(text) for text in texts] or [80])
    inside = [
        i
        for i in range(len(lines) - 2)
        if lines[i].text and not FINISHED.search(lines[i].text) and len(lines[i].text) > 40
    ]
    spaced = sum(not lines[i + 1].text and bool(lines[i + 2].text) for i in inside)
    return Shape(lengths[int(0.9 * (len(lengths) - 1))], double=spaced > 0.6 * max(1, len(inside)))


def _table_runs(lines: Sequence[Line], shape: Shape, labels: Labels) -> Iterator[tuple[bool, list[Line]]]:
    """Runs of many short lines (cells of a flattened table) and what lies between them; blank lines stay in."""
    run: list[Line] = []
    short: list[Line] = []
    before = ""
    for line in lines:
        cell = _cell(line, shape, labels) and not (labels.bare_caption(before) and _is_title(line, None))
        before = line.text or before
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


def _paragraphs(lines: Sequence[Line], shape: Shape, labels: Labels) -> Iterator[Group]:
    group: list[Line] = []
    blanks = 0
    following = {line.number: after for line, after in pairwise(line for line in lines if line.text)}
    for line in lines:
        if not line.text:
            blanks += 1
            continue
        gap = max(0, blanks - shape.double)
        after = following.get(line.number)
        titled = len(group) == 1 and labels.bare_caption(group[0].text) and _is_title(line, after)
        if group and not titled and (_breaks(group, line, gap, shape, labels) or _heads(line, group[-1], after, shape)):
            yield Group(tuple(group))
            group = []
        group.append(line)
        blanks = 0
    if group:
        yield Group(tuple(group))


def _is_title(line: Line, after: Line | None) -> bool:
    """May the line under `Кесте 1.` be its title? Running text has an end, or goes on with a small letter."""
    if len(line.text.split()) < TITLE_WORDS or FINISHED.search(line.text) or not line.text[0].isupper():
        return False
    return not (line.bullet or (after and after.text[0].islower()))


def _breaks(group: Sequence[Line], line: Line, gap: int, shape: Shape, labels: Labels) -> bool:
    """Does a new block start at `line`, `gap` blank lines after the last line of `group`?"""
    last = group[-1].text
    if (
        labels.heading(line.text)
        or labels.heading(last)
        or labels.keywords(line.text)
        or labels.caption.match(line.text)
    ):
        return True
    if HYPHEN_END.search(last) and (line.text[0].islower() or line.text[0].isdigit()) and not line.bullet:
        return False
    if _starts_item(group, line, last, shape) or _is_front_line(group, line, gap, shape):
        return True
    if line.page_start and FINISHED.search(last) and (_is_item(group[0]) or _script(last) != _script(line.text)):
        return True
    if is_capitals(last) or is_capitals(line.text):
        title = is_capitals(" ".join(each.text for each in group[:TITLE_LINES]))
        return not (title and goes_on_in_capitals(last) and goes_on_in_capitals(line.text))
    if FINISHED.search(last):
        return gap > 0 or _had_room(last, line.text, shape)
    return _breaks_unfinished(last, line, gap, shape)


def _breaks_unfinished(last: str, line: Line, gap: int, shape: Shape) -> bool:
    """`last` ends inside a sentence, or is a heading or a line of an address."""
    if line.text[0].islower() or line.text[0] in "([,–—":
        return False
    short = len(last) < 0.6 * shape.width
    if gap > 0:
        return last[-1] not in ",-–—" and (short or _had_room(last, line.text, shape))
    return short and last[-1] not in ",-–—(«"


def _heads(line: Line, last: Line, after: Line | None, shape: Shape) -> bool:
    """A heading with nothing over it but a full line: short, without an end, between two sentences."""
    if not after or FINISHED.search(line.text) or not FINISHED.search(last.text):
        return False
    short = len(line.text) < 0.6 * shape.width < len(after.text)
    return short and line.text[0].isupper() and after.text[0].isupper()


def _had_room(last: str, text: str, shape: Shape) -> bool:
    """Would the next word have fitted on the line before? Then the line was ended on purpose."""
    return len(last) + 1 + len(text.split(" ", 1)[0]) < ROOM * shape.width


def _starts_item(group: Sequence[Line], line: Line, last: str, shape: Shape) -> bool:
    """A list marker, and not a number that happens to begin a line of running text."""
    if line.bullet:
        return True
    if not MARKER.match(line.text):
        return False
    if _goes_on_with_dash(group, line, last, shape):
        return False
    number, before = NUMBER.match(line.text), NUMBER.match(group[0].text)
    if number and before and int(number[1]) == int(before[1]) + 1:
        return True
    same_sign = line.text[0] == group[0].text[0] and line.text[0] in DASHES
    return same_sign or bool(FINISHED.search(last)) or (last.endswith(",") and _is_item(group[0]))


def _goes_on_with_dash(group: Sequence[Line], line: Line, last: str, shape: Shape) -> bool:
    """`… 2021.|– 15–22 б.`: the line before was full, so its dash stands where the text happened to break."""
    listed = group[0].text[0] in DASHES or last[-1] in ":;,"
    return line.text[0] in DASHES and not listed and not _had_room(last, line.text, shape)


def _is_item(line: Line) -> bool:
    return line.bullet or MARKER.match(line.text) is not None


def _is_front_line(group: Sequence[Line], line: Line, gap: int, shape: Shape) -> bool:
    """A name on a line of its own; a name that ends a sentence (`… Vinberg and|M.S. Strogovich.`) is text."""
    last = group[-1].text
    if is_author_line(last) and len(group) == 1:
        return True
    if AFFILIATION.match(line.text) and AFFILIATION.match(group[0].text):
        return True
    return is_author_line(line.text) and (gap > 0 or len(last) < 0.6 * shape.width or bool(FINISHED.search(last)))


def _script(text: str) -> bool:
    """Is the text in the Latin script?"""
    letters = [sign for sign in text if sign.isalpha()]
    return sum(sign.isascii() for sign in letters) > len(letters) / 2
