"""Words of three languages to index terms: what the index builder and the command line use.

In: the corpus's forms with counts, by language. Out: for each form its terms, for each term what the page must
know to recognise its forms. Each distinct form is analysed once. An analyser can be pickled for other processes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from .compounds import Compounds
from .counted import Counted, Vocabulary
from .entries import Entries, Entry, TermHeads
from .facts import Facts
from .fold import normal
from .forms import Form, form_of
from .lemmas import Lemmas
from .tables import toml_table
from .words import parts

OF_LANGUAGE = ("lemma", "part")
"""Kinds of terms that are words."""


class Term(NamedTuple):
    """One thing that the index stores for a word."""

    text: str
    """In normal form, not folded."""
    kind: str
    """"lemma", "part" (of a hyphenated word), "name" (of an abbreviation, in all languages), "prefix" (the first
    letters and a marker); of several words "joined" (written as one elsewhere) or "article" (of a law)."""
    weight: float
    """How much it counts beside the lemma's 1."""


@dataclass(frozen=True, slots=True)
class TermRows:
    """The terms of many forms in one row."""

    sizes: Sequence[int]
    """How many terms each form has."""
    texts: Sequence[str]
    """The terms, form by form."""
    words: Set[str]
    """Those that are words, no signs of a word."""


class _Prefixes(dict[str, str]):
    """The terms of words' first letters; words share them."""

    def __init__(self, marker: str) -> None:
        super().__init__()
        self._marker = marker

    def __missing__(self, letters: str) -> str:
        self[letters] = letters + self._marker
        return self[letters]


class Analyser:
    """The lemmas of a corpus. `facts` are what is known of its words already; what they lack is worked out here."""

    def __init__(self, vocabulary: Vocabulary | Counted, facts: Facts | None = None) -> None:
        facts = facts or Facts()
        self._lemmas = Lemmas(vocabulary if isinstance(vocabulary, Counted) else Counted.of(vocabulary), facts)
        self._heads = TermHeads(self._lemmas, facts)
        self._table = toml_table("terms.toml")
        self._terms: dict[Form, tuple[Term, ...]] = {}
        self._letters: int = self._table["prefix"]["letters"]
        self._compounds = Compounds(self._lemmas.by_language)

    def lemma(self, form: str, lang: str) -> str:
        """The best lemma of a form in a text of that language ("kk", "ru", "en"; any other leaves it as it is)."""
        return self._lemmas.of(normal(form), lang)

    def expect(self, forms: Iterable[str], lang: str) -> None:
        """Get ready for forms that may not be in the vocabulary: read together they cost much less."""
        if lang == "kk":
            self._lemmas.kazakh.expect(map(normal, forms))

    def terms(self, form: str, lang: str) -> tuple[Term, ...]:
        """What goes into the index for a word of a text, the lemma first; no term twice."""
        key = form_of(form, lang)
        known = self._terms.get(key)
        if known is None:
            known = self._terms[key] = tuple(self._new_terms(*key))
        return known

    def term_rows(self, forms: Iterable[Form]) -> TermRows:
        """The same of many forms; most have but a lemma, and a prefix in Kazakh."""
        sizes: list[int] = []
        texts: list[str] = []
        words: list[str] = []
        lemmas, size = self._lemmas.by_language, self._table["prefix"]["letters"]
        prefixes = _Prefixes(self._table["prefix"]["marker"])
        for form in forms:
            text, lang, capitals, name = form
            if capitals or name or "-" in text:
                terms = list(self._new_terms(*form))
                sizes.append(len(terms))
                texts += [term.text for term in terms]
                words += [term.text for term in terms if term.kind in OF_LANGUAGE]
                continue
            lemma = lemmas[lang][text]
            texts.append(lemma)
            words.append(lemma)
            is_long = lang == "kk" and len(text) > size and text.isalpha()
            if is_long:
                texts.append(prefixes[text[:size]])
            sizes.append(1 + is_long)
        return TermRows(sizes, texts, set(words))

    def joined(self, first: str, second: str, lang: str) -> tuple[str, ...]:
        """The lemmas of the one word that two neighbours are elsewhere in the corpus (`құқық бұзушылық`)."""
        return self._compounds.of(normal(first), self.lemma(second, lang), lang)

    def halves(self, forms: Iterable[Form]) -> tuple[list[str], list[str]]:
        """Of each form of the corpus its key as the first of such words, its lemma's as the second; "" for no half."""
        lemmas, halves, found = self._lemmas.by_language, self._compounds.halves, list(forms)
        return halves(text for text, *_ in found), halves(lemmas[lang][text] for text, lang, *_ in found)

    def wholes(self) -> list[str]:
        """The keys of all words that such words may be."""
        return self._compounds.wholes()

    def keys(self, terms: Iterable[str]) -> list[str]:
        """The search keys of terms, `fold` of each."""
        return list(map(self._compounds.keys.__getitem__, terms))

    def entry(self, term: str) -> Entry:
        """What the page must know of a term that `terms` gave."""
        return self._heads.entry(term)

    def entries(self, terms: Sequence[str]) -> Entries:
        """The same of many terms."""
        return self._heads.entries(terms)

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
