"""Paragraphs that a page break cut in two are put together: no end before the break, no beginning after it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from journal.desk import Desk
from journal.records import Block, Line, Span
from journal.signs.shapes import FINISHED, HYPHEN_END, MARKER, NUMBERED, is_capitals

from .joining import joined

DEFINITION = re.compile(r"[^.,;:–—]{2,50}\s[–—-]\s")  # an entry of a list of terms: `омарта – аралар ұясы`
RUNNING = 40  # characters: a shorter paragraph without an end may be a title or an address


def over_page_breaks(blocks: Sequence[Block], openings: Collection[int], name: str, desk: Desk) -> list[Block]:
    """The blocks of a dump, paragraphs that are one sentence put together.

    `openings` are the lines that the dump marks as the first of something.
    """
    runs: list[list[Block]] = []
    for block in blocks:
        if runs and block.span.first not in openings and _goes_on(runs[-1], block, desk):
            runs[-1].append(block)
        else:
            runs.append([block])
    return [_put_together(run, name, desk) for run in runs]


def _goes_on(run: Sequence[Block], block: Block, desk: Desk) -> bool:
    head, tail, kind = run[-1].text, block.text, run[0].kind
    if kind not in ("paragraph", "item") or block.kind != "paragraph" or FINISHED.search(head):
        return False
    if is_capitals(head) or MARKER.match(tail) or desk.labels.keywords(tail) or desk.labels.thesis.search(tail):
        return False
    if HYPHEN_END.search(head):
        return tail[0].islower()
    if len(head) < RUNNING or (kind == "item" and head[-1] == ",") or _are_terms(head, tail):
        return False
    number = NUMBERED.match(tail)
    counted = number and tail[number.end()].isupper()
    return tail[0].islower() or tail[0] == "(" or (tail[0].isdecimal() and not counted)


def _are_terms(head: str, tail: str) -> bool:
    return bool(DEFINITION.match(head) and DEFINITION.match(tail))


def _put_together(run: Sequence[Block], name: str, desk: Desk) -> Block:
    if len(run) == 1:
        return run[0]
    text = joined([Line(block.span.last, block.text) for block in run], name, desk)
    for before, block in pairwise(run):
        seam = f"{before.text[-40:]} | {block.text[:40]}"
        desk.report.add(name, block.span.first, "page_break", seam, why="a page break inside the paragraph")
    return replace(run[0], text=text, span=Span(name, run[0].span.first, run[-1].span.last))
