"""Cutting a text into words. Twin: theme/static/js/engine/words.js.

In: any text. Out: words in order, with offsets into the text as it was given.
One regular expression does it all, built here from tables/letters.toml and shipped to the page as it is:
it uses only what Python's `re` and JavaScript's `RegExp` understand alike (no \\w, \\b, \\s, flags).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from .tables import toml_table


class Word(NamedTuple):
    """A word as it stands in a text. A plain tuple: one is made for each word of a corpus."""

    text: str
    """The characters as written, invisible ones included."""
    start: int
    """Offset of its first character, in code points (the twin counts UTF-16 units)."""
    end: int
    """Offset after its last character."""


def words(text: str) -> Iterator[Word]:
    """The words of `text`, in order; `text[word.start:word.end] == word.text`."""
    for match in _pattern().finditer(text):
        yield Word(match.group(), match.start(), match.end())


class Cut(NamedTuple):
    """A text as words and what stands between them, which is all of it: `gaps[0] + words[0] + gaps[1] + ...`."""

    words: list[str]
    gaps: list[str]
    """Before the first word, between two, after the last; one more than there are words."""


def cut(text: str) -> Cut:
    """The same words without their offsets, for a third of the time."""
    pieces = _parting().split(text)
    return Cut(pieces[1::2], pieces[::2])


def parts(normal_word: str) -> tuple[str, ...]:
    """The parts of a hyphenated word in normal form; a word without hyphen, or one kept whole, is its only part."""
    table = toml_table("letters.toml")["word"]
    if table["joint"] not in normal_word or not set(table["unparted"]).isdisjoint(normal_word):
        return (normal_word,)
    return tuple(part for part in normal_word.split(table["joint"]) if part)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(_quick_source())


@cache
def _parting() -> re.Pattern[str]:
    return re.compile(f"({_quick_source()})")


def _quick_source() -> str:
    """The word pattern for Python, where a whole corpus passes: it first tries what most words are, letters before a
    space or a comma. Nothing that is kept whole has letters alone before one of these, and no word goes on behind."""
    settled = toml_table("letters.toml")["homoglyphs"]["settled"]
    letters = "".join(filter(str.isalpha, settled))
    return f"[A-Za-z{letters}{letters.upper()}]++(?=[ ,])|{pattern_source()}"


@cache
def pattern_source() -> str:
    """The source of the word pattern, valid in both languages.

    A word is something kept whole (address, DOI), or cores joined by hyphens or apostrophes; a core is a
    number with inner points, or letters with their accents and with invisible characters among them.
    """
    table = toml_table("letters.toml")["word"]
    letter = character_class(table["letters"])
    inner = character_class(table["letters"] + table["marks"] + table["invisible"])
    unseen = character_class(table["invisible"])
    join = character_class(table["hyphens"] + table["apostrophes"])
    core = f"(?:{table['number']}|{letter}{inner}*)"
    return "|".join([*table["wholes"], f"{core}(?:{join}{unseen}*{core})*"])


def character_class(ranges: Iterable[str]) -> str:
    """A class like [0-9] from ranges like "0030-0039" or single code points; signs of ASCII are escaped."""
    return "[" + "".join(_escaped(item) for item in ranges) + "]"


def _escaped(item: str) -> str:
    signs = ((code, chr(int(code, 16))) for code in item.split("-"))
    return "-".join(sign if sign.isalnum() or not sign.isascii() else f"\\u{code}" for code, sign in signs)
