"""Where articles and their abstracts show themselves: the blocks by which a dump is cut into units.

Sure signs first: a label over an abstract, an introduction that no abstract precedes, a list of keywords under
paragraphs that no label names. Where a long text shows none of them (an editorial, a review, an article whose
abstracts stand behind it), its first running paragraphs do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from journal.records import Block
from journal.signs.labels import Labels
from journal.signs.notices import is_notice
from journal.signs.shapes import FINISHED, is_capitals

Sign = Literal["abstract", "introduction", "keywords", "text"]
RUNNING = 25  # words of a paragraph that is no address, caption or list of names
ABSTRACT = 400  # words; the paragraphs over a list of keywords are longer only where they are a body
TEXT = 120  # words of running paragraphs that are an article though nothing says so
TITLED_TEXT = 60  # the same under a title in capitals


@dataclass(frozen=True, slots=True)
class Anchor:
    """`index` of a block: an abstract's label or, where it has none, first paragraph; else where the text begins."""

    index: int
    sign: Sign


def find_anchors(blocks: Sequence[Block], labels: Labels) -> list[Anchor]:
    """All anchors of a dump, in order."""
    labelled = list(_labelled(blocks, labels))
    first = list(_text_between(blocks, 0, labelled[0].index if labelled else len(blocks), labels))
    found = [*first, *labelled]
    behind = _behind_references(blocks, found, labels)
    found = sorted([*found, *behind], key=lambda anchor: anchor.index)
    return found or [Anchor(i + 1, "text") for i in _titles(blocks)[:1] if i + 1 < len(blocks)]


def _titles(blocks: Sequence[Block]) -> list[int]:
    return [i for i, block in enumerate(blocks) if block.kind == "heading" and is_capitals(block.text)]


def _labelled(blocks: Sequence[Block], labels: Labels) -> Iterator[Anchor]:
    fresh = named = False  # an abstract since the last introduction; its label, since the last list of keywords
    for i, block in enumerate(blocks):
        label = labels.heading(block.text) if block.kind == "heading" else None
        if label and label.role == "abstract":
            yield Anchor(i, "abstract")
            fresh = named = True
        elif label and label.role == "introduction":
            if not fresh:
                yield Anchor(i, "introduction")
            fresh = named = False
        elif labels.keywords(block.text):
            first = i if named else _abstract_over(blocks, i, labels)
            if first < i:
                yield Anchor(first, "keywords")
                fresh = True
            named = False


def _abstract_over(blocks: Sequence[Block], keywords: int, labels: Labels) -> int:
    """Index of the first of the running paragraphs right over a list of keywords; its own where there are none."""
    opening = labels.keywords(blocks[keywords].text)
    lang = opening[0] if opening else blocks[keywords].lang
    first, words = keywords, 0
    while first and is_running(blocks[first - 1], labels) and blocks[first - 1].lang == lang:
        first -= 1
        words += len(blocks[first].text.split())
    over = labels.heading(blocks[first - 1].text) if first else None
    in_body = words > ABSTRACT or (over and over.role in ("introduction", "section", "conclusion"))
    return keywords if in_body else first


def is_running(block: Block, labels: Labels) -> bool:
    """A paragraph of sentences."""
    if block.kind != "paragraph" or len(block.text.split()) < RUNNING or not FINISHED.search(block.text):
        return False
    return not (labels.keywords(block.text) or is_capitals(block.text) or is_notice(block.text))


def _behind_references(blocks: Sequence[Block], found: Sequence[Anchor], labels: Labels) -> Iterator[Anchor]:
    """Texts under titles of their own behind the references of an article."""
    starts = [anchor.index for anchor in found]
    concluded = False
    for anchor, end in zip(found, [*starts[1:], len(blocks)][: len(found)], strict=True):
        start = anchor.index
        concluded = concluded and anchor.sign in ("abstract", "keywords")
        while start < end:
            opening = next((i for i in range(start, end) if _opens_references(blocks[i], labels)), None)
            concluded = concluded or opening is not None
            title = _titled_text(blocks, start if opening is None else opening, end, labels) if concluded else None
            if title is None:
                break
            yield Anchor(title, "text")
            start, concluded = title + 1, False


def _opens_references(block: Block, labels: Labels) -> bool:
    label = labels.heading(block.text) if block.kind == "heading" else None
    return bool(label and label.role == "references")


def _text_between(blocks: Sequence[Block], start: int, end: int, labels: Labels) -> Iterator[Anchor]:
    """The first paragraph of a text under a title, else of a longer one without any."""
    titled = _titled_text(blocks, start, end, labels)
    running = [i for i in range(start, end) if is_running(blocks[i], labels)]
    if titled is not None:
        yield Anchor(titled, "text")
    elif sum(_length(blocks[i]) for i in running) >= TEXT:
        yield Anchor(running[0], "text")


def _titled_text(blocks: Sequence[Block], start: int, end: int, labels: Labels) -> int | None:
    """Index of the first running paragraph under a title in capitals that has enough of them under it."""
    first, words, titled = None, 0, False
    for i in range(start, end):
        block = blocks[i]
        if block.kind == "heading" and is_capitals(block.text):
            first, words, titled = None, 0, not labels.heading(block.text)
        elif titled and is_running(block, labels):
            first = i if first is None else first
            words += _length(block)
            if words >= TITLED_TEXT:
                return first
    return None


def _length(block: Block) -> int:
    return len(block.text.split())
