"""A thesis: one article with a title page, however many sections and annexes follow."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .labels import Labels
from .parts import main_language, split_keywords
from .records import Article, Author, Block, Lang, Span
from .shapes import is_capitals

TITLE_PAGE = 20  # blocks in which a title page says what it is
TITLE_BLOCK = 1000  # characters of a block of it
FULL_NAME = re.compile(r"(?:[^\W\d_]+(?:-[^\W\d_]+)?\s){1,3}[^\W\d_]+")
YEAR = re.compile(r"\b(?:19|20)\d\d(?=\s?(?:ж|г|жыл|год)|\s*$)")


def is_thesis(blocks: Sequence[Block], labels: Labels) -> bool:
    return any(labels.thesis.search(block.text[:TITLE_BLOCK]) for block in blocks[:TITLE_PAGE])


def read_thesis(blocks: Sequence[Block], labels: Labels) -> Article:
    """The whole dump as one article; the title page becomes title, author and year."""
    opening = (i for i, block in enumerate(blocks) if labels.heading(block.text) or block.kind == "contents")
    first = next(opening, min(TITLE_PAGE, len(blocks)))
    page, rest = blocks[:first], blocks[first:]
    abstracts, keywords, body, references = _parts(rest, labels)
    lang = main_language(body, blocks[0].lang)
    title, author, institution = _title_page(page, labels)
    years = [match[0] for block in page for match in YEAR.finditer(block.text)]
    names = {lang: author} if author else {}
    return Article(
        id="",
        lang=lang,
        kind="thesis",
        titles={lang: title} if title else {},
        authors=(Author(author, names, institution or None),) if author else (),
        abstracts=abstracts,
        keywords=keywords,
        blocks=tuple(body),
        references=tuple(references),
        year=int(years[-1]) if years else None,
        sources=(Span(blocks[0].span.file, blocks[0].span.first, blocks[-1].span.last),),
    )


def _title_page(page: Sequence[Block], labels: Labels) -> tuple[str, str, str]:
    """(title, author, institution): the first capitals that name a person, and those before them."""
    author = next(
        (
            i
            for i, b in enumerate(page)
            if is_capitals(b.text) and FULL_NAME.fullmatch(b.text) and not labels.institution.search(b.text)
        ),
        None,
    )
    if author is None:
        return next((block.text for block in page if len(block.text.split()) > 3), ""), "", ""
    institution = " ".join(block.text for block in page[:author])
    title = next((block.text for block in page[author + 1 :] if not labels.thesis.search(block.text)), "")
    return title, page[author].text.title(), institution


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
