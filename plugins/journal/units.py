"""Blocks of a dump -> units: a front part (title, authors), an abstract with its keywords, and what follows.

A dump names its articles only by their parts, so the parts are found first: at every abstract label, and at every
introduction that no abstract precedes.
"""

from __future__ import annotations

from collections.abc import Sequence

from .front import read_front
from .labels import Labels
from .parts import split_keywords
from .records import Block, Lang, Span, Unit
from .shapes import FINISHED, is_capitals, is_front_matter

MAX_FRONT = 16  # blocks; a longer run of short lines is no title page


def cut_units(blocks: Sequence[Block], labels: Labels) -> list[Unit]:
    """The units in order. What stands before the first one is in none of them."""
    anchors = _anchors(blocks, labels)
    starts = [_front_start(blocks, anchor, labels) for anchor in anchors]
    units = []
    for i, (anchor, start) in enumerate(zip(anchors, starts, strict=True)):
        end = starts[i + 1] if i + 1 < len(starts) else len(blocks)
        units.append(_unit(blocks[start : max(end, anchor + 1)], anchor - start, labels))
    return units


def _anchors(blocks: Sequence[Block], labels: Labels) -> list[int]:
    """Indexes of the blocks that show a unit: abstract labels, and introductions with no abstract before them."""
    anchors: list[int] = []
    fresh = False
    for i, block in enumerate(blocks):
        label = labels.heading(block.text) if block.kind == "heading" else None
        if label and label.role == "abstract":
            anchors.append(i)
            fresh = True
        elif label and label.role == "introduction":
            if not fresh:
                anchors.append(i)
            fresh = False
    if not anchors and any(block.kind == "heading" and is_capitals(block.text) for block in blocks):
        anchors.append(next(i for i, block in enumerate(blocks) if block.kind == "heading") + 1)
    return [anchor for anchor in anchors if anchor < len(blocks)]


def _front_start(blocks: Sequence[Block], anchor: int, labels: Labels) -> int:
    """Index where the title or the authors over `anchor` begin; `anchor` itself where there are none."""
    start = anchor
    for i in range(anchor - 1, max(-1, anchor - 1 - MAX_FRONT), -1):
        text = blocks[i].text
        about = is_front_matter(text) or is_capitals(text)
        if labels.heading(text) or labels.keywords(text) or blocks[i].kind in ("table", "flat_table", "caption"):
            break
        if (
            len(text) > 400
            or (len(text) > 160 and not about)
            or (FINISHED.search(text) and not about and len(text) > 60)
        ):
            break
        if about or (i == anchor - 1 and blocks[i].kind == "heading"):
            start = i
    return start


def _unit(blocks: Sequence[Block], anchor: int, labels: Labels) -> Unit:
    """The unit that all `blocks` are; its abstract label, or its introduction, is `blocks[anchor]`."""
    span = Span(blocks[0].span.file, blocks[0].span.first, blocks[-1].span.last)
    label = labels.heading(blocks[anchor].text)
    front = read_front(blocks[:anchor])
    if not label or label.role != "abstract":
        return Unit(blocks[anchor].lang, span, front, body=tuple(blocks[anchor:]))
    rest = list(blocks[anchor + 1 :])
    abstract = []
    while rest and _continues_abstract(rest[0], label.lang, labels):
        abstract.append(rest.pop(0))
    keywords = _take_keywords(rest, labels)
    return Unit(label.lang, span, front, tuple(abstract), keywords, tuple(rest))


def _continues_abstract(block: Block, lang: Lang, labels: Labels) -> bool:
    return block.kind in ("paragraph", "item") and block.lang == lang and not labels.keywords(block.text)


def _take_keywords(rest: list[Block], labels: Labels) -> tuple[str, ...]:
    """Takes the keyword list, and its label, off the front of `rest`."""
    opening = labels.keywords(rest[0].text) if rest else None
    if not opening:
        return ()
    rest.pop(0)
    below = not opening[1] and rest and rest[0].kind in ("paragraph", "item")
    return split_keywords(rest.pop(0).text if below else opening[1])
