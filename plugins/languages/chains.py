"""Kazakh endings in a legal order that sound right together, by the tail of a word that they make.

Twin: the upper half of theme/static/js/engine/kazakh.js. Tails are built as they are met and kept, since words of one
text share them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .grammar import BACK, FRONT, NOUN, VERB, Grammar, Suffix
from .stems import First, StemEnds
from .tables import toml_table

MAX_CHAIN = 7
"""Endings in one word at most."""


@dataclass(frozen=True, slots=True)
class Chain:
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


@dataclass(frozen=True, slots=True)
class Tail:
    """What is known of one tail."""

    chains: tuple[Chain, ...]
    """All chains with this text."""
    stemmed: tuple[Chain, ...]
    """Those that may follow a bare stem."""
    alive: bool
    """A longer tail may have chains."""


class Tails:
    """The tails of one grammar, with what each ending costs."""

    def __init__(self, rules: Grammar, ends: StemEnds, costs: dict[str, float]) -> None:
        self._grammar = rules
        self._ends = ends
        self._costs = costs
        self._longest = max(map(len, rules.suffixes))
        self._inner = {text[start:] for text in rules.suffixes for start in range(1, len(text))}
        self.known: dict[str, Tail] = {"": Tail((), (), True)}

    def of(self, text: str) -> Tail:
        """All that is known of a tail."""
        known = self.known.get(text)
        if known is None:
            known = self.known[text] = self._new_tail(text)
        return known

    def _new_tail(self, text: str) -> Tail:
        chains: list[Chain] = []
        alive = False
        for length in range(1, min(self._longest, len(text)) + 1):
            head, rest = text[:length], text[length:]
            following = self.of(rest)
            if rest and not following.chains:
                continue
            alive = alive or head in self._inner
            for suffix in self._grammar.suffixes.get(head, ()):
                chains += self._joined(head, suffix, following) if rest else self._last(head, suffix)
        alive = alive or bool(chains)
        return Tail(tuple(chains), tuple(chain for chain in chains if chain.stems), alive)

    def _last(self, text: str, suffix: Suffix) -> Iterator[Chain]:
        slot = self._grammar.slots[suffix.slot]
        if slot.final and not suffix.before_vowel:
            yield self._chain(text, suffix, suffix.contexts, None)

    def _joined(self, head: str, suffix: Suffix, following: Tail) -> Iterator[Chain]:
        """`head` before each of the chains that may follow it."""
        for chain in following.chains:
            if not self._may_follow(suffix, chain):
                continue
            contexts = self._through(head, suffix.contexts, chain.contexts)
            if contexts:
                yield self._chain(head, suffix, contexts, chain)

    def _chain(self, text: str, suffix: Suffix, contexts: int, following: Chain | None) -> Chain:
        """`suffix`, sounding as `text`, before the chain that follows it."""
        stems = self._grammar.slots[suffix.slot].stems
        return Chain(
            text=text + (following.text if following else ""),
            slots=(suffix.slot, *(following.slots if following else ())),
            stems=stems,
            contexts=contexts,
            cost=self._cost(suffix, text) + (following.cost if following else 0.0),
            restore=suffix.restore,
            names=(suffix.name, *(following.names if following else ())),
            kinds=tuple(kind for kind in (NOUN, VERB) if stems & kind),
            first=(suffix.slot, text[0]),
        )

    def _cost(self, suffix: Suffix, text: str) -> float:
        return self._costs.get(suffix.name, 0.0) + self._costs.get("letter", 0.0) * len(text)

    def _may_follow(self, suffix: Suffix, chain: Chain) -> bool:
        if chain.restore or len(chain.slots) >= MAX_CHAIN:
            return False
        if suffix.slot not in self._grammar.slots[chain.slots[0]].after:
            return False
        if suffix.before_vowel and chain.text[0] not in self._grammar.vowels:
            return False
        return not (self._grammar.slots[suffix.slot].verbal and suffix.slot in chain.slots)

    def _through(self, text: str, before: int, wanted: int) -> int:
        """The contexts before `text`, given those wanted after it; an ending without vowel lets harmony through."""
        if any(letter in self._grammar.harmonies for letter in text):
            return before if self._ends.contexts(text) & wanted else 0
        heard = wanted & self._ends.class_of(text)
        return before & ((BACK if heard & BACK else 0) | (FRONT if heard & FRONT else 0))


def ending_costs() -> dict[str, float]:
    """The fitted cost of each ending, and of each letter of it."""
    costs: dict[str, float] = toml_table("kazakh_weights.toml")["endings"]
    return costs
