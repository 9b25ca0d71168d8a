"""A thesis: one article with a title page, however many sections and annexes follow."""

from __future__ import annotations

from collections.abc import Sequence

from journal.records import Article, Author, Block, Lang, Span
from journal.signs.labels import Labels

from .parts import main_language, split_keywords
from .title_page import is_title_page, read_title_page

TITLE_PAGE = 40  # blocks of a title page at the most


def is_thesis(blocks: Sequence[Block], labels: Labels) -> bool:
    """Does its title page say so?"""
    return is_title_page(_page(blocks, labels), labels)


def read_thesis(blocks: Sequence[Block], labels: Labels) -> Article:
    """The whole dump as one article; the title page becomes title, author and year."""
    page = read_title_page(_page(blocks, labels), labels)
    abstracts, keywords, body, references = _parts(blocks[len(_page(blocks, labels)) :], labels)
    lang = main_language(body, blocks[0].lang)
    names = {lang: page.author} if page.author else {}
    return Article(
        id="",
        lang=lang,
        kind="thesis",
        titles={lang: page.title} if page.title else {},
        authors=(Author(page.author, names, page.institution or None),) if page.author else (),
        abstracts=abstracts,
        keywords=keywords,
        blocks=tuple(body),
        references=tuple(references),
        year=page.year,
        sources=(Span(blocks[0].span.file, blocks[0].span.first, blocks[-1].span.last),),
    )


def _page(blocks: Sequence[Block], labels: Labels) -> Sequence[Block]:
    """The blocks before the first section or the contents."""
    opening = (i for i, block in enumerate(blocks) if labels.heading(block.text) or block.kind == "contents")
    return blocks[: min(next(opening, TITLE_PAGE), TITLE_PAGE)]


def _parts(
    blocks: Sequence[Block], labels: Labels
) -> tuple[dict[Lang, tuple[Block, ...]], dict[Lang, tuple[str, ...]], list[Block], list[Block]]:
    """(abstracts, keywords, body, references), told apart by the headings over them."""
    abstracts: dict[Lang, tuple[Block, ...]] = {}
    keywords: dict[Lang, tuple[str, ...]] = {}
    body: list[Block] = []
    references: list[Block] = []
    role, lang = "", blocks[0].lang if blocks else "kk"
    for block in blocks:
        label = labels.heading(block.text) if block.kind == "heading" else None
        opening = labels.keywords(block.text)
        if label:
            role, lang = label.role, label.lang
        elif block.kind in ("heading", "contents"):
            role = ""
        if opening:
            keywords[opening[0]] = split_keywords(opening[1])
        elif role == "abstract" and not label:
            abstracts[lang] = (*abstracts.get(lang, ()), block)
        elif role == "references" and not label:
            references.append(block)
        elif role not in ("abstract", "references"):
            body.append(block)
    return abstracts, keywords, body, references
