"""The heads of many lemmas as columns: objects for each of them take as long to be read again as to be worked out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from .packed import packed, unpacked
from .paradigms import Head


@dataclass(frozen=True, slots=True, eq=False)
class Heads:
    """The heads of distinct lemmas, lemma by lemma; the first head of each has the lemma's own text."""

    places: Mapping[str, int] = field(default_factory=dict)
    """Lemma -> its place in the columns."""
    stems: npt.NDArray[np.int32] = field(default_factory=lambda: np.zeros(0, np.int32))
    """Letters of the lemma that the forms of its first head begin with."""
    endings: npt.NDArray[np.int32] = field(default_factory=lambda: np.zeros(0, np.int32))
    """The set of its endings, by number."""
    sets: Sequence[tuple[str, ...]] = ()
    """Sets of endings; few words have one of their own."""
    others: Mapping[int, tuple[Head, ...]] = field(default_factory=dict)
    """Place -> further heads, where there are any."""

    @classmethod
    def of(cls, heads: Iterable[tuple[Head, ...]]) -> Heads:
        """Columns of these heads, one row for each lemma."""
        given = list(heads)
        numbers: dict[tuple[str, ...], int] = {}
        own = [row[0] for row in given]
        return cls(
            places={head.text: place for place, head in enumerate(own)},
            stems=np.array([head.stem for head in own], np.int32),
            endings=np.array([numbers.setdefault(head.endings, len(numbers)) for head in own], np.int32),
            sets=tuple(numbers),
            others={place: row[1:] for place, row in enumerate(given) if len(row) > 1},
        )

    @classmethod
    def joined(cls, records: Iterable[Heads]) -> Heads:
        """Some records, one at least, as one; where lemmas stand in several, the heads are the same."""
        first, *following = records
        places, others = dict(first.places), dict(first.others)
        numbers = {one: number for number, one in enumerate(first.sets)}
        stems, endings = [first.stems], [first.endings]
        for each in following:
            new = [lemma not in places for lemma in each.places]
            number = np.array([numbers.setdefault(one, len(numbers)) for one in each.sets], np.int32)
            rows = np.flatnonzero(new)
            of_row = dict(zip(rows.tolist(), range(len(places), len(places) + rows.size), strict=True))
            others.update({of_row[row]: more for row, more in each.others.items() if row in of_row})
            lemmas = (lemma for lemma, is_new in zip(each.places, new, strict=True) if is_new)
            places.update(zip(lemmas, of_row.values(), strict=True))
            stems.append(each.stems[rows])
            endings.append(number[each.endings[rows]])
        return cls(places, np.concatenate(stems), np.concatenate(endings), tuple(numbers), others)

    def selected(self, lemmas: Iterable[str]) -> Heads:
        """The heads of these lemmas alone."""
        wanted = set(lemmas)
        kept = [place for lemma, place in self.places.items() if lemma in wanted]
        number = {place: row for row, place in enumerate(kept)}
        return Heads(
            places={lemma: number[place] for lemma, place in self.places.items() if place in number},
            stems=self.stems[kept],
            endings=self.endings[kept],
            sets=self.sets,
            others={number[place]: more for place, more in self.others.items() if place in number},
        )

    def get(self, lemma: str) -> tuple[Head, ...]:
        """The heads of a lemma, none if it is not here."""
        place = self.places.get(lemma)
        if place is None:
            return ()
        return (Head(lemma, int(self.stems[place]), self.sets[self.endings[place]]), *self.others.get(place, ()))

    def rows(self) -> Iterator[tuple[Head, ...]]:
        """The heads of each lemma again."""
        for (lemma, place), stem, endings in zip(
            self.places.items(), self.stems.tolist(), self.endings.tolist(), strict=True
        ):
            yield (Head(lemma, stem, self.sets[endings]), *self.others.get(place, ()))

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (packed(self.places), self.stems, self.endings, self.sets, dict(self.others))


def _restored(lemmas: Any, *columns: Any) -> Heads:
    words = unpacked(lemmas)
    return Heads(dict(zip(words, range(len(words)), strict=True)), *columns)
