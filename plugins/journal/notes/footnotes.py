"""Footnotes: out of the lines, into blocks of their own, to the article whose text marks them.

A footnote's block has the kind "footnote" and its number as marker. It stands in the article behind the block that
marks it, so the article keeps its order; the page shows all of them behind the body.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from journal.desk import Desk
from journal.paragraphs.joining import joined
from journal.records import Article, Block, Lang, Line, Note, Span
from journal.report import Report
from languages.detect import in_latin_kazakh, language_of

from .page_notes import page_notes
from .written_notes import written_notes

SHOWN = 80  # characters of a note in the report


def take_notes(lines: Sequence[Line], name: str, desk: Desk) -> tuple[tuple[Line, ...], tuple[Note, ...]]:
    """The lines of the dump `name` without its footnotes, and these in the order of their marks."""
    without, written = written_notes(lines)
    without, printed, rules = page_notes(without, desk.labels)
    for note in written:
        _tell(note, "marked as a note in the file", name, desk.report)
    for note in printed:
        _tell(note, "a note at the foot of its page", name, desk.report)
    for line in rules:
        desk.report.add(name, line.number, "drop", before=line.text, why="the rule over footnotes")
    for before, after in zip(lines, without, strict=True):
        if after.text and before.text != after.text:
            old, new = _differing(before.text, after.text)
            desk.report.add(name, before.number, "footnote", old, new, "the mark of a footnote")
    return without, tuple(sorted([*written, *printed], key=lambda note: note.mark))


def _tell(note: Note, why: str, name: str, report: Report) -> None:
    first, last = note.lines[0], note.lines[-1]
    report.add(name, first.number, "footnote", after=f"{note.marker} {first.text}"[:SHOWN], why=why, last=last.number)


def _differing(before: str, after: str) -> tuple[str, str]:
    """The words in which two texts differ, from the first such word to the last."""
    start = next((i for i, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), 0)
    least = min(len(before), len(after)) - start
    end = next((i for i in range(least) if before[-1 - i] != after[-1 - i]), least)
    first = before.rfind(" ", 0, start) + 1
    behind = before.find(" ", len(before) - end)
    kept = len(before) - behind if behind >= 0 else 0
    return before[first : len(before) - kept], after[first : len(after) - kept]


def note_blocks(notes: Sequence[Note], name: str, desk: Desk) -> list[Block]:
    """One block for each note, in their order."""
    return [
        Block(
            "footnote",
            joined(note.lines, name, desk),
            Span(name, note.lines[0].number, note.lines[-1].number),
            marker=note.marker,
        )
        for note in notes
    ]


def with_footnotes(
    articles: Sequence[Article], notes: Sequence[Note], blocks: Sequence[Block], report: Report
) -> tuple[Article, ...]:
    """The articles with the blocks of their notes, each behind the block that marks it.

    `blocks` are those of `notes`. A note's language is its own; where its words do not show it, that of its article.
    """
    bounds = [*(article.sources[0].first for article in articles[1:]), float("inf")]
    placed = []
    start = float("-inf")
    for article, end in zip(articles, bounds, strict=True):
        own = [(note.mark, block) for note, block in zip(notes, blocks, strict=True) if start <= note.mark < end]
        placed.append(_with_own(article, own, end, report) if own else article)
        start = end
    return tuple(placed)


def _with_own(article: Article, own: Sequence[tuple[int, Block]], end: float, report: Report) -> Article:
    """`end` is the line on which the next article begins."""
    order = sorted(range(len(article.blocks)), key=lambda i: article.blocks[i].span.first)
    firsts = [article.blocks[i].span.first for i in order]
    behind: dict[int, list[Block]] = {}
    for mark, block in own:
        place = bisect_right(firsts, mark)
        behind.setdefault(order[place - 1] if place else -1, []).append(_with_language(block, article, report))
    body = [*behind.get(-1, ())]
    for i, block in enumerate(article.blocks):
        body += [block, *behind.get(i, ())]
    span = article.sources[0]
    last = max((block.span.last for _, block in own if block.span.last < end), default=span.last)
    span = replace(span, last=max(span.last, last))
    return replace(article, blocks=tuple(body), sources=(span, *article.sources[1:]))


def _with_language(block: Block, article: Article, report: Report) -> Block:
    lang = language_of(block.text) or article.lang
    latin = lang == "kk" and in_latin_kazakh(block.text)
    report.add(block.span.file, block.span.first, "language", after=lang, why=block.kind, last=block.span.last)
    return replace(block, lang=cast("Lang", lang), latin=latin)
