"""The language of each block; short blocks take it from their neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from journal.records import Block, Lang
from journal.report import Report
from journal.signs.shapes import is_author_line
from languages.detect import in_latin_kazakh, language_of

LATIN = re.compile("[A-Za-z]{3}")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
SOURCE = re.compile(r"\s*\[[^\W\d_]+\s[^\W\d_]+\]\s*(?=//|[-–—:.]|https?:)|\s//\s")  # `[Электронный ресурс] // …`


def mark_languages(blocks: Sequence[Block], report: Report) -> tuple[Block, ...]:
    """The blocks with `lang` set; one report entry a block."""
    marked = []
    for block, told in zip(blocks, _filled([_own_language(block.text) for block in blocks]), strict=True):
        lang = cast("Lang", told)
        latin = lang == "kk" and in_latin_kazakh(_own_words(block.text))
        marked.append(replace(block, lang=lang, latin=latin))
        span, why = block.span, f"{block.kind}, in the Latin script" if latin else block.kind
        report.add(span.file, span.first, "language", after=lang, why=why, last=span.last)
    return tuple(marked)


def _own_language(text: str) -> str | None:
    """By its words; a line of authors in Latin letters belongs to an English front."""
    return language_of(_own_words(text)) or ("en" if is_author_line(text) and LATIN.search(text) else None)


def _own_words(text: str) -> str:
    """`text` without addresses and, in a reference, without what the bibliography adds in its own language."""
    work = SOURCE.split(text, maxsplit=1)[0]
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
