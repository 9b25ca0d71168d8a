"""A part of an HTML page -> the lines of a Markdown text: headings, paragraphs, items, tables, and blank lines between.

A paragraph is one line; it has more where the page breaks its lines itself. A page that marks no sections by heading
tags may show them by bold type: then a short bold paragraph without an end is a heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from bs4 import Tag

from journal.signs.labels import Labels
from journal.signs.shapes import FINISHED, is_front_matter

from .escapes import escaped, escaped_heading, tidy
from .html_tables import is_table, table_lines
from .html_text import BLOCKS, Event, events, shown_text

HEADING = re.compile("h[1-6]")
BOLD = ("b", "strong")
MAX_HEADING = 160  # characters of a bold paragraph that is one
MAX_NUMBER = 10**8  # of an item: Markdown has nine digits


def markdown_lines(root: Tag, labels: Labels) -> list[str]:
    """All that a browser would show of `root`, in its order."""
    writer = _Writer(labels, bold_headings=not root.find(["h2", "h3", "h4", "h5", "h6"]))
    for event in events(root, is_table):
        writer.take(event)
    return writer.lines


@dataclass
class _Writer:
    """Takes the events in order; what it has read of the paragraph that is open becomes lines when that ends."""

    labels: Labels
    bold_headings: bool
    lines: list[str] = field(default_factory=list)
    _text: list[str] = field(default_factory=list)
    _lists: list[int] = field(default_factory=list)  # the next number of each open list; 0: bullets
    _bold: int = 0  # tags of bold type that are open
    _plain: bool = False  # has the open paragraph a letter that is not bold?
    _level: int = 0  # of the open heading
    _marker: str = ""  # of the open item, until its first paragraph is written
    _list: str = ""  # what kind of list the last block was an item of

    def take(self, event: Event) -> None:
        if event.kind == "text":
            self._text.append(event.text.replace("\n", " "))
            self._plain = self._plain or not (self._bold or not event.text.strip())
        elif event.kind == "break":
            self._text.append("\n")
        elif event.tag and event.kind == "leaf":
            self._table(event.tag)
        elif event.tag and event.tag.name in BOLD:
            self._bold += 1 if event.kind == "open" else -1
        elif event.tag and event.tag.name in BLOCKS:
            self._end()
            (self._open if event.kind == "open" else self._close)(event.tag)

    def _open(self, tag: Tag) -> None:
        if HEADING.fullmatch(tag.name):
            self._level = int(tag.name[1])
        elif tag.name in ("ul", "ol"):
            start = str(tag.get("start") or "1")
            first = int(start) if start.isdecimal() and len(start) < 9 else 1
            self._lists.append(first if tag.name == "ol" else 0)
        elif tag.name == "li":
            number = self._lists[-1] if self._lists else 0
            self._marker = f"{number}. " if number else "- "
            if number:
                self._lists[-1] = min(number + 1, MAX_NUMBER)

    def _close(self, tag: Tag) -> None:
        if HEADING.fullmatch(tag.name):
            self._level = 0
        elif tag.name in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag.name == "li":
            self._marker = ""

    def _end(self) -> None:
        """The open paragraph ends; an empty line in it parts two."""
        lines = [tidy(line) for line in "".join(self._text).split("\n")]
        bold = not self._plain
        self._text, self._plain = [], False
        for filled, group in groupby(lines, bool):
            if filled:
                self._write(list(group), bold)

    def _write(self, lines: list[str], bold: bool) -> None:
        text = " ".join(lines)
        if self._level or (bold and self._is_heading(text)):
            self._block(["#" * (self._level or 2) + " " + escaped_heading(text)])
        elif self._marker:
            kind = f"{len(self._lists)} {self._marker[-2]}"
            self._block([self._marker + escaped(lines[0]), *map(escaped, lines[1:])], kind)
            self._marker = ""
        else:
            for part in _front_apart(lines):
                self._block([escaped(line) for line in part])

    def _is_heading(self, text: str) -> bool:
        if not self.bold_headings or self._marker or len(text) > MAX_HEADING or FINISHED.search(text):
            return False
        return not (is_front_matter(text) or self.labels.keywords(text) or self.labels.caption.match(text))

    def _table(self, tag: Tag) -> None:
        self._end()
        caption = tag.find("caption")
        if isinstance(caption, Tag) and (title := tidy(shown_text(caption))):
            self._block([escaped(title)])
        self._block(list(table_lines(tag)))

    def _block(self, lines: list[str], kind: str = "") -> None:
        """A blank line before it, but between the items of one list."""
        if lines and self.lines and not (kind and kind == self._list):
            self.lines.append("")
        self.lines += lines
        self._list = kind


def _front_apart(lines: list[str]) -> Iterator[list[str]]:
    """Names, addresses and affiliations that only line breaks part are paragraphs of their own."""
    part: list[str] = []
    for line in lines:
        if part and (is_front_matter(line) or is_front_matter(part[-1])):
            yield part
            part = []
        part.append(line)
    yield part
