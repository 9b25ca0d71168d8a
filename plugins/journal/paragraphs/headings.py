"""Headings that end like a sentence: `Regional treaties.` alone over its paragraph.

By form alone they are short paragraphs; now that the language is known, a finite verb tells a sentence from them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from journal.desk import Desk
from journal.records import Block
from journal.signs.shapes import is_front_matter

from .nominal import is_nominal

MOST_WORDS = 8
LEAST = 2  # words; one alone may be a cell, an answer, a name
LEVEL, UNTOLD = 3, 0  # under the section that it stands in; of a heading without number or label
IN_BODY = ("introduction", "section", "conclusion")  # under what headings; abstracts and references have none inside
SUBSECTION = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?")  # the marker of `2.1. Bees of the hills.`
STOPPED = re.compile(r"[^\W\d_]{3,}\.")  # the last word; shorter ones are abbreviations
STRANGE = re.compile(r"[\d@/=\[«\"“]|\w\.\s?\w")  # numbers, addresses, references, quotations, initials


def mark_headings(blocks: Sequence[Block], name: str, desk: Desk) -> tuple[Block, ...]:
    """The blocks of a dump; short paragraphs without a verb, over another paragraph, are headings of level 3."""
    marked: list[Block] = []
    role = ""
    for block, after in zip_longest(blocks, blocks[1:]):
        label = desk.labels.heading(block.text) if block.kind == "heading" else None
        role = label.role if label else role
        if role in IN_BODY and after and _is_heading(block, after, marked[-1] if marked else None):
            desk.report.add(name, block.span.first, "heading", after=block.text, last=block.span.last)
            text, level = f"{block.marker} {block.text}".strip(), _level(block, marked)
            marked.append(replace(block, kind="heading", text=text, marker="", level=level))
        else:
            marked.append(block)
    return tuple(marked)


def _level(block: Block, above: Sequence[Block]) -> int:
    """One deeper than a heading that names this one's matter among others: `Aim, object and subject of the study.`"""
    headings = (other for other in reversed(above) if other.kind == "heading")
    over = next((other for other in headings if other.level in (UNTOLD, LEVEL)), None)
    named = bool(over and set(_words(block.text)) < set(_words(over.text)))
    return LEVEL + named


def _words(text: str) -> list[str]:
    return [word.strip(".,") for word in text.casefold().split()]


def _is_heading(block: Block, after: Block, before: Block | None) -> bool:
    words = block.text.split()
    if not words:
        return False
    if not (block.kind == "paragraph" or SUBSECTION.fullmatch(block.marker)) or not block.text[0].isupper():
        return False
    if not LEAST <= len(words) <= MOST_WORDS:
        return False
    if not STOPPED.fullmatch(words[-1]) or STRANGE.search(block.text) or is_front_matter(block.text):
        return False
    if after.kind != "paragraph" or after.lang != block.lang or not after.text[0].isupper():
        return False
    among_names = before is not None and before.kind == "paragraph" and len(before.text) < len(block.text)
    return not among_names and is_nominal(block.text, block.lang)
