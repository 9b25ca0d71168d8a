"""How a dump becomes articles: the stages, in order, in two visible tuples.

Each stage takes a `Dump` and the `Desk` with the tools, and returns the dump with one more thing known. Between
the two tuples the words of *all* dumps are counted, since the later stages decide by what the whole corpus attests.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from .articles.account import left_out, warn_of_doubts
from .articles.assemble import assemble
from .articles.finish import anchor, count_words, finish
from .articles.printed import with_labels, with_others
from .articles.split import gather_units
from .articles.thesis import is_thesis, read_thesis
from .articles.units import cut_units
from .citing.citing import tell_of_citations, with_citations
from .cleaning.fixes import Fix, fix_blocks, fix_lines
from .cleaning.furniture import remove_furniture
from .cleaning.lines import clean_lines
from .cleaning.pages import numbers_at_foot
from .desk import Desk
from .editor.corrections import Corrections, correct_articles
from .errors import JournalError
from .notes.footnotes import note_blocks, take_notes, with_footnotes
from .paragraphs.blocks import text_blocks
from .paragraphs.headings import mark_headings
from .paragraphs.language import mark_languages
from .paragraphs.levels import with_levels
from .paragraphs.markdown import looks_like_markdown, markdown_blocks
from .paragraphs.markdown_notes import plain_notes
from .paragraphs.run_in import with_labels_apart
from .reading.formats import receive
from .reading.received import Sheet
from .records import Article, Block, Facts, Line, Note, PageMark
from .signs.notices import is_notice
from .signs.outline import with_chapters

NO_FACTS = Facts()


@dataclass(frozen=True, slots=True)
class Dump:
    """One file of texts as received, and what the stages so far have made of it."""

    path: Path
    corrections: Corrections
    text: str = ""
    converted: bool = False
    sheets: tuple[Sheet, ...] = ()
    lines: tuple[Line, ...] = ()
    fixes: tuple[Fix, ...] = ()
    facts: Facts = NO_FACTS
    marks: tuple[PageMark, ...] = ()
    at_foot: bool | None = None
    notes: tuple[Note, ...] = ()
    blocks: tuple[Block, ...] = ()
    footnotes: tuple[Block, ...] = ()
    articles: tuple[Article, ...] = ()

    @property
    def name(self) -> str:
        return self.path.name


Stage = Callable[[Dump, Desk], Dump]


def decoded(dump: Dump, desk: Desk) -> Dump:
    received = receive(dump.path, desk.labels, desk.report)
    return replace(dump, text=received.text, converted=received.converted, sheets=received.sheets)


def cleaned(dump: Dump, desk: Desk) -> Dump:
    return replace(dump, lines=clean_lines(dump.text, dump.name, desk.report), text="")


def fixed(dump: Dump, desk: Desk) -> Dump:
    lines, left = fix_lines(dump.lines, dump.corrections.fixes, dump.name, desk.report)
    return replace(dump, lines=lines, fixes=tuple(left))


def without_furniture(dump: Dump, desk: Desk) -> Dump:
    lines, facts, marks = remove_furniture(dump.lines, dump.name, desk.labels, desk.report, dump.sheets)
    at_foot = False if dump.sheets else numbers_at_foot(lines, marks)
    return replace(dump, lines=lines, facts=facts, marks=marks, at_foot=at_foot)


def without_notes(dump: Dump, desk: Desk) -> Dump:
    lines, notes = take_notes(dump.lines, dump.name, desk)
    return replace(dump, lines=lines, notes=notes)


def in_blocks(dump: Dump, desk: Desk) -> Dump:
    notes = dump.notes
    if dump.converted or (not dump.sheets and looks_like_markdown(dump.lines, dump.path.suffix)):
        blocks = markdown_blocks(dump.lines, dump.name, desk, exact=dump.converted)
        notes = plain_notes(notes, exact=dump.converted)
    else:
        blocks = text_blocks(dump.lines, dump.name, desk)
    blocks = (*with_labels_apart(blocks, dump.name, desk), *note_blocks(notes, dump.name, desk))
    fixed = fix_blocks(blocks, dump.fixes, dump.name, dump.corrections.file, desk.report)
    count = len(fixed) - len(notes)
    return replace(dump, blocks=fixed[:count], footnotes=fixed[count:], lines=())


def with_languages(dump: Dump, desk: Desk) -> Dump:
    return replace(dump, blocks=mark_languages(dump.blocks, desk.labels, desk.report))


def with_headings(dump: Dump, desk: Desk) -> Dump:
    return replace(dump, blocks=mark_headings(with_chapters(dump.blocks), dump.name, desk))


def in_articles(dump: Dump, desk: Desk) -> Dump:
    if is_thesis(dump.blocks, desk.labels):
        articles = [read_thesis(dump.blocks, desk.labels)]
    else:
        units = cut_units(dump.blocks, desk.labels)
        articles = [assemble(group, desk.labels) for group in gather_units(units, desk.labels)]
    if not articles:
        raise JournalError(dump.name, 0, "no article found in it: no abstract, no introduction, no title in capitals")
    leveled = (with_levels(article, desk.labels) for article in articles)
    labelled = [with_labels(article, dump.blocks, desk.labels) for article in leveled]
    left = list(left_out(dump.blocks, labelled, desk.labels))
    spans = [span for article in articles for span in article.sources]
    for block in left:
        if not (is_notice(block.text) and any(span.first <= block.span.first <= span.last for span in spans)):
            why, span = "in no part of an article", block.span
            desk.report.add(dump.name, span.first, "warning", before=block.text, why=why, last=span.last)
    lines = [block for block in left if block.kind != "contents"]
    return replace(dump, articles=tuple(with_others(article, lines) for article in labelled))


def with_notes(dump: Dump, desk: Desk) -> Dump:
    articles = with_footnotes(dump.articles, dump.notes, dump.footnotes, desk.report)
    return replace(dump, articles=articles, notes=(), footnotes=())


def finished(dump: Dump, desk: Desk) -> Dump:
    numbered = enumerate(dump.articles, 1)
    articles = [finish(article, dump.path.stem, i, dump.facts, dump.marks, dump.at_foot) for i, article in numbered]
    corrected = [with_citations(each) for each in correct_articles(articles, dump.corrections, dump.name)]
    for article in corrected:
        span = article.sources[0]
        warn_of_doubts(article, desk.report)
        tell_of_citations(article, desk.report)
        desk.report.add(dump.name, span.first, "article", after=article.title, why=article.id, last=span.last)
    return replace(dump, articles=tuple(count_words(anchor(article)) for article in corrected), blocks=())


BEFORE_EVIDENCE: tuple[Stage, ...] = (decoded, cleaned, fixed, without_furniture)
AFTER_EVIDENCE: tuple[Stage, ...] = (
    without_notes,
    in_blocks,
    with_languages,
    with_headings,
    in_articles,
    with_notes,
    finished,
)


def run(dump: Dump, stages: tuple[Stage, ...], desk: Desk) -> Dump:
    for stage in stages:
        dump = stage(dump, desk)
    return dump
