"""Many words as one string, of which each is cut out when it is asked for: kept and read again at no cost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import Any, overload

import numpy as np

from .records import Ints


class Column(Sequence[str]):
    """Words without line feeds."""

    __slots__ = ("_ends", "_text")

    def __init__(self, text: str, sizes: Ints) -> None:
        """`text` is the words, each with a line feed behind it; `sizes` are the letters of each.

        Places are counted from the first word alone.
        """
        ends = (sizes.astype(np.int64) + 1).cumsum() - 1
        self._text, self._ends = text, ends.data  # whose numbers are had in a third of the time

    @classmethod
    def of(cls, words: Sequence[str]) -> Column:
        """These words."""
        if isinstance(words, Column):
            return words
        return cls("\n".join([*words, ""]), np.fromiter(map(len, words), np.int64, len(words)))

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> list[str]: ...
    def __getitem__(self, place: int | slice) -> str | list[str]:
        if isinstance(place, slice):
            first, last, _ = place.indices(len(self))
            return self._text[self._start(first) : self._ends[last - 1]].split("\n") if first < last else []
        return self._text[self._start(place) : self._ends[place]]

    def __iter__(self) -> Iterator[str]:
        return iter(self[:])

    def without(self, places: Ints) -> Column:
        """All but the words at these places, which ascend."""
        edges = [0, *(self._start(edge) for place in places.tolist() for edge in (place, place + 1)), len(self._text)]
        kept = zip(edges[::2], edges[1::2], strict=True)
        return Column("".join([self._text[first:last] for first, last in kept]), np.delete(self._sizes(), places))

    def with_more(self, at: Sequence[int], words: Sequence[str]) -> Column:
        """All, with these words before those at so many places, which ascend."""
        starts = [0, *map(self._start, at), len(self._text)]
        lines = chain.from_iterable((word, "\n") for word in words)
        parts = [self._text[first:last] for first, last in pairwise(starts)]
        text = "".join(chain([parts[0]], *((next(lines), next(lines), part) for part in parts[1:])))
        return Column(text, np.insert(self._sizes(), at, list(map(len, words))))

    def _sizes(self) -> Ints:
        return np.diff(self._ends, prepend=-1) - 1

    def _start(self, place: int) -> int:
        return self._ends[place - 1] + 1 if place else 0

    def __reduce__(self) -> tuple[Any, ...]:
        return Column, (self._text, self._sizes().astype(np.uint32))
