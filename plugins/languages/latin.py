"""A Kazakh word as it may be typed in Latin letters, by tables/latin.toml. Build time; the page reads them back."""

from __future__ import annotations

import re
from functools import cache
from math import prod

from .fold import fold
from .order import spelt
from .tables import toml_table


def in_latin(word: str) -> str:
    """A spelling that the page is sure to read back as this word; "" where there is none."""
    letters, key = _letters(), spelt(fold(word))
    typed = "".join(_sources().get(letter, "") for letter in key)
    outcomes = [letters[piece] for piece in _pieces().findall(typed)]
    read_back = len(outcomes) == len(key) and all(one in some for one, some in zip(key, outcomes, strict=True))
    return typed if read_back and prod(map(len, outcomes)) <= toml_table("latin.toml")["most"] else ""


@cache
def _letters() -> dict[str, list[str]]:
    """Of each Latin letter, or letters that are one, its outcomes."""
    return {latin: outcomes.split(" ") for latin, outcomes in toml_table("latin.toml")["letters"].items()}


@cache
def _sources() -> dict[str, str]:
    """Of each letter of a key the Latin one that says it most plainly: with the fewest outcomes, no sign among them."""
    plain = [(latin, some) for latin, some in _letters().items() if latin.isascii() and latin.isalpha()]
    ordered = sorted(plain, key=lambda row: (-len(row[1]), -len(row[0])))
    return {some[0]: latin for latin, some in ordered}


@cache
def _pieces() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(filter(None, _letters()), key=len, reverse=True))))
