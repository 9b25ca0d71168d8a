"""Running heads and page numbers of a dump without pages of its own: which lines they are, and on which the pages end.

Heads and numbers prove one another, so they are looked for in turn: lines that name an issue, the numbers beside them
and those that rise at page ends, the lines that come again beside these, and the numbers beside them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from journal.signs.labels import Labels

from .issue_lines import IssueLine, read_issue_line
from .lone_numbers import LEAST, lone_numbers
from .numbered_heads import facing_heads, numbered_heads
from .page_edges import Filled
from .page_heads import running_heads
from .page_numbers import Printed, numbers_beside, read_number, read_roman
from .page_places import REACH
from .page_runs import LONG, MARKED, Node, page_runs

OPENING = 5  # lines with text at a dump's start that may be a masthead
CLOSING = 3  # the same at its end
AROUND = 3  # lines under a line that names an issue of which one goes on with the text


@dataclass(frozen=True, slots=True)
class Found:
    """By rank: `heads`, running heads; `told`, lines that name the issue, heads or not; `numbers`, lines that are a
    page number; `marks`, page numbers wherever they stand.

    A Roman page has the mark 0: it is none of the pages that the journal counts.
    """

    heads: frozenset[int]
    told: frozenset[int]
    numbers: Mapping[int, int]
    marks: Mapping[int, int]


def page_furniture(text: Filled, labels: Labels) -> Found:
    """What of a dump is no text; two rounds, since the second one's heads have more numbers to stand at."""
    offered = {r: number for r in range(len(text.at)) if (number := read_number(text.text(r)))}
    told = _issues(text, offered)
    issues = numbered_heads(text) | {r for r in told if (line := read_issue_line(text.text(r))) and not line.ranged}
    numbers = lone_numbers(text, offered, issues, labels)
    heads = running_heads(text, labels, numbers, issues)
    numbers = lone_numbers(text, offered, heads, labels)
    heads = running_heads(text, labels, numbers, issues)
    roman = _romans(text, numbers)
    marks = dict.fromkeys(roman, 0) | _beside_heads(text, heads, numbers) | numbers
    facing = facing_heads(text, marks)
    return Found(heads | facing.keys(), frozenset(told), numbers | roman, marks | facing)


def _issues(text: Filled, offered: Mapping[int, Printed]) -> set[int]:
    """Lines that name an issue where no text stands: at either end of the dump, at a page's end, coming again."""
    named = {r: line for r in range(len(text.at)) if (line := read_issue_line(text.text(r))) and line.sure}
    told = Counter(_said(line) for line in named.values())
    known = named.keys() | set(offered)
    return {r for r, line in named.items() if _stands(text, r, known, offered, told[_said(line)])}


def _said(line: IssueLine) -> tuple[str | None, ...]:
    """Which lines are one head: with the journal's name another year may be a misprint, without it another issue."""
    year = None if "journal" in line.facts else line.facts.get("year")
    return (year, *map(line.facts.get, ("journal", "volume", "issue", "issn")))


def _stands(text: Filled, rank: int, known: Collection[int], offered: Mapping[int, Printed], times: int) -> bool:
    """Is it no text: neither the end of a reference that goes on here, nor a part of a sentence?

    `times`: so many lines tell the same; `known` are ranks that may be furniture.
    """
    line = read_issue_line(text.text(rank))
    if line is None or line.ranged:
        return line is not None and rank < OPENING
    above = next((r for r in range(rank - 1, rank - 2 * REACH - 1, -1) if r not in known), rank - 1)
    below = next((r for r in range(rank + 1, rank + 2 * REACH + 1) if r not in known), rank + 1)
    if text.torn(above, below) or above < 0:
        return True
    beside = any(each in offered and offered[each].form != "worded" for each in (rank - 1, rank + 1))
    edge = beside or times > 1 or rank >= len(text.at) - CLOSING or text.starts(rank) or text.starts(below)
    cut = any(text.cut(above, after) for after in range(below, below + AROUND))
    apart = cut or text.ended(above) or (text.spaced(above) and not text.shape.double)
    near = any(each in offered for each in range(rank - REACH, rank + REACH + 1))
    return (edge and apart) or (times > 1 and (near or rank < OPENING))


def _beside_heads(text: Filled, heads: Collection[int], numbers: Mapping[int, int]) -> dict[int, int]:
    """Rank -> page number printed in the line of a running head itself, where these rise."""
    nodes = [Node(rank, number, MARKED) for rank, number in numbers.items()]
    nodes += [Node(rank, number, MARKED) for rank in heads for number in _in_line(text.text(rank))]
    runs = page_runs(sorted(nodes, key=lambda node: (node.rank, node.number)))
    return {node.rank: node.number for run in runs for node in run if node.rank in heads}


def _in_line(head: str) -> Iterator[int]:
    issue = read_issue_line(head)
    if issue and issue.page is not None:
        yield issue.page
    elif not issue:
        yield from numbers_beside(head)


def _romans(text: Filled, numbers: Mapping[int, int]) -> dict[int, int]:
    """Small Roman numbers that rise from one to the page before the first counted one: rank -> 0."""
    first = min(numbers, default=-1)
    if first < 0 or numbers[first] > LEAST:
        return {}
    found = list(_rising_romans(text, first))
    return dict.fromkeys(found, 0) if len(found) > 1 else {}


def _rising_romans(text: Filled, end: int) -> Iterator[int]:
    wanted = 1
    for rank in range(max(0, end - LEAST * LONG), end):
        if text.alone(rank) and read_roman(text.text(rank)) == wanted:
            yield rank
            wanted += 1
