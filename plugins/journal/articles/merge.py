"""The same article in two dumps becomes one, with the union of its parts.

Two articles are the same when most runs of five words of the shorter body stand in the longer one too. Where both
have a part, the fuller one stays; a sentence that one copy ends and the other goes on with is put together.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from journal.citing.citing import with_citations
from journal.records import Article, Block, Lang
from journal.report import Report
from journal.signs.shapes import FINISHED
from journal.store import Store
from languages import words

from .copies import lost_in_union
from .finish import anchor, count_words

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
LIKELY = 0.3  # of the sampled runs: worth reading the other article again and comparing all runs
AS_FULL = 0.98  # of the longer body: what differs are repairs
SAMPLE = 64  # one run in so many is remembered of each article, and the FEWEST smallest of a short one
FEWEST = 8


class Shelf:
    """All articles so far, each once. In memory stand samples of their runs only: the texts lie in `articles`."""

    def __init__(self, report: Report) -> None:
        self.articles: Store[Article] = Store()
        self._report = report
        self._owners: dict[int, int] = {}
        self._sizes: list[int] = []

    def add(self, article: Article) -> None:
        """Put it beside the others, or make one of it and its twin; a merge is in the report."""
        runs = set(_runs(article))
        sample = _sample(runs)
        twin = next((key for key in self._likely(sample) if _same(runs, set(_runs(self.articles.get(key))))), None)
        if twin is None:
            twin = self.articles.put(article)
            self._sizes.append(len(sample))
        else:
            self._merge(twin, article)
        for run in sample:
            self._owners.setdefault(run, twin)

    def _likely(self, sample: set[int]) -> Iterator[int]:
        """Articles that share much of the sample, most first."""
        shared = Counter(self._owners[run] for run in sample if run in self._owners)
        return (key for key, count in shared.most_common() if count >= LIKELY * min(len(sample), self._sizes[key]))

    def _merge(self, key: int, article: Article) -> None:
        first, where = self.articles.get(key), article.sources[0]
        united, copy = unite(first, article), first.sources[0]
        self.articles.replace(key, united)
        for block, words_lost in lost_in_union(united, (first, article)):
            span, why = block.span, "only one copy has this; the page has the other"
            self._report.add(span.file, span.first, "warning", before=words_lost, why=why, last=span.last)
        told = f"{copy.file}: {copy.first}–{copy.last}"
        self._report.add(where.file, where.first, "duplicate", after=told, why="the same article", last=where.last)


def _sample(runs: set[int]) -> set[int]:
    """The same runs of the same text, whatever stands around it."""
    return {run for run in runs if run % SAMPLE == 0} | set(sorted(runs)[:FEWEST])


def unite(first: Article, second: Article) -> Article:
    """One article; the fuller body is the body, and `first` decides where both say something else."""
    main, other = (first, second) if _length(first) >= AS_FULL * _length(second) else (second, first)
    given = {key: getattr(second, key) for key in second.corrected - first.corrected}
    langs: list[Lang] = list(dict.fromkeys([*first.abstracts, *second.abstracts]))
    union: dict[str, Any] = {key: getattr(first, key) or getattr(second, key) for key in SHARED}
    union |= {
        "id": first.id,
        "titles": {**first.titles, **other.titles, **main.titles},  # in the order of the first
        "authors": main.authors or other.authors,
        "abstracts": {lang: _fuller(first.abstracts.get(lang, ()), second.abstracts.get(lang, ())) for lang in langs},
        "keywords": {**first.keywords, **other.keywords, **main.keywords},
        "labels": {**other.labels, **main.labels},
        "others": _without_repeats(main.others, other.others),
        "references": max(main.references, other.references, key=len),
        "sources": (*first.sources, *second.sources),
        "corrected": first.corrected | second.corrected,
    }
    united = replace(main, **union | {key: getattr(first, key) for key in first.corrected} | given)
    return with_citations(count_words(anchor(united)))


def _without_repeats(main: tuple[Block, ...], other: tuple[Block, ...]) -> tuple[Block, ...]:
    texts = {block.text for block in main}
    return (*main, *(block for block in other if block.text not in texts))


def _length(article: Article) -> int:
    return sum(len(block.text) for block in article.blocks)


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


def _runs(article: Article) -> Iterable[int]:
    """Hashes of all runs of five words of the body; the same in every process."""
    forms = [word.text.casefold() for block in article.blocks for word in words(block.text)]
    grams = zip(*(forms[i:] for i in range(RUN)), strict=False)
    return (zlib.crc32(" ".join(gram).encode()) for gram in grams)
