"""The language of a piece of text, by letters and small words."""

from __future__ import annotations

import re
from functools import cache

from .tables import toml_table

LANGS = ("kk", "ru", "en")
LATN = "kk-Latn"
WORD = re.compile(r"[^\W\d_]{2,}|[^\W\d_](?![.\w])")  # not the initials of names
CYRILLIC = re.compile("[а-яёәғқңөұүһі]")
LATIN = re.compile("[a-zäöüğñşıūáǵńúýəɵŋ]")
Q_ALONE = re.compile("q(?!u)")
LATIN_KAZAKH = 0.03  # of the letters are q or no letters of English; 0.08 to 0.2 in Kazakh, under 0.005 in English
KAZAKH_SHARE = 0.015  # of the Cyrillic letters; running Kazakh has 0.08 to 0.2, Russian with Kazakh names under 0.01
SURE_LETTERS = 40  # fewer letters say something only by a Kazakh letter or a small word


def language_of(text: str) -> str | None:
    """kk, ru or en; None where the text is too short to tell."""
    low = text.lower()
    cyrillic, latin = len(CYRILLIC.findall(low)), len(LATIN.findall(low))
    small = _small_words(low)
    if latin > 2 * cyrillic:
        if in_latin_kazakh(text):
            return "kk"
        return "en" if latin >= SURE_LETTERS or small["en"] else None
    kazakh = sum(low.count(letter) for letter in _letters())
    if cyrillic < SURE_LETTERS:
        return "kk" if kazakh else _more(small)
    if kazakh > KAZAKH_SHARE * cyrillic and small["kk"] >= small["ru"] // 2:
        return "kk"
    return "ru" if small["ru"] >= small["kk"] else "kk"


def in_latin_kazakh(text: str) -> bool:
    """Is this Kazakh in one of its Latin alphabets (`kk-Latn`)? A name or a short quotation in a text makes none."""
    low = text.lower()
    latin = len(LATIN.findall(low))
    if latin <= 2 * len(CYRILLIC.findall(low)):
        return False
    small = _small_words(low)
    letters = toml_table("detect.toml")[LATN]["letters"]
    special = len(Q_ALONE.findall(low)) + sum(low.count(letter) for letter in letters)
    if special > LATIN_KAZAKH * latin and special > 1:
        return small["en"] <= small[LATN]
    return small[LATN] > 1 and small[LATN] > 2 * small["en"]


def _more(small: dict[str, int]) -> str | None:
    if small["kk"] == small["ru"]:
        return None
    return "kk" if small["kk"] > small["ru"] else "ru"


def _small_words(low: str) -> dict[str, int]:
    words = WORD.findall(low)
    return {lang: sum(word in known for word in words) for lang, known in _small().items()}


@cache
def _letters() -> str:
    return str(toml_table("detect.toml")["kk"]["letters"])


@cache
def _small() -> dict[str, frozenset[str]]:
    return {lang: frozenset(toml_table("detect.toml")[lang]["words"]) for lang in (*LANGS, LATN)}
