"""Words of three languages to index terms: what the index builder and the command line use.

In: the corpus's forms with counts, by language. Out: for each form its terms, for each term what the page must
know to recognise its forms. Each distinct form is analysed once. An analyser can be pickled for other processes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import numpy as np

from .compounds import Compounds
from .counted import Counted, Vocabulary
from .entries import Entries, Entry, TermHeads
from .facts import Facts
from .fold import normal
from .form_list import FormList
from .forms import Form, form_of
from .kazakh.choices import Choices
from .lemmas import Lemmas
from .tables import toml_table
from .term_rows import Term, TermRows, term_rows
from .uncollected import uncollected
from .words import parts


class Analyser:
    """The lemmas of a corpus. `facts` are what is known of its words already; what they lack is worked out here."""

    def __init__(self, vocabulary: Vocabulary | Counted, facts: Facts | None = None) -> None:
        facts = facts or Facts()
        with uncollected():
            self._lemmas = Lemmas(vocabulary if isinstance(vocabulary, Counted) else Counted.of(vocabulary), facts)
        self._heads = TermHeads(self._lemmas, facts)
        self._table = toml_table("terms.toml")
        self._terms: dict[Form, tuple[Term, ...]] = {}
        self._compounds = Compounds(self._lemmas.by_language)

    def read(self, forms: FormList) -> None:
        """Find the lemmas of more forms of the corpus, where the vocabulary told its counts alone."""
        counts = np.ones(len(forms), np.int64)
        with uncollected():
            self._lemmas.read(Counted.of_normal(forms.vocabulary(counts)))
        self._compounds = Compounds(self._lemmas.by_language)

    def choices(self) -> Choices:
        """What the corpus lets the Kazakh forms be."""
        return self._lemmas.kazakh.choices()

    @property
    def depending(self) -> Mapping[str, Collection[str]]:
        """Word of the corpus -> English forms whose lemmas depend on how often it stands there."""
        return self._lemmas.depending

    def lemma(self, form: str, lang: str) -> str:
        """The best lemma of a form in a text of that language ("kk", "ru", "en"; any other leaves it as it is)."""
        known = self._lemmas.by_language.get(lang, {}).get(form)  # mostly it is in normal form already
        return self._lemmas.of(normal(form), lang) if known is None else known

    def expect(self, forms: Iterable[str], lang: str) -> None:
        """Get ready for forms that may not be in the vocabulary: read together they cost much less."""
        if lang == "kk":
            known = self._lemmas.by_language.get(lang, {})
            self._lemmas.kazakh.expect(normal(form) for form in forms if form not in known)

    def terms(self, form: str, lang: str) -> tuple[Term, ...]:
        """What goes into the index for a word of a text, the lemma first; no term twice."""
        key = form_of(form, lang)
        known = self._terms.get(key)
        if known is None:
            known = self._terms[key] = tuple(self._new_terms(*key))
        return known

    def term_rows(self, forms: FormList) -> TermRows:
        """The same of many forms; most have but a lemma, and a prefix in Kazakh."""
        return term_rows(forms, self._lemmas.by_language, lambda form: list(self._new_terms(*form)))

    def joined(self, first: str, second: str, lang: str) -> tuple[str, ...]:
        """The lemmas of the one word that two neighbours are elsewhere in the corpus (`құқық бұзушылық`).

        The second counts as its lemma and as it stands: `жақты` by itself is of `жақ`, `екі жақты` of `екіжақты`.
        Of spellings with and without hyphen one is enough, since the page asks for both.
        """
        seconds = dict.fromkeys((self.lemma(second, lang), normal(second)))
        found = (self._compounds.of(normal(first), each, lang) for each in seconds)
        by_letters = {lemma.replace("-", ""): lemma for lemma in sorted(lemma for lemmas in found for lemma in lemmas)}
        return tuple(by_letters.values())

    def joined_are_among(self, lemmas: Iterable[str]) -> None:
        """Only these lemmas will be the answers of `joined`, which so needs to know less."""
        self._compounds.narrow(lemmas)

    def lemmas_with_parts(self, form: Form) -> list[str]:
        """The lemma of a form of the corpus, whatever else it may be, and those of the parts of a hyphenated one."""
        return [self._lemmas.of(each, form.lang) for each in (form.text, *parts(form.text))]

    def lemmas_gone(self, form: Form) -> list[str]:
        """The same of a form that the corpus has no more."""
        return [self._lemmas.unnoted(each, form.lang) for each in (form.text, *parts(form.text))]

    def entry(self, term: str) -> Entry:
        """What the page must know of a term that `terms` gave."""
        return self._heads.entry(term)

    def entries(self, terms: Sequence[str]) -> Entries:
        """The same of many terms."""
        return self._heads.entries(terms)

    def entries_alone(self, terms: Sequence[str]) -> Entries:
        """The same as if there were no others."""
        return self._heads.alone(terms)

    @property
    def filed(self) -> Mapping[str, str]:
        """Form that is read as Russian or English -> lemma, of those that were asked for."""
        return self._lemmas.filed

    # ---- one form

    def _new_terms(self, form: str, lang: str, in_capitals: bool, name: str) -> Iterator[Term]:
        weights = self._table["weights"]
        lemma = self._abbreviation(form) if in_capitals else self._lemmas.of(form, lang)
        pieces = parts(form)
        if form.startswith(lemma + "-"):
            pieces = parts(lemma)  # what follows is an ending (АҚШ-пен)
        seen = {lemma}
        yield Term(lemma, "lemma", weights["lemma"])
        if name:
            yield Term(name, "name", weights["name"])
        for part in pieces if len(pieces) > 1 else ():
            text = self._lemmas.of(part, lang)
            if text not in seen:
                seen.add(text)
                yield Term(text, "part", weights["part"])
        for prefix in dict.fromkeys(self._prefixes(pieces, lang)):
            yield Term(prefix, "prefix", weights["prefix"])

    def _prefixes(self, pieces: tuple[str, ...], lang: str) -> Iterator[str]:
        table = self._table["prefix"]
        for piece in pieces:
            if lang == "kk" and len(piece) > table["letters"] and piece.isalpha():
                yield piece[: table["letters"]] + table["marker"]

    def _abbreviation(self, form: str) -> str:
        lemma = self._lemmas.english.lemma_of_capitals(form)
        self._lemmas.flags[lemma] |= self._table["flags"]["en"]
        return lemma
