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

from journal.records import Line
from journal.signs.labels import Labels
from journal.signs.measure import Shape, measure
from journal.signs.notices import is_notice
from journal.signs.shapes import (
    AFFILIATION,
    FINISHED,
    HYPHEN_END,
    MARKER,
    goes_on_in_capitals,
    is_author_line,
    is_capitals,
    is_contact_line,
)

from .cells import is_caption_title, table_runs
from .contents import contents_runs

NUMBER = re.compile(r"(\d{1,2})[.)]\s")
SUBSECTION = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+[^\W\d_a-zа-яәғқңөұүһі]")  # `4.1. …` without an end
TITLE_LINES = 8  # of a group show whether it is a title in capitals
OTHER_SCRIPT = 4  # words of a line that is no name in another script
DASHES = "-–—•"
SHORT = 0.6  # of a full line near by: shorter ones may be titles, names, headings
MUCH_ROOM = 0.9  # the same for a line that ends inside a sentence, as headings do
DOUBLE_ROOM = 1.02  # in double-spaced dumps, manuscripts, whose blank lines say nothing and whose paragraphs are short
ROOM = 0.965  # of a full line near by: a line that would have held the next word within it was ended on purpose


@dataclass(frozen=True, slots=True)
class Group:
    """Lines of one block, in order; `cells` marks a flattened table, `contents` a printed table of contents."""

    lines: tuple[Line, ...]
    cells: bool = False
    contents: bool = False


def group_lines(lines: Sequence[Line], labels: Labels) -> list[Group]:
    """All lines with text, in groups; no line is lost and none is in two groups."""
    shape = measure(lines)
    groups: list[Group] = []
    for contents, part in contents_runs(lines, labels):
        groups += [Group(tuple(part), contents=True)] if contents else _groups(part, shape, labels)
    return groups


def _groups(lines: Sequence[Line], shape: Shape, labels: Labels) -> Iterator[Group]:
    for cells, run in table_runs(lines, shape, labels):
        if cells:
            yield Group(tuple(run), cells=True)
        else:
            yield from _paragraphs(run, shape, labels)


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
        titled = len(group) == 1 and labels.bare_caption(group[0].text) and is_caption_title(line, after)
        if group and not titled and (_breaks(group, line, gap, shape, labels) or _heads(line, group[-1], after, shape)):
            yield Group(tuple(group))
            group = []
        group.append(line)
        blanks = 0
    if group:
        yield Group(tuple(group))


def _breaks(group: Sequence[Line], line: Line, gap: int, shape: Shape, labels: Labels) -> bool:
    """Does a new block start at `line`, `gap` blank lines after the last line of `group`?"""
    last = group[-1].text
    if (
        (labels.heading(line.text) and not (gap == 0 and _goes_on(last, line.text)))
        or (labels.heading(last) and len(group) == 1)
        or labels.keywords(line.text)
        or labels.run_in(line.text)
        or line.text[0] == "©"
        or labels.rubric.fullmatch(line.text)
        or labels.rubric.fullmatch(last)
        or is_notice(line.text)
        or labels.caption.match(line.text)
    ):
        return True
    if HYPHEN_END.search(last) and (line.text[0].islower() or line.text[0].isdigit()) and not line.bullet:
        return False
    if _starts_item(group, line, shape) or _is_front_line(group, line, gap, shape):
        return True
    if FINISHED.search(last) and _script(last) != _script(line.text) and (line.page_start or _is_long(line)):
        return True
    if line.page_start and FINISHED.search(last) and _is_item(group[0]):
        return True
    if is_capitals(last) or is_capitals(line.text):
        title = is_capitals(" ".join(each.text for each in group[:TITLE_LINES]))
        return not (title and goes_on_in_capitals(last) and goes_on_in_capitals(line.text))
    if FINISHED.search(last):
        return gap > 0 or _had_room(group[-1], line.text, shape, DOUBLE_ROOM if shape.double else ROOM)
    if gap > 0 and len(group) <= TITLE_LINES and SUBSECTION.match(group[0].text) and line.text[0].isupper():
        return True
    return _breaks_unfinished(group[-1], line, gap, shape)


def _goes_on(last: str, text: str) -> bool:
    """`… негізгі|әдістер.`: a small letter behind no end."""
    return text[0].islower() and not FINISHED.search(last)


def _breaks_unfinished(last: Line, line: Line, gap: int, shape: Shape) -> bool:
    """`last` ends inside a sentence, or is a heading or a line of an address."""
    if line.text[0].islower() or line.text[0] in "([,–—":
        return False
    short = len(last.text) < SHORT * shape.near(last)
    if gap > 0:
        return last.text[-1] not in ",-–—" and (short or _had_room(last, line.text, shape))
    return (short or _had_room(last, line.text, shape, MUCH_ROOM)) and last.text[-1] not in ",-–—(«"


def _heads(line: Line, last: Line, after: Line | None, shape: Shape) -> bool:
    """A heading with nothing over it but a full line: short, without an end, between two sentences."""
    if not after or FINISHED.search(line.text) or not FINISHED.search(last.text):
        return False
    short = len(line.text) < SHORT * shape.near(line) < len(after.text)
    return short and line.text[0].isupper() and after.text[0].isupper()


def _had_room(last: Line, text: str, shape: Shape, room: float = ROOM) -> bool:
    """Would the next word have fitted on the line before? Then the line was ended on purpose."""
    return len(last.text) + 1 + len(text.split(" ", 1)[0]) < room * shape.near(last)


def _starts_item(group: Sequence[Line], line: Line, shape: Shape) -> bool:
    """A list marker, and not a number that happens to begin a line of running text."""
    last = group[-1].text
    if line.bullet:
        return True
    if not MARKER.match(line.text):
        return False
    if _goes_on_with_dash(group, line, shape):
        return False
    number, before = NUMBER.match(line.text), NUMBER.match(group[0].text)
    if number and before and int(number[1]) == int(before[1]) + 1:
        return True
    same_sign = line.text[0] == group[0].text[0] and line.text[0] in DASHES
    return same_sign or bool(FINISHED.search(last)) or (last.endswith(",") and _is_item(group[0]))


def _goes_on_with_dash(group: Sequence[Line], line: Line, shape: Shape) -> bool:
    """`… 2021.|– 15–22 б.`: the line before was full, so its dash stands where the text happened to break."""
    listed = group[0].text[0] in DASHES or group[-1].text[-1] in ":;,"
    return line.text[0] in DASHES and not listed and not _had_room(group[-1], line.text, shape)


def _is_item(line: Line) -> bool:
    return line.bullet or MARKER.match(line.text) is not None


def _is_front_line(group: Sequence[Line], line: Line, gap: int, shape: Shape) -> bool:
    """A name on a line of its own; a name that ends a sentence (`… Vinberg and|M.S. Strogovich.`) is text."""
    last = group[-1].text
    if (is_author_line(last) or is_contact_line(last)) and len(group) == 1:
        return True
    if is_contact_line(line.text) and (is_contact_line(last) or len(last) < SHORT * shape.near(line)):
        return True
    if AFFILIATION.match(line.text) and AFFILIATION.match(group[0].text):
        return True
    return is_author_line(line.text) and (
        gap > 0 or len(last) < SHORT * shape.near(line) or bool(FINISHED.search(last))
    )


def _is_long(line: Line) -> bool:
    """Too long for a name or a term in another script; with a capital: a title or a text in another language."""
    return line.text[0].isupper() and len(line.text.split()) > OTHER_SCRIPT


def _script(text: str) -> bool:
    """Is the text in the Latin script?"""
    letters = [sign for sign in text if sign.isalpha()]
    return sum(sign.isascii() for sign in letters) > len(letters) / 2
