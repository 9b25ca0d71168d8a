"""Russian words of which nothing is known but how they end: what an ending tells, worked out once for all.

Nearly all words that no dictionary has are of this kind, if what may follow a few unknown letters, a word of the
dictionary, is an ending, too. They are read as `RussianParser` reads them. Build time only.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from languages.fold import normal

from .bare_words import BareWords
from .russian_paradigms import UNKNOWN
from .russian_parser import RussianParser
from .russian_readings import Parse, likely

KEPT = 131_072
"""So many endings are remembered with what they tell."""


class Ending(NamedTuple):
    """What the last letters of words tell; in normal form."""

    lemma: str
    """What stands in their place in the likeliest normal form."""
    inflected: tuple[tuple[str, int], ...]
    """Of the likely readings as a normal form what is left of them in the stem, and the paradigm; the best first."""


class Endings:
    """What the endings of unknown words tell, as far as it was asked for."""

    def __init__(self, parser: RussianParser, bare: BareWords) -> None:
        self._parser, self._bare = parser, bare
        self._told = lru_cache(KEPT)(self._new_told)

    def of(self, word: str) -> tuple[str, Ending] | None:
        """The letters before the ending of a word, and what that tells; None if more is known of the word."""
        rests = self._parser.rests(word)
        if rests is None:
            return None
        size = max(self._parser.longest, *rests) if rests else self._parser.longest
        told = self._told(word[-size:], rests)
        return (word[:-size], told) if told else None

    def _new_told(self, ending: str, rests: tuple[int, ...]) -> Ending | None:
        """None if a reading looks at letters before the ending."""
        found = self._parser.alike(ending, rests)
        if not all(self._stays_within(parse) for _, parse in found):
            return None
        lemma = normal(self._parser.likeliest_of(found))
        own = self._bare.inflected(ending, likely(ending, [(*parse[:3], score, *parse[4:]) for score, parse in found]))
        if rests and any(self._parser.places.has_prefixes(parse[4]) for parse in own):
            return None  # which would stand behind the letters before the ending
        stems = ((normal("".join(self._parser.stem(parse))), parse[4]) for parse in own)
        return Ending(lemma, tuple(dict.fromkeys(stems)))

    def _stays_within(self, parse: Parse) -> bool:
        spelling, _, _, _, paradigm, index, _ = parse
        if paradigm == UNKNOWN:
            return True
        place = self._parser.places[paradigm, index]
        return not place.prefix and not place.normal_prefix and place.suffix <= len(spelling)
