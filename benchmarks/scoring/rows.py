"""What a score is: named rows with numerator, denominator, bar and misses; how scores add up; their table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Miss:
    """What went wrong at a line of a dump, in a few words."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}"


@dataclass(frozen=True, slots=True)
class Row:
    """A share, `right` of `of`, that must reach `bar`; or, where `of` is None, a count that must not pass `bar`.

    An F1 is a share too: twice what gold and found have in common, of what both have.
    """

    name: str
    right: int
    of: int | None
    bar: float
    misses: tuple[Miss, ...] = ()

    @property
    def value(self) -> float:
        """Between 0 and 1, or the count; of nothing at all everything is right."""
        if self.of is None:
            return self.right
        return self.right / self.of if self.of else 1.0

    @property
    def held(self) -> bool:
        return self.value <= self.bar if self.of is None else self.value >= self.bar


def share(name: str, of: int, misses: Sequence[Miss], bar: float) -> Row:
    """All right but the misses."""
    return Row(name, of - len(misses), of, bar, tuple(misses))


def count(name: str, misses: Sequence[Miss], bar: int = 0) -> Row:
    return Row(name, len(misses), None, bar, tuple(misses))


def added(scores: Iterable[Sequence[Row]]) -> list[Row]:
    """The rows of several corpora as one score; counts add up as shares do."""
    total: dict[str, Row] = {}
    for row in (row for score in scores for row in score):
        so_far = total.get(row.name)
        total[row.name] = _sum(so_far, row) if so_far else row
    return list(total.values())


def _sum(one: Row, two: Row) -> Row:
    of = None if one.of is None or two.of is None else one.of + two.of
    return replace(one, right=one.right + two.right, of=of, misses=(*one.misses, *two.misses))


def table(scores: dict[str, Sequence[Row]]) -> str:
    """A Markdown table: a line for each row, a column for each corpus."""
    names = list(dict.fromkeys(row.name for score in scores.values() for row in score))
    bars = {row.name: row for score in reversed(scores.values()) for row in score}
    lines = ["| | bar | " + " | ".join(scores) + " |", "|---|---|" + "---|" * len(scores)]
    for name in names:
        cells = [next((_cell(row) for row in score if row.name == name), "–") for score in scores.values()]
        lines.append(f"| {name} | {_bar(bars[name])} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _bar(row: Row) -> str:
    return f"≤ {row.bar:g}" if row.of is None else f"{row.bar:g}"


def _cell(row: Row) -> str:
    mark = "" if row.held else " **under the bar**" if row.of is not None else " **over the bar**"
    if row.of is None:
        return f"{row.right}{mark}"
    return f"{row.value:.4f} ({row.right}/{row.of}){mark}" if row.of else "–"
