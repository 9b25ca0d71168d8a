"""The lemma of each form of a corpus, by language. Build time only; analyser.py makes terms of them.

In: the corpus's forms with counts. Forms of one language are read together: one by one they cost several times as much.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from .alphabets import by_language
from .english import English
from .facts import Facts
from .fold import normals
from .grammar import NOUN, VERB
from .kazakh_words import KazakhWords
from .russian import Russian
from .tables import toml_table
from .words import parts

Vocabulary = Mapping[str, Mapping[str, int]]
"""Language -> form -> how often it stands in the corpus."""


class Lemmas:
    """`facts` are what is known of the words already; what they lack is worked out here."""

    def __init__(self, vocabulary: Vocabulary, facts: Facts) -> None:
        counts = {lang: _normal_counts(forms) for lang, forms in vocabulary.items()}
        self._facts, self._bits = facts, toml_table("terms.toml")["flags"]
        self.russian = Russian()
        self.english = English(counts.get("en", {}), facts.listed())
        self.kazakh = KazakhWords(counts.get("kk", {}), self.russian, facts.kazakh)
        self.by_language: dict[str, dict[str, str]] = {}
        """Language of the texts -> form in normal form -> lemma."""
        self.flags: dict[str, int] = defaultdict(int)
        """Lemma -> sum of bits: what it is."""
        self.english_forms: dict[str, list[str]] = defaultdict(list)
        """English lemma -> the forms that the corpus has of it; they include the irregular ones."""
        for lang, forms in counts.items():
            self._add([*forms, *(part for form in forms if "-" in form for part in parts(form))], lang)

    def of(self, form: str, lang: str) -> str:
        """The lemma of a form in normal form."""
        known = self.by_language.setdefault(lang, {})
        if form not in known:
            self._add([form], lang)
        return known[form]

    def _add(self, forms: Iterable[str], lang: str) -> None:
        known = self.by_language.setdefault(lang, {})
        for read_as, group in by_language(dict.fromkeys(forms), lang).items():
            known.update(zip(group, self._read(group, read_as), strict=True))

    def _read(self, forms: Sequence[str], lang: str) -> Sequence[str]:
        """The lemmas of forms that are read in a language."""
        if lang == "kk":
            return self._read_kazakh(forms)
        lemmas = forms
        if lang == "ru":
            known, unknown = self._facts.russian.get, self.russian.lemma
            lemmas = [known(form) or unknown(form) for form in forms]
        elif lang == "en":
            lemmas = list(map(self.english.lemma, forms))
            for form, lemma in zip(forms, lemmas, strict=True):
                self.english_forms[lemma].append(form)
        bit = self._bits[lang if lang in ("ru", "en") else "other"]
        for lemma in set(lemmas):
            self.flags[lemma] |= bit
        return lemmas

    def _read_kazakh(self, forms: Sequence[str]) -> Sequence[str]:
        found = self.kazakh.lemmas(forms)
        for lemma, kind in set(found):
            self.flags[lemma] |= self._kazakh_flag(lemma, kind)
        return [lemma for lemma, _ in found]

    def _kazakh_flag(self, lemma: str, kind: int) -> int:
        kinds = self.kazakh.kinds(lemma, kind)
        found: int = sum(self._bits[name] for one, name in ((NOUN, "kk_noun"), (VERB, "kk_verb")) if kinds & one)
        return found or int(self._bits["other"])


def _normal_counts(forms: Mapping[str, int]) -> dict[str, int]:
    found = normals(list(forms))
    counts = dict(zip(found, forms.values(), strict=True))
    if len(counts) < len(found):  # some differ only in their spelling
        counts = dict.fromkeys(found, 0)
        for form, count in zip(found, forms.values(), strict=True):
            counts[form] += count
    return counts
