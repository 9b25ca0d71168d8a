"""Running heads and page numbers: kept as data, then out of the text.

In: clean lines. Out: the lines that are text, the facts the running heads told, and the printed page numbers.
Where they are, `page_furniture` finds; for a PDF, whose pages are known, `sheets`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from journal.reading.received import Sheet
from journal.records import Facts, Line, PageMark
from journal.report import Report
from journal.signs.labels import Labels

from .issue_lines import is_periodical, is_serial, read_issue_line
from .page_edges import MARKS, filled
from .page_furniture import page_furniture
from .sheets import sheet_furniture

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def remove_furniture(
    lines: Sequence[Line], name: str, labels: Labels, report: Report, sheets: Sequence[Sheet] = ()
) -> tuple[tuple[Line, ...], Facts, tuple[PageMark, ...]]:
    """Blank out running heads and page numbers; the line after them is marked as a page start.

    `sheets` are the pages of a PDF: then the furniture is looked for at their edges, and they have the marks.
    """
    heads, numbers, marks, told = _of_sheets(lines, sheets, labels) if sheets else _of_lines(lines, labels)
    gone = heads | numbers
    for i in sorted(gone):
        report.add(name, lines[i].number, "drop", lines[i].text, why="page number" if i in numbers else "running head")
    return _blanked(lines, gone), _facts(told), marks


Furniture = tuple[set[int], set[int], tuple[PageMark, ...], list[str]]
"""The indexes of running heads and of page numbers; the marks; lines that tell of the issue."""


def _of_lines(lines: Sequence[Line], labels: Labels) -> Furniture:
    text = filled(lines)
    found = page_furniture(text, labels)
    marks = tuple(PageMark(lines[text.at[rank]].number, number) for rank, number in sorted(found.marks.items()))
    told = [text.text(rank) for rank in sorted(found.heads | found.told)]
    return {text.at[rank] for rank in found.heads}, {text.at[rank] for rank in found.numbers}, marks, told


def _of_sheets(lines: Sequence[Line], sheets: Sequence[Sheet], labels: Labels) -> Furniture:
    known = {i for i, line in enumerate(lines) if (issue := read_issue_line(MARKS.sub("", line.text))) and issue.sure}
    found = sheet_furniture(lines, sheets, known, labels)
    return set(found.heads), set(found.numbers), found.marks, list(found.heads.values())


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


def _facts(heads: Iterable[str]) -> Facts:
    """What all heads that say something agree on."""
    found: dict[str, Counter[str]] = {}
    for text in heads:
        issue = read_issue_line(text)
        said = issue.facts if issue else _named(text)
        for key, value in said.items():
            found.setdefault(key, Counter())[value] += 1
    agreed = {key: counts.most_common(1)[0][0] for key, counts in found.items()}
    for key in ("year", "issue", "volume"):
        if key in found and len(values := _fullest(found[key])) > 1:
            agreed.pop(key)
        elif key in found:
            agreed[key] = values[0]
    return Facts(
        agreed.get("journal"),
        agreed.get("issn"),
        int(agreed["year"]) if "year" in agreed else None,
        agreed.get("volume"),
        agreed.get("issue"),
    )


def _named(head: str) -> dict[str, str]:
    """A head that is the name of a journal, or of a conference with its year."""
    years = YEAR.findall(head)
    if not is_serial(head) or len(years) > 1:
        return {}
    if years or any(map(str.isdigit, head)) or head[0].islower() or not is_periodical(head):
        return {"year": years[0]} if years else {}
    return {"journal": head}


def _fullest(values: Iterable[str]) -> list[str]:
    """Without those that another one says more fully: `2` beside `2(14)`."""
    known = list(values)
    return [value for value in known if not any(other.startswith(f"{value}(") for other in known)]
