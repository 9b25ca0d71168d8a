"""Printed tables of contents among the lines of a plain text: `Title ........ 12`, or `Title 12` under their heading.

Dots that lead to numbers show one anywhere; without them only the heading does, and the numbers must rise. It ends
where the text begins: at the first title that it has named, or where no further entry follows within a few lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from journal.records import Line
from journal.signs.labels import Labels, folded
from journal.signs.outline import bare_part
from journal.signs.shapes import FINISHED

LONGEST = 400  # characters of an entry
LEAST = 3  # entries
APART = 3  # lines of one entry that have no page number
PLAIN_APART = 2  # the same where no dots lead to it
FARTHEST = 200  # pages from one entry to the next
SENTENCE = 40  # characters; a shorter line that ends in a full stop may be `ГЛАВА 1.`
OWN = 0.5  # of the longest title: a shorter line without a page is a rubric, no beginning of the next entry
LEADERS = ". …_"
PAGE_END = re.compile(r"(?:\d{1,4}|[ivxl]{1,6})$")
WIDEST = 6  # letters or digits of a page number
SKIPPED = 40  # lines without a word, or page numbers, between two entries
PAGE = re.compile(r"[–—-]?\s?(?:\d{1,4}|[ivxl]{1,6})\s?[–—-]?")
PARTS = re.compile(r"\s*[–—/|]\s*|\s-\s")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a line says that ends an entry; `leaders`: dots lead to the page."""

    title: str
    leaders: bool
    page: str


@dataclass
class _Run:
    """What has been read of a table of contents."""

    leaders: bool
    entries: int = 0
    page: int = 0
    pending: list[str] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)


def heads_contents(text: str, labels: Labels) -> bool:
    """Is it the heading of a table of contents, in one language or in all (`МАЗМҰНЫ – СОДЕРЖАНИЕ`)?"""
    found = [labels.of(part) for part in PARTS.split(text)] if len(text) < LONGEST else []
    return bool(found) and all(label is not None and label.role == "contents" for label in found)


def entry(text: str) -> Entry | None:
    """The entry that the line ends, read from its end: lines of nothing but dots take no time."""
    page = PAGE_END.search(text[-WIDEST:]) if len(text) <= LONGEST else None
    head = text[: len(text) - len(page[0])] if page else ""
    title = head.rstrip(LEADERS)
    between = head[len(title) :]
    leaders = between.count(".") + 2 * between.count("…") + between.count("_") > 2
    if not page or not title or not (leaders or between.endswith(" ")) or bare_part(text):
        return None
    return Entry(title if leaders else head.strip(), leaders, page[0])


def contents_runs(lines: Sequence[Line], labels: Labels) -> Iterator[tuple[bool, list[Line]]]:
    """Tables of contents (without their blank lines) and what lies between them, in order."""
    between: list[Line] = []
    at = 0
    while at < len(lines):
        end = _end(lines, at, labels)
        if end == at:
            between.append(lines[at])
            at += 1
            continue
        yield False, between
        yield True, [line for line in lines[at:end] if line.text]
        between, at = [], end
    yield False, between


def _end(lines: Sequence[Line], start: int, labels: Labels) -> int:
    """Where the table of contents that begins at `start` ends; `start` where none does."""
    text = lines[start].text
    headed = bool(text) and heads_contents(text, labels)
    first = entry(text) if text and not headed else None
    if not headed and not (first and first.leaders):
        return start
    begin = start + headed
    ends = (_read(lines, begin, leaders, labels) for leaders in ((True, False) if headed else (True,)))
    return next((end for end in ends if end > begin), start)


def _read(lines: Sequence[Line], begin: int, leaders: bool, labels: Labels) -> int:
    """Index behind the last entry; `begin` where there are too few. Headings in further languages may stand first."""
    run, end = _Run(leaders), begin
    for i in range(begin, len(lines)):
        text = lines[i].text
        if i - end > SKIPPED:
            break
        if not text or PAGE.fullmatch(text) or (not run.entries and heads_contents(text, labels)):
            continue
        if folded(text) in run.titles:
            break
        if _takes(run, text):
            end = i + 1
        elif not _waits(run, text):
            break
    return end if run.entries >= LEAST else begin


def _takes(run: _Run, text: str) -> bool:
    """Does the line end an entry?"""
    found = entry(text)
    if not found or found.leaders < run.leaders:
        return False
    page = int(found.page) if found.page.isdigit() else 0
    if not run.page <= page <= run.page + FARTHEST:
        return False
    run.titles |= {folded(found.title), folded(" ".join([*run.pending, found.title]))}
    run.entries, run.page, run.pending = run.entries + 1, page, []
    return True


def _waits(run: _Run, text: str) -> bool:
    """May the line be the beginning of an entry, or a rubric?"""
    run.pending.append(text)
    sentence = FINISHED.search(text) and len(text) > SENTENCE
    return not sentence and len(run.pending) <= (APART if run.leaders else PLAIN_APART)


def rows_of(lines: Sequence[Line], labels: Labels) -> Iterator[tuple[list[Line], str]]:
    """(lines of a title, its page or "") for each entry; dots are left out."""
    longest = max((len(line.text) for line in lines), default=0)
    title: list[Line] = []
    for line in lines:
        found = entry(line.text)
        if title and (PAGE.fullmatch(line.text) or _is_rubric(title[-1].text, line.text, longest)):
            yield title, ""
            title = []
        title.append(replace(line, text=found.title) if found else line)
        if found or PAGE.fullmatch(line.text) or heads_contents(line.text, labels):
            yield title, found.page if found else ""
            title = []
    if title:
        yield title, ""


def _is_rubric(text: str, following: str, longest: int) -> bool:
    """A short line without a page, over one that begins anew."""
    opens = following[0].isupper() or following[0].isdigit()
    return opens and not text.isupper() and len(text) < OWN * longest
