"""What words say by themselves, whatever the corpus: worked out once, by any process, and kept for the next build.

In: the forms of a corpus. Out: readings of the Kazakh ones, lemmas of the Russian ones with all their forms, what is
listed of the English ones. An analyser that is given facts asks no dictionary for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from .counted import Counted
from .english_list import Kept, Listed
from .heads import Heads
from .kazakh.kazakh_words import to_read
from .kazakh.readings import KazakhReadings
from .packed import packed, unpacked
from .paradigms import Head

CHUNK = 4_000  # forms in one task
CHUNK_ENGLISH = 64_000  # who reads them first reads simplemma's list, which takes as long as some thousand forms

Task = tuple[Literal["kk", "ru", "en"], Sequence[str]]
"""Forms of one language to be read."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of forms in normal form."""

    kazakh: KazakhReadings | None = None
    russian: Mapping[str, str] = field(default_factory=dict)
    """Form -> lemma."""
    heads: Heads = field(default_factory=Heads)
    """Those of the Russian lemmas."""
    strays: Mapping[str, tuple[Head, ...]] = field(default_factory=dict)
    """Russian form that its lemma's heads lack -> the heads of its own reading."""
    english: Mapping[str, Mapping[str, Listed]] = field(default_factory=dict)
    """Form -> the words that were looked up for it, with what the list says of them."""
    english_heads: Heads = field(default_factory=Heads)
    """Those of English lemmas as no corpus changes them, with their regular forms."""
    word_list: Kept | None = None
    """What reads the English list, where it is kept; not pickled."""

    def listed(self) -> dict[str, Listed]:
        """What the English list says of all words that were looked up."""
        return {word: said for looked_up in self.english.values() for word, said in looked_up.items()}

    def unknown(self, forms: Forms) -> Forms:
        """Those of the forms of which nothing is known here."""
        kazakh = self.kazakh.missing(forms.kazakh) if self.kazakh else forms.kazakh
        russian, english = forms.russian.difference(self.russian), forms.english.difference(self.english)
        return Forms(frozenset(kazakh), russian, english)

    def missing(self, forms: Forms) -> Iterator[Task]:
        """The tasks whose answers would complete the facts for the forms of a corpus."""
        return self.unknown(forms).tasks()

    def of(self, forms: Forms) -> Facts:
        """The facts of the forms of a corpus alone."""
        lemmas, kept, english, regular = self.russian, self.heads, self.english, self.english_heads
        strays = self.strays
        if not lemmas.keys() <= forms.russian:
            lemmas = {form: lemma for form, lemma in lemmas.items() if form in forms.russian}
            kept = kept.selected(lemmas.values())
            strays = {form: own for form, own in strays.items() if form in lemmas}
        if not english.keys() <= forms.english:
            english = {form: words for form, words in english.items() if form in forms.english}
            regular = regular.selected(lemma for words in english.values() for lemma, _ in words.values())
        kazakh = self.kazakh.selected(forms.kazakh) if self.kazakh else None
        return Facts(kazakh, lemmas, kept, strays, english, regular)

    def __reduce__(self) -> tuple[Any, ...]:
        others = (self.heads, dict(self.strays), self.english, self.english_heads)
        return _restored, (self.kazakh, packed(self.russian), packed(self.russian.values()), *others)


def _restored(kazakh: KazakhReadings | None, forms: Any, lemmas: Any, *others: Any) -> Facts:
    return Facts(kazakh, dict(zip(unpacked(forms), unpacked(lemmas), strict=True)), *others)


@dataclass(frozen=True, slots=True)
class Forms:
    """Forms in normal form by the language to read them in, parts of compounds among them."""

    kazakh: frozenset[str]
    russian: frozenset[str]
    english: frozenset[str]

    def __len__(self) -> int:
        return len(self.kazakh) + len(self.russian) + len(self.english)

    def tasks(self) -> Iterator[Task]:
        """Those that find out about them."""
        yield from _chunks("en", self.english, CHUNK_ENGLISH)
        yield from _chunks("kk", self.kazakh)  # neighbours share stems
        yield from _chunks("ru", self.russian)

    @classmethod
    def of(cls, words: Counted) -> Forms:
        """The forms of a corpus. The ranking weighs all words of Kazakh texts, numbers and foreign words, too."""
        kazakh, russian, english = map(words.read_as, ("kk", "ru", "en"))
        kazakh.update(words.counts.get("kk", ()))
        return cls(frozenset(to_read(kazakh)), frozenset(russian), frozenset(english))


def together(many: Iterable[Facts]) -> Facts:
    """Several facts as one; no Kazakh form may stand in two of them."""
    found = list(many)
    readings = [each.kazakh for each in found if each.kazakh]
    russian: dict[str, str] = {}
    strays: dict[str, tuple[Head, ...]] = {}
    english: dict[str, Mapping[str, Listed]] = {}
    for each in found:
        russian |= each.russian
        strays |= each.strays
        english |= each.english
    kazakh = KazakhReadings.joined(readings) if readings else None
    inflected, regular = Heads.joined(each.heads for each in found), Heads.joined(each.english_heads for each in found)
    return Facts(kazakh, russian, inflected, strays, english, regular)


def _chunks(lang: Literal["kk", "ru", "en"], forms: Iterable[str], size: int = CHUNK) -> Iterator[Task]:
    ordered = sorted(forms)
    for start in range(0, len(ordered), size):
        yield lang, ordered[start : start + size]
