"""The words that count a text's parts: `CHAPTER ONE`, `1-ТАРАУ. …`, `ГЛАВА 2`, `ПРИЛОЖЕНИЕ А`.

Laws count their own parts in the same words (`Часть 2 статьи 15 …`), so a line is a heading only where its form says
so: capitals, or nothing behind the number, or a title without an end.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from journal.records import Block

from .shapes import FINISHED, NUMBERED, is_capitals

LONGEST = 250  # characters of such a heading with its title
SMALL = 120  # the same in small letters
NEAR = 2  # lines from one line of a heading to the next
BETWEEN = r"\s?[-–]\s?|\.?\s"  # a number and the word behind it
Part = Literal["chapter", "appendix"]


def part_of(text: str) -> Part | None:
    """What a line that is a heading by such a word heads."""
    for part, pattern in _openings() if len(text) <= LONGEST else ():
        match = pattern.match(text)
        if match and _is_heading(text, match):
            return part
    return None


def bare_part(text: str) -> Part | None:
    """The same of a number without a title; that of a chapter stands below."""
    return part_of(text) if any(pattern.fullmatch(text) for _, pattern in _openings()) else None


def with_chapters(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks of a dump; the heading right under `CHAPTER ONE` is its title; `2.1 Bees and` goes on below, too."""
    joined: list[Block] = []
    for block in blocks:
        over = joined[-1] if joined and joined[-1].kind == "heading" else None
        if over and (_is_title(over, block) or _is_rest(over, block)):
            span = replace(over.span, last=block.span.last)
            joined[-1] = replace(over, text=f"{over.text} {block.text}", span=span)
        else:
            joined.append(block)
    return tuple(joined)


def _is_title(over: Block, block: Block) -> bool:
    counted = NUMBERED.match(block.text) or part_of(block.text)
    return block.kind == "heading" and bare_part(over.text) == "chapter" and not counted


def _is_rest(over: Block, block: Block) -> bool:
    """The second line of a numbered heading, which Markdown makes a paragraph."""
    if block.kind != "paragraph" or block.span.first - over.span.last > NEAR or not NUMBERED.match(over.text):
        return False
    ended = FINISHED.search(over.text) or FINISHED.search(block.text)
    return not ended and block.text[0].islower() and len(block.text) < SMALL


def _is_heading(text: str, opening: re.Match[str]) -> bool:
    rest = text[opening.end() :]
    if is_capitals(text):
        return True
    if opening["law"] and not opening["law"].isupper():
        return False
    if not rest:
        return text[0].isupper() or text[0].isdigit()
    return rest[0].isupper() and len(text) < SMALL and not FINISHED.search(text)


@lru_cache(maxsize=1)
def _openings() -> tuple[tuple[Part, re.Pattern[str]], ...]:
    words = {name: either(texts) for name, texts in heading_words().items()}
    chapter = rf"(?P<word>{words['chapter']}|(?P<law>{words['law']}))"
    appendix = rf"(?P<word>{words['appendix']}|(?P<law>(?!)))"
    number = rf"(?:\d{{1,2}}|[IVXІХ]{{1,5}}|{words['number']})"
    return (
        ("chapter", _pattern(rf"{chapter}\s{number}")),
        ("chapter", _pattern(rf"{number}(?:{BETWEEN}){chapter}")),
        ("appendix", _pattern(rf"{appendix}\s(?:№\s?)?(?:\d{{1,2}}|[A-ZА-ЯӘІ])")),
        ("appendix", _pattern(rf"\d{{1,2}}(?:{BETWEEN}){appendix}")),
    )


def _pattern(opening: str) -> re.Pattern[str]:
    return re.compile(rf"{opening}(?!\w)\s?[.:–—-]?(?:\s|$)", re.IGNORECASE)


def either(texts: Iterable[str]) -> str:
    """A pattern for any of the texts, longest first."""
    return "|".join(re.escape(text) for text in sorted(texts, key=len, reverse=True))


@lru_cache(maxsize=1)
def heading_words() -> dict[str, list[str]]:
    """`tables/headings.toml`."""
    table: dict[str, dict[str, list[str]]] = tomllib.loads(
        (files("journal") / "tables" / "headings.toml").read_text("utf-8")
    )
    return {name: part["any"] for name, part in table.items()}
