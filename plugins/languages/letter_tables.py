"""tables/letters.toml, ready for use: which letters are one, which are unseen, what stands for what in a key."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any

from .tables import TableError, toml_table
from .words import character_class

ONE_BYTE = r"\x00-\x09\x0b-\x7f"
"""The characters of ASCII but for the line feed, as in a class of a pattern."""


@dataclass(frozen=True, slots=True)
class LetterTables:
    """What `normal` and `fold` go by; the same fields reach the page."""

    unseen: str
    """Pattern of characters deleted first."""
    marks: str
    """Pattern of accents deleted after NFC has joined those that make a letter."""
    plain: dict[str, str]
    """One character -> its plain twin, for `normal`."""
    keys: dict[str, str]
    """One character -> what stands for it in the key, for `fold`."""
    mixed: str
    """Pattern of a run of letters from the two alphabets below, repaired as one."""
    scripts: tuple[tuple[str, dict[str, str]], ...]
    """For Cyrillic, then Latin: pattern of one letter of it, and the other alphabet's look-alikes moved into it."""
    settled: str
    """Cyrillic letters, digits and signs that no step of `normal` changes; text of these only is in normal form. This
    and what follows are short cuts for Python, where a whole corpus passes."""
    cased: str
    """Those and the capitals of the letters: text of these only is in normal form when it is in lower case."""
    stable: str
    """Those of `settled` that `fold` does not change either."""
    ascii: dict[int, str]
    """`plain` for ASCII alone, for `str.translate`."""
    settled_keys: dict[int, str]
    """What `fold` makes of each of `settled` and of ASCII, for `str.translate`."""
    odd_spelling: str
    """Pattern of a line that is neither of `cased` alone nor of ASCII letters alone, which have no other spelling than
    small ones."""
    odd_key: str
    """Pattern of a line that is neither of `settled` alone nor of ASCII alone."""


@cache
def letter_tables() -> LetterTables:
    """The letter tables, built once."""
    table = toml_table("letters.toml")
    word, scripts = table["word"], table["homoglyphs"]
    both = scripts["cyrillic_letters"] + scripts["latin_letters"]
    cyrillic = _pairs(scripts["cyrillic"], scripts["latin"], "homoglyphs")
    plain, keys = _plain(table), _keys(table["fold"])
    own: str = scripts["settled"]
    ascii_signs = "".join(map(chr, range(128)))
    # what is no letter is in no run of letters, so no repair concerns it
    settled = own + "".join(sign for sign in ascii_signs if not sign.isalpha() and sign not in plain)
    return LetterTables(
        unseen=character_class(word["invisible"]),
        marks=character_class(word["marks"]),
        plain=plain,
        keys=keys,
        mixed=character_class(both) + "+",
        settled=settled,
        cased=settled + own.upper(),
        stable="".join(letter for letter in settled if letter not in keys),
        ascii={ord(sign): plain.get(sign, sign) for sign in ascii_signs},
        settled_keys={ord(letter): keys.get(letter, letter) for letter in settled + ascii_signs},
        odd_spelling=_line_but_for(settled + own.upper(), "A-Za-z"),
        odd_key=_line_but_for(settled, ONE_BYTE),
        scripts=(
            (character_class(scripts["cyrillic_letters"]), {b: a for a, b in cyrillic.items()}),
            (character_class(scripts["latin_letters"]), {a: b for a, b in cyrillic.items() if b.isascii()}),
        ),
    )


def _line_but_for(signs: str, others: str) -> str:
    """A pattern of lines that are not of `signs` alone, nor of `others`, given as in a class."""
    return f"(?m)^(?![{re.escape(signs.replace(chr(10), ''))}]*+$)(?![{others}]*+$).*"


def _plain(table: dict[str, Any]) -> dict[str, str]:
    word = table["word"]
    plain = _pairs(table["normal"]["from"], table["normal"]["to"], "normal")
    plain.update(dict.fromkeys(characters(word["hyphens"]), "-"))
    plain.update(dict.fromkeys(characters(word["apostrophes"]), "'"))
    return {a: b for a, b in plain.items() if a != b}


def _keys(table: dict[str, Any]) -> dict[str, str]:
    keys = _pairs(table["from"], table["to"], "fold") | accented()
    for key, sources in table["latin"].items():
        keys.update(dict.fromkeys(sources, key))
    keys.update(dict.fromkeys(table["drop"]["characters"], ""))
    return keys


@cache
def accented() -> dict[str, str]:
    """Small Latin letters with accents, and what they are without; the page finds them by itself (engine/fold.js)."""
    letters = characters([toml_table("letters.toml")["fold"]["accented"]])
    first = {letter: unicodedata.normalize("NFD", letter)[0] for letter in letters}
    return {letter: plain for letter, plain in first.items() if letter != plain and "a" <= plain <= "z"}


def _pairs(source: str, target: str, section: str) -> dict[str, str]:
    """Two strings read side by side; they must be equally long."""
    if len(source) != len(target):
        raise TableError(f"letters.toml [{section}]: {len(source)} letters against {len(target)}")
    return dict(zip(source, target, strict=True))


def characters(ranges: list[str]) -> list[str]:
    """Every character of ranges like "2010-2011"."""
    found: list[str] = []
    for item in ranges:
        first, _, last = item.partition("-")
        found += map(chr, range(int(first, 16), int(last or first, 16) + 1))
    return found
