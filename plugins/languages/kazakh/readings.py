"""All readings of many Kazakh forms as columns: what the forms and our tables alone say, never the corpus.

In: forms, by reader.py. Out: a record that can be pickled, kept for the next build, cut down to the forms of a corpus
and joined with others; ranking.py weighs it. Build time only.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import numpy.typing as npt

from languages.packed import packed, unpacked

Ints = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class KazakhReadings:
    """The readings of distinct forms, form by form, in the order in which equals are preferred.

    A *stem* is a text read as noun or as verb: number `2 * text` or `2 * text + 1`.
    """

    forms: int
    """So many of the texts, the first, are the forms."""
    texts: tuple[str, ...]
    """The forms, then other stems and what they may be derived from; no text twice."""
    traits: npt.NDArray[np.uint16]
    """[texts, 2] bits of `traits.BITS` as noun and as verb; "foreign" only of forms and of stems read as nouns."""
    derivation: npt.NDArray[np.uint8]
    """[texts] the derivation that a noun looks like, counted from 1 (`Shapes.derivations`); 0 for none."""
    base: npt.NDArray[np.int32]
    """[texts] the text that it would be derived from, -1 for none."""
    starts: npt.NDArray[np.int32]
    """[forms + 1] where the readings of a form begin; the last is their number."""
    stem: npt.NDArray[np.int32]
    """[readings] the stem before endings; no stem twice in a form."""
    cost: npt.NDArray[np.float64]
    """[readings] what the cheapest endings cost, infinite if the stem's end must be restored lexically."""
    restored: npt.NDArray[np.float64]
    """[readings] the same if its end is restored in a way that only an attested stem may use; infinite if it is not."""
    within: npt.NDArray[np.uint8]
    """[readings] bits 0 and 1: another reading of the form has a longer listed noun, verb."""

    def __reduce__(self) -> tuple[Any, ...]:
        others = {each.name: getattr(self, each.name) for each in fields(self) if each.name != "texts"}
        return _restored, (packed(self.texts), others)

    def missing(self, forms: Iterable[str]) -> set[str]:
        """Those of `forms` that were not read."""
        return set(forms).difference(self.texts[: self.forms])

    def selected(self, forms: Iterable[str]) -> KazakhReadings:
        """The readings of these forms alone, in the order of this record; forms that it has not are passed over."""
        wanted = frozenset(forms)
        keep = np.fromiter(map(wanted.__contains__, self.texts[: self.forms]), bool, self.forms)
        if keep.all():
            return self
        sizes = np.diff(self.starts)
        rows = np.repeat(keep, sizes)
        used = self._with_bases(keep, self.stem[rows] >> 1)
        kept = np.flatnonzero(keep)
        used[kept] = False
        order = np.concatenate((kept, np.flatnonzero(used)))  # a form that goes may stay as a stem, behind the forms
        number = np.zeros(len(self.texts), np.int32)
        number[order] = np.arange(len(order))
        return KazakhReadings(
            forms=len(kept),
            texts=tuple(map(self.texts.__getitem__, order.tolist())),
            traits=self.traits[order],
            derivation=self.derivation[order],
            base=_renumbered(self.base[order], number),
            starts=_starts(sizes[keep]),
            stem=(2 * number[self.stem[rows] >> 1] + (self.stem[rows] & 1)).astype(np.int32),
            cost=self.cost[rows],
            restored=self.restored[rows],
            within=self.within[rows],
        )

    @classmethod
    def joined(cls, records: Sequence[KazakhReadings]) -> KazakhReadings:
        """Several records as one; no form may stand in two of them."""
        if len(records) == 1:
            return records[0]
        texts, own = _together(records)
        traits, derivation = np.zeros((len(texts), 2), np.uint16), np.zeros(len(texts), np.uint8)
        base = np.full(len(texts), -1, np.int32)
        for each, number in zip(records, own, strict=True):
            traits[number] |= each.traits  # whether Russian knows a text is asked only where it may be a noun
            derivation[number] = each.derivation
            base[number] = _renumbered(each.base, number)
        stems = [2 * number[each.stem >> 1] + (each.stem & 1) for each, number in zip(records, own, strict=True)]
        return cls(
            forms=sum(each.forms for each in records),
            texts=texts,
            traits=traits,
            derivation=derivation,
            base=base,
            starts=_starts(np.concatenate([np.diff(each.starts) for each in records])),
            stem=np.concatenate(stems),
            cost=np.concatenate([each.cost for each in records]),
            restored=np.concatenate([each.restored for each in records]),
            within=np.concatenate([each.within for each in records]),
        )

    def _with_bases(self, forms: npt.NDArray[np.bool_], texts: npt.NDArray[np.int32]) -> npt.NDArray[np.bool_]:
        """Which texts these forms and stems need, with what they may be derived from."""
        used = np.zeros(len(self.texts), bool)
        used[: self.forms] = forms
        fresh = np.concatenate((np.flatnonzero(forms), texts))
        while len(fresh):
            used[fresh] = True
            fresh = self.base[fresh]
            fresh = fresh[fresh >= 0]
        return used


def _together(records: Sequence[KazakhReadings]) -> tuple[tuple[str, ...], list[Ints]]:
    """The texts of several records, all forms before all others, and for each record the numbers of its own among them.

    The first may be that of a whole corpus and the others a few new words: what only the first has is not looked up.
    """
    first, *others = records
    fresh = [form for each in others for form in each.texts[: each.forms]]
    wanted = {text for each in others for text in each.texts}
    are = np.fromiter(map(wanted.__contains__, first.texts), bool, len(first.texts))
    places = {first.texts[place]: place for place in np.flatnonzero(are).tolist()}
    numbers = {form: first.forms + number for number, form in enumerate(fresh)}
    if len(numbers) < len(fresh) or any(places.get(form, first.forms) < first.forms for form in fresh):
        raise ValueError("A form stands in two of the records that are to be joined.")
    forms = first.forms + len(fresh)
    moved = [place for text, place in places.items() if text in numbers]  # stems of the first, forms of another
    own = np.arange(len(first.texts), dtype=np.int32)
    stays = own >= first.forms
    stays[moved] = False
    own[stays] = forms + np.arange(np.count_nonzero(stays))
    own[moved] = [numbers[first.texts[place]] for place in moved]
    texts = [*first.texts[: first.forms], *fresh]
    texts += (first.texts[place] for place in np.flatnonzero(stays).tolist()) if moved else first.texts[first.forms :]
    numbers.update((text, int(own[place])) for text, place in places.items())
    for each in others:
        for text in each.texts:
            if text not in numbers:
                numbers[text] = len(texts)
                texts.append(text)
    return tuple(texts), [own, *(np.array([numbers[text] for text in each.texts], np.int32) for each in others)]


def _restored(texts: Any, others: dict[str, Any]) -> KazakhReadings:
    return KazakhReadings(texts=tuple(unpacked(texts)), **others)


def _renumbered(base: npt.NDArray[np.int32], number: npt.NDArray[np.int32]) -> npt.NDArray[np.int32]:
    return np.where(base < 0, -1, number[base]).astype(np.int32)


def _starts(sizes: npt.NDArray[np.int32]) -> npt.NDArray[np.int32]:
    return np.concatenate(([0], np.cumsum(sizes))).astype(np.int32)
