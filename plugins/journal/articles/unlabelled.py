"""Articles and abstracts that no label shows: texts under names and a title, and what stands behind references.

A collection of theses has names, an institution, a title in capitals and a text, again and again. Behind the references
of an article may stand its abstract in another language under a title alone; what is longer is the next article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journal.records import Block, Lang
from journal.signs.bylines import POSSIBLE, SURE, are_names
from journal.signs.labels import Labels
from journal.signs.shapes import is_capitals

from .parts import main_language
from .running import Anchor, is_running, is_title, length, titled_text

OVER = 4  # blocks between names and the title under them: institutions, addresses
TEXT = 120  # words of a text under names and a title
LEAST, MOST = 15, 200  # words of an abstract without a label


def under_names(blocks: Sequence[Block], labels: Labels) -> Iterator[Anchor]:
    """The first paragraph of each long text under names and a title in capitals."""
    for i, block in enumerate(blocks):
        under = blocks[i + 1].text if i + 1 < len(blocks) else ""
        sure = POSSIBLE if labels.institution.search(under) and not is_capitals(under) else SURE
        if block.kind == "paragraph" and not is_capitals(block.text) and are_names(block.text, sure):
            first = _first_under(blocks, i, labels)
            if first is not None and _words(blocks, first, labels) >= TEXT:
                yield Anchor(first, "text", i)


def _first_under(blocks: Sequence[Block], names: int, labels: Labels) -> int | None:
    """Index of the running paragraph that follows a title that follows the names, with nothing else between."""
    titled = False
    for i in range(names + 1, min(names + 2 * OVER, len(blocks))):
        if is_title(blocks[i], labels):
            titled = True
        elif titled:
            return i if is_running(blocks[i], labels) else None
        elif i > names + OVER or is_running(blocks[i], labels) or labels.heading(blocks[i].text):
            return None
    return None


def _words(blocks: Sequence[Block], first: int, labels: Labels) -> int:
    """Words of running text from there to the next list of keywords, label of an abstract or title."""
    words = 0
    for block in blocks[first:]:
        label = labels.heading(block.text)
        if labels.keywords(block.text) or is_title(block, labels) or (label and label.role == "abstract"):
            break
        words += length(block) if is_running(block, labels) else 0
    return words


def behind_references(blocks: Sequence[Block], found: Sequence[Anchor], labels: Labels) -> Iterator[Anchor]:
    """Abstracts and texts under titles of their own behind the references of an article."""
    starts = [anchor.index for anchor in found]
    lang: Lang | None = None
    for anchor, end in zip(found, [*starts[1:], len(blocks)][: len(found)], strict=True):
        start, anchor_lang = anchor.index, blocks[anchor.index].lang
        lang = lang if anchor.sign in ("abstract", "keywords") else None
        while start < end:
            opening = next((i for i in range(start, end) if _opens_references(blocks[i], labels)), None)
            lang = lang if opening is None else main_language(blocks[start:opening], anchor_lang)
            if lang is None:
                break
            start = start if opening is None else opening + 1
            for abstract in _abstracts(blocks, start, end, lang, labels):
                yield Anchor(abstract, "keywords")
                start = abstract + 1
            title = titled_text(blocks, start, end, labels)
            if title is None:
                break
            yield Anchor(title, "text")
            start, lang = title + 1, None


def _opens_references(block: Block, labels: Labels) -> bool:
    label = labels.heading(block.text) if block.kind == "heading" else None
    return bool(label and label.role == "references")


def _abstracts(blocks: Sequence[Block], start: int, end: int, lang: Lang, labels: Labels) -> Iterator[int]:
    """First paragraphs of short texts in another language, each under a title; the first other text ends them."""
    rest = range(start, end)
    while title := next((i for i in rest if is_title(blocks[i], labels)), None):
        first = next((i for i in range(title, end) if not is_capitals(blocks[i].text)), end)
        ends = (i for i in range(first, end) if blocks[i].kind == "heading" or labels.keywords(blocks[i].text))
        last = next(ends, end)
        words = sum(length(block) for block in blocks[first:last])
        if first == end or blocks[first].lang == lang or not is_running(blocks[first], labels):
            return
        if not LEAST <= words <= MOST:
            return
        yield first
        rest = range(last, end)
