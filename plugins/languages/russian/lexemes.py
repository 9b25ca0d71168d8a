"""All that a Russian lemma may be: the stems of its readings, and what inflects them. Build time only.

A lemma of the dictionary is all words that have it (стул has стулы and стулья, мочь is verb and noun); of an unknown
one only the guesses count that are about as likely as the best of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from languages.fold import normal
from languages.paradigms import shared

from .bare_words import BareWords
from .inflections import Inflection, inflection_of
from .russian_endings import Endings
from .russian_parser import RussianParser
from .russian_readings import likely

Stem = tuple[str, int]
"""A stem, or what is left of it behind some letters, and its paradigm."""


class Lexemes:
    """The inflections that were met so far are remembered: nearly all words share a few thousand."""

    def __init__(
        self,
        parser: RussianParser,
        endings: Endings,
        bare: BareWords,
        skipped: frozenset[str],
        prefixed: frozenset[str],
    ) -> None:
        """`skipped` are tags of forms that are left out, `prefixed` those of forms with a prefix of their own."""
        self._parser, self._endings, self._bare = parser, endings, bare
        self._skipped, self._prefixed = skipped, prefixed
        self._inflections: dict[int, Inflection] = {}
        self._joint: dict[tuple[Stem, ...], Inflection] = {}

    def of(self, lemma: str) -> list[tuple[str, str, Inflection]]:
        """Letters before the stem, stem, inflection; readings with the same letters before it are one."""
        told = self._endings.of(lemma)
        if told is None:
            return [(lead, *self._united(stems)) for lead, stems in self._stems(lemma).items()]
        start, (_, inflected) = told
        if len(inflected) == 1:  # as most unknown words are
            [(rest, paradigm)] = inflected
            return [("", start + rest, self.inflection(paradigm))]
        return [("", *self._united([(start + rest, paradigm) for rest, paradigm in inflected]))] if inflected else []

    def inflection(self, paradigm: int) -> Inflection:
        """What a paradigm makes of a stem."""
        known = self._inflections.get(paradigm)
        if known is None:
            forms = self._parser.places.inflection(paradigm, self._skipped, self._prefixed)
            known = self._inflections[paradigm] = inflection_of(forms)
        return known

    def _stems(self, lemma: str) -> Mapping[str, Collection[Stem]]:
        """Of a word of which more is known than its ending, by the letters before them."""
        parses = self._parser.parse(lemma)
        own = [parse for parse in parses if normal(parse[2]) == lemma]
        if not own or not self._parser.is_listed(lemma):
            own = list(self._bare.inflected(lemma, likely(lemma, parses)))
        found: dict[str, dict[Stem, None]] = defaultdict(dict)
        for parse in own:
            lead, stem = map(normal, self._parser.stem(parse))
            found[lead][stem, parse[4]] = None
        return found

    def _united(self, inflected: Collection[Stem]) -> tuple[str, Inflection]:
        """What some stems begin with, and all that may follow."""
        if len(inflected) == 1:
            [(stem, paradigm)] = inflected
            return stem, self.inflection(paradigm)
        stems = [stem for stem, _ in inflected]
        begin = min(stems)[: shared(min(stems), max(stems))]
        return begin, self._joint_inflection((stem[len(begin) :], paradigm) for stem, paradigm in inflected)

    def _joint_inflection(self, rests: Iterable[Stem]) -> Inflection:
        key = tuple(rests)
        known = self._joint.get(key)
        if known is None:
            ways = [(rest, self.inflection(paradigm)) for rest, paradigm in key]
            forms = ((prefix, rest + suffix) for rest, inflection in ways for prefix, suffix in inflection.forms)
            known = self._joint[key] = inflection_of(tuple(dict.fromkeys(forms)))
        return known
