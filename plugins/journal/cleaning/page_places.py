"""Where running heads may stand, and what is around each such line when other furniture is left out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from journal.signs.labels import Labels
from journal.signs.notices import is_notice
from journal.signs.shapes import EMAIL, MARKER, is_capitals, is_front_matter
from journal.signs.spellings import letters_of

from .page_edges import Filled

LEAST = 6  # letters of a running head; shorter ones may be words of a table (sheets.LEAST is the same)
LONGEST = 140  # characters of one
REACH = 2  # lines of one running head: a conference's name takes two
FRONT = 3  # lines in which an article's beginning shows
OPENING = ("abstract", "keywords", "introduction")  # labels that stand near an article's beginning


@dataclass(frozen=True, slots=True)
class Place:
    """A line that may be a head. `above` and `below` are the letters of the text around it, other furniture left out.

    `page` is the number printed between them, `side` 1 when the line is under it, -1 over it, else 0; `edge`:
    there is one, or a mark of a new page. `cut`: a sentence goes on from above to below; `torn`: so that the line
    cannot be its own. `calm`: whole text on both sides. `opens`: an article may begin below. `may_begin`: no small
    letter begins it."""

    rank: int
    above: str
    below: str
    page: int | None
    side: int
    edge: bool
    cut: bool
    torn: bool
    calm: bool
    opens: bool
    may_begin: bool


class Places:
    """The places of one dump; `numbers` are ranks of page numbers -> the numbers, `issues` lines that name an issue,
    `known` ranks of what may be furniture.
    """

    def __init__(self, text: Filled, labels: Labels, numbers: Mapping[int, int], issues: Collection[int]) -> None:
        self._text, self._labels, self._numbers, self._issues = text, labels, numbers, issues
        self.known: set[int] = set()

    def candidates(self) -> set[int]:
        """Lines that may be heads, where a page may end."""
        edges = set(range(REACH)) | {number + step for number in self._numbers for step in range(-REACH, REACH + 1)}
        for rank in range(len(self._text.at)):
            if self._text.starts(rank):
                edges |= set(range(rank - REACH, rank + REACH))
            elif not self._text.may_begin(rank):
                continue
            elif self._text.cut(rank - 1, rank + 1):
                edges.add(rank)
            elif self._text.cut(rank - 1, rank + REACH):
                edges |= {rank, rank + 1}
        return {rank for rank in edges - self._numbers.keys() if self._may_be_head(rank)}

    def _may_be_head(self, rank: int) -> bool:
        text = self._text.text(rank)
        if len(text) > LONGEST or len(letters_of(text)) < LEAST or text[0] in "|©" or text[-1] in "-,":
            return False
        known = self._labels.of(text) or self._labels.keywords(text) or self._labels.caption.match(text)
        return not (
            known or self._labels.note.match(text) or MARKER.match(text) or EMAIL.search(text) or is_notice(text)
        )

    def at(self, rank: int) -> Place:
        """Goes over known furniture to the text on either side."""
        text = self._text
        first, last = self._reach(rank, -1), self._reach(rank, 1)
        before, after = first - 1, last + 1
        page = next((self._numbers[each] for each in range(first, after) if each in self._numbers), None)
        return Place(
            rank,
            letters_of(text.text(before)),
            letters_of(text.text(after)),
            page,
            next((side for side in (1, -1) if self._beside(rank, -side)), 0),
            page is not None or any(text.starts(each) for each in range(first, after + 1)),
            text.cut(before, after),
            text.torn(before, after),
            (text.prose(before) or text.ended(before)) and text.prose(after) and not self._opens(after),
            self._opens(after),
            text.may_begin(rank),
        )

    def _beside(self, rank: int, step: int) -> bool:
        """Is the next line that names no issue a page number?"""
        near = (rank + step * far for far in range(1, REACH + 1))
        return next((each for each in near if each not in self._issues), -1) in self._numbers

    def _reach(self, rank: int, step: int) -> int:
        for _ in range(REACH + 1):
            if rank + step in self.known:
                rank += step
        return rank

    def _opens(self, rank: int) -> bool:
        """Do names, addresses, an abstract or a title in capitals follow? A sentence that goes on opens nothing."""
        if self._text.text(rank)[:1].islower():
            return False
        for each in range(rank, rank + FRONT):
            text = self._text.text(each)
            label = self._labels.of(text)
            if label:
                return label.role in OPENING
            place = not self._text.prose(each) and self._labels.institution.search(text)
            if text and (place or is_front_matter(text) or is_notice(text) or is_capitals(text)):
                return True
        return False
