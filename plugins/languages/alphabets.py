"""What the letters of a form say of it, whatever language its text is in; the order of letters. Build time only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any

from .letter_tables import characters
from .tables import toml_table

LONGEST_ABBREVIATION = 5


def language_to_read(form: str, lang: str) -> str:
    """The language to read a form in: its block's, unless it is written in another alphabet, or holds no letter."""
    cyrillic, latin, kazakh = _alphabets()
    if form[:1] in cyrillic or not cyrillic.isdisjoint(form):  # mostly the first letter tells
        return lang if lang in ("kk", "ru") else ("ru" if kazakh.isdisjoint(form) else "kk")
    if not latin.isdisjoint(form):
        return "en" if lang in ("kk", "ru", "en") else lang
    return "other"


def by_language(forms: Iterable[str], lang: str) -> dict[str, list[str]]:
    """Forms of texts in a language by the languages to read them in, each in the order in which it is given."""
    own = _alphabets()[0] if lang in ("kk", "ru") else frozenset()  # mostly the first letter tells
    found: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        found[lang if form[:1] in own else language_to_read(form, lang)].append(form)
    return found


def in_capitals(form: str) -> bool:
    """Is this, in Latin capitals alone, short enough for an abbreviation?"""
    return len(form) <= LONGEST_ABBREVIATION and form.isascii() and form.isalpha() and form.isupper()


def alphabetical(text: str) -> tuple[tuple[int, int | str], ...]:
    """Sort key in the order of the Kazakh alphabet, which holds the Russian one; Latin comes after Cyrillic."""
    letters = (sign for sign in text.casefold() if sign.isalnum() or sign == " ")
    ranks = _ranks()
    return tuple((0, ranks[sign]) if sign in ranks else (1, sign) for sign in letters)


def alphabet() -> str:
    """The letters of the Kazakh alphabet, which holds the Russian one, in order."""
    return str(toml_table("terms.toml")["alphabets"]["order"])


@cache
def _ranks() -> dict[str, int]:
    return {letter: rank for rank, letter in enumerate(alphabet())}


@cache
def _alphabets() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    table: dict[str, Any] = toml_table("terms.toml")["alphabets"]
    return frozenset(characters(table["cyrillic"])), frozenset(characters(table["latin"])), frozenset(table["kazakh"])
