"""What became of each block: all that stands in no part of an article is told to the report.

In: the blocks of a dump and the articles made of them. A title page holds more than a catalogue keeps (degrees, a
supervisor, a second title); none of it may vanish without a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .labels import Labels
from .records import Article, Block

WORD = re.compile(r"[^\W\d_]+")


def left_out(blocks: Iterable[Block], articles: Iterable[Article], labels: Labels) -> Iterator[Block]:
    """The blocks that are in no article and whose words are not all in its title, keywords or authors."""
    articles = tuple(articles)
    kept = {block.span for article in articles for block in _texts(article)}
    words = {word for article in articles for part in _parts(article) for word in _words(part)} | labels.contact
    for block in blocks:
        opening = labels.keywords(block.text)
        text = opening[1] if opening else block.text
        if block.span not in kept and not labels.of(block.text) and not words.issuperset(_words(text)):
            yield block


def _texts(article: Article) -> Iterator[Block]:
    yield from article.blocks
    yield from article.references
    for blocks in article.abstracts.values():
        yield from blocks


def _parts(article: Article) -> Iterator[str]:
    yield from article.titles.values()
    for items in article.keywords.values():
        yield from items
    for author in article.authors:
        yield from author.names.values()
        yield from filter(None, (author.name, author.affiliation, author.email, author.orcid))


def _words(text: str) -> list[str]:
    return WORD.findall(text.casefold())
