"""How a dump becomes articles: the stages, in order, in two visible tuples.

Each stage takes a `Dump` and the `Desk` with the tools, and returns the dump with one more thing known. Between
the two tuples the words of *all* dumps are counted, since the later stages decide by what the whole corpus attests.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from .account import left_out, lost_headings, warn_of_doubts
from .assemble import assemble
from .blocks import text_blocks
from .corrections import Corrections, correct_articles
from .decode import decode
from .desk import Desk
from .errors import JournalError
from .finish import anchor, count_words, finish
from .fixes import Fix, fix_blocks, fix_lines
from .furniture import remove_furniture
from .language import mark_languages
from .lines import clean_lines
from .markdown import looks_like_markdown, markdown_blocks
from .pages import numbers_at_foot
from .records import Article, Block, Facts, Line, PageMark
from .split import gather_units
from .thesis import is_thesis, read_thesis
from .units import cut_units

NO_FACTS = Facts()


@dataclass(frozen=True, slots=True)
class Dump:
    """One file of texts as received, and what the stages so far have made of it."""

    path: Path
    corrections: Corrections
    text: str = ""
    lines: tuple[Line, ...] = ()
    fixes: tuple[Fix, ...] = ()
    facts: Facts = NO_FACTS
    marks: tuple[PageMark, ...] = ()
    at_foot: bool | None = None
    blocks: tuple[Block, ...] = ()
    articles: tuple[Article, ...] = ()

    @property
    def name(self) -> str:
        return self.path.name


Stage = Callable[[Dump, Desk], Dump]


def decoded(dump: Dump, desk: Desk) -> Dump:
    return replace(dump, text=decode(dump.path.read_bytes(), dump.name, desk.report))


def cleaned(dump: Dump, desk: Desk) -> Dump:
    return replace(dump, lines=clean_lines(dump.text, dump.name, desk.report), text="")


def fixed(dump: Dump, desk: Desk) -> Dump:
    lines, left = fix_lines(dump.lines, dump.corrections.fixes, dump.name, desk.report)
    return replace(dump, lines=lines, fixes=tuple(left))


def without_furniture(dump: Dump, desk: Desk) -> Dump:
    lines, facts, marks = remove_furniture(dump.lines, dump.name, desk.labels, desk.report)
    return replace(dump, lines=lines, facts=facts, marks=marks, at_foot=numbers_at_foot(lines, marks))


def in_blocks(dump: Dump, desk: Desk) -> Dump:
    make = markdown_blocks if looks_like_markdown(dump.lines, dump.path.suffix) else text_blocks
    blocks = make(dump.lines, dump.name, desk)
    return replace(dump, blocks=fix_blocks(blocks, dump.fixes, dump.name, dump.corrections.file, desk.report), lines=())


def with_languages(dump: Dump, desk: Desk) -> Dump:
    return replace(dump, blocks=mark_languages(dump.blocks, desk.report))


def in_articles(dump: Dump, desk: Desk) -> Dump:
    if is_thesis(dump.blocks, desk.labels):
        articles = [read_thesis(dump.blocks, desk.labels)]
    else:
        units = cut_units(dump.blocks, desk.labels)
        articles = [assemble(group, desk.labels) for group in gather_units(units, desk.labels)]
    if not articles:
        raise JournalError(dump.name, 0, "no article found in it: no abstract, no introduction, no title in capitals")
    for block in lost_headings(dump.blocks, desk.labels):
        why, span = "the heading of the references: the page has its own", block.span
        desk.report.add(dump.name, span.first, "clean", before=block.text, why=why, last=span.last)
    for block in left_out(dump.blocks, articles, desk.labels):
        why, span = "in no part of an article", block.span
        desk.report.add(dump.name, span.first, "warning", before=block.text, why=why, last=span.last)
    return replace(dump, articles=tuple(articles))


def finished(dump: Dump, desk: Desk) -> Dump:
    numbered = enumerate(dump.articles, 1)
    articles = [finish(article, dump.path.stem, i, dump.facts, dump.marks, dump.at_foot) for i, article in numbered]
    corrected = correct_articles(articles, dump.corrections, dump.name)
    for article in corrected:
        span = article.sources[0]
        warn_of_doubts(article, desk.report)
        desk.report.add(dump.name, span.first, "article", after=article.title, why=article.id, last=span.last)
    return replace(dump, articles=tuple(count_words(anchor(article)) for article in corrected), blocks=())


BEFORE_EVIDENCE: tuple[Stage, ...] = (decoded, cleaned, fixed, without_furniture)
AFTER_EVIDENCE: tuple[Stage, ...] = (in_blocks, with_languages, in_articles, finished)


def run(dump: Dump, stages: tuple[Stage, ...], desk: Desk) -> Dump:
    for stage in stages:
        dump = stage(dump, desk)
    return dump
