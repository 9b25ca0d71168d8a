"""What pymorphy3 says of words of Russian letters alone, by a shorter way through its own data. Build time only.

The same units in the same order with the same scores as `pymorphy3.MorphAnalyzer.parse`: the dictionary; a known prefix
before a word; a short unknown prefix before a word of the dictionary, and words that end alike. Left out are those that
such words cannot concern (initials, numbers, punctuation, Latin, hyphens), and objects that nobody asks for. A test
holds both to the same answers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from pymorphy3.lang.ru import DEFAULT_UNITS
from pymorphy3.units import KnownPrefixAnalyzer, KnownSuffixAnalyzer, UnknownPrefixAnalyzer
from pymorphy3.utils import word_splits

UNKNOWN = -1
"""For the tag and the paradigm of a word that no unit knows."""


class Parse(NamedTuple):
    """One reading of a word."""

    word: str
    """As the dictionary spells it, with ё."""
    tag: int
    """Its number among the dictionary's tags."""
    normal_form: str
    score: float
    paradigm: int
    place: int
    """The form's place in the paradigm."""
    lead: int
    """Letters of prefixes that are not the paradigm's."""


class Place(NamedTuple):
    """What a place in a paradigm tells of all words."""

    tag: int
    productive: bool
    """Do unknown words have this tag?"""
    prefix: int
    """Letters of the form's prefix; what is left of the form between prefix and suffix is the stem."""
    suffix: int
    normal_prefix: str
    normal_suffix: str


class RussianParser:
    """The dictionary of a `pymorphy3.MorphAnalyzer`, and the places of its paradigms met so far."""

    def __init__(self, morph: Any) -> None:
        self._dictionary, self._spellings = morph.dictionary, morph.char_substitutes
        self._likelihood = morph.prob_estimator.p_t_given_w
        first: dict[Any, int] = {}
        # a few tags stand there twice
        self._alike_tags = [first.setdefault(tag, number) for number, tag in enumerate(self._dictionary.gramtab)]
        self._places: dict[tuple[int, int], Place] = {}
        self._known_prefix = _unit(KnownPrefixAnalyzer, morph)
        self._unknown_prefix = _unit(UnknownPrefixAnalyzer, morph)
        self._suffix = _unit(KnownSuffixAnalyzer, morph)
        prefixes = zip(self._dictionary.paradigm_prefixes, self._dictionary.prediction_suffixes_dawgs, strict=True)
        self._endings = list(prefixes)[::-1]
        self._longest: int = self._dictionary.meta["compile_options"]["max_suffix_length"]

    def normal_forms(self, word: str) -> dict[str, float]:
        """The normal forms of a word with the sums of their readings' scores; a lone one goes unscored."""
        found = self._read(word)
        if len({parse.normal_form for parse in found}) == 1:
            return {found[0].normal_form: 1.0}
        scores: dict[str, float] = {}
        for parse in self._scored(word, found):
            scores[parse.normal_form] = scores.get(parse.normal_form, 0.0) + parse.score
        return scores

    def parse(self, word: str) -> list[Parse]:
        """All readings, as pymorphy3 orders them."""
        return self._scored(word, self._read(word))

    def stem(self, parse: Parse) -> tuple[str, str]:
        """The letters before a reading's own form, and the stem that the paradigm's prefixes and suffixes enclose."""
        if parse.paradigm == UNKNOWN:
            return "", parse.word
        place = self._place(parse.paradigm, parse.index)
        return parse.word[: parse.lead], parse.word[parse.lead + place.prefix : len(parse.word) - place.suffix]

    def inflection(self, paradigm: int, skipped: frozenset[str]) -> list[tuple[str, str]]:
        """Prefix and suffix of each form, the normal one first, but for forms with one of the skipped grammemes."""
        if paradigm == UNKNOWN:
            return [("", "")]
        row = self._dictionary.build_paradigm_info(paradigm)
        kept = (
            (prefix, suffix)
            for index, (prefix, tag, suffix) in enumerate(row)
            if index == 0 or skipped.isdisjoint(tag.grammemes)
        )
        return list(dict.fromkeys(kept))

    def _read(self, word: str) -> list[Parse]:
        """Readings by the first units that have any, with scores before they are set against one another."""
        found = list(self._in_dictionary(word)) or self._prefixed(word)
        if not found:
            seen: set[tuple[str, int, int]] = set()
            found = [*self._oddly_prefixed(word, seen), *self._ending_alike(word, seen)]
        return found or [Parse(word, UNKNOWN, word, 1.0, UNKNOWN, 0, 0)]

    def _in_dictionary(self, word: str) -> Iterator[Parse]:
        for spelling, places in self._dictionary.words.similar_items(word, self._spellings):
            for paradigm, index in places:
                place = self._place(paradigm, index)
                yield Parse(spelling, place.tag, _normal_form(spelling, index, place), 1.0, paradigm, index, 0)

    def _prefixed(self, word: str) -> list[Parse]:
        """Readings as a known prefix and a word."""
        found: list[Parse] = []
        seen: set[tuple[str, int, int]] = set()
        for prefix, rest in self._known_prefix.possible_splits(word):
            found += self._with_prefix(prefix, self.parse(rest), self._known_prefix.score_multiplier, seen)
        return found

    def _oddly_prefixed(self, word: str, seen: set[tuple[str, int, int]]) -> Iterator[Parse]:
        """Readings as a few unknown letters and a word of the dictionary."""
        for prefix, rest in word_splits(word):
            parses = self._in_dictionary(rest)
            yield from self._with_prefix(prefix, parses, self._unknown_prefix.score_multiplier, seen)

    def _with_prefix(
        self, prefix: str, parses: Iterator[Parse] | list[Parse], share: float, seen: set[tuple[str, int, int]]
    ) -> Iterator[Parse]:
        for word, tag, normal_form, score, paradigm, index, lead in parses:
            if tag != UNKNOWN and not self._place(paradigm, index).productive:
                continue
            key = prefix + word, self._alike_tags[tag] if tag != UNKNOWN else tag, paradigm
            if key not in seen:
                seen.add(key)
                yield Parse(key[0], tag, prefix + normal_form, score * share, paradigm, index, lead + len(prefix))

    def _ending_alike(self, word: str, seen: set[tuple[str, int, int]]) -> list[Parse]:
        """Readings like those of words with the same last letters; the more such words, the likelier."""
        found: list[Parse] = []
        if len(word) >= self._suffix.min_word_length:
            for prefix, endings in self._endings:
                if word.startswith(prefix):
                    found += self._alike(word, endings, seen)
        found.sort(key=lambda parse: parse.score, reverse=True)
        return found

    def _alike(self, word: str, endings: Any, seen: set[tuple[str, int, int]]) -> list[Parse]:
        """The readings of the longest ending that has any."""
        total, found = 1, []
        for size in range(self._longest, 0, -1):
            start = word[:-size]
            for ending, counts in endings.similar_items(word[-size:], self._spellings):
                spelling = start + ending
                for count, paradigm, index in counts:
                    place = self._place(paradigm, index)
                    if not place.productive:
                        continue
                    total += count
                    key = spelling, self._alike_tags[place.tag], paradigm
                    if key not in seen:
                        seen.add(key)
                        found.append((spelling, place, count, paradigm, index))
            if total > 1:
                break
        share = self._suffix.score_multiplier
        return [
            Parse(word, place.tag, _normal_form(word, index, place), count / total * share, paradigm, index, 0)
            for word, place, count, paradigm, index in found
        ]

    def _scored(self, word: str, parses: list[Parse]) -> list[Parse]:
        """Scores that add up to 1; by how often the word was met with each tag where that is known, the best first."""
        if self._likelihood.has_keys_with_prefix(word + ":"):
            tags = self._dictionary.gramtab
            shares = [
                self._likelihood.prob(word, "UNKN" if parse.tag == UNKNOWN else tags[parse.tag]) for parse in parses
            ]
            if sum(shares):
                scored = [parse._replace(score=share) for parse, share in zip(parses, shares, strict=True)]
                return sorted(scored, key=lambda parse: parse.score, reverse=True)
        share = 1.0 / sum(parse.score for parse in parses)
        return [parse._replace(score=parse.score * share) for parse in parses]

    def _place(self, paradigm: int, index: int) -> Place:
        return self._places.get((paradigm, index)) or self._new_place(paradigm, index)

    def _new_place(self, paradigm: int, index: int) -> Place:
        numbers, prefixes = self._dictionary.paradigms[paradigm], self._dictionary.paradigm_prefixes
        suffixes, places = self._dictionary.suffixes, len(numbers) // 3  # suffixes, then tags, then prefixes
        tag = numbers[places + index]
        found = Place(
            tag=tag,
            productive=self._dictionary.gramtab[tag].is_productive(),
            prefix=len(prefixes[numbers[2 * places + index]]),
            suffix=len(suffixes[numbers[index]]),
            normal_prefix=prefixes[numbers[2 * places]],
            normal_suffix=suffixes[numbers[0]],
        )
        self._places[paradigm, index] = found
        return found


def _normal_form(word: str, index: int, place: Place) -> str:
    if index == 0:
        return word
    return place.normal_prefix + word[place.prefix : len(word) - place.suffix] + place.normal_suffix


def _unit(kind: Any, morph: Any) -> Any:
    """pymorphy3's own unit of a kind, with the settings that it has there."""
    units = (unit for group in DEFAULT_UNITS for unit in (group if isinstance(group, list) else [group]))
    unit = next(unit for unit in units if isinstance(unit, kind)).clone()
    unit.init(morph)
    return unit
