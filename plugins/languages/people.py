"""A person's name as a whole: one key however it is written, and which of its words is the surname.

Twin of `name_key`: theme/static/js/engine/names.js. All letters stand in tables/names.toml and latin.toml.
"""

from __future__ import annotations

from typing import NamedTuple

from .names import ends_like_surname, heard, is_particle, is_patronymic
from .tables import toml_table
from .words import words


class Part(NamedTuple):
    """A part of a name as it is written; one that is not full is an initial."""

    text: str
    full: bool
    start: int
    end: int


class Name(NamedTuple):
    """Surname and given names, as they are written; `family` is all of a name that cannot be told apart."""

    family: str
    given: str


def name_parts(name: str) -> list[Part]:
    """The parts of a name in order: a letter, or up to three with a stop behind them, are an initial."""
    longest: int = toml_table("names.toml")["sounds"]["initial"]
    return [
        Part(text, not (len(text) == 1 or (len(text) <= longest and name[end : end + 1] == ".")), start, end)
        for text, start, end in words(name)
    ]


def name_key(name: str) -> str:
    """One key for `Иванов И. И.`, `Ivanov I.I.`, `И. И. Иванов`: words as they sound, in order, then the initials."""
    parts = name_parts(name)
    full = sorted(heard(part.text) for part in parts if part.full)
    return " ".join([*full, *(heard(part.text) for part in parts if not part.full)])


def in_two(name: str) -> Name:
    """`Ахметова А. Б.`, `T.N. Aliev`, `Бекзатов Нұрдәулет Сәкенұлы`, `Smith, John` -> surname and given names.

    Said outright by a comma; else the word beside initials, the one that ends like a surname, the first before a
    father's name; in Latin letters the last word, in Cyrillic ones the first.
    """
    text = " ".join(name.split())
    family, comma, given = text.partition(",")
    if comma:
        return Name(family.strip(), given.strip())
    parts = name_parts(text)
    first = _surname(parts)
    if first is None:
        return Name(text, "")
    begin = end = first
    while begin and is_particle(parts[begin - 1].text) and parts[begin - 1].full:
        begin -= 1
    before, own = text[: parts[begin].start], text[parts[begin].start : parts[end].end]
    return Name(own, " ".join(f"{before} {text[parts[end].end :]}".split()))


def _surname(parts: list[Part]) -> int | None:
    """The place of the surname; None where all may be a name of something else."""
    places = [place for place, part in enumerate(parts) if part.full and not is_particle(part.text)]
    if len(parts) < 2 or not places:
        return None
    free = [place for place in places if not is_patronymic(parts[place].text)] or places
    alike = [place for place in free if ends_like_surname(parts[place].text)]
    if len(alike) == 1:
        return alike[0]
    if len(free) == 1 or len(free) < len(places):
        return free[0]
    return free[-1] if parts[free[-1]].text.isascii() else free[0]
