"""Which differences of writing do not count. Twin: theme/static/js/engine/fold.js.

`normal` gives the spelling that terms are made of: one Unicode form, lower case, nothing invisible, straight
quotes and hyphens, no stress marks, ё as е, look-alike letters of the wrong alphabet repaired.
`fold` gives the search key: normal form without the distinction of the Kazakh letters, of Latin accents and of
inner hyphens, so that a query typed on any keyboard meets the term. Both are tables (tables/letters.toml); stripping
accents by NFD is avoided, it would turn й into и.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from .tables import TableError, toml_table
from .words import character_class

ONE_BYTE = r"\x00-\x09\x0b-\x7f"
"""The characters of ASCII but for the line feed, as in a class of a pattern."""

WORDS_KEPT = 400_000
"""A corpus repeats its words from page to page."""


@dataclass(frozen=True, slots=True)
class Letters:
    """tables/letters.toml, ready for use; the same fields reach the page."""

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


@lru_cache(maxsize=WORDS_KEPT)
def normal(text: str) -> str:
    """`text` in the spelling of terms. `normal(normal(x)) == normal(x)`."""
    letters = letter_tables()
    if not text.strip(letters.settled):  # nothing is left, so there is nothing else in it
        return text
    if not text.strip(letters.cased):
        return text.lower()
    if text.isascii():  # neither accents nor letters of another alphabet
        return text.translate(letters.ascii).lower()
    return _normalized(text, letters)


def normals(words: Sequence[str]) -> list[str]:
    """`normal` of each of many words without line feeds, most of them by one step for all."""
    if not words:
        return []
    text = "\n".join(words)
    odd = set(re.findall(letter_tables().odd_spelling, text))
    small = text.lower()
    lower = list(words) if small == text else small.split("\n")
    return [normal(word) if word in odd else small for word, small in zip(words, lower, strict=True)] if odd else lower


def folds(words: Sequence[str]) -> list[str]:
    """`fold` of each of many words without line feeds, most of them by one step for all."""
    return folds_of_normal(normals(words))


def folds_of_normal(words: Sequence[str]) -> list[str]:
    """The same of words in normal form."""
    if not words:
        return []
    letters, text = letter_tables(), "\n".join(words)
    odd = _odd_among(text)
    for code, key in letters.settled_keys.items():
        if chr(code) != key:  # no key is changed once more, so one after the other does what `translate` does
            text = text.replace(chr(code), key)
    keys = text.split("\n")
    return [fold(word) if word in odd else key for word, key in zip(words, keys, strict=True)] if odd else keys


def _odd_among(lines: str) -> set[str]:
    """The lines that are folded by themselves."""
    return set(re.findall(letter_tables().odd_key, lines))


def folded_by_runs(words: Sequence[str]) -> npt.NDArray[np.bool_]:
    """Of many words in normal form, which `fold` may not take letter by letter, but look at their neighbours."""
    odd = _odd_among("\n".join(words))
    return np.fromiter(map(odd.__contains__, words), np.bool_, len(words))


def _normalized(text: str, letters: Letters) -> str:
    """`normal` of any text, step by step."""
    text = unicodedata.normalize("NFC", re.sub(letters.unseen, "", text))
    text = _repaired(_mapped(re.sub(letters.marks, "", text), letters.plain))
    return unicodedata.normalize("NFC", text.lower())


@lru_cache(maxsize=WORDS_KEPT)
def fold(text: str) -> str:
    """The search key of `text`. `fold(fold(x)) == fold(x) == fold(normal(x))`."""
    letters = letter_tables()
    if not text.strip(letters.stable):
        return text
    text = normal(text)
    if text.isascii() or not text.strip(letters.settled):
        return text.translate(letters.settled_keys)
    return _folded(text, letters)


def _folded(normal_text: str, letters: Letters) -> str:
    """`fold` of any text in normal form, step by step."""
    return _mapped(_repaired(_mapped(normal_text, letters.keys)), letters.keys)


def _repaired(text: str) -> str:
    """Every run of Cyrillic and Latin letters in a single alphabet, where look-alikes allow it."""
    if text.isascii():
        return text
    return re.sub(letter_tables().mixed, lambda run: mend_homoglyphs(run.group()), text)


def _mapped(text: str, table: dict[str, str]) -> str:
    return "".join([table.get(character, character) for character in text])


def mend_homoglyphs(run: str) -> str:
    """`run` in a single alphabet if look-alikes allow it, else as it is."""
    for letter, twins in letter_tables().scripts:
        own = re.compile(letter)
        strangers = [character for character in run if not own.match(character)]
        if len(strangers) < len(run) and all(character in twins for character in strangers):
            return _mapped(run, twins) if strangers else run
    return run


@cache
def letter_tables() -> Letters:
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
    return Letters(
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
    keys = _pairs(table["from"], table["to"], "fold")
    for key, sources in table["latin"].items():
        keys.update(dict.fromkeys(sources, key))
    keys.update(dict.fromkeys(table["drop"]["characters"], ""))
    return keys


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
