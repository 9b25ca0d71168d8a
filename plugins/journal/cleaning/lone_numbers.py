"""Page numbers on lines of their own: those beside running heads, and those that rise by one a page.

In: numbers that may be a page's. In a table flattened to one cell a line lone numbers are cells: they have other ones
next to them, stand among short lines, and break the order or the form of the page numbers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet

from journal.signs.labels import Labels

from .page_edges import Filled
from .page_numbers import Printed
from .page_runs import CUTS, FAIR, FITS, MARKED, Node, page_runs

AROUND = 3  # lines under a number among which one is text
LEAST = 3  # numbers that agree on their order or their form: then one of another is a cell


def lone_numbers(
    text: Filled, offered: Mapping[int, Printed], heads: AbstractSet[int], labels: Labels
) -> dict[int, int]:
    """Rank of each line that is a page number -> the number; `offered` by rank, `heads` are known running heads."""
    dressed = {rank for rank, printed in offered.items() if printed.form == "dressed"}
    plain = {rank for rank, printed in offered.items() if printed.form == "plain"}
    beside = _beside(dressed if len(dressed) >= LEAST else dressed | plain, heads)
    nodes: list[Node | None] = []
    starts = 0
    for rank in sorted({*offered, *(r for r in range(len(text.at)) if text.starts(r))}):
        if rank in offered:
            around = {rank - 1, rank + 1}
            if rank in beside:
                nodes.append(Node(rank, offered[rank].number, MARKED))
            elif not around & offered.keys():
                nodes.append(_node(text, rank, offered[rank], starts, labels))
            if around & heads and not (nodes and nodes[-1] and nodes[-1].rank == rank):
                nodes.append(Node(rank, offered[rank].number, FITS))
        starts += text.starts(rank)
    rising = {node.rank: node.number for run in page_runs([node for node in nodes if node]) for node in run}
    return _in_order({rank: offered[rank].number for rank in beside}, rising)


def _node(text: Filled, rank: int, printed: Printed, starts: int, labels: Labels) -> Node | None:
    """The number with what shows that a page ends at it; None where nothing does."""
    last = rank == len(text.at) - 1
    by_start = text.alone(rank) and (last or text.starts(rank) or text.starts(rank + 1))
    if printed.form == "dressed" or last or rank == 0:
        return Node(rank, printed.number, MARKED)
    cuts = text.cut(rank - 2, rank + 1) or any(text.cut(rank - 1, rank + under) for under in range(1, AROUND + 1))
    if by_start:
        return Node(rank, printed.number, MARKED, not cuts, starts)
    if printed.form == "worded" or cuts:
        return Node(rank, printed.number, CUTS)
    above = text.prose(rank - 1) or text.ended(rank - 1)
    below = any(text.prose(rank + step) for step in range(1, AROUND + 1))
    if above and below:
        return Node(rank, printed.number, FAIR)
    near = above or below or labels.of(text.text(rank + 1))
    return Node(rank, printed.number, FITS) if text.alone(rank) and near else None


def _beside(offered: AbstractSet[int], heads: Collection[int]) -> set[int]:
    """One for each head; where numbers stand on both sides, that of the dump's usual side: the other is a cell.

    Where one of them has another number behind it, a column of cells goes over the page's end.
    """
    whole = [r for r in sorted(heads) if not ({r - 1, r - 2} <= offered or {r + 1, r + 2} <= offered)]
    found = [(r - 1 if r - 1 in offered else -1, r + 1 if r + 1 in offered else -1) for r in whole]
    befores, afters = (sum(pair[side] >= 0 > pair[1 - side] for pair in found) for side in (0, 1))
    chosen = (pair if min(pair) < 0 else pair[:1] if befores >= afters else pair[1:] for pair in found)
    return {rank for pair in chosen for rank in pair if rank >= 0}


def _in_order(beside: Mapping[int, int], rising: Mapping[int, int]) -> dict[int, int]:
    """All rising numbers, and those beside heads unless they break the order of many that rise."""
    if len(rising) < LEAST:
        return {**beside, **rising}
    ranks = sorted(rising)
    return {**{r: n for r, n in beside.items() if _fits(r, n, ranks, rising)}, **rising}


def _fits(rank: int, number: int, ranks: list[int], rising: Mapping[int, int]) -> bool:
    place = bisect_left(ranks, rank)
    before = rising[ranks[place - 1]] if place else number
    after = rising[ranks[place]] if place < len(ranks) else number
    return before <= number <= after
