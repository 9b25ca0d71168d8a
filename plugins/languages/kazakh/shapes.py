"""What a Kazakh stem shows by itself: our own word lists, and its look. Build time only; ranking.py weighs it.

Most of its look is in the last letters (suffixes.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from languages.suffixes import Ints, Letters, Suffixes
from languages.tables import toml_table, word_list

from .grammar import NOUN, VERB
from .prints import Prints, WordBits
from .traits import BITS, NAMES

SHORT = 3
"""Letters of a stem that must be listed, or, a noun of so many, attested."""

WIDTH = 16
"""Bits of one kind's traits in a number that holds those of noun and verb side by side."""

BOTH = sum(1 << WIDTH * column for column in range(len(NAMES)))
"""Times this, a trait is one of both kinds."""


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


class Shapes:
    """The traits of texts as noun and as verb, and the derivations that they look like."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        table = toml_table("kazakh_weights.toml")
        listed = {kind: dict.fromkeys(lists.listed[kind], BITS["listed"]) for kind in NAMES}
        self._listed = WordBits(_side_by_side(listed))
        self._traits = Suffixes(_side_by_side({kind: _end_traits(table, kind) for kind in NAMES}))
        rows = [row.split() for row in table["derived"]]
        self.derivations = tuple(row[0] for row in rows)
        """The names of the derivations; a number n above nothing stands for the n-th of them."""
        self._derived = Suffixes({end: number for number, row in enumerate(rows, 1) for end in row[1:]})
        self._clusters = Suffixes(dict.fromkeys(table["clusters"].split(), 1))
        self._vowels: str = toml_table("kazakh.toml")["letters"]["vowels"]

    def traits(self, texts: Sequence[str], letters: Letters, prints: Prints) -> npt.NDArray[np.uint16]:
        """Bits of `BITS`, but for what a witness knows: a row for each text, columns noun and verb."""
        vowels = letters.counts(self._vowels)
        both = (vowels == 0) * BITS["no_vowel"] | (vowels == 1) * BITS["one_syllable"] | self._odd_clusters(letters)
        found = self._traits.all(letters)
        for row in np.flatnonzero(letters.sizes <= SHORT).tolist():  # what is so short has no shape
            found[row] = found[row] & BITS["voiced_end"] * BOTH | self._short(texts[row])
        rows, bits = self._listed.among(texts, prints)
        found[rows] |= bits
        found |= both * BOTH
        columns = [found >> WIDTH * column & (1 << WIDTH) - 1 for column in range(len(NAMES))]
        return np.stack(columns, axis=1).astype(np.uint16)

    def derived(self, letters: Letters) -> tuple[Ints, Ints]:
        """For each text the number of the derivation that it looks like as a noun, 0 for none, and its letters."""
        number, size = np.zeros((2, len(letters.sizes)), np.int64)
        for ending, found in sorted(self._derived.found(letters).items(), reverse=True):  # the shortest has its way
            number, size = np.where(found, found, number), np.where(found, ending, size)
        number[(letters.sizes <= SHORT) | (letters.sizes <= size + 2)] = 0
        return number, size

    def _short(self, text: str) -> int:
        """The traits of a stem too short to have a shape, as far as the lists tell them, kinds side by side."""
        return sum(self._short_as(text, kind) << WIDTH * column for column, kind in enumerate(NAMES))

    def _short_as(self, text: str, kind: int) -> int:
        traits = 0 if text in self._lists.listed[kind] else BITS.get(f"short_{len(text)}", 0)
        if self._lists.is_scrap(text, kind, True):
            return traits | BITS["scrap"]
        return traits | BITS["scrap_if_unseen"] * self._lists.is_scrap(text, kind, False)

    def _odd_clusters(self, letters: Letters) -> Ints:
        """The doubt about two last consonants that rarely end a stem."""
        vowels = list(map(ord, self._vowels))
        consonants = ~np.isin(letters.last(1), vowels) & ~np.isin(letters.last(2), vowels)
        odd = consonants & (self._clusters.all(letters) == 0) & (letters.sizes > 2)
        return np.asarray(odd * BITS["odd_cluster"])


def _end_traits(table: dict[str, Any], kind: int) -> dict[str, int]:
    """What the ends of stems of one kind show."""
    own, other = (table[f"{NAMES[one]}_shapes"].split() for one in (kind, NOUN + VERB - kind))
    shown = [("shape", own), ("other_shape", other), ("voiced_end", table["voiced"])]
    if kind == NOUN:
        shown.append(("like_infinitive", table["infinitive"]))
    traits: dict[str, int] = defaultdict(int)
    for name, ends in shown:
        for end in ends:
            traits[end] |= BITS[name]
    return traits


def _side_by_side(tables: Mapping[int, Mapping[str, int]]) -> dict[str, int]:
    """Tables of traits by kind as one."""
    joined: dict[str, int] = defaultdict(int)
    for column, kind in enumerate(NAMES):
        for text, traits in tables[kind].items():
            joined[text] |= traits << WIDTH * column
    return dict(joined)
