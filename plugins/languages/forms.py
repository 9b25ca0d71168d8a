"""A word as the analysis sees it: all that its terms depend on beside the corpus."""

from __future__ import annotations

from typing import NamedTuple

from .alphabets import in_capitals
from .fold import normal
from .statute_table import name_term


class Form(NamedTuple):
    """Words that differ in nothing else have the same terms."""

    text: str
    """In normal form."""
    lang: str
    """The language of its text: "kk", "ru", "en"; any other has no lemmas."""
    capitals: bool
    """It is short and in Latin capitals, so perhaps an abbreviation."""
    name: str
    """The term of an abbreviation in all languages, or ""."""


def form_of(word: str, lang: str) -> Form:
    """The form of a word as a text in `lang` has it."""
    return Form(normal(word), lang, in_capitals(word), name_term(word))
