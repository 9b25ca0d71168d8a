"""What words say by themselves, whatever the corpus: worked out once, by any process, and kept for the next build.

In: the forms of a corpus. Out: readings of the Kazakh ones, lemmas of the Russian ones with all their forms. An
analyser that is given facts asks no dictionary for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from .alphabets import language_to_read
from .fold import normal
from .kazakh_words import to_read
from .paradigms import Head
from .reader import KazakhReader
from .readings import KazakhReadings
from .russian import Russian
from .words import parts

CHUNK = 4_000  # forms in one task

Task = tuple[Literal["kk", "ru"], Sequence[str]]
"""Forms of one language to be read."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of forms in normal form."""

    kazakh: KazakhReadings | None = None
    russian: Mapping[str, str] = field(default_factory=dict)
    """Form -> lemma."""
    heads: Mapping[str, tuple[Head, ...]] = field(default_factory=dict)
    """Russian lemma -> its heads."""

    def missing(self, vocabulary: Mapping[str, Iterable[str]]) -> Iterator[Task]:
        """The tasks whose answers would complete the facts for a corpus: language -> forms, in any spelling."""
        kazakh, russian = _to_read(vocabulary)
        unread = self.kazakh.missing(kazakh) if self.kazakh else kazakh
        yield from _chunks("kk", unread)  # neighbours share stems
        yield from _chunks("ru", russian.difference(self.russian))

    def of(self, vocabulary: Mapping[str, Iterable[str]]) -> Facts:
        """The facts of a corpus alone."""
        kazakh, russian = _to_read(vocabulary)
        lemmas = {form: lemma for form, lemma in self.russian.items() if form in russian}
        kept = {lemma: self.heads[lemma] for lemma in set(lemmas.values())}
        return Facts(self.kazakh.selected(kazakh) if self.kazakh else None, lemmas, kept)


def worked(task: Task) -> Facts:
    """The facts of the forms of one task; a pure function."""
    lang, forms = task
    if lang == "kk":
        return Facts(kazakh=_reader().read(forms))
    lemmas = {form: _russian().lemma(form) for form in forms}
    return Facts(
        russian=lemmas, heads={lemma: _russian().heads(lemma) for lemma in dict.fromkeys(lemmas.values())}
    )


def together(many: Iterable[Facts]) -> Facts:
    """Several facts as one; no Kazakh form may stand in two of them."""
    found = list(many)
    readings = [each.kazakh for each in found if each.kazakh]
    russian: dict[str, str] = {}
    known: dict[str, tuple[Head, ...]] = {}
    for each in found:
        russian |= each.russian
        known |= each.heads
    return Facts(KazakhReadings.joined(readings) if readings else None, russian, known)


def _to_read(vocabulary: Mapping[str, Iterable[str]]) -> tuple[set[str], set[str]]:
    """The forms to read as Kazakh and as Russian, parts of compounds among them."""
    read: dict[str, set[str]] = {"kk": set(), "ru": set()}
    for lang, forms in vocabulary.items():
        for form in map(normal, forms):
            for each in {form, *(parts(form) if "-" in form else ())}:
                read.setdefault(language_to_read(each, lang), set()).add(each)
    return set(to_read(read["kk"])), read["ru"]


def _chunks(lang: Literal["kk", "ru"], forms: Iterable[str]) -> Iterator[Task]:
    ordered = sorted(forms)
    for start in range(0, len(ordered), CHUNK):
        yield lang, ordered[start : start + CHUNK]


@cache
def _russian() -> Russian:
    return Russian()


@cache
def _reader() -> KazakhReader:
    return KazakhReader(_russian().knows)


