"""When two passages say the same: the numbers and patterns of tables/repeats.toml, which the page gets, too."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from lunr_search.tables import table


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
    return Rules(**table("repeats"))
