"""The union of the search files as one serialized lunr index, for `lunr.Index.load`."""

from __future__ import annotations

import math
from typing import Any

from .records import FIELDS, Index
from .terms import utf16

LUNR_VERSION = "2.3.9"
K1, B = 1.2, 0.75  # lunr.Builder's defaults


def serialized(index: Index) -> dict[str, Any]:
    """What lunr.Index.toJSON would give: every term, every document, lunr's rounded weights."""
    terms = sorted(index.postings, key=utf16)
    number = {term: i for i, term in enumerate(terms)}
    refs = [page.id for page in index.documents]
    averages = index.averages()
    vectors: dict[tuple[int, int], list[float]] = {}
    for term in terms:
        idf = inverse_frequency(index, term)
        for document, posting in sorted(index.postings[term].items()):
            for field, count in enumerate(posting.counts):
                if count:
                    weight = term_weight(
                        idf, count, index.lengths[document][field], averages[field], FIELDS[field].boost
                    )
                    vectors.setdefault((field, document), []).extend((number[term], weight))
    return {
        "version": LUNR_VERSION,
        "fields": [field.name for field in FIELDS],
        "fieldVectors": [
            [f"{FIELDS[field].name}/{refs[document]}", vectors.get((field, document), [])]
            for document in range(len(refs))
            for field in range(len(FIELDS))
        ],
        "invertedIndex": [[term, _posting(index, term, number[term], refs)] for term in terms],
        "pipeline": [],
    }


def _posting(index: Index, term: str, number: int, refs: list[str]) -> dict[str, Any]:
    entry: dict[str, Any] = {"_index": number}
    for i, field in enumerate(FIELDS):
        entry[field.name] = {
            refs[document]: {"passages": posting.passages}
            for document, posting in sorted(index.postings[term].items())
            if posting.counts[i]
        }
    return entry


def inverse_frequency(index: Index, term: str) -> float:
    """lunr.idf: the number of *field* postings counts, not of documents."""
    found = sum(sum(count > 0 for count in posting.counts) for posting in index.postings[term].values())
    return math.log(1 + abs((len(index.documents) - found + 0.5) / (found + 0.5)))


def term_weight(idf: float, count: int, length: int, average: float, boost: float) -> float:
    """lunr.Builder.createFieldVectors, rounded as JavaScript's Math.round does."""
    score = idf * ((K1 + 1) * count) / (K1 * (1 - B + B * (length / average)) + count) * boost
    return math.floor(score * 1000 + 0.5) / 1000
