"""Degrees, ranks and posts beside the names of authors; the words of `tables/bylines.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

DEGREE_WORDS = 9  # of a piece that tells a degree or a post; longer ones are sentences


def is_degree(piece: str) -> bool:
    """`PhD`, `доцент кафедры гражданского права`, `заң ғылымдарының кандидаты`."""
    return (
        len(piece.split()) <= DEGREE_WORDS
        and ":" not in piece
        and re.search(rf"(?<!\w)(?:{_either()})(?!\w)", piece, re.IGNORECASE) is not None
    )


def are_degrees(text: str) -> bool:
    """`PhD, доцент`: degrees and nothing else."""
    return re.fullmatch(rf"(?:(?:{_either()})[.,:]?\s*)+", text, re.IGNORECASE) is not None


@cache
def byline_words(section: str) -> tuple[str, ...]:
    """One list of the table: words, or patterns."""
    table = tomllib.loads((files("journal") / "tables" / "bylines.toml").read_text("utf-8"))
    return tuple(table[section])


@cache
def _either() -> str:
    return "|".join(byline_words("degree"))
