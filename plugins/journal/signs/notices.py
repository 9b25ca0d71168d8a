"""Lines around an article that tell about it: its DOI, the dates of the editors, classification numbers.

In: text of short lines that stand in no part of the article. A date is given as `2024-03-12`; one that can be read in
two ways (`03/04/2024`) or is no day of the calendar is none.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from importlib.resources import files
from itertools import zip_longest
from typing import Any

THIS_CENTURY = 2000
LONGEST = 300  # characters: a longer block is text, whatever it speaks of
ISO = re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b")
DOTTED = re.compile(r"\b(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)?\d\d)\b")
NAMED = re.compile(r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?P<name>[^\W\d_]{3,12})\.?,?\s+(?P<year>(?:19|20)\d\d)\b")
MONTH_FIRST = re.compile(
    r"\b(?P<name>[^\W\d_]{3,12})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)\b"
)
YEAR_FIRST = re.compile(r"\b(?P<year>(?:19|20)\d\d)\s*(?:ж\.|жылғы|г\.)\s+(?P<day>\d{1,2})\s+(?P<name>[^\W\d_]{3,12})")


def is_notice(text: str) -> bool:
    """Does a line say nothing but such things?"""
    if len(text) > LONGEST or not any(map(str.isdigit, text)):
        return False
    return bool(_classification().match(text) or doi_of(text) or dict(dates_of(text)))


def doi_of(text: str) -> str | None:
    for pattern in _table()["doi"]["patterns"]:
        match = re.search(pattern, text, re.IGNORECASE)
        if match:
            return str(match["doi"]).rstrip(".,;)")
    return None


def dates_of(text: str) -> Iterator[tuple[str, str]]:
    """("received", "2024-03-12") and so on, as far as the text names them."""
    if len(text) > LONGEST:
        return
    labels = list(_date_labels().finditer(text))
    for label, following in zip_longest(labels, labels[1:]):
        day = _date(text[label.end() : following.start() if following else len(text)])
        if day:
            yield _kinds()[" ".join(label["label"].casefold().split())], day


def read_notices(texts: Iterable[str]) -> dict[str, Any]:
    """`doi` and `dates` of an article, as far as its lines tell; the first one named counts."""
    dates: dict[str, str] = {}
    doi = None
    for text in texts:
        doi = doi or (doi_of(text) if len(text) <= LONGEST else None)
        dates = dict(dates_of(text)) | dates
    return ({"doi": doi} if doi else {}) | ({"dates": dates} if dates else {})


def _date(text: str) -> str | None:
    """The date that the text begins with."""
    for pattern in (ISO, DOTTED, NAMED, MONTH_FIRST, YEAR_FIRST):
        match = pattern.search(text[:60])
        day = match and _day(match.groupdict())
        if day:
            return day
    return None


def _day(parts: Mapping[str, str]) -> str | None:
    month = int(parts["month"]) if "month" in parts else _month(parts["name"])
    year = int(parts["year"]) + (THIS_CENTURY if len(parts["year"]) == 2 else 0)  # `11.05.16`
    try:
        return date(year, month, int(parts["day"])).isoformat()
    except ValueError:
        return None


def _month(name: str) -> int:
    """1 to 12; 0 for what is no month."""
    low = name.casefold()
    for names in _table()["months"].values():
        for number, start in enumerate(names, 1):
            if low.startswith(start) and (len(start) > 2 or len(low) <= len(start) + 1):
                return number
    return 0


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return tomllib.loads((files("journal") / "tables" / "notices.toml").read_text("utf-8"))


@lru_cache(maxsize=1)
def _classification() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(_table()["classification"]["words"], key=len, reverse=True)))
    return re.compile(rf"(?:{words})\s*[:\d(]", re.IGNORECASE)


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    return {word: kind for kind, words in _table()["dates"].items() for word in words}


@lru_cache(maxsize=1)
def _date_labels() -> re.Pattern[str]:
    words = "|".join(word.replace(" ", r"\s+") for word in sorted(_kinds(), key=len, reverse=True))
    return re.compile(rf"\b(?P<label>{words})\b", re.IGNORECASE)
