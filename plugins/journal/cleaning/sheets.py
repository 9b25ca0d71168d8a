"""The pages of a PDF: what stands at their heads and feet again and again, and their numbers.

Since the PDF says where each page begins and ends, a number printed on it is that of all its lines; and a page
without one, between two whose numbers leave room for just the pages that lie between them, has its number too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from journal.reading.received import Sheet
from journal.records import Line, PageMark
from journal.signs.labels import Labels

EDGE = 3  # lines at the head of a page, and at its foot, that may be furniture
NEAR = 2  # pages: a running head comes again on the next page or, left and right being different, on the one after
LEAST = 6  # letters of a running head; shorter ones may be words of a table
PAGE_NUMBER = re.compile(r"(?:[-–—|]\s*)?(\d{1,4})(?:\s*[-–—|])?")
IN_HEAD = re.compile(r"^(?P<first>\d{1,4})\s+(?=\D)|(?<=\D)\s(?P<last>\d{1,4})$")  # a page number in its line
DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Furniture:
    """By the index of its line: `heads`, running heads without page numbers; `numbers`, lines that are one.

    `marks` has a page for each sheet that has any.
    """

    heads: Mapping[int, str] = field(default_factory=dict)
    numbers: Mapping[int, int] = field(default_factory=dict)
    marks: tuple[PageMark, ...] = ()


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line at the head (`side` 1) or the foot (-1) of the sheet number `sheet`; `index` is that of the line.

    `alone`: the first or last line of its sheet, with a blank one between it and the text.
    """

    sheet: int
    side: int
    index: int
    text: str
    alone: bool


def sheet_furniture(
    lines: Sequence[Line], sheets: Sequence[Sheet], known: Collection[int], labels: Labels
) -> Furniture:
    """The furniture of a PDF; `known` are the indexes of lines that are running heads by their words."""
    edges = list(_edges(lines, sheets))
    heads = {edge.index: IN_HEAD.sub("", edge.text).strip() for edge in _heads(edges, known, labels)}
    found = _numbers(edges, heads)
    marks = (PageMark(sheet.first, *page) for sheet, page in zip(sheets, _pages(found, sheets), strict=True) if page)
    alone = {edge.index: number for edge, number in found if edge.index not in heads}
    return Furniture(heads, alone, tuple(marks))


def _edges(lines: Sequence[Line], sheets: Sequence[Sheet]) -> Iterator[_Edge]:
    """The first and the last lines with text of every sheet."""
    bounds = [sheet.first - 1 for sheet in sheets] + [len(lines)]
    for number, (first, end) in enumerate(pairwise(bounds)):
        filled = [i for i in range(first, end) if lines[i].text]
        for side, part in ((1, filled[:EDGE]), (-1, filled[EDGE:][-EDGE:])):
            for i in part:
                outermost, inner = i in (filled[0], filled[-1]), i + side
                alone = outermost and first <= inner < end and not lines[inner].text
                yield _Edge(number, side, i, lines[i].text, alone)


def _heads(edges: Sequence[_Edge], known: Collection[int], labels: Labels) -> Iterator[_Edge]:
    """From the edge of each page inwards, up to the first line of its text."""
    where: dict[tuple[int, str], set[int]] = {}
    for edge in edges:
        where.setdefault((edge.side, _pattern(edge.text)), set()).add(edge.sheet)
    inside: set[tuple[int, int]] = set()  # (sheet, side) where the text has begun
    for edge in sorted(edges, key=lambda edge: edge.side * edge.index):
        if (edge.sheet, edge.side) in inside or PAGE_NUMBER.fullmatch(edge.text):
            continue
        if edge.index in known or _comes_again(edge, where[edge.side, _pattern(edge.text)], labels):
            yield edge
        else:
            inside.add((edge.sheet, edge.side))


def _comes_again(edge: _Edge, sheets: Collection[int], labels: Labels) -> bool:
    """Does a line stand on a near page, at the same side and with nothing but other numbers?"""
    near = any(0 < abs(sheet - edge.sheet) <= NEAR for sheet in sheets)
    return near and sum(map(str.isalpha, edge.text)) >= LEAST and not labels.of(edge.text)


def _pattern(text: str) -> str:
    return " ".join(DIGITS.sub("", text.casefold()).split())


def _numbers(edges: Sequence[_Edge], heads: Collection[int]) -> list[tuple[_Edge, int]]:
    """The page number of each sheet that prints one.

    Numbers that rise with the sheets agree on how many pages came before the PDF's first one. What they agree on
    most is the page; where none agree, a number is one only by itself, on a page that has a running head.
    """
    offered = [(edge, number) for edge in edges for number in _offered(edge, edge.index in heads)]
    agree = Counter(shift for shift, _ in {(number - edge.sheet, edge.sheet) for edge, number in offered})
    headed = {edge.sheet for edge in edges if edge.index in heads}
    none_agree = max(agree.values(), default=0) < 2
    best: dict[int, tuple[_Edge, int]] = {}
    for edge, number in sorted(offered, key=lambda each: -agree[each[1] - each[0].sheet]):
        beside = none_agree and edge.alone and edge.sheet in headed and edge.index not in heads
        if agree[number - edge.sheet] > 1 or beside:
            best.setdefault(edge.sheet, (edge, number))
    return [best[sheet] for sheet in sorted(best)]


def _offered(edge: _Edge, head: bool) -> Iterator[int]:
    """The numbers of a line that may be its page's."""
    alone = PAGE_NUMBER.fullmatch(edge.text)
    if alone:
        yield int(alone[1])
    elif head:
        yield from (int(match["first"] or match["last"]) for match in IN_HEAD.finditer(edge.text))


def _pages(found: Sequence[tuple[_Edge, int]], sheets: Sequence[Sheet]) -> list[tuple[int, bool] | None]:
    """(page, is it sure) of each sheet: printed, or between two printed ones that fit; else counted or labelled."""
    if not found:
        return [_labelled(sheet, i) for i, sheet in enumerate(sheets)]
    numbers = {edge.sheet: number for edge, number in found}
    pages: list[tuple[int, bool] | None] = []
    for i in range(len(sheets)):
        before = max((sheet for sheet in numbers if sheet <= i), default=None)
        after = min((sheet for sheet in numbers if sheet >= i), default=None)
        shifts = {numbers[sheet] - sheet for sheet in (before, after) if sheet is not None}
        nearest = before if before is not None else after
        page = numbers[nearest] - nearest + i if nearest is not None else 0
        pages.append((page, len(shifts) == 1 and before is not None and after is not None) if page > 0 else None)
    return pages


def _labelled(sheet: Sheet, i: int) -> tuple[int, bool] | None:
    """No printed number anywhere: the PDF's label, or the how manieth page it is; neither is printed, so not sure."""
    if sheet.label:
        return (int(sheet.label), False) if sheet.label.isdecimal() else None
    return i + 1, False
