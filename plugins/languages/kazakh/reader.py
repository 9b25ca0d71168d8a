"""Reads many Kazakh forms at once: grammar, our lists and looks, and Russian as a witness. Build time only.

In: forms in normal form. Out: `KazakhReadings`, which depends on nothing else than each form and our tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Protocol

import numpy as np
import numpy.typing as npt

from languages.suffixes import Ints, Letters
from languages.uncollected import uncollected

from .kazakh import Kazakh
from .prints import FACTORS, ClashError, Texts
from .readings import KazakhReadings
from .shapes import SHORT, Lists, Shapes
from .traits import BITS, NAMES
from .walks import Walks, Ways

Flags = npt.NDArray[np.bool_]
Traits = npt.NDArray[np.uint16]
Floats = npt.NDArray[np.float64]


class Witness(Protocol):
    """Another language, asked which words it knows as headwords."""

    def may_know(self, letters: Letters) -> Flags:
        """Which texts are written so that they may be words of it?"""

    def known(self, texts: Sequence[str]) -> Flags:
        """Which of these, that may be such, does it know?"""


class KazakhReader:
    """Reads forms; what it met it keeps, so one process needs one reader."""

    def __init__(self, witness: Witness | None = None, engine: Kazakh | None = None) -> None:
        self.engine = engine or Kazakh()
        self.lists = Lists()
        self.shapes = Shapes(self.lists)
        self._witness = witness
        self._walks = Walks(self.engine)

    def read(self, forms: Iterable[str]) -> KazakhReadings:
        """All readings of distinct forms, in the order in which they are given."""
        words = list(dict.fromkeys(forms))
        with uncollected():
            letters = Letters(words)
            ways = self._walks.ways(words, letters)
            for factor in FACTORS:
                with suppress(ClashError):
                    return self._readings(ways, Texts(words, letters, factor), letters)
        raise ClashError

    def _readings(self, ways: Ways, texts: Texts, words: Letters) -> KazakhReadings:
        """The readings of words, which are the first of the texts."""
        forms = len(words.sizes)
        ends = np.array([texts.end(text or "") for text in self._walks.leads.changes], np.int64)
        stem = 2 * texts.add(ways.word, ways.rest - (ways.change > 0), ends[ways.change]) + ways.kind
        named = np.zeros(len(texts.texts), bool)
        named[:forms] = named[stem[stem & 1 == 0] >> 1] = True
        traits, derivation, base, sizes = self._looks(texts, words, named)
        whole = (traits.reshape(-1)[stem] & BITS["scrap"]) == 0
        word, stem, cost, restored = _cheapest(
            ways.word[whole], stem[whole], ways.cost[whole], ways.lexical[whole], len(texts.texts)
        )
        return KazakhReadings(
            forms=forms,
            texts=tuple(texts.texts),
            traits=traits,
            derivation=derivation.astype(np.uint8),
            base=base.astype(np.int32),
            starts=np.searchsorted(word, np.arange(forms + 1)).astype(np.int32),
            stem=stem.astype(np.int32),
            cost=cost,
            restored=restored,
            within=_within(sizes, (traits & BITS["listed"]) != 0, word, stem, np.isfinite(cost), forms),
        )

    def _looks(self, texts: Texts, words: Letters, named: Flags) -> tuple[Traits, Ints, Ints, Ints]:
        """Traits, derivation, its base and size of each text; the bases are added to the texts, and so are theirs.

        `words` are the letters of the first texts; `named` tells of the texts so far which may be nouns.
        """
        looks: list[tuple[Traits, Ints, Ints, Ints]] = []
        done, letters = 0, words
        while not looks or done < len(texts.texts):
            fresh = texts.texts[done : done + len(letters.sizes)]
            derivation, size = self.shapes.derived(letters)
            traits = self.shapes.traits(fresh, letters, texts.prints[done : done + len(fresh)])
            self._ask(fresh, letters, traits, named[done : done + len(fresh)])
            base = np.full(len(fresh), -1)
            derived = np.flatnonzero(derivation)
            base[derived] = texts.beginnings(done + derived, (letters.sizes - size)[derived])
            looks.append((traits, derivation, base, letters.sizes))
            done += len(fresh)
            letters = Letters(texts.texts[done:])
        traits, derivation, base, sizes = map(np.concatenate, zip(*looks, strict=True))
        return traits, derivation, base, sizes

    def _ask(self, texts: Sequence[str], letters: Letters, traits: Traits, named: Flags) -> None:
        """Add what the witness knows of texts that may be nouns, as far as we do not list them; no scraps."""
        if self._witness is not None:
            asked = (letters.sizes > SHORT) & ((traits[:, 0] & BITS["listed"]) == 0)
            asked[: len(named)] &= named
            asked[len(named) :] = False
            rows = np.flatnonzero(asked & self._witness.may_know(letters))
            if len(rows):
                known = self._witness.known([texts[row] for row in rows.tolist()])
                traits[rows[known], 0] |= BITS["foreign"]


def _cheapest(word: Ints, stem: Ints, cost: Floats, lexical: Ints, texts: int) -> tuple[Ints, Ints, Floats, Floats]:
    """Each stem of a word once, with the least cost of its plain and of its lexical ways; merely lexical stems last."""
    keys, same = np.unique(word * (2 * texts) + stem, return_inverse=True)
    costs, met = np.full((2, len(keys)), np.inf), np.full((2, len(keys)), len(word))
    for column in range(2):
        rows = np.flatnonzero(lexical == column)
        np.minimum.at(costs[column], same[rows], cost[rows])
        np.minimum.at(met[column], same[rows], rows)
    plain = np.isfinite(costs[0])
    words, stems = np.divmod(keys, 2 * texts)
    order = np.lexsort((np.where(plain, met[0], met[1]), ~plain, words))
    return words[order], stems[order], costs[0][order], costs[1][order]


def _within(
    letters: Ints, listed: npt.NDArray[np.bool_], word: Ints, stem: Ints, plain: npt.NDArray[np.bool_], words: int
) -> npt.NDArray[np.uint8]:
    """Which stems are shorter than the longest listed one of their word, by its kind: they cut into a word we know.

    The word itself counts too. It is never shorter than a stem whose end was not restored lexically.
    """
    found = np.zeros(len(word), np.uint8)
    for column in range(len(NAMES)):
        longest = np.where(listed[:words, column], letters[:words], 0)
        counts = plain & (stem & 1 == column) & listed[stem >> 1, column]
        np.maximum.at(longest, word[counts], letters[stem[counts] >> 1])
        found |= ((letters[stem >> 1] < longest[word]) << column).astype(np.uint8)
    return found
