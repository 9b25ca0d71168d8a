"""What became of each block: all that stands in no part of an article is told to the report.

In: the blocks of a dump and the articles made of them. A title page holds more than a catalogue keeps (degrees, a
supervisor, a second title); none of it may vanish without a line. And what an editor must look at before the texts are
published: an abstract that was cut off, and what looks like private data of people.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from journal.records import Article, Block
from journal.report import Report
from journal.signs.labels import Labels
from journal.signs.private import private
from journal.signs.shapes import FINISHED

RAISED = re.compile("[⁰¹²³⁴-⁹]")  # a letter to Python, a mark of an affiliation to us
WORD = re.compile(r"[^\W\d_]+|\d{4,}")  # shorter numbers in a line with words are marks of affiliations
LABEL_ENDS = " :.–—-"  # around the words over a part
NUMBER = re.compile(r"\d+")


def left_out(blocks: Iterable[Block], articles: Iterable[Article], labels: Labels) -> Iterator[Block]:
    """The blocks that are in no article and whose words are not all in its title, keywords or authors.

    Of the words over a part each is shown once: a second `Аңдатпа` over the same abstract is left out.
    """
    articles = tuple(articles)
    printed = Counter(words for article in articles for words in article.labels.values())
    kept = {block.span for article in articles for block in _texts(article)}
    words = {word for article in articles for part in _parts(article) for word in _words(part)} | labels.contact
    for block in blocks:
        opening = labels.keywords(block.text)
        text = f"{block.marker} {opening[1] if opening else block.text}"
        label = block.text.strip(LABEL_ENDS)
        if block.span in kept or words.issuperset(_words(text)):
            continue
        if printed[label] > 0:
            printed[label] -= 1
        else:
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
        told = (author.name, author.affiliation, author.email, author.orcid, author.degree, author.role)
        yield from filter(None, told)


def _words(text: str) -> list[str]:
    """The words of a text; of one that has none, its numbers."""
    low = RAISED.sub(" ", text.casefold())
    return WORD.findall(low) or NUMBER.findall(low)


def warn_of_doubts(article: Article, report: Report) -> None:
    """Torn abstracts and private data; the value itself never goes into the report."""
    for blocks in article.abstracts.values():
        if blocks and not FINISHED.search(blocks[-1].text):
            span = blocks[-1].span
            report.warn(span.file, span.last, "the abstract is cut off", before=blocks[-1].text[-60:].split(" ", 1)[-1])
    found: Counter[str] = Counter()
    for block in (*_texts(article), *article.others):
        for what in private(block.text):
            report.warn(block.span.file, block.span.first, f"looks like private data: {what}")
            found[what] += 1
    if found:
        listed = ", ".join(f"{what} ({count})" for what, count in sorted(found.items()))
        span = article.sources[0]
        report.warn(span.file, span.first, f"private data in the article: {listed}")
