"""Russian, by pymorphy3: the best lemma of a form, and every form of a lemma. Build time only.

The page gets for each lemma its stem and its endings (paradigms.py), so it needs neither lexicon nor twin. All answers
depend on the word alone, never on a corpus.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from languages.fold import normal
from languages.paradigms import SHARED, Head, heads, is_form
from languages.suffixes import Letters
from languages.tables import form_table, toml_table

if TYPE_CHECKING:
    from .bare_words import BareWords
    from .inflections import Inflection
    from .lexemes import Lexemes
    from .russian_endings import Endings
    from .russian_parser import RussianParser
    from .russian_readings import Parse

Flags = npt.NDArray[np.bool_]


LOADED = frozenset({"_morph", "_parser", "_bare", "_endings", "_lexemes", "_given_away"})
"""What a copy for another process makes anew."""


class Russian:
    """pymorphy3 is loaded when first needed; a process that gets a copy loads its own."""

    def __init__(self) -> None:
        table = toml_table("russian.toml")
        self._alphabet: str = table["letters"]
        self._letters = frozenset(self._alphabet)
        self._skipped, self._prefixed = (frozenset(table[key]) for key in ("skip_tags", "skip_prefixed_tags"))
        self._late, self._bare_table = frozenset(table["late_tags"]), table["bare"]
        self._closed = form_table("russian_forms.tsv")
        self._closed_forms: dict[str, set[str]] = defaultdict(set)
        for form, lemma in self._closed.items():
            self._closed_forms[lemma].add(form)

    def __getstate__(self) -> dict[str, Any]:
        return {key: value for key, value in self.__dict__.items() if key not in LOADED}

    @cached_property
    def _morph(self) -> Any:
        import pymorphy3  # noqa: PLC0415  takes 0.2 s, and not every run has Russian
        import pymorphy3_dicts_ru  # noqa: PLC0415

        # told where its dictionary is, it does not look through all installed packages
        return pymorphy3.MorphAnalyzer(pymorphy3_dicts_ru.get_path(), lang="ru")

    @cached_property
    def _parser(self) -> RussianParser:
        from .russian_parser import RussianParser  # noqa: PLC0415  imports pymorphy3

        return RussianParser(self._morph, self._late)

    @cached_property
    def _endings(self) -> Endings:
        from .russian_endings import Endings  # noqa: PLC0415  imports pymorphy3

        return Endings(self._parser, self._bare)

    @cached_property
    def _bare(self) -> BareWords:
        from .bare_words import BareWords  # noqa: PLC0415  imports pymorphy3

        return BareWords(self._parser, self._bare_table)

    @cached_property
    def _lexemes(self) -> Lexemes:
        from .lexemes import Lexemes  # noqa: PLC0415  imports pymorphy3

        return Lexemes(self._parser, self._endings, self._bare, self._skipped, self._prefixed)

    def lemma(self, form: str) -> str:
        """The lemma of a form in normal form; a word without a Russian letter is its own.

        The scores of all readings with one lemma are added (округу: two cases of one noun); measured, that beats
        the single best reading, and weighing by what the corpus attests beats neither.
        """
        if form in self._closed:
            return self._closed[form]
        if self._letters.isdisjoint(form):
            return form
        told = self._endings.of(form) if self._is_russian(form) else None
        if told:
            lemma = told[0] + told[1].lemma
        elif self._is_russian(form):
            lemma = normal(self._parser.likeliest(form))
        else:
            return normal(self._of_several(form))
        return form if self._bare.is_lemma(form, lemma) else lemma

    def _of_several(self, form: str) -> str:
        """The likeliest normal form of a word with other signs than Russian letters.

        pymorphy3 takes both halves of a compound for inflected as readily as the second alone, so that one word's forms
        would get two lemmas; if the first may be inflected, too, and is no name, it is: страны-участницы.
        """
        scores: dict[str, float] = defaultdict(float)
        both: set[str] = set()
        for reading in self._morph.parse(form):
            scores[reading.normal_form] += reading.score
            (half, joint, _), own = reading.normal_form.partition("-"), form.partition("-")[0]
            if joint and half != own and self._late.isdisjoint(reading.tag.grammemes):
                both.add(reading.normal_form)
        return max(sorted(both) or scores, key=lambda lemma: scores[lemma])

    def _is_russian(self, word: str) -> bool:
        """Are all letters Russian?"""
        return not word.strip(self._alphabet)

    def may_know(self, letters: Letters) -> Flags:
        """Which texts have none but Russian letters?"""
        return np.asarray(letters.counts(self._alphabet) == letters.sizes)

    def known(self, texts: Sequence[str]) -> Flags:
        """Which of these, of Russian letters alone, are the dictionary form of a noun or an adjective?

        A witness for loanwords in Kazakh.
        """
        return np.array(self._parser.are_nominal(texts), bool)

    def forms(self, lemma: str) -> tuple[str, ...]:
        """All inflected forms of a lemma, in normal form, sorted; participles are forms of their verb."""
        if self._letters.isdisjoint(lemma):
            return (lemma,)
        inflected = self._inflected(lemma) - self._given_away.get(lemma, set())
        return tuple(sorted({lemma, *self._closed_forms.get(lemma, ()), *inflected}))

    def heads(self, lemma: str) -> tuple[Head, ...]:
        """The forms of a lemma as stems with endings; mostly its paradigm has them ready."""
        readings = self._lexemes.of(lemma) if self._is_russian(lemma) else []
        if len(readings) == 1 and lemma not in self._closed_forms and lemma not in self._given_away:
            lead, stem, inflection = readings[0]
            size = len(lead) + len(stem) + inflection.shared
            if inflection.endings and size >= SHARED:
                return (Head(lemma, size, inflection.endings),)
        return heads(lemma, self.forms(lemma))

    def stray_heads(self, form: str, lemma: str, known: Sequence[Head]) -> tuple[Head, ...]:
        """The heads of a form's own reading, if it has one, where the `known` ones of its lemma lack it.

        `наибольшая` is of `больший`, whose prefixed forms are not told; an unlikely guess is right where a text has it.
        """
        if any(is_form(form, *head) for head in known):
            return ()
        parses = self._parser.parse(form) if self._is_russian(form) else ()
        own = next((parse for parse in parses if normal(parse[2]) == lemma), None)
        forms = self._inflected_like(own) if own else set()
        return heads(lemma, {form, *(forms - self._given_away.get(lemma, set()))})

    @cached_property
    def _given_away(self) -> dict[str, set[str]]:
        """Lemma -> its forms that our table gives to another: the page must not read `данных` as one of `дать`."""
        found: dict[str, set[str]] = defaultdict(set)
        for form, lemma in self._closed.items():
            for parse in self._parser.parse(form) if self._is_russian(form) else ():
                other = normal(parse[2])
                if other != lemma:
                    found[other].add(form)
        return dict(found)

    def _inflected(self, lemma: str) -> set[str]:
        """The forms of all readings that have this lemma."""
        if self._is_russian(lemma):
            return set().union(*(_inflected(*reading) for reading in self._lexemes.of(lemma)))
        readings = [parse for parse in self._morph.parse(lemma) if normal(parse.normal_form) == lemma]
        several = readings if "-" in lemma else readings[:1]  # a compound's first half inflected, and not
        lexemes = (form for parse in several for form in parse.lexeme)
        return {normal(form.word) for form in lexemes if self._skipped.isdisjoint(form.tag.grammemes)}

    def _inflected_like(self, parse: Parse) -> set[str]:
        """All forms of the word that is read so."""
        lead, stem = self._parser.stem(parse)
        return _inflected(normal(lead), normal(stem), self._lexemes.inflection(parse[4]))


def _inflected(lead: str, stem: str, inflection: Inflection) -> set[str]:
    return {lead + prefix + stem + suffix for prefix, suffix in inflection.forms}
