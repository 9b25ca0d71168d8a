"""Articles of laws and abbreviations of codes: one term in all three languages.

Twin: theme/static/js/engine/statutes.js.

`190-баптың`, `ст. 190`, `Article 190` -> `§190`; `ҚР ҚК`, `УК РК` -> `§рк` `§ук`. The terms stand beside those of the
words themselves. Which words and names these are, tables/statutes.toml says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from .fold import normal
from .grammar import NOUN
from .kazakh import Kazakh
from .tables import toml_table
from .words import Word

HAS_NUMBER = re.compile("[0-9]")  # most passages have none, and need not be looked at


class Statute(NamedTuple):
    """An article that a text names: ranks of the first and the last of its words, and its term."""

    first: int
    last: int
    term: str


@dataclass(frozen=True, slots=True)
class Table:
    """tables/statutes.toml, ready for use."""

    mark: str
    number: re.Pattern[str]
    noun: str
    before: frozenset[str]
    conjunctions: frozenset[str]
    gap: re.Pattern[str]
    between: re.Pattern[str]
    names: dict[str, str]
    """Abbreviation as it is printed -> its term."""


@cache
def table() -> Table:
    """The table, built once."""
    told = toml_table("statutes.toml")
    article = told["article"]
    return Table(
        mark=told["mark"],
        number=re.compile(article["number"]),
        noun=article["noun"],
        before=frozenset(article["before"].split()),
        conjunctions=frozenset(article["and"].split()),
        gap=re.compile(article["gap"]),
        between=re.compile(article["list"]),
        names={name: told["mark"] + term for term, row in told["names"].items() for name in row.split()},
    )


def statutes(text: str, found: Sequence[Word]) -> Iterator[Statute]:
    """The articles that `text` names, `found` being its words; a list or a range of numbers is several."""
    if not HAS_NUMBER.search(text):
        return
    run = _Run(text, found, [normal(word.text) for word in found])
    for rank, form in enumerate(run.forms):
        number, _, noun = form.rpartition("-")
        if run.is_number(number) and is_article(noun):
            yield from _terms(rank, rank, number)
            yield from run.listed(rank, -1)
        elif run.stands(rank - 1, rank, table().gap) and is_article(form):
            yield from _terms(rank - 1, rank, run.forms[rank - 1])
            yield from run.listed(rank - 1, -1)
        elif form in table().before and run.stands(rank + 1, rank, table().gap):
            yield from _terms(rank, rank + 1, run.forms[rank + 1])
            yield from run.listed(rank + 1, 1)


@cache
def is_article(form: str) -> bool:
    """The Kazakh noun, in any form."""
    noun = table().noun
    return form[:2] == noun[:2] and any(c.stem == noun and c.kind == NOUN for c in _kazakh().candidates(form))


@cache
def _kazakh() -> Kazakh:
    return Kazakh()


@dataclass(frozen=True, slots=True)
class _Run:
    text: str
    found: Sequence[Word]
    forms: list[str]

    def is_number(self, form: str) -> bool:
        return table().number.fullmatch(form) is not None

    def stands(self, rank: int, beside: int, gap: re.Pattern[str]) -> bool:
        """Is there a number at `rank`, with nothing but a gap to the word `beside` it?"""
        if not 0 <= rank < len(self.forms) or not self.is_number(self.forms[rank]):
            return False
        first, last = sorted((rank, beside))
        return gap.fullmatch(self.text[self.found[first].end : self.found[last].start]) is not None

    def listed(self, rank: int, step: int) -> Iterator[Statute]:
        """The other numbers of a list that goes on from `rank`, forwards or backwards."""
        while True:
            beside, rank = rank, rank + step
            if 0 <= rank < len(self.forms) and self.forms[rank] in table().conjunctions:
                beside, rank = rank, rank + step
            if not self.stands(rank, beside, table().between):
                return
            yield from _terms(rank, rank, self.forms[rank])


def _terms(first: int, last: int, number: str) -> Iterator[Statute]:
    """One article (`190-1`), or the two ends of a range (`188-191`)."""
    ends = number.split("-")
    is_range = len(ends) == 2 and int(ends[0]) < int(ends[1])
    for each in ends if is_range else [number]:
        yield Statute(first, last, table().mark + each)


def name_term(form: str) -> str:
    """The term of an abbreviation as it is printed, with or without its ending (`ҚК-нің`); "" for any other word."""
    return table().names.get(form) or table().names.get(form.partition("-")[0], "")
