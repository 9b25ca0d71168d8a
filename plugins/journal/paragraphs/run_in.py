"""Labels that stand in one paragraph with what they open: `Аннотация. В статье …`, `1. Introduction. Bees …`.

The label becomes a heading, as it is where it stands alone; the words of both stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from journal.desk import Desk
from journal.records import Block

SECTION = 2


def with_labels_apart(blocks: Iterable[Block], name: str, desk: Desk) -> tuple[Block, ...]:
    """The blocks of a dump; a paragraph that a label opens is two."""
    apart: list[Block] = []
    for block in blocks:
        found = desk.labels.run_in(block.text) if block.kind in ("paragraph", "item") else None
        if not found:
            apart.append(block)
            continue
        _, label, rest = found
        words = f"{block.marker} {label}".strip(" .:–—-")
        desk.report.add(name, block.span.first, "heading", after=words, why="in one paragraph with its text")
        span = replace(block.span, last=block.span.first)
        apart.append(replace(block, kind="heading", text=words, level=SECTION, marker="", span=span))
        apart.append(replace(block, kind="paragraph", text=rest, marker="", page_start=False))
    return tuple(apart)
