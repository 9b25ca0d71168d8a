"""What in an article's paragraphs leads to its references and notes, and back: for the page.

In: a finished article. Out: the text of any block in runs, which put together are that text, sign for sign. Only what
is certain is a link: a number that the list has, a surname and a year of exactly one entry, a mark with its note.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from journal.citing.bibliography import Bibliography
from journal.citing.citations import citations
from journal.citing.cited_numbers import Cited
from journal.citing.citing import citing_blocks
from journal.notes.note_marks import marks_of
from journal.records import Article, Block

BRACKET = re.compile(r"\[([^\[\]]*)\]")
SHORT = 16  # characters in a bracket that stays on one line


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a text; `anchor` is the id of what it leads to, "" for plain text; `role`: "cite" or "mark"."""

    text: str
    anchor: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces in order; `unbroken` ones stay on one line: what a short bracket holds (`[1, 24]`)."""

    pieces: tuple[Piece, ...]
    unbroken: bool = False


@dataclass(frozen=True, slots=True)
class _Link:
    start: int
    end: int
    anchor: str
    role: str


class Links:
    """The links of one article."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._known = article.citations
        self._list = Bibliography.of(article.references)
        self._marks = marks_of(article)

    def runs(self, block: Block) -> list[Run]:
        """The text of a block with its links."""
        return list(_runs(block.text, self._links(block), 0, len(block.text)))

    def rows(self, block: Block) -> list[list[list[Run]]]:
        """The rows of a table, each cell with its links; those of a printed table of contents have none."""
        links = self._links(block) if block.kind != "contents" else ()
        rows: list[list[list[Run]]] = []
        place = 0
        for row in block.rows:
            rows.append([])
            for cell in row:
                found = block.text.find(cell, place)
                place = found + len(cell) if found >= 0 else place
                whole = _runs(block.text, links, found, place) if found >= 0 else _runs(cell, (), 0, len(cell))
                rows[-1].append(list(whole))
        return rows

    def plain(self, block: Block) -> list[Run]:
        """The text of a block without links: an entry of the list itself."""
        return list(_runs(block.text, (), 0, len(block.text)))

    def back(self, anchor: str) -> str:
        """The anchor of the block that first leads to this entry or note; "" where none does."""
        return self._first.get(anchor, "")

    @cached_property
    def _first(self) -> dict[str, str]:
        first: dict[str, str] = {}
        for block in citing_blocks(self._article):
            for citation in citations(block.text, self._known.limit) if self._list.blocks else ():
                for anchor in (anchor for work in citation.works for anchor in self._entries(work)):
                    first.setdefault(anchor, block.anchor)
            for _, _, note in self._marks.get(block.anchor, ()):
                first.setdefault(note, block.anchor)
        return first

    def _links(self, block: Block) -> list[_Link]:
        marks = (_Link(*mark, "mark") for mark in self._marks.get(block.anchor, ()))
        return sorted([*self._citations(block.text), *marks], key=lambda link: link.start)

    def _citations(self, text: str) -> Iterator[_Link]:
        for citation in citations(text, self._known.limit) if self._list.blocks else ():
            for work in citation.works:
                anchor = next(self._entries(work), None)
                if anchor:
                    yield _Link(work.start, work.end, anchor, "cite")

    def _entries(self, work: Cited) -> Iterator[str]:
        """The anchors of the entries that a work names; by place only where no citation falls beyond the list."""
        if self._known.style == "author-year":
            block = self._list.named(work.names, work.year) if work.names else None
            yield from [block.anchor] if block else []
        elif self._list.is_printed or not self._known.beyond:
            yield from (self._list.numbers[n].anchor for n in work.numbers if n in self._list.numbers)


def _runs(text: str, links: Sequence[_Link], start: int, end: int) -> Iterator[Run]:
    """The runs of `text` from `start` to `end`."""
    for match in BRACKET.finditer(text, start, end):
        if " " in match[1] and len(match[1]) <= SHORT:
            yield from _run(text, start, match.start(), links)
            yield from _run(text, match.start(), match.end(), links, unbroken=True)
            start = match.end()
    yield from _run(text, start, end, links)


def _run(text: str, start: int, end: int, links: Sequence[_Link], *, unbroken: bool = False) -> Iterator[Run]:
    pieces: list[Piece] = []
    place = start
    for link in islice(links, bisect_left(links, start, key=lambda link: link.start), None):
        if link.start >= end:
            break
        if place <= link.start and link.end <= end:
            pieces += [Piece(text[place : link.start]), Piece(text[link.start : link.end], link.anchor, link.role)]
            place = link.end
    pieces.append(Piece(text[place:end]))
    filled = tuple(piece for piece in pieces if piece.text)
    if filled:
        yield Run(filled, unbroken)
