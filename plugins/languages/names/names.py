"""Names of people: how they sound whatever alphabet they are written in, and what their parts look like.

In: one word of a name. Twin of `heard` and `begun`: theme/static/js/engine/names.js. All letters and endings stand in
tables/names.toml, latin.toml and letters.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from languages.fold import fold, normal
from languages.letter_tables import letter_tables
from languages.order import sound
from languages.tables import toml_table

DOUBLED = re.compile(r"(.)\1+")
LEAST_STEM = 3  # letters before an ending, or it is the whole of a short word


@lru_cache(maxsize=50_000)
def heard(word: str) -> str:
    """The sounds of a name, coarsely, in Cyrillic letters: `Nurzhan`, `Нұржан` and `Nurjan` are one."""
    return _replaced(begun(word) + " ", _table()["sounds"]["after"])[:-1]


def begun(word: str) -> str:
    """The sounds of the beginning of a name: those of a longer one begin with them, as far as sounds are letters."""
    table = _table()["sounds"]
    low = "".join(sign for sign in normal(word) if sign not in table["silent"])
    cyrillic = "".join(_latin().get(piece, piece) for piece in _latin_pieces().findall(low))
    return _replaced(sound(fold(cyrillic)), table["rules"])


def _replaced(text: str, rules: Iterable[tuple[str, str]]) -> str:
    for before, after in rules:
        text = text.replace(before, after)
    return DOUBLED.sub(r"\1", text)


def in_one_alphabet(text: str) -> str:
    """A whole name in one alphabet: a Latin `A.` among Cyrillic letters is Cyrillic, and the reverse."""
    letters = [sign for sign in text if sign.isalpha()]
    sides = [(twins, sum(re.fullmatch(own, sign) is not None for sign in letters)) for own, twins in _scripts()]
    twins, most = max(sides, key=lambda side: side[1])
    if 2 * most <= len(letters):
        return text
    return "".join(twins.get(sign, sign) for sign in text)


def is_patronymic(word: str) -> bool:
    """`Серікұлы`, `Петровна`, `ogly`: a father's name, or the word that makes one."""
    low = normal(word)
    stemmed = any(_has_end(low, end) for end in _words("patronymic", "endings"))
    return stemmed or low in _words("patronymic", "words")


def surname_ending(word: str) -> str:
    """How far the end of a word tells a surname, as a key of [surname] in tables/names.toml; "" for not at all."""
    low = normal(word).rpartition("-")[2]
    alike = (key for key in _table()["surname"] for end in _words("surname", key) if _has_end(low, end))
    return next(alike, "")


def ends_like_surname(word: str) -> bool:
    """`Омаров`, `Нұрланова`, `Verbitskaya`; also `Марина`."""
    return bool(surname_ending(word))


def is_given(word: str) -> bool:
    """`Марина`, `Kevin`: a given name that we know, in any alphabet."""
    return heard(word) in _given()


def is_forward(word: str) -> bool:
    """`аль`, `фон`: a small word that belongs to the name behind it."""
    return normal(word) in _words("particles", "words")


def is_particle(word: str) -> bool:
    """`аль`, `фон`, `оглы`: a small word inside a name, by itself no name."""
    return is_forward(word) or normal(word) in _words("patronymic", "words")


def genders() -> list[list[str]]:
    """The ends of a man's and a woman's surname of one family, as they are heard."""
    endings: list[list[str]] = _table()["gender"]["endings"]
    return endings


def of_two_genders(one: str, other: str) -> bool:
    """Two heard surnames that are a man's and a woman's of one family."""
    return any(
        man.endswith(his) and woman.endswith(hers) and man[: -len(his)] == woman[: -len(hers)]
        for man, woman in ((one, other), (other, one))
        for his, hers in genders()
    )


def _table() -> dict[str, Any]:
    return toml_table("names.toml")


@cache
def _words(section: str, key: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(normal(word) for word in _table()[section][key].split()))


@cache
def _given() -> frozenset[str]:
    return frozenset(heard(word) for key in _table()["given"] for word in _words("given", key))


def _has_end(low: str, end: str) -> bool:
    return low.endswith(end) and len(low) >= len(end) + LEAST_STEM


@cache
def _latin() -> dict[str, str]:
    """Latin letters, one or several -> the Cyrillic ones that they are most often written for."""
    rows = toml_table("latin.toml")["letters"].items()
    letters = {latin: outcomes.partition(" ")[0] for latin, outcomes in rows}
    plain = {sign: letters[key] for sign, key in letter_tables().keys.items() if key in letters and sign not in letters}
    own: dict[str, str] = _table()["latin"]
    return plain | letters | own


@cache
def _latin_pieces() -> re.Pattern[str]:
    longest = sorted(_latin(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest)) + "|.", re.DOTALL)


@cache
def _scripts() -> tuple[tuple[str, dict[str, str]], ...]:
    return letter_tables().scripts
