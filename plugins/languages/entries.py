"""What the page must know of each term of a corpus, so that it understands any form of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice, repeat
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from .facts import Facts
from .firsts import Stem, firsts
from .heads import Heads
from .lemmas import Lemmas
from .packed import Packed, packed, unpacked
from .paradigms import Head, heads, is_form
from .tables import toml_table


class Entry(NamedTuple):
    """What the page must know of a term."""

    flags: int
    """Sum of the bits in tables/terms.toml: kk noun 1, kk verb 2, ru 4, en 8, other 16; 0 for a prefix term."""
    stem: int
    """Letters of the term that its listed forms begin with."""
    endings: tuple[str, ...]
    """Endings of those forms; empty where only grammar tells (Kazakh)."""
    aliases: tuple[Head, ...] = ()
    """Further heads: forms too far from the term to share its entry (люди for человек)."""


Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries of many terms as columns, each by the place of its term."""

    flags: Ints
    stems: Ints
    endings: Ints
    """The set of its endings, by number; 0 is the empty one."""
    sets: Sequence[tuple[str, ...]]
    """Sets of endings, which terms share."""
    aliases: Mapping[int, tuple[Head, ...]]
    """Of the places that have any."""

    def heads(self, place: int, term: str) -> tuple[Head, ...]:
        """The heads of the term at this place, its own first."""
        own = Head(term, int(self.stems[place]), self.sets[self.endings[place]])
        return (own, *self.aliases.get(place, ()))

    def of(self, ranges: Sequence[slice]) -> Entries:
        """Those of some ranges of terms alone, one behind the other."""
        flags, stems, endings = (
            np.concatenate([column[:0], *(column[own] for own in ranges)])
            for column in (self.flags, self.stems, self.endings)
        )
        used, numbers = np.unique(np.append(0, endings), return_inverse=True)
        begins = np.cumsum([0, *(own.stop - own.start for own in ranges)]).tolist()
        aliases = {
            begin + place - own.start: self.aliases[place]
            for own, begin in zip(ranges, begins, strict=False)
            for place in range(own.start, own.stop)
            if place in self.aliases
        }
        return Entries(flags, stems, numbers[1:], [self.sets[each] for each in used.tolist()], aliases)

    def __reduce__(self) -> tuple[Any, ...]:
        """A long string is read again in a fraction of the time of many short ones."""
        sizes, endings = list(map(len, self.sets)), packed(chain.from_iterable(self.sets))
        columns = [column.astype(np.uint32) for column in (self.flags, self.stems, self.endings)]
        return _restored, (*columns, sizes, endings, self.aliases)


def _restored(flags: Any, stems: Any, numbers: Any, sizes: Sequence[int], endings: Packed, aliases: Any) -> Entries:
    every = iter(unpacked(endings))
    flags, stems, numbers = (column.astype(np.int64) for column in (flags, stems, numbers))
    return Entries(flags, stems, numbers, [tuple(islice(every, size)) for size in sizes], aliases)


def inflected() -> int:
    """The flags of terms whose forms are listed: Russian and English ones."""
    bits = toml_table("terms.toml")["flags"]
    return int(bits["ru"] | bits["en"])


class TermHeads:
    """The heads of terms: those of `facts`, else worked out."""

    def __init__(self, lemmas: Lemmas, facts: Facts) -> None:
        self._lemmas, self._facts = lemmas, facts
        bits = toml_table("terms.toml")["flags"]
        self._russian, self._inflected = bits["ru"], inflected()
        self._kazakh = bits["kk_noun"] | bits["kk_verb"]

    def entry(self, term: str) -> Entry:
        """What the page must know of a term."""
        lemmas = [term, *(lemma for lemma in self._lemmas.flags if lemma != term)]
        found = self.entries(lemmas)
        return Entry(int(found.flags[0]), int(found.stems[0]), found.sets[found.endings[0]], found.aliases.get(0, ()))

    def entries(self, terms: Sequence[str]) -> Entries:
        """The same of all terms of an index."""
        found = self.alone(terms)
        listed = np.flatnonzero(found.flags & self._inflected).tolist()
        lemmas = [terms[place] for place in listed]
        further = firsts(lemmas, _stems(found, terms, listed), self._lemmas.filed)
        places = dict(zip(lemmas, listed, strict=True))
        own = {places[lemma]: more for lemma, more in further.items() if lemma in places}
        aliases = {place: (*found.aliases.get(place, ()), *more) for place, more in own.items()}
        return replace(found, aliases={**found.aliases, **aliases})

    def alone(self, terms: Sequence[str]) -> Entries:
        """What the page would know of some terms if there were no others."""
        size = len(terms)
        flags = np.fromiter(map(self._lemmas.flags.get, terms, repeat(0)), np.int64, size)
        stems = np.fromiter(map(len, terms), np.int64, size)
        sets: dict[tuple[str, ...], int] = {(): 0, ("",): 1}
        endings = np.where(flags & ~self._kazakh, sets[("",)], 0)
        aliases: dict[int, tuple[Head, ...]] = {}
        inflected = np.flatnonzero(flags & self._inflected)
        russian = flags[inflected] & self._russian != 0
        new: list[int] = []
        known = (inflected[russian], self._facts.heads), (inflected[~russian], self._facts.english_heads)
        for places, told in known:
            rows = self._rows([terms[place] for place in places.tolist()], told)
            new += places[rows < 0].tolist()
            own, rows_told = places[rows >= 0], rows[rows >= 0]
            numbers = np.array([0, *(sets.setdefault(one, len(sets)) for one in told.sets)], np.int64)
            stems[own], endings[own] = told.stems[rows_told], numbers[told.endings[rows_told] + 1]
            pairs = zip(own.tolist(), rows_told.tolist(), strict=True)
            aliases.update((place, told.others[row]) for place, row in pairs if row in told.others)
        for place in new:
            (_, stems[place], first), *more = self._new_heads(terms[place], int(flags[place]))
            endings[place] = sets.setdefault(first, len(sets))
            if more:
                aliases[place] = tuple(more)
        return Entries(flags, stems, endings, tuple(sets), aliases)

    def _rows(self, terms: Sequence[str], told: Heads) -> Ints:
        """The places of terms among heads that are told, -1 for those that are worked out anew."""
        rows = np.fromiter(map(told.places.get, terms, repeat(-1)), np.int64, len(terms))
        if told is self._facts.heads:
            strays = self._lemmas.strays
            rows[[at for at, term in enumerate(terms) if term in strays]] = -1
        else:
            pairs = enumerate(zip(terms, rows.tolist(), strict=True))
            rows[[at for at, (term, row) in pairs if row >= 0 and not self._has_all(told, term, row)]] = -1
        return rows

    def _has_all(self, told: Heads, term: str, row: int) -> bool:
        """Does the first head of an English term hold all forms that the corpus has of it?"""
        stem, endings = int(told.stems[row]), told.sets[told.endings[row]]
        return all(is_form(form, term, stem, endings) for form in self._lemmas.english_forms.get(term, ()))

    def _new_heads(self, term: str, flag: int) -> tuple[Head, ...]:
        if flag & self._russian:
            own = self._facts.heads.get(term) or self._lemmas.russian.heads(term)
            strays = self._lemmas.strays.get(term)
            return heads(term, _forms_of(*own, *strays)) if strays else own
        return heads(term, (*self._lemmas.english.forms(term), *self._lemmas.english_forms.get(term, ())))


def _stems(found: Entries, terms: Sequence[str], places: Sequence[int]) -> Iterator[Stem]:
    """The stems of the terms at these places, but for those that are their only form."""
    columns = zip(places, found.stems[places].tolist(), found.endings[places].tolist(), strict=True)
    alone = found.sets.index(("",))
    yield from ((terms[place][:stem], terms[place], found.sets[own]) for place, stem, own in columns if own != alone)
    for place, further in found.aliases.items():
        yield from ((head.text[: head.stem], terms[place], head.endings) for head in further)


def _forms_of(*found: Head) -> Iterator[str]:
    return (head.text[: head.stem] + ending for head in found for ending in head.endings)
