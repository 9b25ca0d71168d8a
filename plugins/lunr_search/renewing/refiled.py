"""Further heads of lemmas for forms that several lemmas have (`languages.firsts`), put right where words have changed.

A form of a lemma that has changed, or one that is another lemma's now, may be a form of others, too. These are found by
the hashes of what forms begin with.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

import numpy as np

from languages import Entries, Head, inflected, is_form
from lunr_search.indexing.halves import Hashes, are_among, hashes_of
from lunr_search.indexing.known import Known

ALONE = ("",)  # the endings of a further head
Having = tuple[int, int]
"""The place of a lemma that has a form, and the letters of the stem by which it has it."""


class Filing:
    """Which lemmas have a form."""

    def __init__(self, known: Known, beginnings: Hashes) -> None:
        """`beginnings` are those of the terms (`indexing.beginnings`)."""
        self._known, self._entries, self._beginnings = known, known.entries, beginnings
        self._aliases: dict[str, list[tuple[int, Head]]] = defaultdict(list)
        for place, heads in known.entries.aliases.items():
            for head in filter(is_own, heads):
                self._aliases[head.text[: head.stem]].append((place, head))

    def of(self, forms: Iterable[str]) -> dict[str, list[Having]]:
        """Form -> the lemmas that have it."""
        parts = {form: [*accumulate(form)] for form in forms}
        every = list(dict.fromkeys(part for own in parts.values() for part in own))
        hashes, _ = hashes_of(every)
        met = np.flatnonzero(are_among(self._beginnings, hashes))  # a few of all terms
        met = met[np.argsort(self._beginnings[met])]
        firsts, ends = (np.searchsorted(self._beginnings[met], hashes, side).tolist() for side in ("left", "right"))
        rows = zip(every, firsts, ends, strict=True)
        places = {part: met[first:end].tolist() for part, first, end in rows}
        return {form: list(self._having(form, own, places)) for form, own in parts.items()}

    def is_listed(self, place: int) -> bool:
        """Is this a term whose forms are listed?"""
        return place >= 0 and bool(self._entries.flags[place] & inflected())

    def _having(self, form: str, parts: Sequence[str], places: Mapping[str, list[int]]) -> Iterator[Having]:
        for part in parts:
            for place in places[part]:
                endings = self._entries.sets[self._entries.endings[place]]
                if self._entries.stems[place] == len(part) and is_form(
                    form, self._known.terms[place], len(part), endings
                ):
                    yield place, len(part)
            yield from ((place, head.stem) for place, head in self._aliases.get(part, ()) if is_form(form, *head))


def is_own(head: Head) -> bool:
    """No head for a form that several lemmas have."""
    return head.stem <= len(head.text)


def is_shared(place: int, having: Collection[Having]) -> bool:
    """Does a form that this lemma and others have need a head of its own to be read as this one's?"""
    own = [letters for other, letters in having if other == place]
    others = [letters for other, letters in having if other != place]
    return bool(own and others) and min(own) <= max(others)


def refiled(
    entries: Entries, forms: Collection[str], of: Mapping[int, Sequence[str]], places: Iterable[int]
) -> Entries:
    """Entries in which lemmas have further heads for those of these forms that stand in `of` by their places, and none
    for the others; `places` are of all that may have some."""
    aliases = dict(entries.aliases)
    for place in {*of, *places}:
        heads = aliases.pop(place, ())
        kept = (head.text for head in heads if not is_own(head) and head.text not in forms)
        further = [Head(form, len(form) + 1, ALONE) for form in sorted({*kept, *of.get(place, ())})]
        if own := (*filter(is_own, heads), *further):
            aliases[place] = own
    return replace(entries, aliases=aliases)
