"""Under which lemmas the corpus files forms that are read as Russian or English, now and before: see `refiled`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from languages import Analyser, Entries, Head, inflected, language_to_read
from lunr_search.gathering.corpus import Corpus
from lunr_search.indexing.analysed import Analysed
from lunr_search.indexing.halves import Hashes
from lunr_search.indexing.known import Known
from lunr_search.indexing.places import Places
from lunr_search.records import Ints

from .refiled import Filing, is_own, is_shared, refiled
from .table import Table

READ_AS = ("ru", "en")


@dataclass(frozen=True, slots=True, eq=False)
class Files:
    """What tells it; `ranks` are the places now of the terms of `table`, whose first are those of `before`."""

    before: Analysed
    corpus: Corpus
    analyser: Analyser
    table: Table
    firsts: Ints
    """Of each form its first term, -1 where the corpus does not have it."""
    ranks: Ints

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
            if number < self.before.starts.size - 1:
                start, end = self.before.starts[number : number + 2].tolist()
                yield from self.ranks[self.before.flat[start : min(end, start + 1)]].tolist()

    def _read(self, form: str) -> Iterator[tuple[str, int]]:
        pairs = self.corpus.forms.plain_of(form)
        return ((lang, number) for lang, number in pairs if language_to_read(form, lang) in READ_AS)


def filed(known: Known, beginnings: Hashes, changed: tuple[Ints, Ints], forms: Ints, files: Files) -> Entries:
    """The entries of the terms; `forms` are those that are filed otherwise, perhaps.

    Those of terms at the places `changed` are told anew, by their places then (gone ones are among them) and now.
    """
    texts = files.corpus.forms.texts
    asked = {texts[number] for number in forms.tolist()}
    for own, places in zip((files.before.known, known), changed, strict=True):
        for place in places[own.entries.flags[places] & inflected() > 0].tolist():
            asked.add(own.terms[place])
            asked.update(_forms_of(own.entries.heads(place, own.terms[place])))
    return _refiled(known, beginnings, asked, files)


def _forms_of(heads: Iterable[Head]) -> Iterator[str]:
    return (head.text[: head.stem] + ending for head in filter(is_own, heads) for ending in head.endings)


def _refiled(known: Known, beginnings: Hashes, asked: set[str], files: Files) -> Entries:
    filing, places = Filing(known, beginnings), Places(known)
    having = filing.of(sorted(asked))
    of: dict[int, list[str]] = defaultdict(list)
    every: set[int] = set()
    for form, lemmas in having.items():
        place = files.now(form, places)
        every.update((place, *files.then(form), *(other for other, _ in lemmas)))
        if filing.is_listed(place) and (is_shared(place, lemmas) or _is_another(form, place, filing, places)):
            of[place].append(form)
    return refiled(known.entries, asked, of, (place for place in every if place >= 0))


def _is_another(form: str, place: int, filing: Filing, places: Places) -> bool:
    """Is the form itself another lemma?"""
    return places[form] != place and filing.is_listed(places[form])
