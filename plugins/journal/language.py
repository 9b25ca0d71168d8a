"""The language of each block; short blocks take it from their neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from languages.detect import language_of

from .records import Block, Lang
from .report import Report


def mark_languages(blocks: Sequence[Block], report: Report) -> tuple[Block, ...]:
    """The blocks with `lang` set; one report entry a block."""
    own = [language_of(block.text) for block in blocks]
    marked = []
    for i, block in enumerate(blocks):
        lang = cast("Lang", own[i] or _neighbours(own, i))
        marked.append(replace(block, lang=lang))
        span = block.span
        report.add(span.file, span.first, "language", after=lang, why=block.kind, last=span.last)
    return tuple(marked)


def _neighbours(own: Sequence[str | None], i: int) -> str:
    """The language of the nearest block that has one, what follows before what precedes."""
    for distance in range(1, len(own)):
        for j in (i + distance, i - distance):
            if 0 <= j < len(own) and own[j]:
                return own[j] or ""
    return "kk"
