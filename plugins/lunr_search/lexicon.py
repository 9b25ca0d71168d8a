"""The distinct words of a corpus -> their index terms, as numbers.

Each word is analysed once; the tokens of the pages are then turned into terms by looking numbers up in arrays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from languages import Analyser, Form

from .corpus import Corpus
from .extract import Extract
from .records import Ints

OF_LANGUAGE = ("lemma", "part")  # kinds of terms that are words


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The terms of the words: those of the word at `place` are `flat[starts[place] : starts[place + 1]]`."""

    numbers: Mapping[str, int]
    """Each term's number, from 0."""
    starts: Ints
    flat: Ints
    lemmas: frozenset[int]
    """The numbers of terms that are words, no signs of a word."""
    joined: Mapping[tuple[int, int], Sequence[int]] = field(default_factory=dict)
    """Two places of words -> the terms of the one word that they are elsewhere, when only a space parts them."""


def lexicon(corpus: Corpus, analyser: Analyser) -> Lexicon:
    """The terms of all forms that are used, of articles of laws, and of two words that are one elsewhere."""
    forms, counts, extracts = corpus.forms, corpus.counts, corpus.extracts
    numbers: dict[str, int] = {}
    lemmas: set[int] = set()
    flat: list[int] = []
    starts = [0]
    for form, count in zip(forms, counts.tolist(), strict=True):
        for term in analyser.terms_of(form) if count else ():
            number = numbers.setdefault(term.text, len(numbers))
            flat.append(number)
            if term.kind in OF_LANGUAGE:
                lemmas.add(number)
        starts.append(len(flat))
    for extracted in extracts:
        for _, statute in extracted.statutes:
            numbers.setdefault(statute, len(numbers))
    pairs = {
        pair: [numbers.setdefault(term, len(numbers)) for term in terms]
        for pair, terms in _joined(forms, counts, extracts, analyser)
    }
    return Lexicon(numbers, np.array(starts, np.int64), np.array(flat, np.int64), frozenset(lemmas), pairs)


def _joined(
    forms: Sequence[Form], counts: Ints, extracts: Sequence[Extract], analyser: Analyser
) -> Iterator[tuple[tuple[int, int], Sequence[str]]]:
    """The pairs of words, side by side somewhere, that are one word elsewhere; found by what such words begin with."""
    first = np.zeros(len(forms), np.bool_)
    second = np.zeros(len(forms), np.bool_)
    halves = analyser.halves()
    nothing: tuple[set[str], set[str]] = (set(), set())
    for place, (form, count) in enumerate(zip(forms, counts.tolist(), strict=True)):
        firsts, seconds = halves.get(form.lang, nothing)
        if count and firsts:
            first[place] = form.text in firsts
            second[place] = analyser.lemma(form.text, form.lang) in seconds
    seen: set[tuple[int, int]] = set()
    for extracted in extracts:
        tokens = extracted.tokens
        if tokens.size < 2:
            continue
        here = np.flatnonzero(extracted.spaced[:-1] & first[tokens[:-1]] & second[tokens[1:]])
        seen.update(zip(tokens[here].tolist(), tokens[here + 1].tolist(), strict=True))
    for pair in sorted(seen):
        one, other = forms[pair[0]], forms[pair[1]]
        terms = analyser.joined(one.text, other.text, one.lang)
        if terms:
            yield pair, terms


def words_of(lexed: Lexicon, counts: Ints) -> int:
    """The number of words in the corpus."""
    has_terms = lexed.starts[1:] > lexed.starts[:-1]
    return int(counts[has_terms].sum())
