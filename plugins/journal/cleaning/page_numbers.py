"""How journals print a page number: alone on its line, dressed with signs or a word, or beside the running head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from .issue_lines import spaced, table

LONGEST = 24  # characters of a line that is a page number: `Страница 112 из 1200`
DIGITS = r"(?P<number>\d{1,4})"
ROMAN = re.compile(r"[ivxlc]{1,7}")
VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True, slots=True)
class Printed:
    """A number that may be a page's; `form` is "dressed" when it alone nearly shows it, "plain" or "worded"."""

    number: int
    form: str


def read_number(text: str) -> Printed | None:
    """The number of a line that is nothing else."""
    return _read(text) if len(text) <= LONGEST and any(map(str.isdigit, text)) else None


@lru_cache(maxsize=4096)
def _read(text: str) -> Printed | None:
    for kind in ("dressed", "plain", "worded"):
        match = next((match for form in _forms(kind) if (match := form.fullmatch(text))), None)
        if match:
            return Printed(int(match["number"]), kind)
    return None


def read_roman(text: str) -> int | None:
    """The number of a line that is a small Roman number, as the pages before a book's first one have."""
    low = text.strip("-–— ")
    if not ROMAN.fullmatch(low):
        return None
    values = [VALUES[letter] for letter in low]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def numbers_beside(text: str) -> Iterator[int]:
    """The numbers with which a running head begins or ends."""
    yield from (int(match["number"]) for form in _forms("beside") if (match := form.search(text)))


@lru_cache(maxsize=4)
def _forms(kind: str) -> tuple[re.Pattern[str], ...]:
    forms = table()["page_number"][kind]
    return tuple(re.compile(spaced(form).replace("{n}", DIGITS), re.IGNORECASE) for form in forms)
