"""The language of each block; short blocks take it from their neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

from journal.records import Block, Lang
from journal.report import Report
from journal.signs.labels import Labels
from journal.signs.shapes import EMAIL, is_author_line
from languages.detect import in_latin_kazakh, language_of

LATIN = re.compile("[A-Za-z]{3}")
ADDRESS = re.compile(rf"(?:https?://|www\.)\S+|{EMAIL.pattern}")
NAMES = re.compile(r"^(?:[^\W\d_][\w'’-]+\s(?:[^\W\d_]\.\s?){1,2},?\s*)+")  # that begin a reference
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)
LONG = 20  # Cyrillic letters of a reference: without one of Kazakh's own they are Russian
# Where in a reference the work's own words end: `[Электронный ресурс] // …`, `. – Астана: Қалам, 2021`.
SOURCE = re.compile(r"\s*\[[^\W\d_]+\s[^\W\d_]+\]\s*(?=//|[-–—:.]|https?:)|\s//\s|\.\s[–—-]\s(?=[^\W\d_][^:.]{1,40}:)")


def mark_languages(blocks: Sequence[Block], labels: Labels, report: Report) -> tuple[Block, ...]:
    """The blocks with `lang` set; one report entry a block."""
    marked = []
    for block, told in zip(blocks, _filled(list(_of_lists(blocks, labels))), strict=True):
        lang = cast("Lang", told)
        latin = lang == "kk" and in_latin_kazakh(_own_words(block.text))
        marked.append(replace(block, lang=lang, latin=latin))
        span, why = block.span, f"{block.kind}, in the Latin script" if latin else block.kind
        report.add(span.file, span.first, "language", after=lang, why=why, last=span.last)
    return tuple(marked)


def _of_lists(blocks: Sequence[Block], labels: Labels) -> Iterator[str | None]:
    """The language of each block by itself; an item of a list that tells nothing has that of the one before it."""
    above: str | None = None
    for before, block in zip([None, *blocks], blocks, strict=False):
        label = labels.heading(block.text) if block.kind == "heading" else None
        told = label.lang if label else _own_language(block.text)
        if not told and block.marker:
            words = _own_words(block.text)
            russian = len(CYRILLIC.findall(words)) >= LONG and not KAZAKH.search(words)
            told = "ru" if russian else above if before and before.marker else None
        above = told
        yield told


def _own_language(text: str) -> str | None:
    """By its words; a line of authors in Latin letters belongs to an English front."""
    return language_of(_own_words(text)) or ("en" if is_author_line(text) and LATIN.search(text) else None)


def _own_words(text: str) -> str:
    """`text` without addresses; of a reference the title, without names and what the bibliography adds."""
    work = NAMES.sub("", SOURCE.split(text, maxsplit=1)[0])
    return ADDRESS.sub(" ", work if len(work.split()) > 2 else text)


def _filled(own: Sequence[str | None]) -> list[str]:
    """Every gap with the language of the nearest block that has one, what follows before what precedes."""
    before, after = _nearest(own), _nearest(own[::-1])[::-1]
    return [here[1] if here[0] < there[0] else there[1] for here, there in zip(before, after, strict=True)]


def _nearest(own: Sequence[str | None]) -> list[tuple[int, str]]:
    """For each place its distance to the last language up to it, and that language."""
    found: list[tuple[int, str]] = []
    distance, lang = len(own), "kk"
    for told in own:
        distance, lang = (0, told) if told else (distance + 1, lang)
        found.append((distance, lang))
    return found
