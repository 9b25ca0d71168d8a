"""Footnotes of a Markdown dump without the marks that only Markdown needs, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from markdown_it import MarkdownIt

from journal.records import Line, Note

from .markdown_marks import plain, unmarked

PARSER = MarkdownIt("commonmark", {"maxNesting": 20, "html": False}).disable(["link", "image", "autolink"])


def plain_notes(notes: Sequence[Note], exact: bool) -> tuple[Note, ...]:
    """The notes as plain text; `exact`: we wrote the Markdown ourselves, and what still looks like a mark is text."""
    return tuple(replace(note, lines=tuple(_plain(note.lines, exact)) or note.lines) for note in notes)


def _plain(lines: Sequence[Line], exact: bool) -> Iterator[Line]:
    (token,) = PARSER.parseInline("\n".join(line.text for line in lines))
    texts = plain(token).split("\n")
    if len(texts) != len(lines):  # code over a line's end
        lines, texts = lines[:1], [" ".join(texts)]
    for line, text in zip(lines, texts, strict=True):
        if text:
            yield replace(line, text=text if exact else unmarked(text))
