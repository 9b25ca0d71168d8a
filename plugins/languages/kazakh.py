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

from .grammar import ANY, BACK, FRONT, NOUN, VERB, Alternation, Grammar, Suffix, grammar
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
    first: tuple[int, str]
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
        self._contexts: dict[str, int] = {}
        self._alternations: dict[tuple[int, str], tuple[Alternation, ...]] = {}
        self._stems: dict[tuple[int, str], dict[str, tuple[tuple[str, bool], ...]]] = {}

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
        tails, contexts = self._tails, self._contexts
        for start in range(len(word) - 1, 0, -1):
            text = word[start:]
            tail = tails.get(text) or self._tail(text)
            if tail.stemmed:
                base = word[:start]
                context = contexts.get(base) or self.contexts(base)
                for chain in tail.stemmed:
                    if chain.contexts & context:
                        for stem, lexical in self._restored(base, chain):
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
            return before if self.contexts(text) & wanted else 0
        heard = wanted & self._class_of(text)
        return before & ((BACK if heard & BACK else 0) | (FRONT if heard & FRONT else 0))

    # ---- stems

    def contexts(self, stem: str) -> int:
        """The contexts that the end of `stem` gives to an ending."""
        known = self._contexts.get(stem)
        if known is None:
            known = self._contexts[stem] = self._class_of(stem) & self._harmony_of(stem)
        return known

    def _class_of(self, stem: str) -> int:
        last = stem[-2] if stem[-1] in self.grammar.transparent and len(stem) > 1 else stem[-1]
        return self.grammar.classes.get(last, ANY)

    def _harmony_of(self, stem: str) -> int:
        """The harmony of the last vowel that has one; loanwords may have either."""
        rules = self.grammar
        if stem.endswith(rules.either):
            return ANY
        for index in range(len(stem) - 1, -1, -1):
            letter = stem[index]
            if letter in rules.harmonies:
                return rules.harmonies[letter]
            if letter in rules.transparent or self._between_consonants(stem, index):
                return ANY
        return ANY

    def _between_consonants(self, stem: str, index: int) -> bool:
        """A silent vowel inside a closed syllable (саммит, ресурс): the word is borrowed."""
        rules = self.grammar
        if stem[index] not in rules.silent or not 0 < index < len(stem) - 1:
            return False
        return stem[index - 1] not in rules.vowels and stem[index + 1] not in rules.vowels

    def _restored(self, base: str, chain: Chain) -> tuple[tuple[str, bool], ...]:
        """Stems that may have become `base` before `chain`, and whether each needs attestation."""
        if chain.restore:
            return tuple((base + end, False) for end in chain.restore if self._same_harmony(base, base + end))
        stems = self._stems.get(chain.first)
        if stems is None:
            stems = self._stems[chain.first] = {}
        known = stems.get(base)
        if known is None:
            known = stems[base] = ((base, False), *self._alternated(base, chain))
        return known

    def _alternated(self, base: str, chain: Chain) -> Iterator[tuple[str, bool]]:
        if len(base) < 2:
            return
        for rule in self._rules(chain.first):
            if rule.previous and base[-2] not in rule.previous:
                continue
            for was, now in rule.last:
                stem = self._replaced(base, was, now)
                if stem and (not now or self._same_harmony(base, stem)):
                    yield stem, rule.lexical

    def _rules(self, first: tuple[int, str]) -> tuple[Alternation, ...]:
        """The alternations before an ending of this slot that begins with this letter."""
        known = self._alternations.get(first)
        if known is None:
            slot, letter = first
            rules = self.grammar.alternations
            known = tuple(rule for rule in rules if letter in rule.before and (not rule.slots or slot in rule.slots))
            self._alternations[first] = known
        return known

    def _replaced(self, base: str, was: str, now: str) -> str:
        """`base` with its last letter `was` made `now`; "*" stands for any consonant. Empty if it does not fit."""
        last = base[-1]
        if was == "*":
            return "" if last in self.grammar.vowels else base[:-1] + now.replace("*", last)
        return base[:-1] + now if last == was else ""

    def _same_harmony(self, base: str, stem: str) -> bool:
        return bool(self._harmony_of(base) & self._harmony_of(stem))


def ending_costs() -> dict[str, float]:
    """The fitted cost of each ending, and of each letter of it."""
    costs: dict[str, float] = toml_table("kazakh_weights.toml")["endings"]
    return costs
