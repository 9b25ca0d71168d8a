"""A name as it is written: its words, its initials, and which differences of writing say nothing.

`Writing.of("T.N. Aliev").key == Writing.of("ALIEV T. N.").key`: case, spaces and order do not count, initials do:
`Aliev T.` is another key. `exact` keeps the order: what an article prints twice in the same way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from languages import normal
from languages.names.names import heard, in_one_alphabet, is_particle, is_patronymic

LETTER = r"[^\W\d_⁰¹²³⁴-⁹]"
TOKEN = re.compile(rf"(?P<initial>{LETTER}{{1,3}}\.|{LETTER}(?![\w'’ʼ-]))|{LETTER}(?:['’ʼ`‐-]?{LETTER})*")

Key = tuple[tuple[str, ...], tuple[str, ...]]
Given = tuple[tuple[str, bool], ...]  # (as it sounds, is it more than an initial?)


@dataclass(frozen=True)
class Writing:
    """One way to write a name; `tokens` are (is it an initial?, its letters in normal form), in order."""

    text: str
    tokens: tuple[tuple[bool, str], ...]

    @classmethod
    def of(cls, name: str) -> Writing:
        return _writing(name)

    @property
    def exact(self) -> tuple[str, ...]:
        """The letters in order, without case, spaces and stops; an initial keeps its stop."""
        return tuple(f"{letters}." if initial else letters for initial, letters in self.tokens)

    @property
    def key(self) -> Key:
        """(words, sorted; initials, in order): the same however the name is turned round."""
        return tuple(sorted(self.words)), self.initials

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(letters for initial, letters in self.tokens if not initial)

    @property
    def initials(self) -> tuple[str, ...]:
        return tuple(letters for initial, letters in self.tokens if initial)

    @cached_property
    def readings(self) -> tuple[tuple[str, Given], ...]:
        """(surname, given names in order) as they sound, for each word that may be the surname."""
        parts = [(letters, not initial) for initial, letters in self.tokens if initial or not is_particle(letters)]
        words = [i for i, (_, full) in enumerate(parts) if full]
        surnames = [i for i in words if not is_patronymic(parts[i][0])] or words
        names = [(heard(letters), full) for letters, full in parts]
        return tuple((names[i][0], (*names[:i], *names[i + 1 :])) for i in surnames if names[i][0])


@lru_cache(maxsize=50_000)
def _writing(name: str) -> Writing:
    text = " ".join(name.split())
    found = TOKEN.finditer(in_one_alphabet(text))
    return Writing(text, tuple((match["initial"] is not None, normal(match[0].rstrip("."))) for match in found))
