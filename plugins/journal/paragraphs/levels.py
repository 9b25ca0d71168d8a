"""The levels of an article's headings, from 2 for a section to 4.

A number decides where it has several parts (`2.1` is 3, `2.1.1` is 4), a label or the word for a chapter makes a
section. A single number counts sections where the others are numbered, too; else what the section over it holds.
In: headings with the level that their dump gives them, 0 where it gives none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from journal.records import Article, Block
from journal.signs.labels import Labels
from journal.signs.outline import part_of
from journal.signs.shapes import NUMBERED, is_capitals

SECTION, DEEPEST = 2, 4
ROMAN = re.compile(r"(?:[IVXІХ]{1,4}\.|§)\s*(?=\S)")


def with_levels(article: Article, labels: Labels) -> Article:
    """The article with the levels that its own headings show."""
    headings = [block for block in article.blocks if block.kind == "heading"]
    single = SECTION if _counts_sections(headings, labels) else SECTION + 1
    named = any(map(depth_of, (block.text for block in headings))) or any(part_of(block.text) for block in headings)
    capitals = sum(is_capitals(block.text) and labels.heading(block.text) is not None for block in headings) > 1
    plain = SECTION + 1 if named or capitals or _has_fixed_sections(headings, labels) else SECTION
    blocks = (
        replace(block, level=_level(block, single, plain, labels)) if block.kind == "heading" else block
        for block in article.blocks
    )
    return replace(article, blocks=tuple(blocks))


def depth_of(text: str) -> int:
    """How many numbers stand before a heading: 2 for `3.1. …` and `§ 3.1 …`, 0 for none."""
    numbered = NUMBERED.match(text.lstrip("§ "))
    return numbered[1].count(".") + 1 if numbered else int(bool(ROMAN.match(text)))


def _level(block: Block, single: int, plain: int, labels: Labels) -> int:
    depth = depth_of(block.text)
    if depth > 1:
        return min(DEEPEST, depth + 1)
    if labels.heading(block.text) or part_of(block.text):
        return SECTION
    if depth:
        return SECTION if is_capitals(block.text) else single
    return block.level or (SECTION if is_capitals(block.text) else plain)


def _counts_sections(headings: Sequence[Block], labels: Labels) -> bool:
    """Do single numbers stand before sections?"""
    texts = [block.text for block in headings]
    if any(part_of(text) == "chapter" for text in texts):
        return False
    whole = {match[1] for text in texts if (match := NUMBERED.match(text))}
    parents = {number.partition(".")[0] for number in whole if "." in number}
    labelled = any(depth_of(text) == 1 and labels.heading(text) for text in texts)
    return labelled or bool(whole & parents) or not _has_fixed_sections(headings, labels)


def _has_fixed_sections(headings: Iterable[Block], labels: Labels) -> bool:
    """Is there a section with a fixed name between the introduction and the conclusion?"""
    for block in headings:
        label = labels.heading(block.text)
        if label and label.role in ("section", "conclusion"):
            return label.role == "section"
    return False


def mended(blocks: Iterable[Block], labels: Labels) -> Iterator[Block]:
    """The blocks of a Markdown dump: marked levels counted from that of the known sections, none skipped."""
    told = list(blocks)
    known = {block.level for block in told if block.level and labels.heading(block.text)}
    shift = SECTION - known.pop() if len(known) == 1 else 0
    above = SECTION - 1
    for block in told:
        if block.kind != "heading":
            yield block
            continue
        depth = depth_of(block.text)
        level = min(depth + 1, DEEPEST) if depth else SECTION
        if not depth and not labels.heading(block.text) and not part_of(block.text):
            level = max(SECTION, min(block.level + shift, above + 1, DEEPEST))
        above = level
        yield replace(block, level=level)
