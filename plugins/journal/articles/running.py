"""Running text, and where a dump shows that one begins: what anchors.py and unlabelled.py tell each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from journal.records import Block
from journal.signs.labels import Labels
from journal.signs.notices import is_notice
from journal.signs.shapes import FINISHED, is_capitals

Sign = Literal["abstract", "introduction", "keywords", "text"]
RUNNING = 25  # words of a paragraph that is no address, caption or list of names
TITLED_TEXT = 60  # words of running paragraphs under a title in capitals that are an article


@dataclass(frozen=True, slots=True)
class Anchor:
    """`index` of a block: an abstract's label or, where it has none, first paragraph; else where the text begins.

    `front` is the block where what stands over it begins, where that is known already.
    """

    index: int
    sign: Sign
    front: int | None = None


def is_running(block: Block, labels: Labels) -> bool:
    """A paragraph of sentences."""
    if block.kind != "paragraph" or len(block.text.split()) < RUNNING or not FINISHED.search(block.text):
        return False
    return not (labels.keywords(block.text) or is_capitals(block.text) or is_notice(block.text))


def titled_text(blocks: Sequence[Block], start: int, end: int, labels: Labels) -> int | None:
    """Index of the first running paragraph under a title in capitals that has enough of them under it."""
    first, words, titled = None, 0, False
    for i in range(start, end):
        block = blocks[i]
        if block.kind == "heading" and is_capitals(block.text):
            first, words, titled = None, 0, not labels.heading(block.text)
        elif titled and is_running(block, labels):
            first = i if first is None else first
            words += length(block)
            if words >= TITLED_TEXT:
                return first
    return None


def length(block: Block) -> int:
    return len(block.text.split())


def is_title(block: Block, labels: Labels) -> bool:
    """A heading in capitals that names no part."""
    return block.kind == "heading" and is_capitals(block.text) and not labels.heading(block.text)
