"""Kazakh endings in a legal order that sound right together, by the tail of a word that they make: the records.

Tails are made by `tails`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from .grammar import NOUN, VERB
from .stems import End, First

MAX_CHAIN = 7
"""Endings in one word at most."""

KINDS = {NOUN: (NOUN,), VERB: (VERB,), NOUN | VERB: (NOUN, VERB), 0: ()}
"""Sets of kinds as tuples."""


class Chain(NamedTuple):
    """Endings that follow one another to the end of a word."""

    text: str
    slots: tuple[int, ...]
    stems: int
    """Kinds of bare stem that may stand before it."""
    contexts: int
    """Contexts that may stand before it."""
    cost: float
    restore: tuple[str, ...]
    """For a fused first ending: what the end of the stem was."""
    names: tuple[str, ...]
    """Slot and template of each ending: what the fitted costs are filed under."""
    kinds: tuple[int, ...]
    """`stems` as a tuple."""
    first: First
    """First slot and first letter: what alternations of the stem depend on."""
    verbal: int
    """Its verbal slots, as bits."""
    before: int
    """Slots that may stand before it, as bits."""


Step = tuple[str | None, int, bool, Chain]
"""From what stands before a tail to a stem: text for its last letter (None: leave it), kind, lexical, chain."""


@dataclass(slots=True, eq=False)
class Tail:
    """What is known of one tail; the longer ones and the steps are added as they are met."""

    chains: tuple[Chain, ...]
    """All chains with this text."""
    stemmed: tuple[Chain, ...]
    """Those that may follow a bare stem."""
    begun: tuple[tuple[str, Tail], ...]
    """Endings that may begin before it: what there is of one already, "" at first, and the tail after it."""
    longer: dict[str, Tail]
    """Tails with one more letter before them, by that letter."""
    steps: dict[End, tuple[Step, ...]]
    """To the stems that may stand before it, by the end of what does; only for a tail with `stemmed` chains."""
    before: int
    """Slots that may stand before one of the chains, as bits."""


DEAD = Tail((), (), (), {}, {}, 0)
"""No ending, nor any part of one; so are all longer tails."""
