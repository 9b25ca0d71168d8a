"""The last touches to an article of one dump: the facts of its running heads, anchors, pages, words, id."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from journal.cleaning.pages import page_at
from journal.records import Article, Block, Facts, PageMark
from journal.signs.slugs import anchor_of, page_id
from languages import words


def finish(
    article: Article, stem: str, ordinal: int, facts: Facts, marks: Sequence[PageMark], at_foot: bool | None
) -> Article:
    """The article with an id, its facts, an anchor and a page on each block, and its count of words."""
    placed = [replace(block, page=page_at(block.span.first, marks, at_foot)) for block in article.blocks]
    known = {key: getattr(article, key) or getattr(facts, key) for key in Facts.__slots__}
    article = replace(
        article, id=page_id(stem, ordinal), blocks=tuple(placed), pages=_pages(article, marks, at_foot), **known
    )
    return count_words(anchor(article))


def anchor(article: Article) -> Article:
    """Every block gets an anchor from its own letters; a repeated text gets a number behind it."""
    seen: dict[str, int] = {}

    def named(block: Block) -> Block:
        name = anchor_of(block.text)
        seen[name] = seen.get(name, 0) + 1
        return replace(block, anchor=name if seen[name] == 1 else f"{name}-{seen[name]}")

    return replace(
        article,
        blocks=tuple(map(named, article.blocks)),
        abstracts={lang: tuple(map(named, blocks)) for lang, blocks in article.abstracts.items()},
        references=tuple(map(named, article.references)),
        others=tuple(map(named, article.others)),
    )


def count_words(article: Article) -> Article:
    parts = [*article.titles.values(), *(block.text for block in article.blocks)]
    parts += [block.text for blocks in article.abstracts.values() for block in blocks]
    return replace(article, words=sum(1 for part in parts for _ in words(part)))


def card(article: Article) -> Article:
    """The article as lists show it: without its texts, but for the opening block of one that has no title."""
    abstract = article.abstracts.get(article.lang, ())
    paragraphs = [block for block in article.blocks if block.kind == "paragraph"]
    opening = [*abstract, *paragraphs, *article.blocks][:1] if not article.title else []
    return replace(article, blocks=tuple(opening), abstracts={}, references=(), others=())


def _pages(article: Article, marks: Sequence[PageMark], at_foot: bool | None) -> str | None:
    """`12-18` when both ends are exact; an estimate is no page range."""
    span = article.sources[0]
    first, last = page_at(span.first, marks, at_foot), page_at(span.last, marks, at_foot)
    if not (first and last and first.exact and last.exact):
        return article.pages
    return f"{first.number}–{last.number}" if first.number != last.number else str(first.number)
