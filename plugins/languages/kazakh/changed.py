"""Kazakh stems whose end changes before an ending, so that no form of it begins with it: орын, орны; тап, тауып.

In: search keys, as `fold` gives them. Build time; the page restores the stems: theme/static/js/engine/kazakh.js.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from languages.fold import fold

from .sounds import grammar

ENDS = (1, 2)  # letters of an end that changes


def changed(keys: Sequence[str]) -> Iterator[tuple[int, str]]:
    """(place, beginning): with what forms of these stems may begin, where an alternation changes their last letters."""
    rules = _rules()
    for place, key in enumerate(keys):
        for size in ENDS:
            for was, previous in rules.get(key[-size:], ()) if len(key) > size else ():
                if not previous or key[-size - 1] in previous:
                    yield place, key[:-size] + was


@cache
def _rules() -> dict[str, tuple[tuple[str, str], ...]]:
    """End of a stem -> (what stands for it before endings, letters of which one goes before), all as keys."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for rule in grammar().alternations:
        for was, now in rule.last:
            if now and "*" not in was:  # of the others a form begins with the stem
                found[fold(now)].add((fold(was), fold(rule.previous)))
    return {end: tuple(sorted(rows)) for end, rows in found.items()}
