"""The lines of a dump that have text, by rank, and what shows that a page ends between two of them.

A rank counts lines with text from 0 up. Blank lines prove nothing by themselves, since some dumps have one behind each
line and some have none; a sentence that goes on behind other lines proves that these are no text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from journal.records import Line
from journal.signs.measure import Shape, measure
from journal.signs.shapes import FINISHED, HYPHEN_END, MARKER

PROSE = 0.6  # of a full line near by; shorter lines may be cells, names, headings (layout.SHORT is the same)
MANY = 10  # marks of new pages show whether they come as often as paragraphs do
PAGE = 10  # lines with text: fewer of them between two marks are a paragraph, in a printed page there are thirty
NUMBER = re.compile(r"^[\d\W]+(?=\w)")
ADDRESS = re.compile(r"(?>\S+?\.)\S+\w")  # the first dot alone, or a line of many would take quadratic time
MARKS = re.compile(r"^[#>*_\s]+|[*_\s]+$")  # of Markdown


@dataclass(frozen=True, slots=True)
class Filled:
    """`at` are the indexes in `lines` of those with text, `texts` what they say, without marks of Markdown.

    `paged`: what the dump marks as new pages may be pages, and not the indents of its paragraphs.
    """

    lines: Sequence[Line]
    at: tuple[int, ...]
    texts: tuple[str, ...]
    shape: Shape
    paged: bool

    def text(self, rank: int) -> str:
        """What stands there; "" before the first and behind the last."""
        return self.texts[rank] if 0 <= rank < len(self.texts) else ""

    def starts(self, rank: int) -> bool:
        """Does the dump mark a new page here?"""
        return self.paged and 0 <= rank < len(self.at) and self.lines[self.at[rank]].page_start

    def alone(self, rank: int) -> bool:
        """Is the line over it blank, or is it the first or the last?"""
        i = self.at[rank]
        return rank in (0, len(self.at) - 1) or not self.lines[i - 1].text

    def prose(self, rank: int) -> bool:
        """A line about as long as those that end inside sentences."""
        return bool(self.text(rank)) and len(self.text(rank)) >= PROSE * self.shape.near(self.lines[self.at[rank]])

    def may_begin(self, rank: int) -> bool:
        """No small letter begins it: what does goes on from the line above, unless it is an address."""
        text = NUMBER.sub("", self.text(rank))
        return not text[:1].islower() or ADDRESS.fullmatch(text) is not None

    def ended(self, rank: int) -> bool:
        return FINISHED.search(self.text(rank)) is not None

    def cut(self, before: int, after: int) -> bool:
        """Does the sentence of line `before` go on in line `after`? Then what stands between is no text."""
        first, then = self.text(before), self.text(after)
        if not first or not then or not then[0].islower() or MARKER.match(then) or self.lines[self.at[after]].bullet:
            return False
        if HYPHEN_END.search(first):
            return True
        return self.prose(before) and not self.ended(before) and (self.prose(after) or self.ended(after))

    def torn(self, before: int, after: int) -> bool:
        """Is a sentence cut so that the lines between cannot be its own? In a word, by short lines or blank ones."""
        if not self.cut(before, after):
            return False
        between = range(before + 1, after)
        inside = self.spaced(before) and self.spaced(after - 1)
        apart = inside and not self.spaced(before - 1) and not self.spaced(after)
        return HYPHEN_END.search(self.text(before)) is not None or apart or not any(map(self.prose, between))

    def spaced(self, rank: int) -> bool:
        """Is the line under it blank?"""
        return not 0 <= rank < len(self.at) - 1 or self.at[rank] + 1 < self.at[rank + 1]


def filled(lines: Sequence[Line]) -> Filled:
    at = tuple(i for i, line in enumerate(lines) if line.text)
    starts = sum(lines[i].page_start for i in at)
    paged = starts < MANY or starts * PAGE < len(at)
    return Filled(lines, at, tuple(MARKS.sub("", lines[i].text) for i in at), measure(lines), paged)
