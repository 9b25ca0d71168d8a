"""The citations in a paragraph: which works each bracket names, and where in them.

`citations("… [10, p. 12–14, 24].")` finds one citation of one work, number 10, at "p. 12–14, 24". What is in brackets
and names no work (`[Electronic resource]`, `[…]`, `(2014)` behind a law, an array) is none. The time is linear in the
text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from .cited_names import cited_names, name_before
from .cited_numbers import Cited, cited_numbers

SQUARE = re.compile(r"\[[^\[\]]{1,200}\]")
ROUND = re.compile(r"\([^()]{4,300}\)")
ENTRY = re.compile(r"\[\d{1,3}\]\.?\s(?=[^\W\d_]\w*)")  # `[12] Ivanov`: an entry of a list
FORMULA = tuple("=∈∉⊂∪∩×≤≥^")  # signs before an array or an interval
VARIABLE = re.compile(r"(?<!\w)(?:[^\W\d_]|\w*[\d_]\w*)$")  # `x[1]`, `a_2[3]`
AT_LEAST, TIMES = 10, 2  # a number behind a comma, so far above all that begin a citation, is a page


@dataclass(frozen=True, slots=True)
class Citation:
    """One bracket, with the author before it where it holds a year only; offsets in characters of the text."""

    start: int
    end: int
    works: tuple[Cited, ...]

    @property
    def by_number(self) -> bool:
        return self.works[0].first > 0


def citations(text: str, limit: int | None = None) -> list[Citation]:
    """The citations in order, none inside another.

    `limit` is the highest number of a reference, by the article's list or by its other citations; None where only this
    text is known.
    """
    known = plausible(highest([text])) if limit is None else limit
    return list(_found(text, known))


def highest(texts: Iterable[str]) -> int:
    """The highest of the numbers that begin a citation in these texts, and so are no pages; 0 where there are none."""
    return max((work.last for text in texts for found in _found(text, 0) for work in found.works), default=0)


def plausible(first: int) -> int:
    """The highest number that can be a reference behind a comma; `first` is the highest that begins a citation."""
    return max(TIMES * first, first + AT_LEAST) if first else 0


def _found(text: str, limit: int) -> Iterator[Citation]:
    """A bracket in round brackets is read for itself, and so is a year in square ones."""
    end = 0
    for match in sorted([*SQUARE.finditer(text), *ROUND.finditer(text)], key=re.Match.start):
        citation = _read(text, match, limit)
        if citation and citation.start >= end:
            yield citation
            end = citation.end


def _read(text: str, match: re.Match[str], limit: int) -> Citation | None:
    inside, square = match[0][1:-1], match[0][0] == "["
    works = cited_numbers(inside, limit) if square and not _is_other(text, match) else ()
    works = works or cited_names(inside)
    if works:
        first = match.start() + 1
        moved = tuple(replace(work, start=first + work.start, end=first + work.end) for work in works)
        return Citation(match.start(), match.end(), moved)
    work = None if square else name_before(text, match.start())
    return Citation(work.start, match.end(), (work,)) if work else None


def _is_other(text: str, match: re.Match[str]) -> bool:
    """An entry of a list, an interval, an element of an array."""
    entry = ENTRY.match(text) if match.start() == 0 else None
    if entry and text[entry.end()].isupper():
        return True
    before = text[max(0, match.start() - 20) : match.start()]
    return before.rstrip().endswith(FORMULA) or VARIABLE.search(before) is not None
