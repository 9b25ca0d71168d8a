"""A word as the analysis sees it: all that its terms depend on beside the corpus."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import NamedTuple

from .alphabets import in_capitals
from .fold import normal, normals
from .statutes import name_term


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


def as_forms(rows: Iterable[Sequence[object]]) -> list[Form]:
    """The forms whose fields are given: a named tuple's own way to make one, in Python, takes four times as long."""
    return list(map(tuple.__new__, repeat(Form), rows))


def form_of(word: str, lang: str) -> Form:
    """The form of a word as a text in `lang` has it."""
    return Form(normal(word), lang, in_capitals(word), name_term(word))


def forms_of(words: Sequence[str], lang: str, spelled: Sequence[str] | None = None) -> list[Form]:
    """The forms of many words; `spelled` are their normal forms, if the caller has them."""
    new = tuple.__new__  # a named tuple's own, written in Python, takes four times as long
    return [
        # every abbreviation has a capital, the table sees to it
        new(Form, (spelling, lang, False, ""))
        if word.islower()
        else Form(spelling, lang, in_capitals(word), name_term(word))
        for word, spelling in zip(words, normals(words) if spelled is None else spelled, strict=True)
    ]
