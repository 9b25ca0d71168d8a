"""A Markdown dump -> blocks, by markdown-it's tokens, whose line numbers it keeps.

Only the block structure is used; inline marks become plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from markdown_it import MarkdownIt
from markdown_it.token import Token

from journal.desk import Desk
from journal.records import Block, Line, Span
from journal.signs.labels import Labels
from journal.signs.shapes import FINISHED, MARKER, NUMBERED, is_author_line

from .contents_blocks import gathered
from .joining import joined
from .levels import mended
from .markdown_marks import plain, source_of, span_of, without_marks
from .markdown_tables import heads_contents, table_block, widened, with_heading
from .page_breaks import over_page_breaks

HEADING = re.compile(r"#{1,6} \S")
WORD = re.compile(r"\w")
MAX_HEADING = 200  # characters of a heading that only its number shows
# Links would take `[12](13)` and the line `[1]: …` of a list of references out of the text.
PARSER = MarkdownIt("commonmark", {"maxNesting": 20, "html": False}).enable("table")
PARSER.disable(["link", "image", "autolink", "reference"])


MARKS = re.compile(r"(?:[\s|:*_=-]|<br\s*/?>)+")


def looks_like_markdown(lines: Sequence[Line], suffix: str) -> bool:
    """A dump is Markdown by its name, or by its headings: dumps of PDF come as Markdown under `.txt` too."""
    return suffix.lower() == ".md" or sum(bool(HEADING.match(line.text)) for line in lines) > 2


def markdown_blocks(lines: Sequence[Line], name: str, desk: Desk, exact: bool = False) -> tuple[Block, ...]:
    """The blocks of a Markdown dump, in order; no line with a word is left out.

    `exact`: we wrote the Markdown ourselves, so what still looks like a mark once it is read is text.
    """
    blocks = list(_blocks(PARSER.parse(widened(source_of(lines, exact))), name, desk))
    blocks = sorted([*blocks, *_left_out(lines, blocks, name, desk)], key=lambda block: block.span.first)
    if not exact:
        _tell_marks(lines, name, desk)
    openings = {line.number for line in lines if HEADING.match(line.text)}
    unmarked = blocks if exact else without_marks(blocks, name, desk.report)
    structured = list(mended(_structured(list(gathered(unmarked, desk)), name, desk), desk.labels))
    return tuple(over_page_breaks(structured, openings, name, desk))


def _tell_marks(lines: Sequence[Line], name: str, desk: Desk) -> None:
    """Rules, the lines under a table's head and its empty rows hold no text; the report says that they are gone."""
    for line in lines:
        if line.text and MARKS.fullmatch(line.text):
            desk.report.add(name, line.number, "drop", before=line.text[:40], why="marks of Markdown that hold no text")


def _structured(blocks: Sequence[Block], name: str, desk: Desk) -> Iterator[Block]:
    """Headings that the dump did not mark, by their number; the heading of a printed contents goes with it."""
    number, skip = "", False
    for block, after in zip_longest(blocks, blocks[1:]):
        if skip:
            skip = False
        elif after and after.kind == "contents" and heads_contents(block, desk.labels):
            yield with_heading(after, block)
            skip = True
        elif block.kind == "paragraph" and _is_next_heading(block.text, number):
            desk.report.add(name, block.span.first, "heading", after=block.text, last=block.span.last)
            yield replace(block, kind="heading")
            number = _number(block.text)
        else:
            yield block
            number = (_number(block.text) or number) if block.kind == "heading" else number


def _number(text: str) -> str:
    numbered = NUMBERED.match(text)
    return numbered[1] if numbered else ""


def _is_next_heading(text: str, number: str) -> bool:
    """`3.1` after the heading `3`, `3.2` after `3.1`: short, a capital, no end."""
    numbered = NUMBERED.match(text)
    if not number or not numbered or FINISHED.search(text) or len(text) > MAX_HEADING:
        return False
    head, _, last = number.rpartition(".")
    following = {f"{number}.1"} | ({f"{head}.{int(last) + 1}"} if head else set())
    return numbered[1] in following and text[numbered.end()].isupper()


def _left_out(lines: Sequence[Line], blocks: Sequence[Block], name: str, desk: Desk) -> Iterator[Block]:
    """What Markdown makes nothing of, as paragraphs: lists nested too deep."""
    seen = {number for block in blocks for number in range(block.span.first, block.span.last + 1)}
    for line in lines:
        if line.number not in seen and WORD.search(line.text):
            desk.report.warn(name, line.number, "no Markdown that can be read; kept as it is", before=line.text[:80])
            yield Block("paragraph", line.text, Span(name, line.number, line.number))


def _blocks(tokens: Sequence[Token], name: str, desk: Desk) -> Iterator[Block]:
    markers: list[str] = []
    for i, token in enumerate(tokens):
        if token.type == "list_item_open":
            markers.append(f"{token.info}{token.markup}" if token.info else "•")
        elif token.type == "list_item_close":
            markers.pop()
        elif token.type == "table_open":
            yield table_block(tokens, i, name, desk)
        elif token.type == "inline" and tokens[i - 1].type in ("paragraph_open", "heading_open"):
            yield from _inline(token, tokens[i - 1], _marker(markers), name, desk)
        elif token.type in ("fence", "code_block"):
            yield Block("paragraph", " ".join([*token.info.split(), *token.content.split()]), span_of(token, name))


def _marker(markers: list[str]) -> str:
    """That of the innermost list; the numbers of all lists around it that no block has yet, each once."""
    numbers = [marker for marker in markers if marker not in ("", "•")]
    own = markers[-1] if markers else ""
    markers[:] = ["•" if marker == "•" else "" for marker in markers]
    return " ".join(numbers) or own


def _inline(token: Token, opening: Token, marker: str, name: str, desk: Desk) -> Iterator[Block]:
    lines = enumerate(plain(token).split("\n"), span_of(token, name).first)
    marked = int(opening.tag[1]) if opening.type == "heading_open" else 0
    for run in _parted([Line(number, text) for number, text in lines if text], desk.labels):
        text, span = joined(run, name, desk), Span(name, run[0].number, run[-1].number)
        block = _block(text, span, marked, marker, desk.labels)
        marker = marker if marker == "•" else ""
        if block.kind == "heading":
            desk.report.add(name, span.first, "heading", after=text, last=span.last)
        yield block


def _parted(lines: Sequence[Line], labels: Labels) -> Iterator[list[Line]]:
    """Dumps lack the blank line after `Кіріспе`, after names, or before `Тірек сөздер: …`."""
    run: list[Line] = []
    for line in lines:
        over = run[-1].text if run else ""
        begins = labels.heading(line.text) or labels.keywords(line.text)
        if run and (begins or labels.heading(over) or (is_author_line(over) and over[-1] != ",")):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _block(text: str, span: Span, marked: int, marker: str, labels: Labels) -> Block:
    """`marked` is the level that the dump gives a heading (0: none), `marker` that of the list around it."""
    numbered = text if marker == "•" else f"{marker} {text}".strip()
    if marked and _is_heading(text):
        return Block("heading", numbered, span, level=marked)
    if labels.heading(text):
        return Block("heading", numbered, span)
    if labels.caption.match(text) and len(text) < 160:
        return Block("caption", numbered, span)
    own = MARKER.match(text)
    if own and numbered == text:
        return Block("item", text[own.end() :], span, marker=own[0].strip())
    return Block("item" if marker else "paragraph", text, span, marker=marker)


def _is_heading(text: str) -> bool:
    """Dumps mark list items as headings: a lower-case opening or an end of sentence is none."""
    return not (text[:2].islower() or text.endswith((";", ",")) or text.startswith("- "))
