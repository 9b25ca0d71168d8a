"""Running heads and page numbers: kept as data, then out of the text.

In: clean lines. Out: the lines that are text, the facts the running heads told, and the printed page numbers.
A lone number is a page number only beside a running head, or as one of a rising sequence at page breaks:
in a table flattened to one cell a line, lone numbers are cells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from .labels import Labels
from .records import Facts, Line, PageMark
from .report import Report

TIGHT = re.compile(r"(?<=\d)\s(?=\()")  # `4 (9)` and `4(9)` are one issue
PAGE_NUMBER = re.compile(r"(?:[-–—]\s*)?(\d{1,4})(?:\s*[-–—])?")


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
