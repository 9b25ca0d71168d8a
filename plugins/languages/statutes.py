"""Articles of laws and abbreviations of codes: one term in all three languages.

Twin: theme/static/js/engine/statutes.js.

`190-баптың`, `ст. 190`, `Article 190` -> `§190`; `ҚР ҚК`, `УК РК` -> `§рк` `§ук`. The terms stand beside those of the
words themselves. Which words and names these are, `statute_table` says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .fold import normal
from .statute_table import is_article, is_number, table
from .words import Cut, Word

HAS_NUMBER = re.compile("[0-9]")


class Statute(NamedTuple):
    """An article that a text names: ranks of the first and the last of its words, and its term."""

    first: int
    last: int
    term: str


def statutes(text: str, found: Sequence[Word]) -> Iterator[Statute]:
    """The articles that `text` names, `found` being its words; a list or a range of numbers is several."""
    if not found:
        return iter(())
    ends, starts = [0, *(word.end for word in found)], [*(word.start for word in found), len(text)]
    gaps = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    return statutes_in(Cut([word.text for word in found], gaps))


def statutes_in(text: Cut) -> Iterator[Statute]:
    """The same of a text that is cut already. Only words beside a number are looked at."""
    run, known = _Run(text), -1
    for rank in near_numbers(text.words):
        for found in run.named(rank, known):
            known = max(known, found.last)
            yield found


def telling(spelled: Sequence[str]) -> set[str]:
    """Of words in normal form, those of which one holds or is beside a number where a text names an article."""
    known, begin = table(), table().noun[:2]
    found = {word for word in spelled if word[:2] == begin and is_article(word)}
    found.update(word for word in spelled if "-" in word and is_article(word.rpartition("-")[2]))
    return found.union((known.before | known.after | known.codes).intersection(spelled))


def near_numbers(words: Sequence[str]) -> list[int]:
    """Ranks of the words with a digit and of those beside them."""
    if not HAS_NUMBER.search("".join(words)):
        return []
    # most words are letters alone, which is told sooner than that there is no digit
    holders = [rank for rank, word in enumerate(words) if not word.isalpha() and HAS_NUMBER.search(word)]
    near = {rank + step for rank in holders for step in (-1, 0, 1)}
    return sorted(near.difference((-1, len(words))))


@dataclass(frozen=True, slots=True)
class _Run:
    text: Cut

    def form(self, rank: int) -> str:
        return normal(self.text.words[rank])

    def named(self, rank: int, known: int) -> Iterator[Statute]:
        """The articles that the word at `rank` tells of; numbers up to the rank `known` have been told."""
        form = self.form(rank)
        number, _, noun = form.rpartition("-") if "-" in form else ("", "", "")
        if number and is_number(number) and is_article(noun):
            yield from _terms(rank, rank, number)
            yield from self.listed(rank, -1)
        elif self.stands(rank - 1, rank, table().gap) and is_article(form):
            yield from _terms(rank - 1, rank, self.form(rank - 1))
            yield from self.listed(rank - 1, -1)
        elif form in table().before and self.stands(rank + 1, rank, table().gap):
            yield from _terms(rank, rank + 1, self.form(rank + 1))
            yield from self.listed(rank + 1, 1)
        elif ordinal := self.ordinal_before(rank, form):
            yield from _terms(rank - 1, rank, ordinal)
        elif rank > known and self.is_before_code(rank, form):
            yield from _terms(rank, rank, form)
            yield from self.listed(rank, -1)

    def stands(self, rank: int, beside: int, gap: re.Pattern[str]) -> bool:
        """Is there a number at `rank`, with nothing but a gap to the word next to it, `beside`?"""
        if not 0 <= rank < len(self.text.words) or not is_number(self.form(rank)):
            return False
        return gap.fullmatch(self.text.gaps[max(rank, beside)]) is not None

    def ordinal_before(self, rank: int, form: str) -> str:
        """The number of an ordinal just before the noun at `rank`; "" where there is none."""
        if rank < 1 or not (form in table().after or is_article(form)):
            return ""
        found = table().ordinal.fullmatch(self.form(rank - 1))
        return found[1] if found and table().gap.fullmatch(self.text.gaps[rank]) else ""

    def is_before_code(self, rank: int, form: str) -> bool:
        """Is this a number just before the name of a code, and not that of another part of it?"""
        if rank + 1 >= len(self.text.words) or not is_number(form) or self.form(rank + 1) not in table().codes:
            return False
        named = rank > 0 and self.form(rank - 1) in table().parts | table().before
        return not named and table().gap.fullmatch(self.text.gaps[rank + 1]) is not None

    def listed(self, rank: int, step: int) -> Iterator[Statute]:
        """The other numbers of a list that goes on from `rank`, forwards or backwards."""
        while True:
            beside, rank = rank, rank + step
            if 0 <= rank < len(self.text.words) and self.form(rank) in table().conjunctions:
                beside, rank = rank, rank + step
            if not self.stands(rank, beside, table().between):
                return
            yield from _terms(rank, rank, self.form(rank))


def _terms(first: int, last: int, number: str) -> Iterator[Statute]:
    """One article (`190-1`), or the two ends of a range (`188-191`)."""
    ends = number.split("-")
    is_range = len(ends) == 2 and int(ends[0]) < int(ends[1])
    for each in ends if is_range else [number]:
        yield Statute(first, last, table().mark + each)
