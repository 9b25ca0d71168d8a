"""Kazakh: every way to read a word as stem + endings. Twin: theme/static/js/engine/kazakh.js.

In: a word in normal form. Out: candidates (stem, noun or verb, cost), the word itself among them. Which candidate
is right, the grammar cannot tell; ranking.py asks the corpus, the page asks the index's own terms.

How: the word is walked from its end. Each tail is looked up among *chains* (endings in a legal order that sound
right together), which are built as they are met and kept, since words of one text share their tails. What is
left of the tail is a stem if it ends as the first ending of the chain wants.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from .grammar import BACK, FRONT, NOUN, VERB, Grammar, Suffix, grammar
from .stems import First, StemEnds
from .tables import toml_table

MAX_CHAIN = 7
"""Endings in one word at most."""


class Candidate(NamedTuple):
    """One reading of a word."""

    stem: str
    kind: int
    """`NOUN` or `VERB`."""
    cost: float
    """What the endings cost; less is likelier."""
    lexical: bool
    """The stem's end was restored in a way that only an attested stem may use."""


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


Reading = tuple[str, int, bool, Chain | None]
"""Stem, kind, lexical, endings (None for the bare word). A plain tuple: five are made for each word of the corpus."""


@dataclass(frozen=True, slots=True)
class Tail:
    """What is known of one tail."""

    chains: tuple[Chain, ...]
    """All chains with this text."""
    stemmed: tuple[Chain, ...]
    """Those that may follow a bare stem."""
    alive: bool
    """A longer tail may have chains."""


class Kazakh:
    """The analyser: a grammar, what each slot costs, and the tails met so far."""

    def __init__(self, costs: dict[str, float] | None = None, rules: Grammar | None = None) -> None:
        self.grammar = rules or grammar()
        table = costs if costs is not None else ending_costs()
        self._costs = table
        self._longest = max(map(len, self.grammar.suffixes))
        self._inner = {text[start:] for text in self.grammar.suffixes for start in range(1, len(text))}
        self._tails: dict[str, Tail] = {"": Tail((), (), True)}
        self._ends = StemEnds(self.grammar)

    def candidates(self, word: str) -> list[Candidate]:
        """All readings of `word` (normal form), the cheapest of each (stem, kind)."""
        best: dict[tuple[str, int], Candidate] = {}
        for stem, kind, lexical, chain in self.readings(word):
            candidate = Candidate(stem, kind, chain.cost if chain else 0.0, lexical)
            known = best.setdefault((stem, kind), candidate)
            if (lexical, candidate.cost) < (known.lexical, known.cost):
                best[stem, kind] = candidate
        return list(best.values())

    def readings(self, word: str) -> list[Reading]:
        """All readings, the same stem by different endings too; the bare word first."""
        found: list[Reading] = [(word, NOUN, False, None), (word, VERB, False, None)]
        tails, ends = self._tails, self._ends
        for start in range(len(word) - 1, 0, -1):
            text = word[start:]
            tail = tails.get(text) or self._tail(text)
            if tail.stemmed:
                base = word[:start]
                context = ends.contexts(base)
                for chain in tail.stemmed:
                    if chain.contexts & context:
                        for stem, lexical in ends.restored(base, chain.first, chain.restore):
                            for kind in chain.kinds:
                                found.append((stem, kind, lexical, chain))  # noqa: PERF401
            if not tail.alive:
                break
        return found

    def is_ending(self, text: str) -> bool:
        """Can `text` stand after a noun as nothing but endings?"""
        for start in range(len(text) - 1, -1, -1):
            if not self._tail(text[start:]).alive:
                return False
        return any(chain.stems & NOUN for chain in self._tail(text).stemmed)

    # ---- chains

    def _tail(self, text: str) -> Tail:
        known = self._tails.get(text)
        if known is None:
            known = self._tails[text] = self._new_tail(text)
        return known

    def _new_tail(self, text: str) -> Tail:
        chains: list[Chain] = []
        alive = False
        for length in range(1, min(self._longest, len(text)) + 1):
            head, rest = text[:length], text[length:]
            following = self._tail(rest)
            if rest and not following.chains:
                continue
            alive = alive or head in self._inner
            for suffix in self.grammar.suffixes.get(head, ()):
                chains += self._joined(head, suffix, following) if rest else self._last(head, suffix)
        alive = alive or bool(chains)
        return Tail(tuple(chains), tuple(chain for chain in chains if chain.stems), alive)

    def _last(self, text: str, suffix: Suffix) -> Iterator[Chain]:
        slot = self.grammar.slots[suffix.slot]
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
        stems = self.grammar.slots[suffix.slot].stems
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
        if suffix.slot not in self.grammar.slots[chain.slots[0]].after:
            return False
        if suffix.before_vowel and chain.text[0] not in self.grammar.vowels:
            return False
        return not (self.grammar.slots[suffix.slot].verbal and suffix.slot in chain.slots)

    def _through(self, text: str, before: int, wanted: int) -> int:
        """The contexts before `text`, given those wanted after it; an ending without vowel lets harmony through."""
        if any(letter in self.grammar.harmonies for letter in text):
            return before if self._ends.contexts(text) & wanted else 0
        heard = wanted & self._ends.class_of(text)
        return before & ((BACK if heard & BACK else 0) | (FRONT if heard & FRONT else 0))


def ending_costs() -> dict[str, float]:
    """The fitted cost of each ending, and of each letter of it."""
    costs: dict[str, float] = toml_table("kazakh_weights.toml")["endings"]
    return costs
