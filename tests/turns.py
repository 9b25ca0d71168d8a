"""Which cases of a test `make test` tries where the same is asked over http and from a folder, in light and in dark.

The other cases are `make test-long`'s. A full product repeats itself: what a word finds does not change with the way
by which a page came, so the words of a table go over http and from a folder in turn, and every value is still tried.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import product
from typing import Any

import pytest

WAYS = {"http", "file"}
LOOKS = {"scheme", "width"}

Case = tuple[tuple[str, int], ...]  # names of parameters with the places of their values


def mark_repeats(items: Iterable[pytest.Item]) -> None:
    """Gives the mark `long` to the cases that repeat others."""
    modules: dict[Any, dict[Any, list[pytest.Item]]] = defaultdict(lambda: defaultdict(list))
    for item in items:
        if repeated(item):
            modules[item.getparent(pytest.Module)][getattr(item, "originalname", item.name)].append(item)
    for tests in modules.values():
        for place, cases in enumerate(tests.values()):
            for item in repeats(cases, place):
                item.add_marker(pytest.mark.long)


def repeated(item: pytest.Item) -> set[str]:
    """The parameters of a test that say how it is asked, not what."""
    params = getattr(getattr(item, "callspec", None), "params", {})
    return {name for name, value in params.items() if name in LOOKS or (isinstance(value, str) and value in WAYS)}


def repeats(items: Sequence[pytest.Item], place: int) -> list[pytest.Item]:
    """The cases of one test, the `place`-th of its module, that it can do without.

    Of several questions each is asked in one way, the ways taken in turn. Of a single one all looks are tried, each
    once, but one way alone, another than that of the test before, unless the test is marked `both_ways`.
    """
    names = sorted(repeated(items[0]))
    asked = {item: case(item, set(names)) for item in items}
    turns = in_turn([sorted({indices(item)[name] for item in items}) for name in names])
    questions = list(dict.fromkeys(what for what, _ in asked.values()))
    if len(questions) > 1:
        kept = {(what, turns[(number + place) % len(turns)]) for number, what in enumerate(questions)}
    elif items[0].get_closest_marker("both_ways") or LOOKS & set(names):
        kept = {(questions[0], turn) for turn in turns[:2]}
    else:
        kept = {(questions[0], turns[place % len(turns)])}
    return [item for item, (what, how) in asked.items() if (what, how) not in kept]


def case(item: pytest.Item, names: set[str]) -> tuple[Case, tuple[int, ...]]:
    """What is asked, and how."""
    places = indices(item)
    what = tuple(sorted((name, place) for name, place in places.items() if name not in names))
    return what, tuple(places[name] for name in sorted(names))


def indices(item: pytest.Item) -> dict[str, int]:
    """The places of a case's values in the lists of its parameters."""
    return dict(getattr(item, "callspec").indices)  # noqa: B009  pytest's Item itself has none


def in_turn(values: Sequence[Sequence[int]]) -> list[tuple[int, ...]]:
    """All combinations, those first that together hold each value once.

    >>> in_turn([[0, 1], [0, 1]])
    [(0, 0), (1, 1), (0, 1), (1, 0)]
    """
    longest = max(map(len, values))
    first = [tuple(each[number % len(each)] for each in values) for number in range(longest)]
    return list(dict.fromkeys([*first, *product(*values)]))
