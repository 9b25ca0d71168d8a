"""What pymorphy3 says of words of Russian letters alone, by a shorter way through its own data. Build time only.

The same units in the same order with the same scores as `pymorphy3.MorphAnalyzer.parse`: the dictionary; a known prefix
before a word; a short unknown prefix before a word of the dictionary, and words that end alike. Left out are those that
such words cannot concern (initials, numbers, punctuation, Latin, hyphens), and objects that nobody asks for. A test
holds both to the same answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from pymorphy3.lang.ru import CHAR_SUBSTITUTES, DEFAULT_UNITS
from pymorphy3.units import KnownPrefixAnalyzer, KnownSuffixAnalyzer, UnknownPrefixAnalyzer
from pymorphy3.utils import word_splits

from languages.fold import normal

from .russian_paradigms import UNKNOWN, Places
from .russian_readings import Parse, Scores, Seen, shared_out, unknown
from .words_alike import WordsAlike

WORDS_KEPT = 8_192
"""So many words are remembered with their readings: many lemmas are forms of the same text."""


class RussianParser:
    """The dictionary of a `pymorphy3.MorphAnalyzer`, and what of it was met so far."""

    def __init__(self, morph: Any, late: frozenset[str]) -> None:
        """`late` are tags of readings that come last among equals."""
        self._dictionary, self._spellings = morph.dictionary, morph.char_substitutes
        self._found = morph.dictionary.words.similar_items
        self._scores = Scores(morph, late)
        first: dict[Any, int] = {}
        # a few tags stand there twice
        self._alike_tags = [first.setdefault(tag, number) for number, tag in enumerate(self._dictionary.gramtab)]
        self.places = Places(self._dictionary)
        self._lacks_variants = frozenset(CHAR_SUBSTITUTES).isdisjoint
        self._known_prefix = _unit(KnownPrefixAnalyzer, morph)
        self._begins = min(map(len, self._known_prefix.known_prefixes))
        self._begin = frozenset(prefix[: self._begins] for prefix in self._known_prefix.known_prefixes)
        self._unknown_prefix = _unit(UnknownPrefixAnalyzer, morph)
        self.longest: int = self._dictionary.meta["compile_options"]["max_suffix_length"]
        self._alike = WordsAlike(morph, _unit(KnownSuffixAnalyzer, morph), self.places, self._alike_tags)
        self._read = lru_cache(WORDS_KEPT)(self._new_readings)
        self._prefixes = list(enumerate(self._dictionary.paradigm_prefixes))[::-1]
        self._bare = [pair for pair in self._prefixes if not pair[1]]
        self._led = tuple(prefix for _, prefix in self._prefixes if prefix)

    def likeliest(self, word: str) -> str:
        """The normal form for which the scores of its readings add up to most."""
        found = self._read(word)
        if len({parse[2] for parse in found}) == 1:
            return found[0][2]
        return self._scores.likeliest(self._scores.of(word, found))

    def likeliest_of(self, scored: Sequence[tuple[float, Parse]]) -> str:
        """The same of readings with their scores."""
        return self._scores.likeliest(scored)

    def parse(self, word: str) -> list[Parse]:
        """All readings, as pymorphy3 orders them."""
        return [(*parse[:3], score, *parse[4:]) for score, parse in self._scores.of(word, self._read(word))]

    def rests(self, word: str) -> tuple[int, ...] | None:
        """Of an unknown word the letters of the words of the dictionary that it ends with, behind a few others.

        These and its last letters, so many as `longest`, tell all of it; None if more is known.
        """
        if len(word) <= self.longest or word.startswith(self._led) or self.is_listed(word):
            return None
        if word[: self._begins] in self._begin and any(self._known_prefix.possible_splits(word)):
            return None
        if self._scores.knows(word):
            return None
        return tuple([len(rest) for _, rest in word_splits(word) if self.is_listed(rest)])

    def listed_rests(self, word: str) -> tuple[list[str], list[str]]:
        """The words of the dictionary that it ends with, behind a known prefix; behind a few letters."""
        known, unknown = (
            [rest for _, rest in splits if self.is_listed(rest)]
            for splits in (self._known_prefix.possible_splits(word), word_splits(word))
        )
        return known, unknown

    def is_listed(self, word: str) -> bool:
        """Has the dictionary the word, in any spelling?"""
        words = self._dictionary.words
        return word in words or (not self._lacks_variants(word) and bool(words.similar_keys(word, self._spellings)))

    def alike(self, ending: str, rests: Iterable[int] = ()) -> list[tuple[float, Parse]]:
        """The readings of an ending as if it were all of a word with these `rests`, with their scores."""
        seen: Seen = set()
        found: list[Parse] = []
        for size in rests:
            parses = self._in_dictionary(ending[-size:])
            found += self._with_prefix(ending[:-size], parses, self._unknown_prefix.score_multiplier, seen)
        found += self._alike.readings(ending, seen, self._bare)
        return shared_out(found or [unknown(ending)])

    def are_nominal(self, lemmas: Iterable[str]) -> list[bool]:
        """Which of these, in normal form, are the dictionary form of a noun or an adjective?"""
        found, spellings = self._found, self._spellings
        return [bool(spelled) and self._is_nominal(word, spelled)
                for word, spelled in ((word, found(word, spellings)) for word in lemmas)]  # fmt: skip

    def _is_nominal(self, lemma: str, spelled: Iterable[tuple[str, Iterable[tuple[int, int]]]]) -> bool:
        """The same of one word, by the places of its spellings in paradigms."""
        for spelling, places in spelled:
            for paradigm, index in places:
                place = self.places[paradigm, index]
                if place.nominal and normal(place.normal_of(spelling)) == lemma:
                    return True
        return False

    def grammemes(self, parse: Parse) -> frozenset[str]:
        """What the tag of a reading says."""
        return frozenset() if parse[1] == UNKNOWN else self._dictionary.gramtab[parse[1]].grammemes

    def stem(self, parse: Parse) -> tuple[str, str]:
        """The letters before a reading's own form, and the stem that the paradigm's prefixes and suffixes enclose."""
        word, _, _, _, paradigm, index, lead = parse
        if paradigm == UNKNOWN:
            return "", word
        return word[:lead], self.places[paradigm, index].stem_of(word[lead:])

    def _new_readings(self, word: str) -> list[Parse]:
        """Readings by the first units that have any, with scores before they are set against one another."""
        found = self._in_dictionary(word) or self._prefixed(word)
        if not found:
            seen: Seen = set()
            found = self._oddly_prefixed(word, seen)
            found += self._alike.readings(word, seen, self._prefixes)
        return found or [unknown(word)]

    def _in_dictionary(self, word: str) -> list[Parse]:
        found: list[Parse] = []
        for spelling, places in self._found(word, self._spellings):
            for paradigm, index in places:
                place = self.places[paradigm, index]
                found.append((spelling, place.tag, place.normal_of(spelling), 1.0, paradigm, index, 0))
        return found

    def _prefixed(self, word: str) -> list[Parse]:
        """Readings as a known prefix and a word."""
        found: list[Parse] = []
        seen: Seen = set()
        for prefix, rest in self._known_prefix.possible_splits(word):
            found += self._with_prefix(prefix, self.parse(rest), self._known_prefix.score_multiplier, seen)
        return found

    def _oddly_prefixed(self, word: str, seen: Seen) -> list[Parse]:
        """Readings as a few unknown letters and a word of the dictionary."""
        found: list[Parse] = []
        for prefix, rest in word_splits(word):
            parses = self._in_dictionary(rest)
            if parses:
                found += self._with_prefix(prefix, parses, self._unknown_prefix.score_multiplier, seen)
        return found

    def _with_prefix(self, prefix: str, parses: list[Parse], share: float, seen: Seen) -> Iterator[Parse]:
        for word, tag, normal_form, score, paradigm, index, lead in parses:
            if tag != UNKNOWN and not self.places[paradigm, index].productive:
                continue
            key = prefix + word, self._alike_tags[tag] if tag != UNKNOWN else tag, paradigm
            if key not in seen:
                seen.add(key)
                yield key[0], tag, prefix + normal_form, score * share, paradigm, index, lead + len(prefix)


def _unit(kind: Any, morph: Any) -> Any:
    """pymorphy3's own unit of a kind, with the settings that it has there."""
    units = (unit for group in DEFAULT_UNITS for unit in (group if isinstance(group, list) else [group]))
    unit = next(unit for unit in units if isinstance(unit, kind)).clone()
    unit.init(morph)
    return unit
