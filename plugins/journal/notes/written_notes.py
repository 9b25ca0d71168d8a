"""Footnotes as Markdown writes them: `word[^1]` in the text, `[^1]: the note` on lines of its own, wherever they stand.

This is also the form in which formats that know their footnotes (`.docx`, `.html`) hand them on. A note that nothing
marks, and a mark without its note, stay in the text as they are.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from journal.records import Line, Note

from .note_marks import blanked, raised

LABEL = r"\[\^([^\[\]\s^]{1,40})\]"
NOTE = re.compile(rf"{LABEL}:\s*(?=\S)")
MARK = re.compile(rf"(?<!^){LABEL}|^{LABEL}(?!:)")
Place = tuple[int, str]  # index of a line, label


def written_notes(lines: Sequence[Line]) -> tuple[tuple[Line, ...], list[Note]]:
    """The lines without the notes, marks raised, and the notes in the order of their marks."""
    bodies = dict(_bodies(lines))
    if not bodies:
        return tuple(lines), []
    inside = {i for body in bodies.values() for i in body}
    marks = [(i, label) for i, line in enumerate(lines) if i not in inside for label in _labels(line.text)]
    of, first = _paired(marks, list(bodies))
    markers = _markers(label for _, label in first)
    notes = [_note(lines, bodies[note], markers[note[1]], lines[i].number) for note, i in first.items()]
    return tuple(_lines(lines, bodies, of, markers)), notes


def _bodies(lines: Sequence[Line]) -> Iterator[tuple[Place, range]]:
    """(where a note begins and its label, all its lines)."""
    starts = [(i, match[1]) for i, line in enumerate(lines) if (match := NOTE.match(line.text))]
    ends = [*(i for i, _ in starts), len(lines)][1:]
    for (i, label), following in zip(starts, ends, strict=True):
        end = next((k for k in range(i + 1, following) if not lines[k].text or lines[k].page_start), following)
        yield (i, label), range(i, end)


def _labels(text: str) -> Iterator[str]:
    return (match[1] or match[2] for match in MARK.finditer(text))


def _paired(marks: Sequence[Place], notes: Sequence[Place]) -> tuple[dict[Place, Place], dict[Place, int]]:
    """(mark -> its note, note -> line of its first mark): the next note of that label, or the last one."""
    by_label: dict[str, list[int]] = {}
    for i, label in notes:
        by_label.setdefault(label, []).append(i)
    of: dict[Place, Place] = {}
    first: dict[Place, int] = {}
    for i, label in marks:
        places = by_label.get(label)
        if places:
            note = (places[min(bisect_left(places, i), len(places) - 1)], label)
            of[i, label] = note
            first.setdefault(note, i)
    return of, first


def _markers(labels: Iterator[str]) -> dict[str, str]:
    """Numbers and stars as they are; words become the next numbers, in the order of their marks."""
    wanted = list(dict.fromkeys(labels))
    plain = {label: label for label in wanted if re.fullmatch(r"\d{1,4}|\*{1,3}", label)}
    highest = max((int(label) for label in plain if label.isdigit()), default=0)
    words = (label for label in wanted if label not in plain)
    return plain | {label: str(number) for number, label in enumerate(words, highest + 1)}


def _note(lines: Sequence[Line], body: range, marker: str, mark: int) -> Note:
    first = lines[body[0]]
    head = replace(first, text=NOTE.sub("", first.text, count=1))
    return Note(marker, (head, *(lines[i] for i in body[1:])), mark)


def _lines(
    lines: Sequence[Line], bodies: Mapping[Place, range], of: Mapping[Place, Place], markers: Mapping[str, str]
) -> Iterator[Line]:
    marked = set(of.values())
    gone = {i for note, body in bodies.items() if note in marked for i in body}
    for i, line in enumerate(blanked(lines, gone)):
        known = {label: raised(markers[label]) for label in _labels(line.text) if (i, label) in of}
        yield replace(line, text=_with_marks(line.text, known)) if known else line


def _with_marks(text: str, known: Mapping[str, str]) -> str:
    return MARK.sub(lambda mark: known.get(mark[1] or mark[2], mark[0]), text)
