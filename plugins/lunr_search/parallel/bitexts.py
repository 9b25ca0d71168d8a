"""What the pages say in several languages at once: aligned keywords, titles, abstracts, as lemmas.

The lists of keywords of an article are translations of one another, in one order: so two lists of equal length are
paired by place. Where they differ in length, what is certain (the same word in both, or a pair that other articles
have) parts them into stretches, and those of equal length are paired. Lists in alphabetical order say nothing by place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np

from languages import FormList, alphabetical, cut, fold, normals, stop_words
from lunr_search.indexing.analysed import Analysed
from lunr_search.indexing.places import Places
from lunr_search.reading.extract import Extract
from lunr_search.records import LANGS, PARTS, Ints, Part

ALPHABETICAL = 4  # keywords from which a list in the order of the alphabet is no chance

Entry = tuple[str, str]
"""A language and a lemma in it, or the lemmas of a phrase joined by spaces."""

Pair = tuple[Entry, Entry]
"""Entries of two languages, in the order of `LANGS`."""

Bitext = tuple[tuple[str, ...], tuple[str, ...]]
"""The content lemmas of one text in two languages."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A keyword as it is printed, and its lemmas: none, where a word of it is no term of the index."""

    text: str
    lang: str
    lemmas: tuple[str, ...]

    @property
    def entry(self) -> Entry:
        return self.lang, " ".join(self.lemmas)

    def content(self) -> tuple[str, ...]:
        return tuple(lemma for lemma in self.lemmas if is_content(lemma, self.lang))


def is_content(lemma: str, lang: str) -> bool:
    """A word that means something by itself."""
    return len(lemma) > 1 and lemma.replace("-", "").isalpha() and lemma not in stop_words(lang)


class Lemmas:
    """The first term of each word, as the index has it."""

    def __init__(self, forms: FormList, analysed: Analysed) -> None:
        self._forms, self._starts, self._flat = forms, analysed.starts, analysed.flat
        self._terms, self._places = analysed.known.terms, Places(analysed.known)

    def are_terms(self, text: str) -> bool:
        """Has the index all these words, which spaces part?"""
        return all(self._places[word] >= 0 for word in text.split(" "))

    def of_words(self, words: Sequence[str], lang: str) -> tuple[str, ...]:
        """The lemmas of all words; none, where one has none."""
        places = self._forms.known(words, normals(words), lang)
        if not places or None in places:
            return ()
        return tuple(self.of_tokens(np.array(places)))

    def of_tokens(self, tokens: Ints) -> list[str]:
        """The lemmas of these places of words, those without any left out."""
        known = tokens[self._starts[tokens] < self._starts[tokens + 1]]
        return [self._terms[place] for place in self._flat[self._starts[known]].tolist()]


def phrases(extracted: Extract, lemmas: Lemmas) -> dict[str, list[Phrase]]:
    """The keywords of a page by language."""
    return {
        lang: [Phrase(text, lang, lemmas.of_words(cut(text).words, lang)) for text in texts]
        for lang, texts in extracted.page.keyword_lists.items()
        if lang in LANGS
    }


def contents(extracted: Extract, part: Part, lemmas: Lemmas) -> dict[str, tuple[str, ...]]:
    """The content lemmas of a part of a page by language, each once."""
    passages = extracted.codes.replace(" ", "")
    ends = np.cumsum(extracted.counts, dtype=np.int64)
    found: dict[str, list[str]] = {}
    for code, end, size in zip(passages, ends.tolist(), extracted.counts.tolist(), strict=True):
        language, own = divmod(ord(code) - ord("A"), len(PARTS))
        if PARTS[own] == part and language < len(LANGS):
            tokens = extracted.tokens[end - size : end].astype(np.int64)
            found.setdefault(LANGS[language], []).extend(lemmas.of_tokens(tokens))
    return {
        lang: tuple(dict.fromkeys(lemma for lemma in each if is_content(lemma, lang))) for lang, each in found.items()
    }


def aligned(lists: Mapping[str, Sequence[Phrase]], certain: Iterable[Pair] = ()) -> Iterator[tuple[Phrase, Phrase]]:
    """The keywords that say the same, in each two of the languages; `certain` are pairs known from elsewhere."""
    known = set(certain)
    for one, other in combinations([lang for lang in LANGS if lists.get(lang)], 2):
        yield from _aligned(lists[one], lists[other], known)


def _aligned(ones: Sequence[Phrase], others: Sequence[Phrase], known: set[Pair]) -> Iterator[tuple[Phrase, Phrase]]:
    if _in_alphabetical_order(ones) and _in_alphabetical_order(others):
        return
    anchors = [
        (i, j)
        for i, one in enumerate(ones)
        for j, other in enumerate(others)
        if fold(one.text) == fold(other.text) or (one.entry, other.entry) in known
    ]
    if any(b <= a or d <= c for (a, c), (b, d) in pairwise(anchors)):
        return  # not in one order
    edges = [(-1, -1), *anchors, (len(ones), len(others))]
    for (a, c), (b, d) in pairwise(edges):
        if b < len(ones) and d < len(others):
            yield ones[b], others[d]
        if b - a == d - c:
            yield from zip(ones[a + 1 : b], others[c + 1 : d], strict=True)


def _in_alphabetical_order(each: Sequence[Phrase]) -> bool:
    keys = [alphabetical(phrase.text) for phrase in each]
    return len(keys) >= ALPHABETICAL and keys == sorted(keys)
