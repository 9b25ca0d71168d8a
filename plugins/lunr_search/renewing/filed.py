"""Under which lemmas the corpus files forms that are read as Russian or English, now and before: see `refiled`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from languages import Analyser, Entries, Head, inflected, language_to_read
from lunr_search.gathering.corpus import Corpus
from lunr_search.indexing.analysed import Analysed
from lunr_search.indexing.halves import Hashes
from lunr_search.indexing.known import Known
from lunr_search.indexing.places import Places
from lunr_search.records import Ints

from .refiled import Filing, is_own, is_shared, refiled
from .table import terms_of

READ_AS = ("ru", "en")


@dataclass(frozen=True, slots=True, eq=False)
class LemmaOf:
    """What tells it. Terms go by the numbers of a renewal, of which the first are places in `before`."""

    before: Analysed
    corpus: Corpus
    analyser: Analyser
    firsts: Ints
    """Of each form its first term, -1 where the corpus does not have it."""
    ranks: Ints
    """Of each term its place now, -1 where it is gone."""

    def now(self, form: str, places: Places) -> int:
        """The place of the lemma under which a form is filed, -1 where the corpus does not have the form."""
        lemma = self.analyser.filed.get(form)
        if lemma is not None:
            return places[lemma]
        numbers = (number for lang, number in self._read(form) if self.firsts[number] >= 0)
        return next((int(self.ranks[self.firsts[number]]) for number in numbers), -1)

    def then(self, form: str) -> Iterator[int]:
        """The places now of lemmas under which it was filed."""
        for _, number in self._read(form):
            yield from self.ranks[terms_of(self.before, np.array([number]))[:1]].tolist()

    def _read(self, form: str) -> Iterator[tuple[str, int]]:
        pairs = self.corpus.forms.plain_of(form)
        return ((lang, number) for lang, number in pairs if language_to_read(form, lang) in READ_AS)


def filed(known: Known, beginnings: Hashes, changed: tuple[Ints, Ints], forms: Ints, lemma_of: LemmaOf) -> Entries:
    """The entries of the terms; `forms` are those that are filed otherwise, perhaps.

    Those of terms at the places `changed` are told anew, by their places then (gone ones are among them) and now.
    """
    texts = lemma_of.corpus.forms.texts
    asked = {texts[number] for number in forms.tolist()}
    for own, places in zip((lemma_of.before.known, known), changed, strict=True):
        for place in places[own.entries.flags[places] & inflected() > 0].tolist():
            asked.add(own.terms[place])
            asked.update(_forms_of(own.entries.heads(place, own.terms[place])))
    return _refiled(known, beginnings, asked, lemma_of)


def _forms_of(heads: Iterable[Head]) -> Iterator[str]:
    return (head.text[: head.stem] + ending for head in filter(is_own, heads) for ending in head.endings)


def _refiled(known: Known, beginnings: Hashes, asked: set[str], lemma_of: LemmaOf) -> Entries:
    filing, places = Filing(known, beginnings), Places(known)
    having = filing.of(sorted(asked))
    of: dict[int, list[str]] = defaultdict(list)
    every: set[int] = set()
    for form, lemmas in having.items():
        place = lemma_of.now(form, places)
        every.update((place, *lemma_of.then(form), *(other for other, _ in lemmas)))
        if filing.is_listed(place) and (is_shared(place, lemmas) or _is_another(form, place, filing, places)):
            of[place].append(form)
    return refiled(known.entries, asked, of, (place for place in every if place >= 0))


def _is_another(form: str, place: int, filing: Filing, places: Places) -> bool:
    """Is the form itself another lemma?"""
    return places[form] != place and filing.is_listed(places[form])
