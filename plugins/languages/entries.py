"""What the page must know of each term of a corpus, so that it understands any form of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .facts import Facts
from .lemmas import Lemmas
from .paradigms import Head, heads
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


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries of many terms as columns, each by the place of its term."""

    flags: Sequence[int]
    stems: Sequence[int]
    endings: Sequence[tuple[str, ...]]
    aliases: Mapping[int, tuple[Head, ...]]
    """Of the places that have any."""


class TermHeads:
    """The heads of terms: those of `facts`, else worked out."""

    def __init__(self, lemmas: Lemmas, facts: Facts) -> None:
        self._lemmas, self._known = lemmas, facts.heads
        bits = toml_table("terms.toml")["flags"]
        self._russian, self._inflected = bits["ru"], bits["ru"] | bits["en"]
        self._fixed = ~(bits["kk_noun"] | bits["kk_verb"])

    def entry(self, term: str) -> Entry:
        """What the page must know of a term."""
        found = self.entries([term])
        return Entry(found.flags[0], found.stems[0], found.endings[0], found.aliases.get(0, ()))

    def entries(self, terms: Sequence[str]) -> Entries:
        """The same of many terms."""
        flags = list(map(self._lemmas.flags.get, terms, [0] * len(terms)))
        fixed: tuple[tuple[str, ...], tuple[str, ...]] = ((), ("",))
        stems: list[int] = []
        endings: list[tuple[str, ...]] = []
        aliases: dict[int, tuple[Head, ...]] = {}
        for place, (term, flag) in enumerate(zip(terms, flags, strict=True)):
            if flag & self._inflected and "-" not in term:
                (_, stem, own), *others = self._heads(term, flag)
                if others:
                    aliases[place] = tuple(others)
            else:
                stem, own = len(term), fixed[flag & self._fixed != 0]
            stems.append(stem)
            endings.append(own)
        return Entries(flags, stems, endings, aliases)

    def _heads(self, term: str, flag: int) -> tuple[Head, ...]:
        if flag & self._russian:
            return self._known.get(term) or self._lemmas.russian.heads(term)
        return heads(term, (*self._lemmas.english.forms(term), *self._lemmas.english_forms.get(term, ())))
