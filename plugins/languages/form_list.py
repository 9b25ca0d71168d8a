"""Distinct forms by number, as columns: a corpus has hundreds of thousands, and tuples cost ten times as much.

Nearly all are *plain*, no abbreviation: text and language are all of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import compress, repeat
from operator import contains
from typing import Any

import numpy as np
import numpy.typing as npt

from .alphabets import in_capitals
from .forms import Form
from .packed import Packed, packed, unpacked
from .statute_table import name_term

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Abbreviation = tuple[bool, str]
"""What a word that is not plain says beside its text: `capitals` and `name` of its `Form`."""


class FormList:
    """Forms in the order in which they came, from 0; more may be added, none is taken away."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.special: dict[int, Form] = {}
        """Those that are not plain, by their numbers."""
        self._langs: list[str] = []
        self._plain: dict[str, _Plain] = {}
        """Language -> text -> number."""
        self._special: dict[Form, int] = {}

    def __len__(self) -> int:
        return len(self.texts)

    def __getitem__(self, number: int) -> Form:
        return self.special.get(number) or Form(self.texts[number], self._langs[number], False, "")

    def plain(self, langs: Collection[str] = ()) -> Iterator[tuple[str, Sequence[str], Ints]]:
        """Language by language, perhaps of some alone, the texts of plain forms and their numbers."""
        for lang, own in self._plain.items():
            if lang in (langs or (lang,)):
                yield lang, list(own), np.fromiter(own.values(), np.int64, len(own))

    def are_special(self) -> Flags:
        """Which are not plain, or have parts."""
        found = np.fromiter(map(contains, self.texts, repeat("-")), np.bool_, len(self))
        found[list(self.special)] = True
        return found

    def numbers(self, texts: Sequence[str], lang: str) -> list[int]:
        """The numbers of plain forms of a language; those that are new get the next."""
        own = self._plain.get(lang)
        if own is None:
            own = self._plain[lang] = _Plain(self.texts)
        known = len(self)
        found = list(map(own.__getitem__, texts))
        self._langs += [lang] * (len(self) - known)
        return found

    def number(self, form: Form) -> int:
        """The same of any form."""
        if not (form.capitals or form.name):
            return self.numbers([form.text], form.lang)[0]
        number = self._special.setdefault(form, len(self))
        if number == len(self):
            self.special[number] = form
            self.texts.append(form.text)
            self._langs.append(form.lang)
        return number

    def enter(self, spelled: Sequence[str], special: Mapping[int, Abbreviation], lang: str) -> list[int]:
        """The numbers of the forms of words of a text, given in normal form, and by their ranks those not plain."""
        if not special:
            return self.numbers(spelled, lang)
        numbers = iter(self.numbers([text for rank, text in enumerate(spelled) if rank not in special], lang))
        return [
            self.number(Form(text, lang, *special[rank])) if rank in special else next(numbers)
            for rank, text in enumerate(spelled)
        ]

    def known(self, words: Sequence[str], spelled: Sequence[str], lang: str) -> list[int | None]:
        """The numbers of the forms of words of which `spelled` are the normal forms; None for one that is not here."""
        own: Mapping[str, int] = self._plain.get(lang, {})
        numbers = list(map(own.get, spelled))
        for rank, abbreviation in abbreviations(words).items():
            numbers[rank] = self._special.get(Form(spelled[rank], lang, *abbreviation))
        return numbers

    def add(self, others: FormList) -> Ints:
        """The numbers here of all forms of another list, by their numbers there."""
        numbers = np.empty(len(others), np.int64)
        for lang, texts, places in others.plain():
            numbers[places] = self.numbers(texts, lang)
        for place, form in others.special.items():
            numbers[place] = self.number(form)
        return numbers

    def extend(self, others: FormList) -> None:
        """Put forms that are not here behind those that are, in their order."""
        for place in range(len(others)):
            self.number(others[place])

    def vocabulary(self, counts: Ints, langs: Collection[str] = ()) -> dict[str, dict[str, int]]:
        """Language (of `langs`, where given) -> text -> how often, of forms that are there; `counts` are by number."""
        found: dict[str, dict[str, int]] = {}
        for lang, texts, places in self.plain(langs):
            amounts = counts[places]
            there = amounts > 0
            own: Iterable[str] = texts if there.all() else compress(texts, there.tolist())
            found[lang] = dict(zip(own, amounts[there].tolist(), strict=True))
        for place, form in self.special.items():
            if counts[place] and form.lang in (langs or (form.lang,)):
                of_lang = found.setdefault(form.lang, {})
                of_lang[form.text] = of_lang.get(form.text, 0) + int(counts[place])
        return found

    def chosen(self, are: Flags) -> FormList:
        """Those alone, in the same order; this list itself where these are all."""
        if are.all():
            return self
        found, flags = FormList(), are.tolist()
        found.texts += compress(self.texts, flags)
        found._langs += compress(self._langs, flags)
        places = are.cumsum() - 1
        for lang, texts, own in self.plain():
            there = are[own]
            kept = compress(texts, there.tolist())
            found._plain[lang] = _Plain(found.texts, zip(kept, places[own[there]].tolist(), strict=True))
        found.special = {int(places[place]): form for place, form in self.special.items() if are[place]}
        found._special = {form: place for place, form in found.special.items()}
        return found

    def at(self, places: Ints) -> FormList:
        """Some of them, in the order of `places`, which ascend."""
        found = FormList()
        for place in places.tolist():
            found.number(self[place])
        return found

    def plain_of(self, text: str) -> list[tuple[str, int]]:
        """The plain forms with this text, by their languages."""
        return [(lang, own[text]) for lang, own in self._plain.items() if text in own]

    def places(self, texts: Collection[str]) -> list[int]:
        """The numbers of the plain forms, in whatever language, that have one of these texts."""
        found = (own.get(text) for own in self._plain.values() for text in texts)
        return [place for place in found if place is not None]

    def since(self, number: int) -> FormList:
        """Those from `number` on, numbered from 0."""
        return self.chosen(np.arange(len(self)) >= number)

    def __reduce__(self) -> tuple[Any, ...]:
        """A few long strings are read again in a fraction of the time of many short ones."""
        plain = [(lang, packed(texts), places.astype(np.uint32)) for lang, texts, places in self.plain()]
        return self._restored, (len(self), plain, {place: tuple(form) for place, form in self.special.items()})

    @classmethod
    def _restored(
        cls, size: int, plain: Iterable[tuple[str, Packed, Ints]], special: Mapping[int, Sequence[Any]]
    ) -> FormList:
        found = cls()
        texts, langs = np.empty((2, size), object)
        for lang, coded, places in plain:
            own = unpacked(coded)
            found._plain[lang] = _Plain(found.texts, zip(own, places.tolist(), strict=True))
            texts[places], langs[places] = own, lang
        for place, form in special.items():
            found.special[place] = Form(*form)
            texts[place], langs[place] = form[:2]
        found.texts += texts.tolist()
        found._langs += langs.tolist()
        found._special = {form: place for place, form in found.special.items()}
        return found


class _Plain(dict[str, int]):
    """Text -> number, of the plain forms of one language; one that is asked for the first time gets the next."""

    def __init__(self, texts: list[str], numbers: Iterable[tuple[str, int]] = ()) -> None:
        """`texts` are those of all forms, in the order of their numbers."""
        super().__init__(numbers)
        self._texts = texts

    def __missing__(self, text: str) -> int:
        number = self[text] = len(self._texts)
        self._texts.append(text)
        return number


def abbreviations(words: Sequence[str]) -> dict[int, Abbreviation]:
    """By rank, of words that are not plain: each has a capital, the table of names sees to it."""
    found = {}
    for rank, word in enumerate(words):
        if not word.islower():
            capitals, name = in_capitals(word), name_term(word)
            if capitals or name:
                found[rank] = capitals, name
    return found
