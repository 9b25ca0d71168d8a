"""Kazakh: every way to read a word as stem + endings. Twin: theme/static/js/engine/kazakh.js.

In: a word in normal form. Out: candidates (stem, noun or verb, cost), the word itself among them. Which candidate
is right, the grammar cannot tell; ranking.py asks the corpus, the page asks the index's own terms.

How: the word is walked from its end. Each tail is looked up among *chains* (endings in a legal order that sound
right together, chains.py). What is left of the tail is a stem if it ends as the first ending of the chain wants
(stems.py).
"""

from __future__ import annotations

from typing import NamedTuple

from .chains import Chain, Tails, ending_costs
from .grammar import NOUN, VERB, Grammar
from .sounds import grammar
from .stems import StemEnds


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
        used = rules or grammar()
        self._ends = StemEnds(used)
        self._tails = Tails(used, self._ends, costs if costs is not None else ending_costs())

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
        tails, known, ends = self._tails, self._tails.known, self._ends
        for start in range(len(word) - 1, 0, -1):
            text = word[start:]
            tail = known.get(text) or tails.of(text)
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
            if not self._tails.of(text[start:]).alive:
                return False
        return any(chain.stems & NOUN for chain in self._tails.of(text).stemmed)
