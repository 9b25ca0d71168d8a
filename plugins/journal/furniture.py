"""Running heads and page numbers: kept as data, then out of the text.

In: clean lines. Out: the lines that are text, the facts the running heads told, and the printed page numbers.
A lone number is a page number only beside a running head, or as one of a rising sequence at page breaks:
in a table flattened to one cell a line, lone numbers are cells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from .labels import Labels
from .records import Line, Page
from .report import Report

TIGHT = re.compile(r"(?<=\d)\s(?=\()")  # `4 (9)` and `4(9)` are one issue
PAGE_NUMBER = re.compile(r"(?:[-–—]\s*)?(\d{1,4})(?:\s*[-–—])?")


@dataclass(frozen=True, slots=True)
class Facts:
    """What running heads tell about the whole dump; None where they tell nothing or contradict one another."""

    journal: str | None = None
    issn: str | None = None
    year: int | None = None
    volume: str | None = None
    issue: str | None = None


@dataclass(frozen=True, slots=True)
class PageMark:
    """A printed page number at `line`; text breaks into a new page there."""

    line: int
    number: int


def remove_furniture(
    lines: Sequence[Line], name: str, labels: Labels, report: Report
) -> tuple[tuple[Line, ...], Facts, tuple[PageMark, ...]]:
    """Blank out running heads and page numbers; the line after them is marked as a page start."""
    heads = {i: match for i, line in enumerate(lines) if (match := _running_head(line.text, labels))}
    numbers = _page_numbers(lines, set(heads))
    for i in sorted(heads.keys() | numbers.keys()):
        why = "running head" if i in heads else "page number"
        report.add(name, lines[i].number, "drop", before=lines[i].text, why=why)
    kept = _blanked(lines, heads.keys() | numbers.keys())
    marks = tuple(PageMark(lines[i].number, number) for i, number in sorted(numbers.items()))
    return kept, _facts(heads.values()), marks


def page_at(line: int, marks: Sequence[PageMark], at_foot: bool | None) -> Page | None:
    """The page on which a line stands, None before any mark.

    Numbers at the foot name the page above them, numbers at the head the page below. Where the dump does not show
    which, or a number is missing in between, the page is estimated.
    """
    before = [mark for mark in marks if mark.line <= line]
    after = [mark for mark in marks if mark.line > line]
    if at_foot and after:
        exact = not before or after[0].number == before[-1].number + 1
        return Page(after[0].number, exact and (bool(before) or after[0].number == marks[0].number))
    if not before:
        return None
    exact = at_foot is False and (not after or after[0].number == before[-1].number + 1)
    return Page(before[-1].number + (1 if at_foot else 0), exact)


def numbers_at_foot(lines: Sequence[Line], marks: Sequence[PageMark]) -> bool | None:
    """True: page numbers stand under their page; False: over it; None: the dump does not show it."""
    text = [line.number for line in lines if line.text]
    if not marks or not text:
        return None
    if marks[-1].line > text[-1]:
        return True
    return False if marks[0].line < text[0] else None


def _running_head(text: str, labels: Labels) -> re.Match[str] | None:
    if not 8 < len(text) < 140:
        return None
    return next((match for pattern in labels.running_heads if (match := pattern.fullmatch(text))), None)


def _page_numbers(lines: Sequence[Line], heads: set[int]) -> dict[int, int]:
    """Index of each page-number line -> the number."""
    candidates = {i: int(match[1]) for i, line in enumerate(lines) if (match := PAGE_NUMBER.fullmatch(line.text))}
    beside = {i: n for i, n in candidates.items() if heads & {_next_text(lines, i, 1), _next_text(lines, i, -1)}}
    at_breaks = {i: n for i, n in candidates.items() if _at_page_break(lines, i)}
    return beside | _rising(at_breaks | beside)


def _next_text(lines: Sequence[Line], i: int, step: int) -> int:
    """Index of the nearest line with text, after (1) or before (-1) `i`; -1 where there is none."""
    i += step
    while 0 <= i < len(lines) and not lines[i].text:
        i += step
    return i if 0 <= i < len(lines) else -1


def _at_page_break(lines: Sequence[Line], i: int) -> bool:
    after = _next_text(lines, i, 1)
    alone = i > 0 and not lines[i - 1].text
    return (alone and (after < 0 or lines[after].page_start)) or (lines[i].page_start and alone)


def _rising(numbers: dict[int, int]) -> dict[int, int]:
    """The numbers that follow one another by one, when there are at least three in a row."""
    items = sorted(numbers.items())
    near = Counter(number - rank for rank, (_, number) in enumerate(items))
    good = {offset for offset, count in near.items() if count >= 3}
    return {i: number for rank, (i, number) in enumerate(items) if number - rank in good}


def _blanked(lines: Sequence[Line], gone: Collection[int]) -> tuple[Line, ...]:
    kept: list[Line] = []
    fresh = False
    for i, line in enumerate(lines):
        if i in gone:
            kept.append(Line(line.number, ""))
            fresh = True
        elif line.text and fresh:
            kept.append(Line(line.number, line.text, True, line.bullet))
            fresh = False
        else:
            kept.append(line)
    return tuple(kept)


def _facts(heads: Iterable[re.Match[str]]) -> Facts:
    """What all heads that say something agree on."""
    found: dict[str, Counter[str]] = {}
    for match in heads:
        for key, value in match.groupdict().items():
            if value:
                found.setdefault(key, Counter())[TIGHT.sub("", " ".join(value.split())).strip(" ,.")] += 1
    agreed = {key: counts.most_common(1)[0][0] for key, counts in found.items()}
    for key in ("year", "issue", "volume"):
        if len(found.get(key, ())) > 1:
            agreed.pop(key)
    return Facts(
        agreed.get("journal"),
        agreed.get("issn"),
        int(agreed["year"]) if "year" in agreed else None,
        agreed.get("volume"),
        agreed.get("issue"),
    )
