"""Blocks of a dump -> units: a front part (title, authors), an abstract with its keywords, and what follows.

A dump names its articles only by their parts, so the parts are found first: at every abstract label, and at every
introduction that no abstract precedes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from journal.records import Block, Lang, Span, Unit
from journal.signs.labels import Labels
from journal.signs.notices import dates_of, is_notice
from journal.signs.shapes import is_capitals, is_front_matter

from .anchors import ABSTRACT, find_anchors
from .front import SOURCE, TITLE_WORDS, belongs_to_front, is_sentence, read_front
from .parts import split_keywords
from .running import Anchor

MOST_ABOUT, LONG, SENTENCE = 400, 160, 60  # characters: of any such line, of one that shows nothing, of a sentence
NO_FRONT = ("table", "flat_table", "caption", "contents")
BRACKETED = re.compile(r"\(.{5,300}\)")  # what stands under a title: of a review, the book
MOST_KEYWORDS = 600  # characters of a list; longer paragraphs under a lone label are the text
MAX_FRONT = 16  # blocks; a longer run of short lines is no title page


def cut_units(blocks: Sequence[Block], labels: Labels) -> list[Unit]:
    """The units in order. What stands before the first one is in none of them."""
    anchors = find_anchors(blocks, labels)
    starts = [_front_start(blocks, a.index, labels) if a.front is None else a.front for a in anchors]
    units = []
    for i, (anchor, start) in enumerate(zip(anchors, starts, strict=True)):
        end = max(starts[i + 1] if i + 1 < len(starts) else len(blocks), anchor.index + 1)
        while end > anchor.index + 1 and i + 1 < len(starts) and _is_rubric(blocks[end - 1], labels):
            end -= 1
        units.append(_unit(blocks[start:end], Anchor(anchor.index - start, anchor.sign), labels))
    return units


def _front_start(blocks: Sequence[Block], anchor: int, labels: Labels) -> int:
    """Index where the title or the authors over `anchor` begin; `anchor` itself where there are none."""
    start = anchor
    for i in range(anchor - 1, max(-1, anchor - 1 - MAX_FRONT), -1):
        text, label = blocks[i].text, labels.heading(blocks[i].text)
        if label and label.role == "notes":  # the people told of above are those of the article before
            return _first_of_its_own(blocks, i + 1, anchor)
        about = _is_about(text)
        if _is_rubric(blocks[i], labels):
            break
        if label or labels.keywords(text) or blocks[i].kind in NO_FRONT or (not about and _is_text(text)):
            break
        above = blocks[i - 1].text if i else ""
        beside = start == i + 1 and belongs_to_front(above, text, blocks[start].text, labels)
        beside = beside or (start < anchor and _goes_on(blocks[i], blocks[start]))
        if about or beside or (i == anchor - 1 and (blocks[i].kind == "heading" or _may_be_title(blocks[i]))):
            start = i
    return start


def _goes_on(block: Block, below: Block) -> bool:
    """The first line of a title whose second stands right under it."""
    together = block.kind == "paragraph" and block.span.last + 1 == below.span.first
    return together and block.text[:1].isupper() and not is_sentence(block.text) and not SOURCE.search(block.text)


def _is_rubric(block: Block, labels: Labels) -> bool:
    """`УГОЛОВНОЕ ПРАВО`: the part of the issue in which the articles below stand; it belongs to none of them."""
    return labels.rubric.fullmatch(block.text.strip(" .")) is not None


def _may_be_title(block: Block) -> bool:
    """A line of words right over an abstract: no sentence, unless it asks, and nothing of a reference."""
    text = block.text
    whole = text[:1].isupper() and not is_sentence(text)
    return block.kind == "paragraph" and whole and len(text.split()) >= TITLE_WORDS and not SOURCE.search(text)


def _is_about(text: str) -> bool:
    """A line that says by itself that it stands over an article: a title, names, numbers of libraries."""
    if len(text) > MOST_ABOUT:
        return False
    return bool(is_front_matter(text) or is_capitals(text) or _is_number(text) or BRACKETED.fullmatch(text))


def _is_text(text: str) -> bool:
    """Too much for a title or an address."""
    return len(text) > LONG or (len(text) > SENTENCE and is_sentence(text))


def _first_of_its_own(blocks: Sequence[Block], start: int, anchor: int) -> int:
    """Behind lines about other people: where the number of a library, a DOI or a title stands."""
    own = (i for i in range(start, anchor) if is_capitals(blocks[i].text) or _is_number(blocks[i].text))
    return next(own, anchor)


def _is_number(text: str) -> bool:
    return is_notice(text) and not dict(dates_of(text))


def _unit(blocks: Sequence[Block], anchor: Anchor, labels: Labels) -> Unit:
    """The unit that all `blocks` are."""
    span = Span(blocks[0].span.file, blocks[0].span.first, blocks[-1].span.last)
    front, first = read_front(blocks[: anchor.index], labels), blocks[anchor.index]
    label = labels.heading(first.text)
    if anchor.sign in ("introduction", "text"):
        return Unit(first.lang, span, front, body=tuple(blocks[anchor.index :]), opens=anchor.sign == "text")
    lang = label.lang if label else first.lang
    rest = list(blocks[anchor.index + 1 :] if label else blocks[anchor.index :])
    abstract = []
    while rest and _continues_abstract(rest[0], lang, labels):
        abstract.append(rest.pop(0))
    keywords = _take_keywords(rest, labels)
    if not keywords and sum(len(block.text.split()) for block in abstract) > ABSTRACT:
        abstract, rest = abstract[:1], [*abstract[1:], *rest]  # nothing ends it: the body follows without a heading
    return Unit(lang, span, front, tuple(abstract), keywords, tuple(rest))


def _continues_abstract(block: Block, lang: Lang, labels: Labels) -> bool:
    return block.kind in ("paragraph", "item") and block.lang == lang and not labels.keywords(block.text)


def _take_keywords(rest: list[Block], labels: Labels) -> tuple[str, ...]:
    """Takes the keyword list, and its label, off the front of `rest`."""
    opening = labels.keywords(rest[0].text) if rest else None
    if not opening:
        return ()
    if opening[1]:
        rest.pop(0)
        return split_keywords(opening[1])
    if len(rest) < 2 or rest[1].kind not in ("paragraph", "item") or len(rest[1].text) > MOST_KEYWORDS:
        return ()  # a label alone: it is shown as it stands
    del rest[0]
    return split_keywords(rest.pop(0).text)
