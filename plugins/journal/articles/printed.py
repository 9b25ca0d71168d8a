"""What an article prints beside its parts: the words over them, and lines that no part holds.

They go onto the page as they stand: a reader misses no word of the dump, and sees an abstract under its own heading.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from journal.records import Article, Block
from journal.signs.labels import Labels
from journal.signs.notices import read_notices

ENDS = " :.–—-"  # what a label ends with, where it stands in one line with its text


def with_labels(article: Article, blocks: Sequence[Block], labels: Labels) -> Article:
    """The article with the words that are printed over its abstracts, keywords and references, where it has these."""
    parts = {f"abstract.{lang}" for lang in article.abstracts} | {f"keywords.{lang}" for lang in article.keywords}
    found: dict[str, str] = {}
    for block in _own(article, blocks):
        for named, words in _labels(block, labels):
            part = named if named in parts else _part_of(named, block, article)
            if part:
                found.setdefault(part, words)
    return replace(article, labels=found)


def _part_of(part: str, block: Block, article: Article) -> str:
    """Of a list whose label is in another language than the abstract over it, the language of that one."""
    if part == "references":
        return part if article.references else ""
    lists = article.keywords.items() if part.startswith("keywords") else ()
    return next((f"keywords.{lang}" for lang, items in lists if items[0] in block.text), "")


def with_others(article: Article, left: Iterable[Block]) -> Article:
    """The article with those of the blocks that no part holds and that stand among its lines, and what they tell."""
    others = tuple(_own(article, left))
    return replace(article, others=others, **read_notices(block.text for block in others))


def _own(article: Article, blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if any(span.first <= block.span.first <= span.last for span in article.sources):
            yield block


def _labels(block: Block, labels: Labels) -> Iterator[tuple[str, str]]:
    """(part, words over it) that the block is or begins with."""
    label = labels.heading(block.text)
    if label and label.role == "abstract":
        yield f"abstract.{label.lang}", block.text.strip(ENDS)
    elif label and label.role == "references" and block.kind == "heading":
        yield "references", block.text.strip(ENDS)
    opening = labels.keywords(block.text)
    if opening:
        yield f"keywords.{opening[0]}", block.text.removesuffix(opening[1]).strip(ENDS)
