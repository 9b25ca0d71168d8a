"""What the search is measured against: BM25 as Lucene has it, over terms that a baseline makes of words."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache

import pymorphy3
import simplemma

from languages import Analyser, normal, parts, stop_words, words

from .sets import Run, TestSet

K1, B = 1.2, 0.75
DEPTH = 100
PREFIX = 5  # letters
MARK = "…"  # keeps a cut word apart from a lemma of the same letters
Terms = Callable[[str], Iterable[tuple[str, float]]]
"""Word in normal form -> its terms, each with what it counts in a question."""


def baselines(test: TestSet) -> dict[str, Run]:
    """Name -> run, for all baselines of the set's language."""
    return {name: bm25(test, terms) for name, terms in baseline_terms(test).items()}


def baseline_terms(test: TestSet) -> dict[str, Terms]:
    """Name -> how words become terms."""
    plain: dict[str, Terms] = {"words": lambda word: [(word, 1)], "trunc5": lambda word: [(word[:PREFIX], 1)]}
    return plain | _OF_LANGUAGE[test.lang](test)


def _kazakh(test: TestSet) -> dict[str, Terms]:
    """Our lemmas, the documents being all that is attested; also with the word's first letters as a second term."""
    forms = Counter(word for document in test.documents for word in _words(document.whole))
    analyser = Analyser({"kk": forms})

    def mixture(weight: float) -> Terms:
        return lambda word: [(analyser.lemma(word, "kk"), 1), (word[:PREFIX] + MARK, weight)]

    return {
        "lemma": lambda word: [(analyser.lemma(word, "kk"), 1)],
        "lemma + trunc5": mixture(1),
        "lemma + trunc5 × .5": mixture(0.5),
    }


def _russian(_: TestSet) -> dict[str, Terms]:
    parse = cache(pymorphy3.MorphAnalyzer(lang="ru").parse)
    return {"pymorphy3": lambda word: [(normal(parse(word)[0].normal_form), 1)]}


def _english(_: TestSet) -> dict[str, Terms]:
    """A stemmer would be one more dependency; measured, simplemma and Snowball differ by .01 at most."""
    stopped = stop_words("en")
    return {
        "simplemma, no stop words": lambda word: (
            [] if word in stopped else [(simplemma.lemmatize(word, lang="en").lower(), 1)]
        )
    }


_OF_LANGUAGE: Mapping[str, Callable[[TestSet], dict[str, Terms]]] = {
    "kk": _kazakh,
    "ru": _russian,
    "en": _english,
}


def bm25(test: TestSet, terms_of: Terms) -> Run:
    """Title and text as one field; among equals the order of the documents holds."""
    postings: dict[str, Counter[int]] = defaultdict(Counter)
    lengths: list[int] = []
    for number, document in enumerate(test.documents):
        found = [term for word in _words(document.whole) for term, _ in terms_of(word)]
        lengths.append(len(found))
        for term, count in Counter(found).items():
            postings[term][number] = count
    return {
        query: [test.documents[number].id for number in _ranked(_asked(text, terms_of), postings, lengths)]
        for query, text in test.queries.items()
    }


def _ranked(asked: Mapping[str, float], postings: Mapping[str, Counter[int]], lengths: Sequence[int]) -> list[int]:
    """Document numbers, best first."""
    scores: dict[int, float] = defaultdict(float)
    average = sum(lengths) / len(lengths)
    for term, weight in asked.items():
        found = postings.get(term, Counter())
        rarity = math.log(1 + (len(lengths) - len(found) + 0.5) / (len(found) + 0.5))
        for number, count in found.items():
            scores[number] += weight * rarity * count / (count + K1 * (1 - B + B * lengths[number] / average))
    return sorted(scores, key=lambda number: (-scores[number], number))[:DEPTH]


def _asked(text: str, terms_of: Terms) -> dict[str, float]:
    """What each term of a question counts; a word typed twice counts twice."""
    weights: dict[str, float] = defaultdict(float)
    for word in _words(text):
        for term, weight in terms_of(word):
            weights[term] += weight
    return weights


def _words(text: str) -> Iterator[str]:
    """In normal form, parted at hyphens."""
    return (part for word in words(text) for part in parts(normal(word.text)))
