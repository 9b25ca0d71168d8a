"""A Markdown dump -> blocks, by markdown-it's tokens, whose line numbers it keeps.

Only the block structure is used; inline marks become plain text. A table of contents (a table or list whose entries
end in dots and a page number, or one under a heading that says so) stays in the text as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, zip_longest

from markdown_it import MarkdownIt
from markdown_it.token import Token

from .desk import Desk
from .joining import joined, over_page_breaks
from .labels import Labels
from .records import Block, BlockKind, Line, Span
from .report import Report
from .shapes import FINISHED, MARKER, NUMBERED

HEADING = re.compile(r"#{1,6} \S")
WORD = re.compile(r"\w")
BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
ESCAPE = re.compile(r"\\([_*#~|\[\]<>])")
URL = r"(?:https?://|www\.|mailto:)[^\s()<>\[\]]+(?:\([^\s()<>]*\)[^\s()<>]*)?"
LINK = re.compile(rf"\[([^\[\]]{{1,300}})\]\(({URL})\)")
ADDRESS = re.compile(rf"<({URL})>")
MAX_HEADING = 200  # characters of a heading that only its number shows
TABLES = ("table", "contents")
LEADERS = re.compile(r"\.{3,}\s*\d*\s*$")
# Links would take `[12](13)` and the line `[1]: …` of a list of references out of the text.
PARSER = MarkdownIt("commonmark", {"maxNesting": 20, "html": False}).enable("table")
PARSER.disable(["link", "image", "autolink", "reference"])


def looks_like_markdown(lines: Sequence[Line], suffix: str) -> bool:
    """A dump is Markdown by its name, or by its headings: dumps of PDF come as Markdown under `.txt` too."""
    return suffix.lower() == ".md" or sum(bool(HEADING.match(line.text)) for line in lines) > 2


def markdown_blocks(lines: Sequence[Line], name: str, desk: Desk) -> tuple[Block, ...]:
    """The blocks of a Markdown dump, in order; no line with a word is left out."""
    source = "\n".join(("- " if line.bullet else "") + line.text for line in lines)
    blocks = list(_blocks(PARSER.parse(source), name, desk))
    blocks = sorted([*blocks, *_left_out(lines, blocks, name, desk)], key=lambda block: block.span.first)
    openings = {line.number for line in lines if HEADING.match(line.text)}
    structured = list(_structured(_without_marks(blocks, name, desk.report), name, desk))
    return tuple(over_page_breaks(structured, openings, name, desk))


def _without_marks(blocks: Sequence[Block], name: str, report: Report) -> list[Block]:
    """Links and escapes as plain text; tables stay as they are."""
    plain = [block if block.kind in TABLES else replace(block, text=_unmarked(block.text)) for block in blocks]
    changed = [new.span.first for old, new in zip(blocks, plain, strict=True) if old.text != new.text]
    if changed:
        report.add(name, changed[0], "clean", why=f"marks of Markdown links and escapes, in {len(changed)} paragraphs")
    return plain


def _unmarked(text: str) -> str:
    """Without what only Markdown needs: escapes, and the marks of links, whose address stays, once."""
    text = ESCAPE.sub(r"\1", text)
    return ADDRESS.sub(r"\1", LINK.sub(lambda link: link[2] if link[1] == link[2] else f"{link[1]} ({link[2]})", text))


def _structured(blocks: Sequence[Block], name: str, desk: Desk) -> Iterator[Block]:
    """Headings that the dump did not mark, by their number; the heading of a printed contents goes with it."""
    number, skip = "", False
    for block, after in zip_longest(blocks, blocks[1:]):
        if skip:
            skip = False
        elif after and after.kind == "contents" and _heads_contents(block, desk.labels):
            yield _with_heading(after, block)
            skip = True
        elif block.kind == "paragraph" and _is_next_heading(block.text, number):
            desk.report.add(name, block.span.first, "heading", after=block.text, last=block.span.last)
            yield replace(block, kind="heading", level=_level(block.text, 3))
            number = _number(block.text)
        else:
            yield block
            number = (_number(block.text) or number) if block.kind == "heading" else number


def _heads_contents(block: Block, labels: Labels) -> bool:
    label = labels.heading(block.text) if block.kind == "heading" else None
    return label is not None and label.role == "contents"


def _with_heading(contents: Block, heading: Block) -> Block:
    span = Span(heading.span.file, heading.span.first, contents.span.last)
    rows = ((heading.text,), *contents.rows)
    return replace(contents, text=f"{heading.text} {contents.text}", span=span, rows=rows)


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
            yield _table(tokens, i, name, desk.report)
        elif token.type == "inline" and tokens[i - 1].type in ("paragraph_open", "heading_open"):
            yield from _inline(token, tokens[i - 1], markers[-1] if markers else "", name, desk)
        elif token.type in ("fence", "code_block"):
            yield Block("paragraph", " ".join(token.content.split()), _span(token, name))


def _inline(token: Token, opening: Token, marker: str, name: str, desk: Desk) -> Iterator[Block]:
    lines = enumerate(plain(token).split("\n"), _span(token, name).first)
    marked = int(opening.tag[1]) if opening.type == "heading_open" else 0
    for run in _parted([Line(number, text) for number, text in lines if text], desk.labels):
        text, span = joined(run, name, desk), Span(name, run[0].number, run[-1].number)
        block = _block(text, span, marked, marker, desk.labels)
        if block.kind == "heading":
            desk.report.add(name, span.first, "heading", after=text, last=span.last)
        yield block


def _parted(lines: Sequence[Line], labels: Labels) -> Iterator[list[Line]]:
    """Dumps lack the blank line after `Кіріспе` or before `Тірек сөздер: …`."""
    run: list[Line] = []
    for line in lines:
        if run and (labels.heading(line.text) or labels.heading(run[-1].text) or labels.keywords(line.text)):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _block(text: str, span: Span, marked: int, marker: str, labels: Labels) -> Block:
    """`marked` is the level that the dump gives a heading (0: none), `marker` that of the list around it."""
    if marked and _is_heading(text):
        return Block("heading", text, span, level=_level(text, marked))
    if labels.heading(text):
        return Block("heading", text, span, level=2)
    if labels.caption.match(text) and len(text) < 160:
        return Block("caption", text, span)
    own = MARKER.match(text)
    if own:
        return Block("item", text[own.end() :], span, marker=own[0].strip())
    return Block("item" if marker else "paragraph", text, span, marker=marker)


def plain(token: Token) -> str:
    """Inline text without Markdown's marks, line by line."""
    pieces = ["\n" if child.type in ("softbreak", "hardbreak") else child.content for child in token.children or ()]
    return "\n".join(" ".join(line.split()) for line in BREAK.sub(" ", "".join(pieces)).split("\n"))


def _is_heading(text: str) -> bool:
    """Dumps mark list items as headings: a lower-case opening or an end of sentence is none."""
    return not (text[:2].islower() or text.endswith((";", ",")) or text.startswith("- "))


def _level(text: str, marked: int) -> int:
    """From the number where there is one (1 -> 2, 1.1 -> 3), since dumps' own levels are unreliable."""
    numbered = NUMBERED.match(text)
    return min(4, 2 + numbered[1].count(".")) if numbered else max(2, min(4, marked))


def _table(tokens: Sequence[Token], start: int, name: str, report: Report) -> Block:
    rows: list[list[str]] = []
    for token in islice(tokens, start, None):
        if token.type == "table_close":
            break
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(" ".join(plain(token).split()))
    filled = tuple(tuple(row) for row in rows if any(row))
    span = _span(tokens[start], name)
    leaders = sum(any(LEADERS.search(cell) for cell in row) for row in filled)
    kind: BlockKind = "contents" if leaders > len(filled) / 2 else "table"
    report.add(name, span.first, "table", after=f"{kind}, {len(filled)} rows", last=span.last)
    return Block(kind, " ".join(cell for row in filled for cell in row if cell), span, rows=filled)


def _span(token: Token, name: str) -> Span:
    first, end = token.map or (0, 1)
    return Span(name, first + 1, end)
