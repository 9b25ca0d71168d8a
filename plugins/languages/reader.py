"""Reads many Kazakh forms at once: grammar, our lists and looks, and Russian as a witness. Build time only.

In: forms in normal form. Out: `KazakhReadings`, which depends on nothing else than each form and our tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice

import numpy as np
import numpy.typing as npt

from .grammar import NOUN
from .kazakh import Kazakh
from .numbering import Numbers
from .readings import KazakhReadings
from .shapes import SHORT, Lists, Shapes
from .suffixes import Ints, Letters
from .traits import BITS, NAMES
from .uncollected import uncollected
from .walks import Cuts, Walks

Witness = Callable[[str], bool]
"""Does another language know this word as a headword?"""


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
        numbers = Numbers()
        numbers.all(words)
        with uncollected():
            word, stem, cost, lexical = self._stems(words, numbers)
            traits, derivation, base = self._looks(numbers)
        whole = (traits.reshape(-1)[stem] & BITS["scrap"]) == 0
        word, stem, cost, restored = _cheapest(word[whole], stem[whole], cost[whole], lexical[whole], len(numbers))
        texts = tuple(numbers)
        letters = np.fromiter(map(len, texts), np.int64, len(texts))
        return KazakhReadings(
            forms=len(words),
            texts=texts,
            traits=traits,
            derivation=derivation.astype(np.uint8),
            base=base.astype(np.int32),
            starts=np.searchsorted(word, np.arange(len(words) + 1)).astype(np.int32),
            stem=stem.astype(np.int32),
            cost=cost,
            restored=restored,
            within=_within(letters, (traits & BITS["listed"]) != 0, word, stem, np.isfinite(cost), len(words)),
        )

    def _stems(self, words: list[str], numbers: Numbers) -> tuple[Ints, Ints, npt.NDArray[np.float64], Ints]:
        """Word, stem, cost and lexical of every way to a stem, word by word in the engine's order."""
        cuts = self._walks.cuts(words)
        steps = [(lead, end, kind, lexical, cost) for lead, found in enumerate(cuts.leads)
                 for end, kind, lexical, cost, _ in found]  # fmt: skip
        sizes = np.fromiter(map(len, cuts.leads), np.int64, len(cuts.leads))
        cut = np.repeat(np.arange(len(cuts.word)), sizes[cuts.steps])
        first = (sizes.cumsum() - sizes)[cuts.steps]
        inner = np.arange(len(cut)) - np.repeat(sizes[cuts.steps].cumsum() - sizes[cuts.steps], sizes[cuts.steps])
        step = first[cut] + inner
        changes: dict[str | None, int] = {None: 0}
        change = np.array([changes.setdefault(end, len(changes)) for _, end, *_ in steps], np.int64)
        kind = np.array([kind for _, _, kind, _, _ in steps], np.int64)
        lexical = np.array([lexical for *_, lexical, _ in steps], np.int64)
        cost = np.array([cost for *_, cost in steps], np.float64)
        pairs, same = np.unique(cut * len(changes) + change[step], return_inverse=True)
        texts = _texts(words, cuts, pairs, list(changes))
        text = np.fromiter(map(numbers.__getitem__, texts), np.int64, len(texts))[same]
        return cuts.word[cut], 2 * text + kind[step] - NOUN, cost[step], lexical[step]

    def _looks(self, numbers: Numbers) -> tuple[npt.NDArray[np.uint16], Ints, Ints]:
        """Traits, derivation and its base of each text; the bases are added to the texts, and so are theirs."""
        looks: list[tuple[npt.NDArray[np.uint16], Ints, Ints]] = []
        done = 0
        while not looks or done < len(numbers):
            texts = list(islice(numbers, done, None))
            done += len(texts)
            letters = Letters(texts)
            derivation, size = self.shapes.derived(letters)
            base = np.full(len(texts), -1)
            derived = np.flatnonzero(derivation)
            bases = [texts[at][:-ending] for at, ending in zip(derived.tolist(), size[derived].tolist(), strict=True)]
            base[derived] = [numbers[text] for text in bases]
            looks.append((self._traits(texts, letters), derivation, base))
        traits, derivations, all_bases = zip(*looks, strict=True)
        return np.concatenate(traits), np.concatenate(derivations), np.concatenate(all_bases)

    def _traits(self, texts: Sequence[str], letters: Letters) -> npt.NDArray[np.uint16]:
        """The traits of each text, with what the witness knows of those that we do not list."""
        traits = self.shapes.traits(texts, letters)
        if self._witness is not None:
            asked = np.flatnonzero((letters.sizes > SHORT) & ((traits[:, 0] & BITS["listed"]) == 0))
            known = np.fromiter(map(self._witness, map(texts.__getitem__, asked.tolist())), bool, len(asked))
            traits[asked[known], 0] |= BITS["foreign"]
        return traits


def _texts(words: Sequence[str], cuts: Cuts, pairs: Ints, changes: Sequence[str | None]) -> list[str]:
    """The texts of stems, each given as a cut and what stands for its last letter."""
    cut, change = np.divmod(pairs, len(changes))
    rest = cuts.rest[cut] - (change > 0)
    ends = [end or "" for end in changes]
    rows = zip(cuts.word[cut].tolist(), rest.tolist(), change.tolist(), strict=True)
    return [words[word][:letters] + ends[end] for word, letters, end in rows]


def _cheapest(
    word: Ints, stem: Ints, cost: npt.NDArray[np.float64], lexical: Ints, texts: int
) -> tuple[Ints, Ints, npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Each stem of a word once, with the least cost of its plain and of its lexical ways; merely lexical stems last."""
    keys, same = np.unique(word * (2 * texts) + stem, return_inverse=True)
    costs, met = np.full((2, len(keys)), np.inf), np.full((2, len(keys)), len(word))
    np.minimum.at(costs, (lexical, same), cost)
    np.minimum.at(met, (lexical, same), np.arange(len(word)))
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
