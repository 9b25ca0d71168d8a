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
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from .letter_tables import LetterTables, letter_tables

WORDS_KEPT = 400_000
"""A corpus repeats its words from page to page."""


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


def _normalized(text: str, letters: LetterTables) -> str:
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


def _folded(normal_text: str, letters: LetterTables) -> str:
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
