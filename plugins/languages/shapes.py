"""What the look of a Kazakh stem says of it, and our own word lists. Build time only; ranking.py weighs it."""

from __future__ import annotations

from .grammar import NOUN, VERB
from .tables import toml_table, word_list

Features = list[tuple[str, float]]
"""Named values; the weight of the name multiplies them."""


SHORT = 3
"""Letters of a stem that must be listed, or, a noun of so many, attested."""


class Shapes:
    """What the look of a stem says, and our own word lists."""

    def __init__(self) -> None:
        table, words = toml_table("kazakh_weights.toml"), "kazakh_words.toml"
        # our own nouns and verbs, by kind
        self.lists = {NOUN: word_list(words, "nouns"), VERB: word_list(words, "verbs")}
        self._short = {NOUN: word_list(words, "short_nouns"), VERB: word_list(words, "short_verbs")}
        self._ends = {NOUN: tuple(table["noun_shapes"].split()), VERB: tuple(table["verb_shapes"].split())}
        self._derived = {end: row.split()[0] for row in table["derived"] for end in row.split()[1:]}
        self._clusters = frozenset(table["clusters"].split())
        self._voiced, self._infinitive = table["voiced"], table["infinitive"]
        self._vowels = frozenset(toml_table("kazakh.toml")["letters"]["vowels"])

    def listed(self, stem: str, kind: int) -> bool:
        """Is the stem in our list of nouns or of verbs?"""
        return stem in self.lists[kind]

    def is_scrap(self, stem: str, kind: int, attested: bool) -> bool:
        """Is this too short to be a stem before endings? `attested`: it stands in the corpus by itself."""
        if len(stem) > SHORT or stem in self._short[kind] or stem in self.lists[kind]:
            return False
        return kind == VERB or not attested or len(stem) < SHORT

    def kinds(self, stem: str, kind: int, attested: bool) -> int:
        """What a stem read as `kind` may be before other endings: a short one all that it is listed as, or nothing."""
        if len(stem) > SHORT:
            return kind
        return sum(one for one in (NOUN, VERB) if not self.is_scrap(stem, one, attested))

    def features(self, stem: str, kind: int, name: str) -> Features:
        """Derivational endings that mark a noun or a verb, and stems too short to be either."""
        if len(stem) < 4:
            return [] if self.listed(stem, kind) else [(f"{name}_short_{len(stem)}", 1.0)]
        found: Features = []
        if stem.endswith(self._ends[kind]):
            found.append((name + "_shape", 1.0))
        if stem.endswith(self._ends[NOUN + VERB - kind]):
            found.append((name + "_other_shape", 1.0))
        if kind == NOUN and stem[-1] in self._infinitive:
            found.append(("noun_like_infinitive", 1.0))
        return found

    def derivation(self, stem: str) -> tuple[str, str]:
        """The name of the derivation that the end of a noun looks like, and the rest of it; "" for none."""
        for length in (2, 3):
            name = self._derived.get(stem[-length:])
            if name and len(stem) > length + 2:
                return name, stem[:-length]
        return "", ""

    def doubts(self, stem: str, name: str) -> Features:
        """What speaks against a stem that nothing attests."""
        found: Features = [(name + "_unknown", 1.0)]
        vowels = sum(map(self._vowels.__contains__, stem))
        if vowels < 2:
            found.append((name + "_one_syllable" if vowels else "no_vowel", 1.0))
        if stem[-1] in self._voiced:
            found.append(("voiced_end", 1.0))
        if len(stem) > 2 and self._vowels.isdisjoint(stem[-2:]) and stem[-2:] not in self._clusters:
            found.append(("odd_cluster", 1.0))
        return found
