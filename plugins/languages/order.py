"""Where a term stands in the index: terms that one word may mean lie together. Twin: theme/static/js/engine/order.js.

In: search keys, as `fold` gives them. What is one in the order stands in tables/letters.toml and latin.toml.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import numpy as np

from .tables import toml_table

BEHIND = " "  # between the common letters and the key, before all letters


def order(key: str) -> str:
    """The letters that all words share which may be this one, then a space and the key itself.

    `commons` of the beginning of a key is the beginning of the key's.
    """
    return commons([key])[0] + BEHIND + key


def orders(keys: Sequence[str]) -> list[str]:
    """The same of many keys without line feeds."""
    return [common + BEHIND + key for common, key in zip(commons(keys), keys, strict=True)]


def commons(keys: Sequence[str]) -> list[str]:
    """Of each key the letters alone that it shares with all words which may be the same."""
    if not keys:
        return []
    # what is several letters is read from left to right, the longest first; then all other steps are of single letters
    text = _pieces().sub(lambda piece: _latin()[piece.group()], "\n".join(keys))
    return _undoubled(_changed(sound(_changed(text, "latin")), "order")).split("\n")


def _undoubled(text: str) -> str:
    """Of a letter that stands side by side with itself the first alone; line feeds stay."""
    letters = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    kept = np.ones(letters.size, np.bool_)
    kept[1:] = (letters[1:] != letters[:-1]) | (letters[1:] == ord("\n"))
    return letters[kept].tobytes().decode("utf-32-le", "surrogatepass")


def spelt(key: str) -> str:
    """What Latin letters tell of a search key at most."""
    return _changed(_changed(key, "spelt"), "glide")


def sound(key: str) -> str:
    """What they tell of it at least."""
    return _changed(_changed(key, "spelt"), "sound")


def _changed(text: str, name: str) -> str:
    for letters, common in _rules(name):
        text = text.replace(letters, common)
    return text


@cache
def _rules(name: str) -> tuple[tuple[str, str], ...]:
    """Rules of letters.toml, or of latin.toml those of single letters."""
    if name == "latin":
        return tuple((latin, common) for latin, common in _latin().items() if len(latin) == 1)
    return tuple(map(tuple, toml_table("letters.toml")["alike"][name]))


@cache
def _latin() -> dict[str, str]:
    rows = toml_table("latin.toml")["letters"].items()
    return {latin: outcomes.partition(" ")[0] for latin, outcomes in rows}


@cache
def _pieces() -> re.Pattern[str]:
    several = sorted((latin for latin in _latin() if len(latin) > 1), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, several)))
