"""The union of the search files as one serialized lunr index, for `lunr.Index.load`."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from lunr_search.coding import utf16
from lunr_search.indexing.known import Known
from lunr_search.indexing.postings import Postings
from lunr_search.reading.extract import Extract
from lunr_search.records import FIELDS

from .manifest import K1, B

LUNR_VERSION = "2.3.9"

Fields = dict[int, dict[int, tuple[int, list[int]]]]
"""Of one term: document -> field -> how often, and in which passages."""


def write_whole(path: Path, documents: Mapping[int, Extract], known: Known, found: Postings) -> None:
    """Write the union to `path`, whole or not at all."""
    aside = path.with_name(path.name + ".new")
    aside.write_text(json.dumps(serialized(documents, known, found), ensure_ascii=False), "utf-8", newline="\n")
    aside.replace(path)


def serialized(documents: Mapping[int, Extract], known: Known, found: Postings) -> dict[str, Any]:
    """What lunr.Index.toJSON would give: every term, every document, lunr's rounded weights."""
    refs = {number: extracted.page.id for number, extracted in documents.items()}
    averages = [int(row.sum()) / len(documents) for row in found.lengths]
    vectors: dict[tuple[int, int], list[float]] = {}
    inverted = []
    all_postings = _postings(found, len(known.terms))
    for number, place in enumerate(sorted(range(len(known.terms)), key=lambda place: utf16(known.terms[place]))):
        postings = all_postings[place]
        rarity = inverse_frequency(len(documents), sum(len(fields) for fields in postings.values()))
        for document, fields in postings.items():
            for field, (count, _) in fields.items():
                length = int(found.lengths[field, document])
                weight = term_weight(rarity, count, length, averages[field], FIELDS[field].boost)
                vectors.setdefault((field, document), []).extend((number, weight))
        inverted.append([known.terms[place], _entry(postings, number, refs)])
    return {
        "version": LUNR_VERSION,
        "fields": [field.name for field in FIELDS],
        "fieldVectors": [
            [f"{FIELDS[field].name}/{refs[document]}", vectors.get((field, document), [])]
            for document in refs
            for field in range(len(FIELDS))
        ],
        "invertedIndex": inverted,
        "pipeline": [],
    }


def _postings(found: Postings, terms: int) -> list[Fields]:
    """Of each term its postings, in the order of the documents."""
    result: list[Fields] = [{} for _ in range(terms)]
    for _, rows in found.slices(np.arange(terms)):
        layout, keys = rows.layout, rows.keys
        places = (layout.term(keys), layout.document_of(keys), layout.field_of(keys), layout.passage_of(keys))
        columns = (*places, rows.counts)
        for term, document, field, passage, count in zip(*(column.tolist() for column in columns), strict=True):
            before, passages = result[term].setdefault(document, {}).get(field, (0, []))
            result[term][document][field] = (before + count, [*passages, passage])
    return result


def _entry(postings: Fields, number: int, refs: Mapping[int, str]) -> dict[str, Any]:
    entry: dict[str, Any] = {"_index": number}
    for field, of in enumerate(FIELDS):
        entry[of.name] = {
            refs[document]: {"passages": fields[field][1]} for document, fields in postings.items() if field in fields
        }
    return entry


def inverse_frequency(documents: int, found: int) -> float:
    """lunr.idf: the number of *field* postings counts, not of documents."""
    return math.log(1 + abs((documents - found + 0.5) / (found + 0.5)))


def term_weight(idf: float, count: int, length: int, average: float, boost: float) -> float:
    """lunr.Builder.createFieldVectors, rounded as JavaScript's Math.round does."""
    score = idf * ((K1 + 1) * count) / (K1 * (1 - B + B * (length / average)) + count) * boost
    return math.floor(score * 1000 + 0.5) / 1000
