"""The text around the doubtful places, and no private data in the report.

In: the entries of one dump and its lines. Out: the same entries in their order; what asks for the editor's eye has the
place's line with its neighbours, so that the report can be read without the dump. Everything shown is masked.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache

from journal.cleaning.fixes import unguarded
from journal.paragraphs.hyphens import NO_EVIDENCE
from journal.records import Line
from journal.report import Entry
from journal.signs.private import masked

LINE, NEIGHBOUR = 110, 44  # characters: with the two line ends at most 200
ROOM = 12  # characters; less beside a place says nothing
LONGEST = 20_000  # characters of a line in which a place is looked for
BLOCK = 300  # characters of a place of several lines
DOUBTED = {NO_EVIDENCE}  # decisions that the report gives for a guess
PRIVATE = "private data"  # in the words of what tells of it (account.py)


def with_context(entries: Sequence[Entry], lines: Sequence[Line]) -> list[Entry]:
    """The entries of one dump with `around` where they are doubts; whatever looks private is masked in each."""
    texts = {line.number: unguarded(line.text[:LONGEST]) for line in lines if line.text}
    private = _private_lines(entries)
    shown = cache(lambda number: masked(texts[number], number in private))
    numbers = sorted(texts)
    return [_shown(entry, shown, numbers, entry.line in private) for entry in entries]


def is_doubt(entry: Entry) -> bool:
    """Does it ask for the editor's eye?"""
    return entry.kind == "warning" or entry.why in DOUBTED


def marked(entry: Entry) -> tuple[str, str, str, str, str, str]:
    """The text around a doubt, in six parts, any of them "".

    They are: the line above, the line before the place, the place (of several lines: their text), the line after it,
    what of the place stands on the next line, and the rest of that line.
    """
    above, line, below = (entry.around or "\n\n").split("\n")
    if entry.last and entry.last > entry.line:
        return above, "", _start(entry.before, BLOCK), "", "", below
    place, rest = _place(entry.before, line), entry.before.partition("|")[2]
    head, _, tail = line.partition(place) if place else ("", "", "")
    goes_on = rest if rest and below.startswith(rest) else ""
    return above, head, place, tail, goes_on, below.removeprefix(goes_on)


def _private_lines(entries: Iterable[Entry]) -> set[int]:
    """All lines of the blocks in which private data was found."""
    entries = tuple(entries)
    found = {entry.line for entry in entries if PRIVATE in entry.why}
    blocks = [entry for entry in entries if entry.kind == "language" and entry.line in found]
    return {number for block in blocks for number in range(block.line, (block.last or block.line) + 1)}


def _shown(entry: Entry, line_of: Callable[[int], str], numbers: Sequence[int], beside: bool) -> Entry:
    """`numbers` are those of the lines with text, which `line_of` gives masked; `beside` private data numbers go."""
    entry = replace(entry, before=masked(entry.before, beside), after=masked(entry.after, beside))
    first, after = bisect_left(numbers, entry.line), bisect_right(numbers, entry.last or entry.line)
    if not is_doubt(entry) or PRIVATE in entry.why or numbers[first : first + 1] != [entry.line]:
        return entry
    places = (first - 1, first, after)
    above, line, below = (line_of(numbers[at]) if 0 <= at < len(numbers) else "" for at in places)
    line = _window(line, _place(entry.before, line))
    return replace(entry, around=f"{_end(above, NEIGHBOUR)}\n{line}\n{_start(below, NEIGHBOUR)}")


def _place(before: str, line: str) -> str:
    """What of `line` is the doubtful place: the words that the entry names, else all of it."""
    words = before.split("|", 1)[0]
    return words if words and words in line else line


def _window(line: str, place: str) -> str:
    """At most `LINE` characters of `line`, the place in their middle."""
    if len(line) <= LINE:
        return line
    first, room = line.find(place), (LINE - len(place)) // 2
    end = first + len(place)
    if room < ROOM:
        return _start(place, LINE)
    if first <= room:
        return _start(line, LINE)
    if end >= len(line) - room:
        return _end(line, LINE)
    return _end(line[:end], room + len(place)) + _start(line[end:], room)


def _start(text: str, size: int) -> str:
    return text if len(text) <= size else text[: size - 1].rsplit(" ", 1)[0].rstrip(" .,;:…") + "…"


def _end(text: str, size: int) -> str:
    return text if len(text) <= size else "…" + text[1 - size :].split(" ", 1)[-1]
