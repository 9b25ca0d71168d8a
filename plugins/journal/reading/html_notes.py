"""Notes that a page keeps at its end -> `[^1]: …` below the paragraphs of their marks `[^1]`, as Markdown writes them.

An issue's articles would else have their notes behind the references of the last one. A note is what a numbered mark
links to and what links back to the mark; an entry of the references, to which `[5]` links, stays where it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import unquote

from bs4 import Tag
from bs4.element import NavigableString, PageElement

from .html_tables import is_table
from .html_text import shown_text

NOTE = re.compile(r"(?:user-content-)?_?(?:fn|ftn|edn|footnote|endnote)\W*\w+", re.IGNORECASE)  # names of notes
HOLDERS = ("li", "p", "div", "aside", "dd", "section")
BLOCKS = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "blockquote", "pre", "dd", "div")
BRACKETS = re.compile(r"[\s()\[\]]+")
NUMBER = re.compile(r"[0-9]{1,4}")


def place_notes(main: Tag) -> None:
    """Moves the notes of `main` below the paragraphs of their marks."""
    named = {name: tag for tag in main.find_all(True) for name in _names(tag)}
    below: dict[int, PageElement] = {}  # by the identity of a paragraph: its last note so far
    for mark in main.find_all("a", href=re.compile("^#.")):
        name, label = _linked(mark), BRACKETS.sub("", mark.get_text())
        note = _holder(named.get(name)) if NUMBER.fullmatch(label) else None
        backlinks = _backlinks(note, mark) if note and note not in mark.parents else []
        if not note or not backlinks or not (NOTE.fullmatch(name) or mark.find("sup") or mark.find_parent("sup")):
            continue
        written = NavigableString(f"[^{label}]")
        block = _block(mark) or written
        mark.replace_with(written)
        for link in backlinks:
            link.extract()
        paragraph = Tag(name="p")
        paragraph.append(f"[^{label}]: {shown_text(note.extract())}")
        below.get(id(block), block).insert_after(paragraph)
        below[id(block)] = paragraph


def _block(mark: Tag) -> Tag | None:
    """What the note of a mark goes behind: the table or the paragraph around it."""
    table = next((tag for tag in mark.parents if tag.name == "table" and is_table(tag)), None)
    return table or next((tag for tag in mark.parents if tag.name in BLOCKS), None)


def _names(tag: Tag) -> Iterator[str]:
    yield from (str(tag[key]) for key in ("id", "name") if tag.get(key))


def _linked(link: Tag) -> str:
    return unquote(str(link.get("href") or "")[1:])


def _holder(target: Tag | None) -> Tag | None:
    """The note whose beginning is `target`."""
    if target is None or target.name in HOLDERS:
        return target
    return target.find_parent(HOLDERS)


def _backlinks(note: Tag, mark: Tag) -> list[Tag]:
    """The links of a note to its mark, or to the superscript around it."""
    around = [mark, *islice(mark.parents, 2)]
    names = {name for tag in around for name in _names(tag)}
    return [link for link in note.find_all("a", href=True) if _linked(link) in names]
