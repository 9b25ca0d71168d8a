"""What became of each block: all that stands in no part of an article is told to the report.

In: the blocks of a dump and the articles made of them. A title page holds more than a catalogue keeps (degrees, a
supervisor, a second title); none of it may vanish without a line. And what an editor must look at before the texts are
published: an abstract that was cut off, and what looks like private data of people.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files

from .labels import Labels
from .records import Article, Block
from .report import Report
from .shapes import FINISHED, ORCID

WORD = re.compile(r"[^\W\d_]+|\d{4,}")  # shorter numbers in a line with words are marks of affiliations
NUMBER = re.compile(r"\d+")


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


def lost_headings(blocks: Iterable[Block], labels: Labels) -> Iterator[Block]:
    """The headings of references, whose own words are on no page: each page names them in its language."""
    for block in blocks:
        label = labels.heading(block.text) if block.kind == "heading" else None
        if label and label.role == "references":
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
    """The words of a text; of one that has none, its numbers."""
    low = text.casefold()
    return WORD.findall(low) or NUMBER.findall(low)


def warn_of_doubts(article: Article, report: Report) -> None:
    """Torn abstracts and private data; the value itself never goes into the report."""
    for blocks in article.abstracts.values():
        if blocks and not FINISHED.search(blocks[-1].text):
            span = blocks[-1].span
            report.warn(span.file, span.last, "the abstract is cut off", before=blocks[-1].text[-60:])
    found: Counter[str] = Counter()
    for block in _texts(article):
        for what in _private(block.text):
            report.warn(block.span.file, block.span.first, f"looks like private data: {what}")
            found[what] += 1
    if found:
        listed = ", ".join(f"{what} ({count})" for what, count in sorted(found.items()))
        span = article.sources[0]
        report.warn(span.file, span.first, f"private data in the article: {listed}")


def _private(text: str) -> Iterator[str]:
    """Each kind of private data in `text`, once."""
    text = ORCID.sub(" ", text)
    for what, patterns in _patterns().items():
        if all(pattern.search(text) for pattern in patterns):
            yield what


@lru_cache(maxsize=1)
def _patterns() -> dict[str, tuple[re.Pattern[str], ...]]:
    """What is looked for -> patterns that must all stand in one paragraph."""
    table = tomllib.loads((files(__package__) / "tables" / "private.toml").read_text("utf-8"))
    return {entry["what"]: tuple(map(re.compile, entry["patterns"])) for entry in table["private"]}
