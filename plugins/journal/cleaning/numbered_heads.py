"""Running heads that hold the page number themselves, in a dump where nothing else marks its pages.

`204 A. Author` and `On something 205` prove one another: lines in the middle of sentences whose numbers rise.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping

from journal.signs.spellings import letters_of

from .page_edges import Filled
from .page_numbers import numbers_beside
from .page_places import LEAST, LONGEST
from .page_runs import CUTS, FITS, Node, page_runs


def numbered_heads(text: Filled) -> set[int]:
    """Their ranks: those that cut a sentence, and lines of the same letters whose numbers fit in between."""
    offered = {r: letters_of(text.text(r)) for r in range(len(text.at)) if _may_be(text, r)}
    cut = [rank for rank in offered if text.cut(rank - 1, rank + 1)]
    times = Counter(offered[rank] for rank in cut)
    sure = {rank for rank in cut if times[offered[rank]] > 1 or text.torn(rank - 1, rank + 1)}
    spelt = {offered[rank] for rank in sure}
    nodes = [
        Node(rank, number, CUTS if rank in sure else FITS)
        for rank, letters in offered.items()
        if letters in spelt
        for number in numbers_beside(text.text(rank))
    ]
    return {node.rank for run in page_runs(nodes) for node in run}


def facing_heads(text: Filled, marks: Mapping[int, int]) -> dict[int, int]:
    """Rank -> number of the heads on the facing pages, each with an article's own name: `A. Author. On something 49`.

    `marks` are the page numbers that are known, by rank. A facing head stands by itself, and its number is the one that
    is missing there; one of them may be chance.
    """
    found: dict[int, list[int]] = {}
    ranks = sorted(marks)
    for rank in range(len(text.at)):
        if rank in marks or not (text.alone(rank) and text.spaced(rank) and _may_be(text, rank)):
            continue
        place = bisect_left(ranks, rank)
        before = {marks[r] + 1 for r in ranks[max(0, place - 1) : place]}
        around = before | {marks[r] - 1 for r in ranks[place : place + 1]}
        for number in numbers_beside(text.text(rank)):
            if around == {number}:
                found.setdefault(number, []).append(rank)
    single = {ranks[0]: number for number, ranks in found.items() if len(ranks) == 1}
    return single if len(single) > 1 else {}


def _may_be(text: Filled, rank: int) -> bool:
    line = text.text(rank)
    numbered = line[:1].isdigit() or line[-1:].isdigit()
    return numbered and len(line) <= LONGEST and text.may_begin(rank) and len(letters_of(line)) >= LEAST
