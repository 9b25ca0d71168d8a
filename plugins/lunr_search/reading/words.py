"""The words of a page as columns: all of them are spelled, folded and entered together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from languages import FormList, abbreviations, cut, near_numbers, normals_and_folds, telling

from .repeats import Folded, compared


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of some texts, in order."""

    written: Sequence[str]
    spelled: Sequence[str]
    """In normal form."""
    keys: Sequence[str]
    """Folded."""
    begins: Sequence[int]
    """[texts + 1] the first word of each text; the last is the number of words."""
    spaced: NDArray[np.bool_]
    """[words] nothing but a space parts it from the next, in one text."""

    def first(self, texts: int) -> Words:
        """Those of the first texts."""
        begins = self.begins[: texts + 1]
        own = slice(begins[-1])
        return Words(self.written[own], self.spelled[own], self.keys[own], begins, self.spaced[own])

    def folded(self) -> list[Folded]:
        """What is compared of each text to tell repeats."""
        letters = compared(self.keys)
        return [("".join(letters[begin:end]), end - begin) for begin, end in pairwise(self.begins)]

    def counts(self) -> NDArray[np.uint32]:
        """[texts] how many words each has."""
        return np.diff(self.begins).astype(np.uint32)

    def forms(self, langs: Sequence[str], forms: FormList) -> NDArray[np.uint32]:
        """[words] the number of the form of each in a list, to which they are added; `langs` of the texts."""
        special, found = abbreviations(self.written), np.zeros(len(self.spelled), np.uint32)
        for begin, end, lang in _runs(self.begins, langs):
            own = {rank - begin: row for rank, row in special.items() if begin <= rank < end}
            found[begin:end] = forms.enter(self.spelled[begin:end], own, lang)
        return found

    def telling(self) -> list[int]:
        """The texts with a word that may tell of an article of a law: few of those that have a number."""
        near = near_numbers(self.written)
        told = telling([self.spelled[rank] for rank in near])
        return sorted({bisect_right(self.begins, rank) - 1 for rank in near if self.spelled[rank] in told})


def _runs(begins: Sequence[int], langs: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """First word, the word behind the last, and language of neighbours in one language."""
    edges = [text for text, lang in enumerate(langs) if not text or lang != langs[text - 1]]
    for text, behind in pairwise([*edges, len(langs)]):
        yield begins[text], begins[behind], langs[text]


def words_of(texts: Sequence[str]) -> Words:
    """The words of texts."""
    written: list[str] = []
    spaced: list[bool] = []
    begins = [0]
    for words, gaps in map(cut, texts):
        written += words
        spaced += [gap == " " for gap in gaps[1:-1]]
        spaced += [False] * (len(words) > 0)
        begins.append(len(written))
    return Words(written, *normals_and_folds(written), begins, np.array(spaced, np.bool_))
