"""What the look of a Kazakh stem says of it, and our own word lists. Build time only; ranking.py weighs it.

Looks are those of the last letters, which stems share: they are worked out once for each end.
"""

from __future__ import annotations

from dataclasses import dataclass

from .grammar import NOUN, VERB
from .tables import toml_table, word_list
from .traits import Scales, Trait

NAMES = {NOUN: "noun", VERB: "verb"}

SHORT = 3
"""Letters of a stem that must be listed, or, a noun of so many, attested."""


class Lists:
    """Our own words, by kind."""

    def __init__(self) -> None:
        words = "kazakh_words.toml"
        self.listed = {NOUN: word_list(words, "nouns"), VERB: word_list(words, "verbs")}
        self._short = {NOUN: word_list(words, "short_nouns"), VERB: word_list(words, "short_verbs")}

    def is_scrap(self, stem: str, kind: int, attested: bool) -> bool:
        """Is this too short to be a stem before endings? `attested`: it stands in the corpus by itself."""
        if len(stem) > SHORT or stem in self._short[kind] or stem in self.listed[kind]:
            return False
        return kind == VERB or not attested or len(stem) < SHORT

    def kinds(self, stem: str, kind: int, attested: bool) -> int:
        """What a stem read as `kind` may be before other endings: a short one all that it is listed as, or nothing."""
        if len(stem) > SHORT:
            return kind
        return sum(one for one in (NOUN, VERB) if not self.is_scrap(stem, one, attested))


@dataclass(frozen=True, slots=True)
class Look:
    """What the last letters of a stem say of it."""

    end: str
    """Those letters."""
    shape: Trait
    """Derivational endings that mark a noun or a verb."""
    derived: Trait
    """For a noun: the derivation that it looks like, if what is left of it is known."""
    derivation: int
    """Letters of that derivation, 0 for none."""
    vowels: int
    """How many of the last letters are vowels."""
    doubts: tuple[Trait, Trait, Trait]
    """What speaks against a stem that nothing attests: one without vowel, of one syllable, of more."""


class Shapes:
    """The looks of stems of one kind."""

    def __init__(self, kind: int, scales: Scales) -> None:
        table = toml_table("kazakh_weights.toml")
        ends = {NOUN: tuple(table["noun_shapes"].split()), VERB: tuple(table["verb_shapes"].split())}
        self._kind, self._name, self._weigh = kind, NAMES[kind], scales.weigh
        self._ends, self._other_ends = ends[kind], ends[NOUN + VERB - kind]
        self._derived = {end: row.split()[0] for row in table["derived"] for end in row.split()[1:]}
        self._clusters = frozenset(table["clusters"].split())
        self._voiced, self._infinitive = table["voiced"], table["infinitive"]
        self._vowels = frozenset(toml_table("kazakh.toml")["letters"]["vowels"])
        self._longest = max(map(len, ends[NOUN] + ends[VERB]))
        # ends of three letters that do not tell all
        self._open = {end[-3:] for end in ends[NOUN] + ends[VERB] if len(end) > 3}
        self._nothing = scales.weigh()
        self._doubted: dict[tuple[bool, bool], tuple[Trait, Trait, Trait]] = {}
        self.looks: dict[str, Look] = {}

    def look(self, stem: str) -> Look:
        """The look of a stem of more than `SHORT` letters."""
        looks = self.looks
        return looks.get(stem[-3:]) or looks.get(stem[-self._longest :]) or self._new_look(stem)

    def short(self, stem: str, listed: bool) -> Look:
        """The look of a stem too short to have a shape."""
        shape = self._nothing if listed else self._weigh((f"{self._name}_short_{len(stem)}", 1.0))
        return Look(stem, shape, self._nothing, 0, self._vowels_in(stem), self._doubts(stem))

    def doubts(self, stem: str, look: Look) -> Trait:
        """What speaks against a stem that nothing attests."""
        vowels = look.vowels
        if vowels == 1:
            return look.doubts[1 if self._vowels.isdisjoint(stem[: -len(look.end)]) else 2]
        return look.doubts[2 if vowels else min(2, self._vowels_in(stem))]

    def _vowels_in(self, text: str) -> int:
        return sum(map(self._vowels.__contains__, text))

    def _new_look(self, stem: str) -> Look:
        end = stem[-3:]
        if end in self._open:
            end = stem[-self._longest :]
        derived, length = self._derivation(end)
        look = Look(end, self._shape(end), derived, length, self._vowels_in(end), self._doubts(end))
        self.looks[end] = look
        return look

    def _shape(self, end: str) -> Trait:
        shape, other = end.endswith(self._ends), end.endswith(self._other_ends)
        infinitive = self._kind == NOUN and end[-1] in self._infinitive
        if not (shape or other or infinitive):
            return self._nothing
        names = {self._name + "_shape": shape, self._name + "_other_shape": other, "noun_like_infinitive": infinitive}
        return self._weigh(*((name, 1.0) for name, is_so in names.items() if is_so))

    def _derivation(self, end: str) -> tuple[Trait, int]:
        """The derivation that the end of a noun looks like, and its letters."""
        for length in (2, 3) if self._kind == NOUN else ():
            name = self._derived.get(end[-length:])
            if name:
                return self._weigh(("derived_" + name, 1.0)), length
        return self._nothing, 0

    def _doubts(self, end: str) -> tuple[Trait, Trait, Trait]:
        two = end[-2:]
        odd = len(end) > 2 and two not in self._clusters and self._vowels.isdisjoint(two)
        key = end[-1] in self._voiced, odd
        return self._doubted.get(key) or self._new_doubts(*key)

    def _new_doubts(self, voiced: bool, odd: bool) -> tuple[Trait, Trait, Trait]:
        unknown = (self._name + "_unknown", 1.0)
        doubts = [(name, 1.0) for name, is_so in (("voiced_end", voiced), ("odd_cluster", odd)) if is_so]
        found = self._doubted[voiced, odd] = (
            self._weigh(unknown, ("no_vowel", 1.0), *doubts),
            self._weigh(unknown, (self._name + "_one_syllable", 1.0), *doubts),
            self._weigh(unknown, *doubts),
        )
        return found
