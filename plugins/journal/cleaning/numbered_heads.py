"""Running heads that hold the page number themselves, in a dump where nothing else marks its pages.

`204 A. Author` and `On something 205` prove one another: lines in the middle of sentences whose numbers rise.
"""

from __future__ import annotations

from collections import Counter

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


def _may_be(text: Filled, rank: int) -> bool:
    line = text.text(rank)
    numbered = line[:1].isdigit() or line[-1:].isdigit()
    return numbered and len(line) <= LONGEST and text.may_begin(rank) and len(letters_of(line)) >= LEAST
