"""Whether a short text says something of somebody, or only names a thing, as headings do."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

import pymorphy3

from journal.records import Lang

WORD = re.compile(r"[^\W\d_]+")


def is_nominal(text: str, lang: Lang) -> bool:
    """`Көктемгі жұмыстар.` is; `Төрт ұсыныс дайындалды.` holds a finite verb and is a sentence."""
    words = WORD.findall(text.casefold())
    if not words:
        return False
    if lang == "kk":  # the verb stands last
        return not words[-1].endswith(tuple(_table()["kk"]["endings"])) and words[-1] not in _table()["kk"]["words"]
    if lang == "ru":
        return not any(_is_finite(word) for word in words)
    return not any(word in _table()["en"]["words"] for word in words)


def _is_finite(word: str) -> bool:
    """Is the likeliest reading a finite verb, a short participle or a predicative?"""
    reading = _russian().parse(word)[0]
    return reading.tag.POS in ("VERB", "PRTS", "ADJS", "PRED")


@lru_cache(maxsize=1)
def _russian() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return tomllib.loads((files("journal") / "tables" / "nominal.toml").read_text("utf-8"))
