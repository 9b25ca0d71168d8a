"""A line that names an issue of a journal, and what it says: `Дала хабаршысы. № 3 (91). 2031`, `Vol. 6, Issue 2`.

A line is read by its parts, in any order; what is left over must be one piece, the journal's name. So a sentence that
names an issue is none. Laws and orders have numbers and years too: the words of their names are in the table.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

LONGEST = 160  # characters: a masthead with ISSN and address; a longer line is text
DASHES = ("-", "–", "—")  # a line that begins with one goes on from the line above
NAME = range(5, 91)  # characters of a journal's name, as the patterns before this module had it
PARTS = ("issn", "volumed", "slashed", "address", "pages", "volume", "issue", "year", "months")
HINT = re.compile(r"(?:19|20)\d\d|ISSN|№|\bno\b|vol|том|т\.", re.IGNORECASE)
TIGHT = re.compile(r"(?<=\d)\s(?=\()|(?<=\()\s|\s(?=\))")  # `4 (9)` and `4(9)` are one issue
AROUND = " .,;:|/•·–—-()[]"
QUOTES = '«»„“”"'
UNFINISHED = re.compile(r"//|\s[^\W\d_A-Z]{1,2}$|«[^»]*$|^[^«]*»|-$")  # of a reference, a phrase, a quote, a word
OUTER = re.compile(r"^\d{1,4}\s|\s\d{1,4}$")
WIDE = re.compile(r"(?:\w ){3,}\w")  # letters set apart
LONE = re.compile(r"\d{1,4}")


@dataclass(frozen=True, slots=True)
class IssueLine:
    """`facts` by the names of the fields of `Facts`; `sure` when they are enough to know the line by them alone.

    `page` is a number at the line's start or end that is none of them; `ranged`: the line has an article's pages.
    """

    facts: Mapping[str, str]
    sure: bool
    page: int | None = None
    ranged: bool = False


def read_issue_line(text: str) -> IssueLine | None:
    """What a line says about an issue; None where it says something else too."""
    if len(text) > LONGEST or text[:1] in DASHES or not HINT.search(text):
        return None
    return _read(text)


@lru_cache(maxsize=4096)
def _read(text: str) -> IssueLine | None:
    facts: dict[str, str] = {}
    pieces: list[str] = []
    end = 0
    for match in _parts().finditer(text):
        facts = {key: TIGHT.sub("", value) for key, value in _named(match).items()} | facts
        pieces.append(text[end : match.start()])
        end = match.end()
    pieces.append(text[end:])
    name = _name(pieces) if facts else None
    if name is None:
        return None
    facts |= {"journal": name} if name else {}
    return IssueLine(facts, _is_sure(facts), _page(pieces), _ranges().search(text) is not None)


def is_serial(text: str) -> bool:
    """Does a name say that it is a journal's or of something else that comes out again and again?"""
    return _words("serial").search(text) is not None or WIDE.fullmatch(text) is not None


def is_periodical(text: str) -> bool:
    """Does a name begin or end with a word for a journal?"""
    words = _words("periodical")
    bare = text.strip(AROUND + QUOTES)
    return any(match.start() == 0 or match.end() == len(bare) for match in words.finditer(bare))


def _is_sure(facts: Mapping[str, str]) -> bool:
    numbers = {"issue", "volume"} & facts.keys()
    return "issn" in facts or len(numbers) == 2 or ("year" in facts and bool(numbers))


def _page(pieces: list[str]) -> int | None:
    """The number that is left over at either end of the line."""
    first, last = re.match(r"\W*(\d{1,4})\s", pieces[0] + " "), re.search(r"\s(\d{1,4})\W*$", " " + pieces[-1])
    found = first or last
    return int(found[1]) if found else None


def _name(pieces: list[str]) -> str | None:
    """The journal's name, "" without one, None when the pieces are no name: more than one, a sentence, a law."""
    left = [piece.strip(AROUND) for piece in pieces]
    left = [piece for piece in left if piece and not LONE.fullmatch(piece)]
    if not left:
        return ""
    name = OUTER.sub("", left[0]).strip(AROUND)
    good = len(left) == 1 and len(name) in NAME and not any(map(str.isdigit, name)) and not UNFINISHED.search(name)
    return name if good and not name[0].islower() and not _is_act(name) else None


def _is_act(name: str) -> bool:
    """A law's or an order's name; a journal of law has its name in quotes, or says that it is one."""
    quoted = name[0] in QUOTES and name[-1] in QUOTES
    return not quoted and not is_serial(name) and _words("act").search(name) is not None


def _named(match: re.Match[str]) -> dict[str, str]:
    """The groups of the part that matched; a name with its number behind it (`year_2`) is that name."""
    return {key.rstrip("_0123456789"): " ".join(value.split()) for key, value in match.groupdict().items() if value}


@lru_cache(maxsize=1)
def _parts() -> re.Pattern[str]:
    """All parts in one pattern: groups that share a name get a number behind it."""
    patterns = [pattern for part in PARTS for pattern in table()["issue"][part]]
    numbered = (re.sub(r"\(\?P<(\w+)>", rf"(?P<\1_{i}>", pattern) for i, pattern in enumerate(patterns))
    return re.compile("|".join(spaced(pattern) for pattern in numbered), re.IGNORECASE)


@lru_cache(maxsize=1)
def _ranges() -> re.Pattern[str]:
    return re.compile("|".join(map(spaced, table()["issue"]["pages"])), re.IGNORECASE)


@lru_cache(maxsize=3)
def _words(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(table()['issue'][kind])})(?!\w)", re.IGNORECASE)


def spaced(pattern: str) -> str:
    """A pattern of the table: a space stands for any run of spaces."""
    return pattern.replace(" ?", r"\s*").replace(" ", r"\s+")


@lru_cache(maxsize=1)
def table() -> dict[str, Any]:
    return tomllib.loads((files("journal") / "tables" / "furniture.toml").read_text("utf-8"))
