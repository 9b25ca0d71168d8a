"""The lemma of each form of a corpus, by language. Build time only; analyser.py makes terms of them.

In: the corpus's forms with counts. Forms of one language are read together: one by one they cost several times as much.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from .alphabets import by_language
from .asked import Asked
from .counted import Counted
from .english import English
from .facts import Facts
from .kazakh.grammar import NOUN, VERB
from .kazakh.kazakh_words import KazakhWords
from .paradigms import Head
from .russian.russian import Russian
from .tables import toml_table


class Lemmas:
    """`facts` are what is known of the words already; what they lack is worked out here."""

    def __init__(self, words: Counted, facts: Facts) -> None:
        counts = words.counts
        self._facts, self._bits = facts, toml_table("terms.toml")["flags"]
        self.russian = Russian()
        self._asked = Asked(counts.get("en", {}))
        self.english = English(self._asked, facts.listed(), facts.word_list)
        read_as_kazakh = chain.from_iterable(groups.get("kk", ()) for groups in words.to_read.values())
        self.kazakh = KazakhWords(counts.get("kk", {}), self.russian, facts.kazakh, read_as_kazakh)
        self.by_language: dict[str, dict[str, str]] = {}
        """Language of the texts -> form in normal form -> lemma."""
        self.flags: dict[str, int] = defaultdict(int)
        """Lemma -> sum of bits: what it is."""
        self.strays: dict[str, set[Head]] = defaultdict(set)
        """Russian lemma -> heads of forms that the corpus has of it and its own heads lack."""
        self.english_forms: dict[str, list[str]] = defaultdict(list)
        """English lemma -> the forms that the corpus has of it; they include the irregular ones."""
        self.filed: dict[str, str] = {}
        """Form that is read as Russian or English -> lemma."""
        self.depending: dict[str, set[str]] = defaultdict(set)
        """Word of the corpus -> English forms whose lemmas depend on how often it stands there."""
        self.read(words)

    def read(self, words: Counted) -> None:
        """Find the lemmas of more words of the corpus."""
        for lang, groups in words.to_read.items():
            known = self.by_language.get(lang, {})
            self._add({own: [form for form in forms if form not in known] for own, forms in groups.items()}, lang)

    def of(self, form: str, lang: str) -> str:
        """The lemma of a form in normal form."""
        known = self.by_language.setdefault(lang, {})
        if form not in known:
            self._add(by_language([form], lang), lang)
        return known[form]

    def unnoted(self, form: str, lang: str) -> str:
        """The lemma of a form that the corpus has no more: it attests nothing."""
        [read_as] = by_language([form], lang)
        if read_as == "kk":
            return self.kazakh.lemma(form)[0]
        if read_as == "ru":
            return self._facts.russian.get(form) or self.russian.lemma(form)
        return self.english.lemma(form) if read_as == "en" else form

    def _add(self, groups: Mapping[str, Sequence[str]], lang: str) -> None:
        known = self.by_language.setdefault(lang, {})
        for read_as, group in groups.items():
            known.update(zip(group, self._read(group, read_as), strict=True))

    def _read(self, forms: Sequence[str], lang: str) -> Sequence[str]:
        """The lemmas of forms that are read in a language."""
        if lang == "kk":
            return self._read_kazakh(forms)
        lemmas = forms
        if lang == "ru":
            known, unknown = self._facts.russian, self.russian.lemma
            lemmas = [known.get(form) or unknown(form) for form in forms]
            self._note_strays(dict(zip(forms, lemmas, strict=True)))
        elif lang == "en":
            lemmas = list(map(self._english, forms))
            for form, lemma in zip(forms, lemmas, strict=True):
                self.english_forms[lemma].append(form)
        if lang in ("ru", "en"):
            self.filed.update(zip(forms, lemmas, strict=True))
        self._flag(lemmas, self._bits[lang if lang in ("ru", "en") else "other"])
        return lemmas

    def _english(self, form: str) -> str:
        """The lemma of a form, and on what of the corpus it depends."""
        lemma = self.english.lemma(form)
        for word in self._asked.taken():
            self.depending[word].add(form)
        return lemma

    def _note_strays(self, lemmas: Mapping[str, str]) -> None:
        """Keep the heads of the forms that the page would not know by their lemmas', of which few are."""
        told, russian, given = self._facts.strays, self._facts.russian, lemmas.keys()
        for form in (given & told.keys()) | (given - russian.keys()):
            lemma = lemmas[form]
            own = told.get(form) or self.russian.stray_heads(form, lemma, self.russian.heads(lemma))
            if own:
                self.strays[lemma].update(own)

    def _flag(self, lemmas: Iterable[str], bit: int) -> None:
        """Add a bit to the flags of many lemmas."""
        new = dict.fromkeys(lemmas, bit)
        for lemma in self.flags.keys() & new.keys():
            new[lemma] |= self.flags[lemma]
        self.flags.update(new)

    def _read_kazakh(self, forms: Sequence[str]) -> Sequence[str]:
        found, bits = self.kazakh.lemmas(forms), self._bits
        noun, verb, other = bits["kk_noun"], bits["kk_verb"], bits["other"]
        by_kinds = self.kazakh.by_kinds(found)
        for kinds, bit in {0: other, NOUN: noun, VERB: verb, NOUN | VERB: noun | verb}.items():
            self._flag(by_kinds[kinds], bit)
        return [lemma for lemma, _ in found]
