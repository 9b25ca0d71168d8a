"""The editor's `[[fix]]` entries: what stands on a line, whatever the repairs would make of it.

A fix whose `from` stands on the line itself is made before the repairs, and guarded from them; one that speaks of a
text as it was after the repairs is made on the block around the line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from journal.errors import JournalError
from journal.records import Block, Line
from journal.report import Report

PLACEHOLDERS = {" ": "\ue0f0", "-": "\ue0f1"}  # guard a fix's spaces and hyphens from the repairs that follow


@dataclass(frozen=True, slots=True)
class Fix:
    """Replace `before` by `after` on `line`, whatever the repairs made of it."""

    line: int
    before: str
    after: str


def fix_lines(
    lines: Sequence[Line], fixes: Sequence[Fix], name: str, report: Report
) -> tuple[tuple[Line, ...], list[Fix]]:
    """Apply the fixes whose `from` stands on the line itself; the others are returned, for `fix_blocks`."""
    fixed = {line.number: line for line in lines}
    left = []
    for fix in fixes:
        line = fixed.get(fix.line)
        if line and fix.before in line.text:
            guarded = "".join(PLACEHOLDERS.get(sign, sign) for sign in fix.after)
            fixed[fix.line] = replace(line, text=line.text.replace(fix.before, guarded))
            report.add(name, fix.line, "correction", fix.before, fix.after, "the editor's fix")
        else:
            left.append(fix)
    return tuple(fixed.values()), left


def fix_blocks(
    blocks: Sequence[Block], fixes: Sequence[Fix], name: str, file: str, report: Report
) -> tuple[Block, ...]:
    """Take the guards off, and apply the fixes that speak of a text as it was after the repairs.

    Raises:
        JournalError: a fix whose `from` stands neither on its line nor in the block around it.
    """
    free = [
        replace(b, text=unguarded(b.text), rows=tuple(tuple(map(unguarded, row)) for row in b.rows)) for b in blocks
    ]
    for fix in fixes:
        place = next(
            (i for i, b in enumerate(free) if b.span.first <= fix.line <= b.span.last and fix.before in b.text), None
        )
        if place is None:
            raise JournalError(file, 0, f"[[fix]] line {fix.line}: {fix.before!r} does not stand there")
        free[place] = _replaced(free[place], fix)
        report.add(name, fix.line, "correction", fix.before, fix.after, "the editor's fix")
    return tuple(free)


def _replaced(block: Block, fix: Fix) -> Block:
    rows = tuple(tuple(cell.replace(fix.before, fix.after) for cell in row) for row in block.rows)
    return replace(block, text=block.text.replace(fix.before, fix.after), rows=rows)


def unguarded(text: str) -> str:
    """`text` without the guards of a fix: as it is read."""
    text = text.replace(PLACEHOLDERS["-"] + " ", "-")
    for sign, guard in PLACEHOLDERS.items():
        text = text.replace(guard, sign)
    return text
