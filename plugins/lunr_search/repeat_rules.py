"""When two passages say the same: the numbers and patterns of tables/repeats.toml, which the page gets, too."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Rules:
    """tables/repeats.toml, which explains the fields."""

    letters: int
    share: float
    words: int
    number: int
    near: int
    digit: str
    reference: str


@cache
def rules() -> Rules:
    """The rules, read once."""
    return Rules(**tomllib.loads((files(__package__) / "tables" / "repeats.toml").read_text("utf-8")))
