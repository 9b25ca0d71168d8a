"""The same article in two dumps becomes one, with the union of its parts.

Two articles are the same when most runs of five words of the shorter body stand in the longer one too. Where both
have a part, the fuller one stays; a sentence that one copy ends and the other goes on with is put together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from languages import words

from .records import Article, Block, Lang
from .report import Report
from .shapes import FINISHED

SHARED = (
    "journal",
    "issn",
    "year",
    "volume",
    "issue",
    "pages",
    "doi",
    "dates",
    "rights",
    "licence",
    "status",
    "former_ids",
)
RUN = 5  # words
SAME = 0.6  # of the shorter body's runs; different articles of one journal share under 0.05


def merge_duplicates(articles: Sequence[Article], report: Report) -> list[Article]:
    """Articles in order, each once; what was merged is in the report."""
    kept: list[Article] = []
    runs: list[set[int]] = []
    for article in articles:
        own = _runs(article)
        twin = next((i for i, other in enumerate(runs) if _same(own, other)), None)
        if twin is None:
            kept.append(article)
            runs.append(own)
            continue
        first, where = kept[twin], article.sources[0]
        kept[twin] = unite(first, article)
        runs[twin] |= own
        report.add(
            where.file, where.first, "duplicate", after=str(first.sources[0]), why="the same article", last=where.last
        )
    return kept


def unite(first: Article, second: Article) -> Article:
    """One article; the fuller body is the body, and `first` decides where both say something else."""
    main, other = (first, second) if first.words >= second.words else (second, first)
    given = {key: getattr(second, key) for key in second.corrected - first.corrected}
    langs: list[Lang] = list(dict.fromkeys([*first.abstracts, *second.abstracts]))
    union: dict[str, Any] = {key: getattr(first, key) or getattr(second, key) for key in SHARED}
    union |= {
        "id": first.id,
        "titles": {**other.titles, **main.titles},
        "authors": main.authors or other.authors,
        "abstracts": {lang: _fuller(first.abstracts.get(lang, ()), second.abstracts.get(lang, ())) for lang in langs},
        "keywords": {**other.keywords, **main.keywords},
        "references": max(main.references, other.references, key=len),
        "sources": (*first.sources, *second.sources),
        "corrected": first.corrected | second.corrected,
    }
    return replace(main, **union | {key: getattr(first, key) for key in first.corrected} | given)


def _fuller(first: tuple[Block, ...], second: tuple[Block, ...]) -> tuple[Block, ...]:
    """The longer of two copies of a part; or both, when one goes on where the other was cut off."""
    for head, tail in ((first, second), (second, first)):
        joined = _continued(head, tail)
        if joined:
            return joined
    return max(first, second, key=lambda blocks: sum(len(block.text) for block in blocks))


def _continued(head: tuple[Block, ...], tail: tuple[Block, ...]) -> tuple[Block, ...]:
    if not head or not tail or FINISHED.search(head[-1].text) or not tail[0].text[:1].islower():
        return ()
    seam = replace(head[-1], text=f"{head[-1].text} {tail[0].text}")
    return (*head[:-1], seam, *tail[1:])


def _same(one: set[int], other: set[int]) -> bool:
    return bool(one and other) and len(one & other) > SAME * min(len(one), len(other))


def _runs(article: Article) -> set[int]:
    """Hashes of all runs of five words of the body."""
    forms = [word.text.casefold() for block in article.blocks for word in words(block.text)]
    grams = zip(*(forms[i:] for i in range(RUN)), strict=False)
    return {hash(gram) for gram in grams}
