"""English, by simplemma with repairs.

Measured against Snowball and against both together, on lemmas and on pairs of forms: simplemma's lemma, checked
against the corpus, wins on both. What its list lacks is in the tables (pair F1 on the development half: Snowball .63,
simplemma .84, with repairs by the corpus .85, with the tables .89; share of right lemmas .973 -> .981).

Build time only: the page gets each lemma's stem and endings (paradigms.py).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from .english_list import Kept, Listed, WordList
from .inflection import Inflection
from .tables import form_table, toml_table

DRAWN_OUT = re.compile(r"(.)\1{2,}")
"""A letter three times or more, which no English word has."""

IRREGULAR = ("english_irregular.tsv", "english_shared.tsv")
"""The forms that are read as their lemma's alone, and those that are read as another's first."""


class English:
    """The lemmatizer; `vocabulary` (form -> count) decides where the rules leave a choice.

    `listed` is what simplemma says of words, as far as it is known; `kept` has its list.
    """

    def __init__(
        self, vocabulary: Mapping[str, int], listed: Mapping[str, Listed] | None = None, kept: Kept | None = None
    ) -> None:
        table = toml_table("english.toml")
        self._vocabulary = vocabulary
        self.listed = WordList(listed or {}, kept)
        self._inflection = Inflection(table["rules"])
        self._shared: int = table["rules"]["shared"]
        self._possessive = re.compile(table["possessive"])
        self._peoples = tuple(table["rules"]["peoples"])
        self._people_letters: int = table["rules"]["people_letters"]
        self._numerals = frozenset(table["rules"]["numerals"])
        self._whole = frozenset(word for words in table["whole"].values() for word in words.split())
        self._closed = form_table("english_forms.tsv")
        self._listed_here: dict[str, str] = {
            form: lemma for lemma, forms in table["forms"].items() for form in forms.split()
        }

        self._closed_forms, self._forms_here = _by_lemma(self._closed), _by_lemma(self._listed_here)
        self._irregular, self._shared_forms = map(_by_lemma, map(form_table, IRREGULAR))

    def lemma(self, form: str) -> str:
        """The lemma of a form in normal form."""
        if form in self._closed:
            return self._closed[form]
        form = self._short_again(self.without_possessive(form))
        if form in self._listed_here:
            return self._listed_here[form]
        if form in self._whole or self._is_noun(form) or not self.is_word(form):
            return form
        listed, _ = self.listed[form]
        if listed == form:
            return self._unlisted(form)
        return listed if self._trusted(listed) else self._repaired(form, listed)

    def lemma_of_capitals(self, form: str) -> str:
        """The lemma of a short word that the text has in capitals: LAWS is a form of law, US none of we."""
        lemma = self.lemma(form)
        return lemma if lemma[: self._shared] == form[: self._shared] else form

    def is_word(self, form: str) -> bool:
        """Not an abbreviation or a number, which simplemma spells out: km, ltd, 1960s."""
        return self._inflection.has_vowel(form) and not any(map(str.isdigit, form))

    def without_possessive(self, form: str) -> str:
        """journal's -> journal."""
        return self._possessive.sub(r"\1", form)

    def _is_noun(self, form: str) -> bool:
        """A form in -ing of which the corpus has the plural: ruling beside rulings."""
        return form.endswith("ing") and form + "s" in self._vocabulary

    def _short_again(self, form: str) -> str:
        """A word whose letters are drawn out, as listed: soooo -> so; any other as it is."""
        sign = not form.isalpha() or len(set(form)) == 1 or self._numerals.issuperset(form)
        if sign or not DRAWN_OUT.search(form):
            return form
        shorter = (DRAWN_OUT.sub(letters, form) for letters in (r"\1\1", r"\1"))
        return next((word for word in shorter if self.is_listed(word)), form)

    def _trusted(self, lemma: str) -> bool:
        """simplemma guesses by rule where its list ends (deposite, asse): believe a guess only if the corpus has it."""
        return self.is_listed(lemma) and (not lemma.endswith("e") or lemma in self._vocabulary)

    def is_listed(self, word: str) -> bool:
        """Has simplemma's list the word?"""
        return self.listed[word][1]

    def _repaired(self, form: str, listed: str) -> str:
        bases = list(self._inflection.bases(form))
        attested = [base for base in bases if base in self._vocabulary]
        if not attested and not self.is_listed(listed):
            attested = [base for base in bases if self._is_listed_lemma(base)]
        return max(attested, key=lambda base: self._vocabulary.get(base, 0), default=listed)

    def _unlisted(self, form: str) -> str:
        """A form that simplemma leaves: plurals of unknown nouns, and -ing of verbs that the corpus has."""
        if form.endswith("ing"):
            bases = [base for base in self._inflection.verbs(form, "ing") if self._is_lemma(base)]
        elif not self.is_listed(form):
            bases = [base for base in self._inflection.singulars(form) if base in self._vocabulary]
        elif self._is_people(form):
            bases = [form[:-1]]
        else:
            bases = []
        return max(bases, key=lambda base: self._vocabulary.get(base, 0), default=form)

    def _is_people(self, form: str) -> bool:
        """Israelis, Americans; not `his`, nor a name that has no singular (Williams, Athens)."""
        people = form.removesuffix("s")
        enough = people != form and len(people) >= self._people_letters
        return enough and people.endswith(self._peoples) and self._is_listed_lemma(people)

    def _is_lemma(self, base: str) -> bool:
        return base in self._vocabulary and self._is_listed_lemma(base)

    def _is_listed_lemma(self, word: str) -> bool:
        return self.listed[word] == (word, True)

    def forms(self, lemma: str) -> tuple[str, ...]:
        """The forms of a lemma, itself among them, sorted: write, writed, writes, writing, written, wrote."""
        closed, here = self._closed_forms.get(lemma, ()), self._forms_here.get(lemma, ())
        if closed or len(lemma) < 3 or not lemma.isascii() or not lemma.isalpha():
            return tuple(sorted({lemma, *closed, *here}))
        irregular = *self._irregular.get(lemma, ()), *self._shared_forms.get(lemma, ())
        return tuple(sorted({lemma, *here, *irregular, *self._inflection.forms(lemma)}))


def _by_lemma(lemmas: Mapping[str, str]) -> dict[str, list[str]]:
    """Lemma -> its forms, of form -> lemma."""
    found: dict[str, list[str]] = {}
    for form, lemma in lemmas.items():
        found.setdefault(lemma, []).append(form)
    return found
