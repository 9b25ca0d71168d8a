"""Which lines of a page may begin footnotes, and which of them follow one another: 1, 2, 3; `*`, `**`, 1, 2."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from journal.records import Line

from .note_marks import DIGITS, PLAIN

START = re.compile(
    rf"(?P<raised>[{DIGITS}]{{1,3}})\s?(?=\S)|(?P<star>\*{{1,3}})\s?(?=[^\W\d_]|[«\"“„(])"
    r"|\[\^(?P<written>\d{1,3})\]:?\s?(?=\S)|(?P<plain>[1-9]\d{0,2})\s?(?=[^\W\d_]|[«\"“„])"
)
ADDRESS = re.compile(r"https?:|www\.")
FOOT = 150  # lines of a page in which its notes begin
Value = tuple[str, int]  # ("n", 3) for the third note, ("*", 2) for two stars


@dataclass(frozen=True, slots=True)
class Start:
    """The line at `index` that may begin a note; `length` counts the characters of its number."""

    index: int
    value: Value
    length: int
    raised: bool

    @property
    def marker(self) -> str:
        kind, number = self.value
        return "*" * number if kind == "*" else str(number)


def chains(lines: Sequence[Line], page: range, last: int) -> list[list[Start]]:
    """All runs of starts on a page whose numbers follow one another, longest first, of equal ones the lowest first.

    A run begins with 1, a star or the number after `last`, the last one of the pages before; with a raised number it
    may also leave some out.
    """
    starts = list(_starts(lines, page))
    by_value: dict[Value, list[int]] = {}
    for place, start in enumerate(starts):
        by_value.setdefault(start.value, []).append(place)
    firsts = {("n", 1), ("n", last + 1), ("*", 1)}
    found = []
    for place, start in enumerate(starts):
        if start.value in firsts or (start.raised and start.value > ("n", last)):
            chain = [place]
            while (following := _following(by_value, chain[-1], starts[chain[-1]].value, last)) is not None:
                chain.append(following)
            found.append([starts[i] for i in chain])
    return sorted(found, key=lambda chain: (-len(chain), -chain[0].index))


def _starts(lines: Sequence[Line], page: range) -> Iterator[Start]:
    for i in page[-FOOT:]:
        text = lines[i].text
        match = START.match(text)
        if not match or lines[i].bullet:
            continue
        rest = text[match.end() :]
        if match["plain"] and not (rest[0].isupper() or rest[0] in '«"“„' or ADDRESS.match(rest)):
            continue  # `15 млн`: the number goes on with its noun
        if match["star"]:
            yield Start(i, ("*", len(match["star"])), match.end(), raised=True)
        else:
            number = match["written"] or match["plain"] or match["raised"].translate(PLAIN)
            yield Start(i, ("n", int(number)), match.end(), raised=not match["plain"])


def _following(by_value: Mapping[Value, Sequence[int]], place: int, value: Value, last: int) -> int | None:
    """The place of the nearest start below that goes on with the numbers."""
    kind, number = value
    values = [(kind, number + 1), *([("n", last + 1), ("n", 1)] if kind == "*" else [])]
    places = [by_value.get(each, ()) for each in values]
    nearest = [own[i] for own in places if (i := bisect_right(own, place)) < len(own)]
    return min(nearest, default=None)
