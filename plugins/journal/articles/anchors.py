"""Where articles and their abstracts show themselves: the blocks by which a dump is cut into units.

Sure signs first: a label over an abstract, an introduction that no abstract precedes, a list of keywords under
paragraphs that no label names. Where a long text shows none of them (an editorial, a review, an article whose
abstracts stand behind it), its first running paragraphs do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from journal.records import Block
from journal.signs.labels import Labels
from journal.signs.shapes import is_capitals

from .running import Anchor, is_running, length, titled_text
from .unlabelled import behind_references, under_names

ABSTRACT = 400  # words; the paragraphs over a list of keywords are longer only where they are a body
TEXT = 120  # words of running paragraphs that are an article though nothing says so


def find_anchors(blocks: Sequence[Block], labels: Labels) -> list[Anchor]:
    """All anchors of a dump, in order."""
    labelled = list(_labelled(blocks, labels))
    first = list(_text_between(blocks, 0, labelled[0].index if labelled else len(blocks), labels))
    found = _with([*first, *labelled], under_names(blocks, labels))
    behind = behind_references(blocks, found, labels)
    found = _with(found, behind)
    return found or [Anchor(i + 1, "text") for i in _titles(blocks)[:1] if i + 1 < len(blocks)]


def _with(found: Sequence[Anchor], more: Iterable[Anchor]) -> list[Anchor]:
    """Both in order, one for each block."""
    known = {anchor.index for anchor in found}
    return sorted([*found, *(a for a in more if a.index not in known)], key=lambda anchor: anchor.index)


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


def _text_between(blocks: Sequence[Block], start: int, end: int, labels: Labels) -> Iterator[Anchor]:
    """The first paragraph of a text under a title, else of a longer one without any."""
    titled = titled_text(blocks, start, end, labels)
    running = [i for i in range(start, end) if is_running(blocks[i], labels)]
    if titled is not None:
        yield Anchor(titled, "text")
    elif sum(length(blocks[i]) for i in running) >= TEXT:
        yield Anchor(running[0], "text")
