"""What looks like a heading though no word says so: a short line without an end over a text.

Rows of tables, dates, signatures, abbreviations and their meanings look alike, so each is told by its own form.
"""

from __future__ import annotations

import re

from journal.signs.bylines import are_names
from journal.signs.shapes import FINISHED, MARKER, NUMBERED, is_front_matter

from .layout import Group

LONGEST, MOST_WORDS = 100, 12  # characters and words
NUMBERED_LONGEST = 250  # characters of a heading like `4.1. …`, which its number shows
BODY = 90  # characters of a line that is text by itself
NUMBER = re.compile(r"\(?[-–+−]?\d+(?:[.,]\d+)*\)?[%‰*]*|%")
NUMBERS = 3  # of a row
SHARE = 3  # words to one number at the most
AXIS = re.compile(r"\w{1,4}(?:\s\w{1,4}){5,}")  # what stands under the columns of a figure
ABBREVIATION = re.compile(r"[^\W\d_]*[^\W\d_a-zа-яәғқңөұүһі]{2}[^\W\d_]*\s[–—-]\s")
STRANGE = re.compile(r"[@/=]|\d{3}")


def looks_like_heading(text: str, after: Group | None) -> bool:
    """Is `text` a heading over the lines of `after`, by its form alone?"""
    text = text.removeprefix("§").lstrip() or text
    numbered = NUMBERED.match(text)
    deep = numbered is not None and "." in numbered[1]
    if len(text) > (NUMBERED_LONGEST if deep else LONGEST) or FINISHED.search(text) or text[-1] in ",-–—":
        return False
    title = text[numbered.end() :] if numbered else text
    if not (title[0].isupper() or (numbered and not title[0].islower())) or not after or not _is_body(text, after):
        return False
    return (deep or len(text.split()) <= MOST_WORDS) and not _is_something_else(title)


def _is_body(text: str, after: Group) -> bool:
    """A paragraph of some length that begins with a capital, or the first heading inside the one that `text` is."""
    follows = after.lines[0].text
    if after.cells or after.contents or after.lines[0].bullet:
        return False
    if _number(follows) in (f"{_number(text)}.1", f"{_number(text)}.1.1"):
        return True
    long = len(after.lines) > 1 or len(follows) >= BODY or follows.endswith(":")
    return long and follows[0].isupper() and not MARKER.match(follows)


def _number(text: str) -> str:
    numbered = NUMBERED.match(text)
    return numbered[1] if numbered else "-"


def _is_something_else(title: str) -> bool:
    named = "," in title and are_names(title.split(",", 1)[0])
    return bool(is_row(title) or named or is_front_matter(title) or STRANGE.search(title) or ABBREVIATION.match(title))


def is_row(text: str) -> bool:
    """Cells of a table or the scale of a figure in one line: mostly numbers, or nothing but very short words."""
    words = text.split()
    numbers = [bool(NUMBER.fullmatch(word)) for word in words]
    told = sum(numbers) >= NUMBERS and SHARE * sum(numbers) >= len(words)
    return told or (len(words) > 2 and all(numbers[-2:])) or AXIS.fullmatch(text) is not None
