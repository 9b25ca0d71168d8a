"""On which page of the journal a line stands, by the page numbers that the dump printed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from journal.records import Line, Page, PageMark


def page_at(line: int, marks: Sequence[PageMark], at_foot: bool | None) -> Page | None:
    """The page on which a line stands, None before any mark.

    Numbers at the foot name the page above them, numbers at the head the page below. Where the dump does not show
    which, or a number is missing in between, the page is estimated. The pages of a PDF begin where their marks say.
    """
    place = bisect_right(marks, line, key=lambda mark: mark.line)
    before = marks[place - 1] if place else None
    after = marks[place] if place < len(marks) else None
    if before and before.exact is not None:
        return Page(before.number, before.exact)
    adjoining = not before or not after or after.number == before.number + 1
    if at_foot and after:
        return Page(after.number, adjoining) if after.number else None
    if not before or not before.number:
        return None
    return Page(before.number + (1 if at_foot else 0), at_foot is False and adjoining)


def numbers_at_foot(lines: Sequence[Line], marks: Sequence[PageMark]) -> bool | None:
    """True: page numbers stand under their page; False: over it; None: the dump does not show it."""
    text = [line.number for line in lines if line.text]
    if not marks or not text:
        return None
    if marks[-1].line > text[-1]:
        return True
    return False if marks[0].line < text[0] else None
