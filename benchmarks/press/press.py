"""Prints clean text as damaged lines, page after page, and keeps a record of it.

The defects are those of text extracted from PDF: tabs for spaces, hyphens at line ends, words broken by a space,
running heads and page numbers inside sentences, page breaks that show as one leading space, capital titles over
several lines with a blank line inside, lost bullets, letters of the wrong script, double spacing, tables flattened
to one cell a line.
"""

from __future__ import annotations

import random
import re

from .damage import damaged, wrap
from .record import Record
from .style import Style
from .trace import trace

TITLE_WIDTH, CELL_WIDTH = 44, 24  # characters


class Press:
    """`lines` is what was printed so far; every `print_…` gives the numbers of its lines."""

    def __init__(
        self, style: Style, seed: int, head: str = "", first_page: int = 1, foot: bool = False, file: str = "a.txt"
    ) -> None:
        self.style, self.head, self.page, self.foot = style, head, first_page, foot
        self.chance = random.Random(seed)
        self.record = Record(file)
        self.lines: list[str] = []
        self.on_page = 0
        self.fresh = False  # the next line of text starts a page

    def text(self) -> str:
        """The dump; nothing may be printed behind."""
        if self.foot:
            self._noise("", "", "", str(self.page), "")
        return "\n".join(self.lines) + "\n"

    def blank(self) -> None:
        if self.lines and self.lines[-1] != "":
            self.lines.append("")

    def line(self, text: str) -> int:
        """The number of the line of text."""
        if self.on_page >= self.style.page_lines:
            self._new_page()
        self.lines.append((" " if self.fresh else "") + text)
        number = len(self.lines)
        if self.style.double:
            self.lines.append("")
        self.fresh = False
        self.on_page += 1
        return number

    def label(self, text: str, kind: str, lang: str | None) -> list[int]:
        """A line of its own: a heading, a name, an address."""
        lines = [self.line(text)]
        self.record.block(lines, [text], kind, lang)
        return lines

    def paragraph(self, text: str, kind: str, lang: str | None, opening: str = "") -> list[int]:
        """`opening` stands before the first line: a bullet."""
        words = text.split(" ")
        broken = [damaged(word, self.style, self.chance) for word in words]
        wrapped = list(wrap(" ".join(broken), self.style.width, self.style, self.chance))
        numbers = []
        for i, line in enumerate(wrapped):
            shown = line.replace(" ", "\t") if self.style.tabs and re.search("[а-я]", line) else line
            shown += " " if self.chance.random() < 0.2 else ""
            numbers.append(self.line((opening if i == 0 else "") + shown))
            if i == 0 and len(wrapped) > 3 and self._leaves_blank():
                self.lines.append("")
        self.record.damage(*trace(words, broken, wrapped), numbers)
        self.record.block(numbers, wrapped, kind, lang)
        return numbers

    def _leaves_blank(self) -> bool:
        return self.chance.random() < self.style.blank_after_first and not self.style.double

    def title(self, text: str, lang: str) -> list[int]:
        """Capitals over short lines, one blank line among them."""
        wrapped = list(wrap(text.upper(), TITLE_WIDTH, self.style, self.chance, hyphenate=False))
        numbers = []
        for i, line in enumerate(wrapped):
            numbers.append(self.line(line + (" " if self.chance.random() < 0.5 else "")))
            if (i == len(wrapped) // 2 and 0 < i < len(wrapped) - 1) or (len(wrapped) > 2 and i == 1):
                self.blank()
        self.record.block(numbers, wrapped, "title", lang)
        return numbers

    def cells(self, cells: list[str], lang: str) -> list[int]:
        """A table, one cell after the other."""
        numbers: list[int] = []
        wrapped = [list(wrap(cell, CELL_WIDTH, self.style, self.chance, hyphenate=False)) for cell in cells]
        for lines in wrapped:
            numbers += map(self.line, lines)
            self.lines.append("")
        self.record.block(numbers, [line for lines in wrapped for line in lines], "table", lang)
        return numbers

    def _new_page(self) -> None:
        """A page break; every few pages, or always at the foot, with its number and the running head."""
        every = 1 if self.foot else self.style.head_every
        if every and self.page % every == 0:
            self._noise("", "", "", str(self.page), "", self.head, "")
            self.fresh = False
        else:
            self.fresh = True
        self.page += 1
        self.on_page = 0

    def _noise(self, *lines: str) -> None:
        """Lines that are no text."""
        for line in lines:
            self.lines.append(line)
            kind = "page_number" if line.isdigit() else "running_header" if line else "blank_page_artifact"
            self.record.dropped(len(self.lines), kind)
