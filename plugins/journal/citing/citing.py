"""What an article cites, and how: the style, the numbers, what its list of references lacks.

In: a finished article, its editor's corrections made. Out: the same with `citations`; a warning for each number cited
that the list does not hold, and one where numbers are cited and there is no list at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from journal.records import Article, Block, Citations, CitationStyle
from journal.report import Report

from .bibliography import Bibliography
from .citations import Citation, citations, highest, plausible

APART, TIMES = 50, 3  # without a list, a number so far above the next lower one is none of a reference


def with_citations(article: Article) -> Article:
    """The article with what is known of its citations."""
    blocks = list(citing_blocks(article))
    size = Bibliography.of(article.references).size
    limit = _limit([block.text for block in blocks], size)
    found = [citation for block in blocks for citation in citations(block.text, limit)]
    by_number = [citation for citation in found if citation.by_number]
    if not found or 2 * len(by_number) < len(found):
        style: CitationStyle = "author-year" if found else "none"
        return replace(article, citations=Citations(style, limit=limit))
    return replace(article, citations=_numeric(_numbers(by_number), size, limit))


def citing_blocks(article: Article) -> Iterator[Block]:
    """The blocks in which an article may cite; its own list and a printed table of contents are none."""
    yield from (block for block in article.blocks if block.kind != "contents")
    for blocks in article.abstracts.values():
        yield from blocks


def tell_of_citations(article: Article, report: Report) -> None:
    """What the editor must look at: a work cited that the list lacks, a list that the dump lacks."""
    known, span = article.citations, article.sources[0]
    if known.style == "numeric" and not article.references and known.cited:
        report.warn(span.file, span.first, f"no list of references, though [{known.cited[-1]}] is cited")
    left = set(known.beyond)
    for block in citing_blocks(article) if left else ():
        for citation in citations(block.text, known.limit):
            if left.intersection(_numbers([citation])):
                left.difference_update(_numbers([citation]))
                before = block.text[citation.start : citation.end]
                report.warn(block.span.file, block.span.first, "cited, and not in the list of references", before)


def _limit(texts: Sequence[str], size: int) -> int:
    """The highest number that can be a reference: the list's, unless the text itself cites beyond it."""
    cited = highest(texts)
    return size if 0 < cited <= size else plausible(cited)


def _numeric(numbers: Sequence[int], size: int, limit: int) -> Citations:
    """`max` counts what the list holds; without a list, numbers up to a gap that no list has."""
    if size:
        cited, beyond = [n for n in numbers if n <= size], [n for n in numbers if n > size]
    else:
        cited, beyond = list(_without_gaps(numbers)), []
    uncited = sorted(set(range(1, max(cited, default=0))) - set(cited))
    return Citations("numeric", tuple(cited), tuple(uncited), tuple(beyond), limit)


def _without_gaps(numbers: Iterable[int]) -> Iterator[int]:
    before = 0
    for number in numbers:
        if before and number > TIMES * before + APART:
            return
        yield number
        before = number


def _numbers(found: Iterable[Citation]) -> list[int]:
    """All that are cited, in order, each once."""
    ranges = {(work.first, work.last) for citation in found for work in citation.works}
    return sorted({number for first, last in ranges for number in range(first, last + 1)} - {0})
