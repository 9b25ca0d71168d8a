"""Kazakh: every way to read a word as stem + endings. Twin: theme/static/js/engine/kazakh.js.

In: a word in normal form. Out: candidates (stem, noun or verb, cost), the word itself among them. Which candidate
is right, the grammar cannot tell; ranking.py asks the corpus, the page asks the index's own terms.

How: the word is walked from its end. Each tail is looked up among *chains* (endings in a legal order that sound
right together, chains.py). What is left of the tail is a stem if it ends as the first ending of the chain wants
(stems.py). Many words at once are walked by walks.py.
"""

from __future__ import annotations

from typing import NamedTuple

from .chains import DEAD, Chain, Step
from .grammar import NOUN, VERB, Grammar
from .sounds import grammar
from .stems import NEAR, StemEnds
from .tails import Tails, ending_costs


class Candidate(NamedTuple):
    """One reading of a word."""

    stem: str
    kind: int
    """`NOUN` or `VERB`."""
    cost: float
    """What the endings cost; less is likelier."""
    lexical: bool
    """The stem's end was restored in a way that only an attested stem may use."""


Reading = tuple[str, int, bool, Chain | None]
"""Stem, kind, lexical, endings (None for the bare word). A plain tuple: five are made for each word of the corpus."""


class Kazakh:
    """The analyser: a grammar, what each slot costs, and the tails met so far."""

    def __init__(self, costs: dict[str, float] | None = None, rules: Grammar | None = None) -> None:
        self.rules = rules or grammar()
        self.ends = StemEnds(self.rules)
        self.tails = Tails(self.rules, self.ends, costs if costs is not None else ending_costs())

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
        for base, steps in self.cuts(word):
            found += [
                (base if end is None else base[:-1] + end, kind, lexical, chain) for end, kind, lexical, chain in steps
            ]
        return found

    def cuts(self, word: str) -> list[tuple[str, tuple[Step, ...]]]:
        """What is left before each tail that can be cut off, and the steps from there to stems; the longest first."""
        found = []
        tails, tail = self.tails, self.tails.empty
        ends, decided = self.ends, self.ends.decided
        for start in range(len(word) - 1, 0, -1):
            letter = word[start]
            tail = tail.longer.get(letter) or tails.longer(tail, letter)
            if tail.stemmed:
                base = word[:start]
                end = decided.get(base[-NEAR:]) or ends.of(base)
                steps = tail.steps.get(end)
                if steps is None:
                    steps = tails.steps(tail, end)
                if steps:
                    found.append((base, steps))
            elif tail is DEAD:
                break
        return found

    def is_ending(self, text: str) -> bool:
        """Can `text` stand after a noun as nothing but endings?"""
        tail = self.tails.empty
        for letter in reversed(text):
            tail = tail.longer.get(letter) or self.tails.longer(tail, letter)
        return any(chain.stems & NOUN for chain in tail.stemmed)
