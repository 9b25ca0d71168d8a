"""A person's name as a whole: one key however it is written, and which of its words is the surname.

Twin of `name_key`: theme/static/js/engine/names.js. All letters stand in tables/names.toml and latin.toml.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from languages.tables import toml_table
from languages.words import words

from .names import heard, is_forward, is_given, is_particle, is_patronymic, surname_ending


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

    Said outright by a comma; else by what a word is: beside initials, behind a particle, in capitals, by its end, the
    one that is neither a given nor a father's name. Where nothing tells, in Latin letters the last word, in Cyrillic
    ones the first; and none, where that one may as well be the given name (`Нұрбек Ахмет`).
    """
    text = " ".join(name.split())
    family, comma, given = (part.strip() for part in text.partition(","))
    if comma:
        return Name(family, given) if family else Name(given, "")
    parts = name_parts(text)
    first = _surname(parts)
    if first is None:
        return Name(text, "")
    begin = end = first
    while begin and parts[begin - 1].full and is_forward(parts[begin - 1].text):
        begin -= 1
    before, own = text[: parts[begin].start], text[parts[begin].start : parts[end].end]
    return Name(own, " ".join(f"{before} {text[parts[end].end :]}".split()))


def _surname(parts: Sequence[Part]) -> int | None:
    """The place of the surname; None where all may be a name of something else."""
    places = [place for place, part in enumerate(parts) if part.full and not is_particle(part.text)]
    if len(parts) < 2 or not places:
        return None
    fathers = [place for place in places if _is_fathers(place, parts)]
    free = [place for place in places if place not in fathers] or places
    if fathers and len(parts) == 2 and is_given(parts[free[0]].text):
        return None  # `Иван Петрович`: no surname at all
    told = (only[0] for only in _told(free, fathers, parts) if len(only) == 1)
    return next(told, _by_order(free, parts))


def _is_fathers(place: int, parts: Sequence[Part]) -> bool:
    """`Сәкенұлы`, `Рустам оглы`."""
    behind = parts[place + 1].text if place + 1 < len(parts) else ""
    return is_patronymic(parts[place].text) or (is_particle(behind) and not is_forward(behind))


def _told(free: Sequence[int], fathers: Sequence[int], parts: Sequence[Part]) -> Iterator[list[int]]:
    """What may be the surname by one sign after another, the surest first: one place tells, several do not."""
    ends = {place: surname_ending(parts[place].text) for place in free}
    given = {place for place in free if is_given(parts[place].text)}
    yield [*free]
    yield [place for place in free if place and is_forward(parts[place - 1].text)]
    yield [place for place in free if parts[place].text.isupper()]
    yield [place for place in free if ends[place] == "sure"]
    yield [place for place in free if place + 1 not in fathers] if fathers else []
    yield [place for place in free if place not in given]
    yield [place for place in free if ends[place] == "likely" and place not in given]


def _by_order(free: Sequence[int], parts: Sequence[Part]) -> int | None:
    if unicodedata.name(parts[free[-1]].text[0], "").startswith("LATIN"):
        return free[-1]
    return None if surname_ending(parts[free[0]].text) == "open" else free[0]
