"""What a Kazakh grammar is made of: slots, suffixes, alternations. sounds.py makes it from the table.

A *context* is a class of stem end (vowel, glide, lateral, nasal, sibilant, voiceless) with a harmony (back,
front): twelve of them, so a set of contexts is a whole number of twelve bits, bit 2·class + harmony.
"""

from __future__ import annotations

from dataclasses import dataclass

CLASSES = ("vowel", "glide", "lateral", "nasal", "sibilant", "voiceless")
BACK, FRONT, ANY = 0b010101010101, 0b101010101010, 0b111111111111
NOUN, VERB = 1, 2
"""Kinds of stem; sets of kinds are sums of these."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in the order of endings."""

    name: str
    after: frozenset[int]
    """Slots that may stand just before."""
    stems: int
    """Kinds of bare stem that may stand just before."""
    final: bool
    """A word may end here."""
    verbal: bool
    """Does not occur twice in a word."""


@dataclass(frozen=True, slots=True)
class Suffix:
    """One sound shape of one slot."""

    slot: int
    name: str
    """Slot and template ("case ZIң"): what the fitted cost is filed under."""
    contexts: int
    """The contexts after which it is heard."""
    restore: tuple[str, ...] = ()
    """For a fused ending: what the end of the stem was, one of these."""
    before_vowel: bool = False
    """Heard only before an ending that begins with a vowel (-дығ-ы)."""


@dataclass(frozen=True, slots=True)
class Alternation:
    """A change of a stem's end before an ending; fields as in the table."""

    slots: frozenset[int]
    before: str
    previous: str
    last: tuple[tuple[str, str], ...]
    lexical: bool

    def follows(self, letter: str) -> bool:
        """May `letter` stand before the last letter?"""
        return not self.previous or letter in self.previous


@dataclass(frozen=True, slots=True)
class Grammar:
    """Everything that kazakh.py needs."""

    slots: tuple[Slot, ...]
    suffixes: dict[str, tuple[Suffix, ...]]
    alternations: tuple[Alternation, ...]
    classes: dict[str, int]
    """Letter -> its contexts, both harmonies."""
    harmonies: dict[str, int]
    """Letter with a harmony of its own -> `BACK` or `FRONT`."""
    vowels: str
    silent: str
    transparent: str
    either: tuple[str, ...]
