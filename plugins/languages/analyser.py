"""Words of three languages to index terms: what the index builder and the command line use.

In: the corpus's forms with counts, by language. Out: for each form its terms, for each term what the page must
know to recognise its forms. Each distinct form is analysed once. An analyser can be pickled for other processes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from .alphabets import language_to_read
from .compounds import Compounds, may_be_half
from .english import English
from .facts import Facts
from .fold import fold, normal
from .forms import Form, form_of
from .grammar import NOUN, VERB
from .kazakh_words import KazakhWords
from .paradigms import Head, heads
from .russian import Russian
from .tables import toml_table
from .words import parts

Vocabulary = Mapping[str, Mapping[str, int]]
"""Language -> form -> how often it stands in the corpus."""


class Term(NamedTuple):
    """One thing that the index stores for a word."""

    text: str
    """In normal form, not folded."""
    kind: str
    """"lemma", "part" (of a hyphenated word), "name" (of an abbreviation, in all languages), "prefix" (the first
    letters and a marker); of several words "joined" (written as one elsewhere) or "article" (of a law)."""
    weight: float
    """How much it counts beside the lemma's 1."""


class _Terms(dict[str, Term]):
    """Terms of one kind by what they are made of; words share them."""

    def __init__(self, kind: str, weight: float, marker: str = "") -> None:
        super().__init__()
        self._kind, self._weight, self._marker = kind, weight, marker

    def __missing__(self, text: str) -> Term:
        self[text] = Term(text + self._marker, self._kind, self._weight)
        return self[text]


class Entry(NamedTuple):
    """What the page must know of a term."""

    flags: int
    """Sum of the bits in tables/terms.toml: kk noun 1, kk verb 2, ru 4, en 8, other 16; 0 for a prefix term."""
    stem: int
    """Letters of the term that its listed forms begin with."""
    endings: tuple[str, ...]
    """Endings of those forms; empty where only grammar tells (Kazakh)."""
    aliases: tuple[Head, ...] = ()
    """Further heads: forms too far from the term to share its entry (люди for человек)."""


class Analyser:
    """The lemmas of a corpus. `facts` are what is known of its words already; what they lack is worked out here."""

    def __init__(self, vocabulary: Vocabulary, facts: Facts | None = None) -> None:
        counts = {lang: _normal_counts(forms) for lang, forms in vocabulary.items()}
        self._facts = facts or Facts()
        self._russian = Russian()
        self._english = English(counts.get("en", {}))
        self._kazakh = KazakhWords(counts.get("kk", {}), self._russian, self._facts.kazakh)
        self._table = toml_table("terms.toml")
        self._lemmas: dict[tuple[str, str], str] = {}
        self._flags: dict[str, int] = defaultdict(int)
        self._terms: dict[Form, tuple[Term, ...]] = {}
        self._letters: int = self._table["prefix"]["letters"]
        self._lemma_terms = _Terms("lemma", self._table["weights"]["lemma"])
        self._prefix_terms = _Terms("prefix", self._table["weights"]["prefix"], self._table["prefix"]["marker"])
        self._kazakh_flags: dict[tuple[str, int], int] = {}
        for lang, forms in counts.items():
            for form in forms:
                self._lemma(form, lang)
                for part in parts(form) if "-" in form else ():
                    self._lemma(part, lang)
        self._compounds = Compounds({(lemma, lang) for (_, lang), lemma in self._lemmas.items()})

    def lemma(self, form: str, lang: str) -> str:
        """The best lemma of a form in a text of that language ("kk", "ru", "en"; any other leaves it as it is)."""
        return self._lemma(normal(form), lang)

    def expect(self, forms: Iterable[str], lang: str) -> None:
        """Get ready for forms that may not be in the vocabulary: read together they cost much less."""
        if lang == "kk":
            self._kazakh.expect(map(normal, forms))

    def terms(self, form: str, lang: str) -> tuple[Term, ...]:
        """What goes into the index for a word of a text, the lemma first; no term twice."""
        key = form_of(form, lang)
        known = self._terms.get(key)
        if known is None:
            known = self._terms[key] = self.terms_of(key)
        return known

    def terms_of(self, form: Form) -> tuple[Term, ...]:
        """The same for a form; most have but a lemma, and a prefix in Kazakh."""
        text, lang, capitals, name = form
        if capitals or name or "-" in text:
            return tuple(self._new_terms(*form))
        lemma = self._lemma_terms[self._lemma(text, lang)]
        if lang == "kk" and len(text) > self._letters and text.isalpha():
            return lemma, self._prefix_terms[text[: self._letters]]
        return (lemma,)

    def joined(self, first: str, second: str, lang: str) -> tuple[str, ...]:
        """The lemmas of the one word that two neighbours are elsewhere in the corpus (`құқық бұзушылық`)."""
        return self._compounds.of(normal(first), self.lemma(second, lang), lang)

    def halves(self) -> dict[str, tuple[set[str], set[str]]]:
        """Of each language normal forms and lemmas that may be the first and the second of such words."""
        found: dict[str, tuple[set[str], set[str]]] = {}
        for lang in {lang for _, lang in self._lemmas}:
            here = [(form, lemma) for (form, of), lemma in self._lemmas.items() if of == lang]
            firsts, seconds = _by_key(form for form, _ in here), _by_key({lemma for _, lemma in here})
            pairs = list(self._compounds.halves(firsts, seconds, lang))
            found[lang] = (
                {form for first, _ in pairs for form in firsts[first]},
                {lemma for _, second in pairs for lemma in seconds[second]},
            )
        return found

    def entry(self, term: str) -> Entry:
        """What the page must know of a term that `terms` gave."""
        head, *aliases = self._heads(term)
        return Entry(self._flags.get(term, 0), head.stem, head.endings, tuple(aliases))

    # ---- one form

    def _new_terms(self, form: str, lang: str, in_capitals: bool, name: str) -> Iterator[Term]:
        weights = self._table["weights"]
        lemma = self._abbreviation(form) if in_capitals else self._lemma(form, lang)
        pieces = parts(form)
        if form.startswith(lemma + "-"):
            pieces = parts(lemma)  # what follows is an ending (АҚШ-пен)
        seen = {lemma}
        yield Term(lemma, "lemma", weights["lemma"])
        if name:
            yield Term(name, "name", weights["name"])
        for part in pieces if len(pieces) > 1 else ():
            text = self._lemma(part, lang)
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
        lemma = self._english.lemma_of_capitals(form)
        self._flags[lemma] |= self._table["flags"]["en"]
        return lemma

    def _lemma(self, form: str, lang: str) -> str:
        known = self._lemmas.get((form, lang))
        if known is None:
            read_as = language_to_read(form, lang)
            known, flag = self._analysed(form, read_as)
            self._lemmas[form, lang] = known
            self._flags[known] |= flag
        return known

    def _analysed(self, form: str, lang: str) -> tuple[str, int]:
        flags = self._table["flags"]
        if lang == "kk":
            read = self._kazakh.lemma(form)
            flag = self._kazakh_flags.get(read)
            if flag is None:
                flag = self._kazakh_flags[read] = self._kazakh_flag(*read)
            return read[0], flag
        if lang == "ru":
            return self._facts.russian.get(form) or self._russian.lemma(form), flags["ru"]
        if lang == "en":
            return self._english.lemma(form), flags["en"]
        return form, flags["other"]

    def _kazakh_flag(self, lemma: str, kind: int) -> int:
        flags, kinds = self._table["flags"], self._kazakh.kinds(lemma, kind)
        found: int = sum(flags[name] for one, name in ((NOUN, "kk_noun"), (VERB, "kk_verb")) if kinds & one)
        return found or int(flags["other"])

    def _heads(self, term: str) -> tuple[Head, ...]:
        flags, bits = self._flags.get(term, 0), self._table["flags"]
        if "-" in term or not flags & (bits["ru"] | bits["en"]):
            fixed = flags & ~(bits["kk_noun"] | bits["kk_verb"])
            return (Head(term, len(term), ("",) if fixed else ()),)
        if flags & bits["ru"]:
            return self._facts.heads.get(term) or self._russian.heads(term)
        return heads(term, self._english.forms(term) + self._seen_english().get(term, ()))

    def _seen_english(self) -> dict[str, tuple[str, ...]]:
        """English lemma -> the forms that the corpus has of it; they include the irregular ones."""
        seen: dict[str, tuple[str, ...]] = self.__dict__.get("_english_forms") or {}
        if not seen:
            for (form, lang), lemma in self._lemmas.items():
                if language_to_read(form, lang) == "en":
                    seen[lemma] = (*seen.get(lemma, ()), form)
            self._english_forms = seen
        return seen


def _by_key(words: Iterable[str]) -> dict[str, set[str]]:
    """Words that may be half of another, by their search keys."""
    found: dict[str, set[str]] = defaultdict(set)
    for word in words:
        if may_be_half(word):
            found[fold(word)].add(word)
    return found


def _normal_counts(forms: Mapping[str, int]) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for form, count in forms.items():
        counts[normal(form)] += count
    return dict(counts)
