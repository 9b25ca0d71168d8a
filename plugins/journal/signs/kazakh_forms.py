"""What the Kazakh grammar and the forms of the corpus together say of a word, or of what may be a piece of one.

The grammar alone reads almost any letters as some stem with endings; a reading counts where the corpus has the stem.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import lru_cache

from languages import normal
from languages.kazakh.grammar import NOUN, VERB
from languages.kazakh.kazakh import Candidate, Kazakh
from languages.tables import form_table

KAZAKH = re.compile("[әғқңөұүһі]")
LETTERS = re.compile("[а-яёәғқңөұүһі]+")
MIN_STEM = 4  # letters: almost any word can be cut down to a shorter one
STEM_COUNT = 2  # a stem seen once may be the piece of a word itself
ROOT_COUNT = 3  # of a root of three letters
RELATED = 2  # other forms of a stem that show that it is one


class KazakhForms:
    """`counts` are the forms of the corpus, lower case; `in_russian` tells whether a loanword's stem is a word."""

    def __init__(self, counts: Mapping[str, int], in_russian: Callable[[str], bool]) -> None:
        self._counts = counts
        self._in_russian = in_russian
        self._sorted: list[str] = []

    def recount(self) -> None:
        """To be called when the counts change."""
        self._sorted = []

    def is_derived(self, word: str) -> bool:
        """By a noun's endings: what looks like a verb may be any two words side by side."""
        likely = {reading.stem for reading in _nouns(word) if reading.cost < 0 and len(reading.stem) >= MIN_STEM}
        return any(self._counts[stem] >= STEM_COUNT or self._in_russian(stem) for stem in likely - {word})

    def is_inflected(self, word: str) -> bool:
        """A noun of the corpus with an ending of two letters or more."""
        stems = {reading.stem for reading in _nouns(word) if reading.cost < 0 and len(word) - len(reading.stem) > 1}
        return any(self._counts[stem] >= ROOT_COUNT for stem in stems)

    def of_short_root(self, word: str) -> bool:
        """`жақты`: a Kazakh ending on a root of three letters that the corpus has often."""
        roots = {reading.stem for reading in _nouns(word) if len(reading.stem) == MIN_STEM - 1} - {word}
        return any(self._counts[root] >= ROOT_COUNT for root in roots)

    def may_be_word(self, form: str) -> bool:
        """`айтылған`: any reading of it has a stem that the corpus has often, however short."""
        stems = {each.stem for each in _grammar().candidates(normal(form)) if len(each.stem) > 1} - {form}
        return any(self._counts[stem] >= ROOT_COUNT for stem in stems)

    def is_form_of(self, form: str, verbs: Collection[str]) -> bool:
        """`етті`: one of these verbs, in any form."""
        return any(each.kind == VERB and each.stem in verbs for each in _grammar().candidates(normal(form)))

    def is_ending(self, text: str) -> bool:
        """`тер`: may stand behind a Kazakh noun as nothing but endings."""
        return bool(LETTERS.fullmatch(text.casefold())) and _grammar().is_ending(normal(text))

    def takes(self, head: str, ending: str) -> bool:
        """`хабарлана` + `ды`: a form of the corpus, or what is left of one, and an ending right after it."""
        chains = (reading[-1] for reading in _grammar().readings(normal(head + ending)))
        return self._counts[head.casefold()] > 0 and any(c and len(c.text) >= len(normal(ending)) for c in chains)

    def is_built_over(self, head: str, tail: str) -> bool:
        """`шек` + `теледі`: the whole is read with a stem that goes over the seam and has other forms in the corpus."""
        whole = normal(head + tail)
        readings = [each for each in _grammar().candidates(whole) if each.cost < 0 and not each.lexical]
        stems = {each.stem for each in readings if max(MIN_STEM, len(head)) < len(each.stem) < len(whole)}
        return any(self._related(stem, whole) >= RELATED for stem in stems)

    def _related(self, stem: str, but: str) -> int:
        """How many forms of the corpus begin with `stem` and go on with endings."""
        return sum(form != but and self._is_form(form, stem) for form in self._beginning(stem))

    def _is_form(self, form: str, stem: str) -> bool:
        return form == stem or any(each.stem == stem and each.cost < 0 for each in _grammar().candidates(form))

    def _beginning(self, stem: str) -> Iterator[str]:
        self._sorted = self._sorted or sorted(self._counts)
        for i in range(bisect_left(self._sorted, stem), len(self._sorted)):
            if not self._sorted[i].startswith(stem):
                return
            yield self._sorted[i]


def is_closed(word: str) -> bool:
    """A pronoun, a particle, an auxiliary verb in any form: `менен`, `деп`, `екен`."""
    return normal(word) in _closed()


def _nouns(word: str) -> list[Candidate]:
    return [reading for reading in _grammar().candidates(normal(word)) if reading.kind == NOUN]


@lru_cache(maxsize=1)
def _closed() -> frozenset[str]:
    return frozenset(form_table("kazakh_closed.tsv"))


@lru_cache(maxsize=1)
def _grammar() -> Kazakh:
    return Kazakh()
