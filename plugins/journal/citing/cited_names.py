"""Citations by author and year: `(Қожахметов, 2019)`, `[Ivanov, 2020, p. 5]`, `(Smith & Jones 2018; …)`, `Li (2021)`.

In a bracket every work begins with surnames and has a year. Before a bracket that holds a year only, the name must look
like a person's: a law, a month or a place in the table `no_name` is none, nor is a word inside a longer name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from journal.signs.cite_words import table, tokens

from .cited_numbers import Cited

YEAR = r"(?:1[5-9]\d\d|20\d\d)[a-eа-д]?(?!\w)"
LOCATOR = re.compile(r"[,:.]?\s?(?=[^\s,])")
PLACE = re.compile(r"(?:[nwra:,.-])+")
MORE_YEARS = re.compile(rf",\s?({YEAR})")
YEAR_AHEAD = re.compile(rf"\s?\(({YEAR})(?P<rest>[^()]{{0,60}})\)")
LONGEST = 120  # characters of the names before a year
SHORTEST = 3  # letters of a surname that stands without a comma
UPPER = "".join(sign for sign in map(chr, range(0x530)) if sign.isupper())
SURNAME = rf"[{UPPER}](?:[^\W\d_]|[’ʼ'`])+(?:-[{UPPER}](?:[^\W\d_]|[’ʼ'`])+)*"
INITIALS = rf"(?:[{UPPER}][^\W\d_]?\.[\s-]?){{1,3}}"
POSSESSIVE = re.compile(r"[’']s$")
SENTENCE = re.compile(r"(?:^|[.!?…:;(«“\"\[–—-])\s*$")
CASE = re.compile(r"(?:\bvs?\.?|\d)\s$")  # `Kelly v. Whinney (1885)`, `12 Bitcoins (2021)`
WORD_BEFORE = re.compile(r"([^\W\d_][\w’'-]*)\s$")


def cited_names(inside: str) -> tuple[Cited, ...]:
    """The works that the text of a bracket names by author and year; none where it is no such citation."""
    found: list[Cited] = []
    start = 0
    for part in inside.split(";"):
        found += _works(part, start)
        if not found:
            return ()
        start += len(part) + 1
    return tuple(found)


def _works(part: str, offset: int) -> Iterator[Cited]:
    """The works between two semicolons, offsets counted from the bracket's inside; none where one is not understood."""
    match = _patterns()["item"].fullmatch(part)
    names = _surnames(match["names"]) if match else ()
    if not match or not names:
        return
    works = [Cited(offset + match.start("names"), offset + match.end("year"), names=names, year=match["year"])]
    place = match.start("rest")
    while more := MORE_YEARS.match(part, place):
        works.append(replace(works[0], start=offset + more.start(1), end=offset + more.end(), year=more[1]))
        place = more.end()
    rest = part[place:]
    locator = _locator(rest)
    others = list(_works(rest[1:], offset + place + 1)) if locator is None and rest.startswith(",") else []
    if others or locator is not None:
        works[-1] = replace(works[-1], locator=locator or "")
        yield from [*works, *others]


def _locator(rest: str) -> str | None:
    """What follows the year; None for what is no place in a work."""
    text = rest.strip()
    opening = LOCATOR.match(text)
    if not text or not opening:
        return "" if not text.strip(",.:") else None
    shape = "".join(token.kind for token in tokens(text[opening.end() :]))
    if not PLACE.fullmatch(shape) or "n" not in shape or (opening.end() == 0 and shape[0] != "w"):
        return None
    return text[opening.end() :]


def name_before(text: str, bracket: int) -> Cited | None:
    """The work whose author stands before the year in brackets at `bracket`; offsets as in `text`."""
    year = YEAR_AHEAD.match(text, bracket)
    near = text[max(0, bracket - LONGEST) : bracket].rstrip(" ")
    match = _patterns()["before"].search(near) if year else None
    names = _surnames(match["names"]) if match else ()
    locator = _locator(year["rest"]) if year else None
    if not year or not match or not names or locator is None:
        return None
    start = max(0, bracket - LONGEST) + match.start()
    certain = len(names) > 1 or match["others"] or "." in match["names"]
    before = text[max(0, start - LONGEST) : start]
    if not certain and (len(names[-1]) < SHORTEST or CASE.search(before) or _inside_a_name(before)):
        return None
    return Cited(start, year.end(), names=names, year=year[1], locator=locator)


def _inside_a_name(before: str) -> bool:
    """`Европейского Союза (2016)`: the word before is a capital too, and does not open the sentence."""
    word = WORD_BEFORE.search(before)
    return bool(word and word[1][0].isupper() and not SENTENCE.search(before[: word.start()]))


def _surnames(names: str) -> tuple[str, ...]:
    """The surnames of `Smith J. & van Dyk`, particles left out; none where one of them is no person's."""
    found = tuple(POSSESSIVE.sub("", match[0]) for match in _patterns()["surname"].finditer(names))
    low = {word for name in found for word in name.casefold().split()}
    shouted = any(name.isupper() for name in found)  # an institution's letters: `ООН`, `WHO`
    return () if shouted or low & set(table()["no_name"]) else found


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    particle = f"(?:(?:{_either('particle')})[\\s-])?"
    person = rf"(?:{INITIALS}\s?{particle}{SURNAME}|{particle}{SURNAME}(?:,?\s{INITIALS}(?<=\.))?)"
    joint = f"(?:\\s?(?:{_either('and')})\\s)"
    others = rf"(?P<others>,?\s?(?:{_either('others')})(?!\w))?"
    see = rf"\s*(?:(?:{_either('see')})[.,:]*\s)*"
    words = rf"{person}(?:\s{SURNAME}){{0,2}}"
    listed = rf"(?P<names>{words}(?:(?:,{joint}|,\s|{joint}){words}){{0,9}})"
    return {
        "item": re.compile(rf"(?i:{see}){listed}{others},?\s?(?P<year>{YEAR})(?P<rest>.*)", re.DOTALL),
        "before": re.compile(rf"(?<![\w-])(?P<names>{person}(?:,?{joint}{person}){{0,3}}){others}$"),
        "surname": re.compile(rf"(?<![\w.-]){SURNAME}(?![\w.]|-\w)(?:\s{SURNAME}(?![\w.]))*"),
    }


def _either(part: str) -> str:
    return "|".join(re.escape(word) for word in sorted(table()[part], key=len, reverse=True))
