"""The terms of all forms of a corpus in one row, as numbers: nearly all forms are plain, and cost a look-up.

Build time only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .form_list import FormList
from .forms import Form
from .numbering import Numbers
from .tables import toml_table

OF_LANGUAGE = ("lemma", "part")
"""Kinds of terms that are words."""


class Term(NamedTuple):
    """One thing that the index stores for a word."""

    text: str
    """In normal form, not folded."""
    kind: str
    """"lemma", "part" (of a hyphenated word), "name" (of an abbreviation, in all languages), "prefix" (the first
    letters and a marker); of several words "joined" (written as one elsewhere) or "article" (of a law)."""
    weight: float
    """How much it counts beside the lemma's 1."""


Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class TermRows:
    """The terms of many forms in one row, as numbers."""

    starts: Ints
    """Where the terms of each form begin, the lemma first; the last is their number."""
    flat: Ints
    """The terms, form by form."""
    numbers: dict[str, int]
    """The distinct terms, in the order of their numbers."""
    words: int
    """So many of them, the first, are words, no signs of words."""
    special: Ints
    """The forms whose first term may be another than the lemma of their letters, or that have parts."""


Lemmas = Mapping[str, Mapping[str, str]]
"""Language of the texts -> form in normal form -> lemma."""


def term_rows(forms: FormList, lemmas: Lemmas, terms_of: Callable[[Form], Sequence[Term]]) -> TermRows:
    """The terms of many forms; `terms_of` tells those of one that is not plain, or has a hyphen."""
    size, texts = len(forms), forms.texts
    special = forms.are_special()
    specials = {place: terms_of(forms[place]) for place in np.flatnonzero(special).tolist()}
    long = np.flatnonzero(_has_prefix(forms) & ~special)
    numbers = Numbers()
    own = _plain_lemmas(forms, lemmas, ~special, numbers)
    for terms in specials.values():
        for term in terms:
            if term.kind in OF_LANGUAGE:
                numbers[term.text]
    words = len(numbers)
    sizes = np.ones(size, np.int64)
    sizes[long] += 1
    sizes[list(specials)] = [len(terms) for terms in specials.values()]
    starts = np.concatenate([np.zeros(1, np.int64), sizes.cumsum()])
    flat = np.empty(starts[-1], np.int64)
    flat[starts[:-1]] = own
    flat[starts[long] + 1] = _prefixes_of(long, texts, numbers)
    for place, terms in specials.items():
        flat[starts[place] : starts[place + 1]] = [numbers[term.text] for term in terms]
    return TermRows(starts, flat, numbers, words, np.flatnonzero(special))


def _prefixes_of(places: Ints, texts: Sequence[str], numbers: Numbers) -> Ints:
    """The terms of the first letters of the forms at these places, which share most of them."""
    table, beginnings = toml_table("terms.toml")["prefix"], Numbers()
    own = beginnings.all([texts[place][: table["letters"]] for place in places.tolist()])
    return numbers.all([letters + table["marker"] for letters in beginnings])[own]


def _plain_lemmas(forms: FormList, lemmas: Lemmas, wanted: Flags, numbers: Numbers) -> Ints:
    """The numbers of the lemmas of the wanted forms, which are plain, by their places; 0 for others."""
    found = np.zeros(len(forms), np.int64)
    for lang, texts, places in forms.plain():
        own = wanted[places]
        found[places[own]] = numbers.all(list(map(lemmas[lang].__getitem__, compress(texts, own.tolist()))))
    return found


def _has_prefix(forms: FormList) -> Flags:
    """Which plain forms have the term of their first letters; one with a hyphen has more than that."""
    found = np.zeros(len(forms), np.bool_)
    letters: int = toml_table("terms.toml")["prefix"]["letters"]
    for lang, texts, places in forms.plain():
        if lang == "kk":
            long = np.fromiter(map(len, texts), np.int64, len(texts)) > letters
            found[places] = long & np.fromiter(map(str.isalpha, texts), np.bool_, len(texts))
    return found
