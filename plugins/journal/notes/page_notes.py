"""Footnotes at the foot of a printed page, which would cut the paragraph that goes on over the page in two.

In: lines without running heads and page numbers. A note is taken out of them only with all of this evidence: it begins
with a raised or small number, or stars; nothing but notes stands below it on its page; the text above it has its mark;
its number is the next one, or the page's first. Whatever lacks one of these stays where it is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from journal.records import Line, Note
from journal.signs.labels import Labels
from journal.signs.shapes import FINISHED, is_author_line, is_capitals

from .note_marks import Mark, blanked, marks_in, raised
from .note_starts import Start, chains

NUMBER = re.compile(r"[\d\s–—-]{1,10}")
RULE = re.compile(r"[_—–-]{4,}")  # what some dumps have over the notes
TRIED = 12  # runs of notes of a page, most promising first
MOST = 0.7  # of a page's lines may be notes, unless each is one line
BETWEEN = 3  # lines of text at least between a starred author and the note: nearer ones are a title page's
Places = Mapping[str, Sequence[tuple[int, Mark]]]  # marker -> (index of its line, mark), in order


@dataclass(frozen=True, slots=True)
class _Found:
    """A note on the lines from its start to before `end`, and its mark on the line at `line`."""

    start: Start
    end: int
    line: int
    mark: Mark


def page_notes(lines: Sequence[Line], labels: Labels) -> tuple[tuple[Line, ...], list[Note], list[Line]]:
    """The lines without the notes, marks raised; the notes in order; the lines that only ruled them off."""
    changed, found, rules = list(lines), list[_Found](), list[int]()
    last = 0
    for page in _pages(lines):
        own = _notes_of(lines, page, last, labels)
        last = max((each.start.value[1] for each in own if each.start.value[0] == "n"), default=last)
        for each in reversed(own):  # from the end: a mark that changes its length moves none before it
            changed[each.line] = _with_mark(changed[each.line], each)
        rules += _rule_over(lines, page, own)
        found += own
    gone = {i for each in found for i in range(each.start.index, each.end)} | set(rules)
    return tuple(blanked(changed, gone)), [_note(lines, each) for each in found], [lines[i] for i in rules]


def _pages(lines: Sequence[Line]) -> Iterator[range]:
    """The lines of each page, without a number that nobody knew for a page's under them."""
    starts = [0, *(i for i, line in enumerate(lines) if i and line.page_start), len(lines)]
    for first, end in pairwise(starts):
        bottom = (i for i in range(end - 1, first, -1) if lines[i].text)
        last = next((i for i in bottom if not NUMBER.fullmatch(lines[i].text)), first)
        yield range(first, last + 1)


def _notes_of(lines: Sequence[Line], page: range, last: int, labels: Labels) -> list[_Found]:
    """The notes of one page, `last` being the number of the last one before it."""
    runs = chains(lines, page, last)[:TRIED]
    if page.start == 0 and not any(line.page_start for line in lines[page.stop :]):
        # no page in the whole dump: only raised numbers are evidence enough
        runs = [run for run in runs if all(start.raised for start in run)]
    marks = _marks_of(lines, page) if runs else {}
    tried = (_marked(lines, page, run, marks) for run in runs if _is_foot(lines, page, run, labels))
    return next(filter(None, tried), [])


def _is_foot(lines: Sequence[Line], page: range, run: Sequence[Start], labels: Labels) -> bool:
    """Does nothing but the notes stand from the first one to the end of the page, and text above them?"""
    heads = {start.index for start in run}
    below = sum(bool(lines[i].text) for i in range(run[0].index, page.stop))
    if below > len(run) and below > MOST * sum(bool(lines[i].text) for i in page):
        return False
    before, blank = "", False
    for i in range(run[0].index, page.stop):
        text = lines[i].text
        if i in heads and (labels.heading(text) or is_capitals(text)):
            return False  # `1 INTRODUCTION`
        if i not in heads and text:
            resumed = blank and FINISHED.search(before) and text[0].isupper()
            labelled = labels.heading(text) or labels.keywords(text) or labels.caption.match(text)
            if resumed or labelled or lines[i].bullet:
                return False
        before, blank = text or before, not text
    return True


def _marks_of(lines: Sequence[Line], page: range) -> Places:
    places: dict[str, list[tuple[int, Mark]]] = {}
    for i in page:
        for mark in marks_in(lines[i].text):
            places.setdefault(mark.marker, []).append((i, mark))
    return places


def _marked(lines: Sequence[Line], page: range, run: Sequence[Start], marks: Places) -> list[_Found]:
    """The notes of a run with their marks, which stand above all of them in their order; none where one is missing."""
    found: list[_Found] = []
    line = offset = 0
    for start, end in zip(run, [*(start.index for start in run[1:]), page.stop], strict=True):
        own = marks.get(start.marker, ())
        later = islice(own, bisect_left(own, (line, offset), key=lambda place: (place[0], place[1].start)), None)
        above = [place for place in later if place[0] < run[0].index]
        best = next((place for place in above if place[1].raised), above[0] if above else None)
        if not best or not _is_of_text(lines, best[0], run[0]):
            return []
        found.append(_Found(start, end, *best))
        line, offset = best[0], best[1].end
    return found


def _is_of_text(lines: Sequence[Line], line: int, first: Start) -> bool:
    """A number beside an author leads to an affiliation; a star may lead to a note where text stands between."""
    if not is_author_line(lines[line].text):
        return True
    between = sum(bool(each.text) for each in lines[line + 1 : first.index])
    return first.value[0] == "*" and between >= BETWEEN


def _rule_over(lines: Sequence[Line], page: range, found: Sequence[_Found]) -> list[int]:
    above = range(found[0].start.index - 1, page.start, -1) if found else ()
    nearest = next((i for i in above if lines[i].text), None)
    return [nearest] if nearest is not None and RULE.fullmatch(lines[nearest].text) else []


def _with_mark(line: Line, found: _Found) -> Line:
    text, mark = line.text, found.mark
    return replace(line, text=text[: mark.start] + raised(found.start.marker) + text[mark.end :])


def _note(lines: Sequence[Line], found: _Found) -> Note:
    own = [line for line in lines[found.start.index : found.end] if line.text]
    head = replace(own[0], text=own[0].text[found.start.length :].lstrip())
    return Note(found.start.marker, (head, *own[1:]), lines[found.line].number)
