"""The marks of footnotes in a text: `сөз¹`, `сөз1`, `word[^1]`, `word*`.

A raised digit is a mark unless it is a power (`км²`); a plain one must stand right behind a word of some length. Once a
mark has been recognised with its note, it is a raised number, whatever the dump made of it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from journal.records import Article, Line
from journal.signs.cite_words import table
from journal.signs.shapes import RAISED

DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
PLAIN = str.maketrans(DIGITS, "0123456789")
MARK = re.compile(
    rf"(?P<raised>(?:(?<=\S)|(?<=\S\s))[{DIGITS}]{{1,3}})|\[\^(?P<written>\d{{1,3}})\]"
    r"|(?P<plain>(?:(?<=[^\W\d_]{3})|(?<=[^\W\d_][»”\")\]][.,;:])|(?<=[^\W\d_]{3}[»”\")\].,;:!?]))[1-9]\d{0,2})"
    r"(?![\w%°]|[.,]\d|-\w)"
    r"|(?P<star>(?<=[^\W\d_»”\").,;])\*{1,3})(?![\w*])"
)
YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d$")
LAST_WORD = re.compile(r"[^\W\d_⁰¹²³⁴⁵⁶⁷⁸⁹]+$")


@dataclass(frozen=True, slots=True)
class Mark:
    """What may be a mark, from `start` to `end` (characters); `marker` is its number in plain digits, or stars."""

    start: int
    end: int
    marker: str
    raised: bool


def marks_in(text: str) -> Iterator[Mark]:
    """All that may be marks of footnotes, in order."""
    for match in MARK.finditer(text):
        before = text[max(0, match.start() - 20) : match.start()]
        if match["star"]:
            yield Mark(match.start(), match.end(), match["star"], raised=True)
        elif match["plain"] and not before[-3:].isupper():  # `COVID19` is a name
            yield Mark(match.start(), match.end(), match["plain"], raised=False)
        elif match["written"] or (match["raised"] and not _is_power(match["raised"], before)):
            number = match["written"] or match["raised"].translate(PLAIN)
            yield Mark(match.start(), match.end(), number, raised=not match["written"])


def _is_power(digits: str, before: str) -> bool:
    word = LAST_WORD.search(before)
    unit = word is not None and word[0].casefold() in table()["before_number"]
    return (before[-1:].isdigit() and not YEAR.search(before)) or (unit and digits in {"²", "³"})


def raised(marker: str) -> str:
    """`12` -> `¹²`; stars stay."""
    return marker.translate(RAISED)


def marks_of(article: Article) -> dict[str, list[tuple[int, int, str]]]:
    """Anchor of a block -> (start, end, anchor of the footnote) of each mark in it; characters of the block's text.

    A footnote's mark is the first one of its number behind the mark of the footnote before it.
    """
    abstracts = [block for blocks in article.abstracts.values() for block in blocks]
    texts = sorted([*abstracts, *article.blocks], key=lambda block: block.span.first)
    running = (block for block in texts if block.kind != "footnote")
    marks = [(block, mark) for block in running for mark in marks_in(block.text) if mark.raised]
    by_marker: dict[str, list[int]] = {}
    for i, (_, mark) in enumerate(marks):
        by_marker.setdefault(mark.marker, []).append(i)
    found: dict[str, list[tuple[int, int, str]]] = {}
    before = -1
    for note in (block for block in article.blocks if block.kind == "footnote"):
        own = by_marker.get(note.marker, [])
        at = bisect_right(own, before)
        if at < len(own):
            before = own[at]
            block, mark = marks[before]
            found.setdefault(block.anchor, []).append((mark.start, mark.end, note.anchor))
    return found


def blanked(lines: Sequence[Line], gone: Collection[int]) -> Iterator[Line]:
    """The lines, those at the indexes `gone` without text; a page that began on one begins on the next that stays."""
    begun = False
    for i, line in enumerate(lines):
        if i in gone:
            begun = begun or line.page_start
            yield Line(line.number, "")
        elif line.text and begun:
            begun = False
            yield replace(line, page_start=True)
        else:
            yield line
