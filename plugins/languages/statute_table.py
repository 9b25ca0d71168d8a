"""tables/statutes.toml, ready for use: which words and signs name the articles of laws, and what codes are called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from .fold import normal
from .kazakh.grammar import NOUN
from .kazakh.kazakh import Kazakh
from .tables import TableError, toml_table

NUMBERS_KEPT = 65_536


@dataclass(frozen=True, slots=True)
class Table:
    """Words in normal form, signs and names."""

    mark: str
    number: re.Pattern[str]
    noun: str
    before: frozenset[str]
    ordinal: re.Pattern[str]
    after: frozenset[str]
    codes: frozenset[str]
    """Abbreviations of codes, in normal form."""
    parts: frozenset[str]
    conjunctions: frozenset[str]
    gap: re.Pattern[str]
    between: re.Pattern[str]
    names: dict[str, str]
    """Abbreviation as it is printed -> its term."""


@cache
def table() -> Table:
    """The table, built once."""
    told = toml_table("statutes.toml")
    names = {name: told["mark"] + term for term, row in told["names"].items() for name in row.split()}
    if bare := [name for name in names if not any(map(str.isupper, name))]:
        raise TableError(f"statutes.toml [names]: {bare[0]} has no capital")
    article = told["article"]
    return Table(
        mark=told["mark"],
        number=re.compile(article["number"]),
        noun=article["noun"],
        before=frozenset(article["before"].split()),
        ordinal=re.compile(article["ordinal"]),
        after=frozenset(article["after"].split()),
        codes=frozenset(normal(name) for term in article["codes"].split() for name in told["names"][term].split()),
        parts=frozenset(article["parts"].split()),
        conjunctions=frozenset(article["and"].split()),
        gap=re.compile(article["gap"]),
        between=re.compile(article["list"]),
        names=names,
    )


@lru_cache(NUMBERS_KEPT)
def is_number(form: str) -> bool:
    """Is this, in normal form, what the table takes for the number of an article?"""
    return table().number.fullmatch(form) is not None


@cache
def is_article(form: str) -> bool:
    """The Kazakh noun, in any form."""
    noun = table().noun
    return form[:2] == noun[:2] and any(c.stem == noun and c.kind == NOUN for c in _kazakh().candidates(form))


@cache
def _kazakh() -> Kazakh:
    return Kazakh()


def name_term(form: str) -> str:
    """The term of an abbreviation as it is printed, with or without its ending (`ҚК-нің`); "" for any other word."""
    names = table().names
    return names.get(form) or (names.get(form.partition("-")[0], "") if "-" in form else "")
