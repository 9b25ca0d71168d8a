"""Which of many numbers are page numbers: those that rise by one a page, and of which enough stand where a page ends.

In: numbers on lines of their own, with what shows that a page ends there. Out: those of them that are pages. A table
flattened to one cell a line, a numbered list or chapters rise too; but they end no page in the middle of a sentence,
come too close or too far from one another, and stand among cells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

FITS, FAIR, CUTS, MARKED = 0, 1, 2, 3
"""What shows a page's end: only that the number fits; text around; a sentence that goes on; its form or a mark."""

GAP = 4  # pages: of so many, one at least prints its number (plates and first pages of articles print none)
CLOSE = 3  # lines with text of a page of which an end is sure
CLOSER = 8  # the same where neither is: a printed page that ends an article had nine
LONG = 250  # lines with text of a page: a flattened table of fifty rows has two hundred
TYPICAL = 20  # lines with text of most pages; rows of long cells are shorter
SURE = 1 / 3  # of the numbers of a run end a page visibly: more pages end inside a sentence than not
STARTS = 1.5  # marks of new pages to a page: chapters that begin on new pages have more between their numbers
LOST = 0.1  # of what a node shows: so much worse is a run for each page whose number is missing
LOOKED = 8  # earlier places of one number that are tried


@dataclass(frozen=True, slots=True)
class Node:
    """A number at `rank`, among the lines with text. `by_start`: only a new page's mark shows it, of which `starts`
    stand above it in the dump.
    """

    rank: int
    number: int
    shown: int
    by_start: bool = False
    starts: int = 0


def page_runs(nodes: Sequence[Node]) -> list[list[Node]]:
    """The runs of page numbers among `nodes`, which come in order of rank; no node is in two."""
    before, score = _linked(nodes)
    runs: list[list[Node]] = []
    used: set[int] = set()
    for end in sorted(range(len(nodes)), key=lambda i: -score[i]):
        run: list[int] = []
        i: int | None = end
        while i is not None and i not in used:
            run.append(i)
            i = before[i]
        chosen = _trimmed([nodes[j] for j in reversed(run)])
        if _is_run(chosen):
            used |= set(run)
            runs.append(chosen)
    return runs


def _linked(nodes: Sequence[Node]) -> tuple[list[int | None], list[float]]:
    """For each node the one before it in its best run, and how good that run is up to here."""
    places: dict[int, list[int]] = {}
    before: list[int | None] = []
    score: list[float] = []
    for i, node in enumerate(nodes):
        offers = [(score[j] - LOST * (node.number - nodes[j].number - 1), j) for j in _earlier(node, places, nodes)]
        best = max(offers, default=(0.0, None), key=lambda offer: offer[0])
        before.append(best[1])
        score.append(best[0] + node.shown)
        places.setdefault(node.number, []).append(i)
    return before, score


def _earlier(node: Node, places: dict[int, list[int]], nodes: Sequence[Node]) -> Iterator[int]:
    for step in range(1, GAP + 1):
        yield from (j for j in places.get(node.number - step, [])[: -LOOKED - 1 : -1] if _follows(nodes[j], node))


def _follows(one: Node, other: Node) -> bool:
    """May `other` be the page's number after `one`, or one of the next?"""
    pages = other.number - one.number
    sure = max(one.shown, other.shown) == MARKED
    if one.by_start and other.by_start and other.starts - one.starts > STARTS * pages:
        return False
    return pages * (CLOSE if sure else CLOSER) <= other.rank - one.rank <= pages * LONG


def _trimmed(run: list[Node]) -> list[Node]:
    """Without numbers at its ends that merely fit, but for one."""
    while len(run) > 1 and run[0].shown == FITS and run[1].shown == FITS:
        run = run[1:]
    while len(run) > 1 and run[-1].shown == FITS and run[-2].shown == FITS:
        run = run[:-1]
    return run


def _is_run(run: Sequence[Node]) -> bool:
    marked = sum(node.shown == MARKED for node in run)
    if marked == len(run):
        return len(run) > 1 and (len(run) > 2 or not any(node.by_start for node in run))
    sure = sum(node.shown >= CUTS for node in run)
    if len(run) < 3 or sure < max(2, SURE * len(run)):
        return False
    steps = [(after.rank - node.rank) / (after.number - node.number) for node, after in pairwise(run)]
    return bool(marked > 1) or median(steps[:-1]) >= TYPICAL  # the last page may be short
