"""Pages -> the index: every passage cut into words, every word analysed in the passage's language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from languages import Analyser, normal, words

from .records import FIELDS, LANGS, Index, Page, Posting

FIELD_OF_PART = {part: number for number, field in enumerate(FIELDS) for part in field.parts}
NO_LANGUAGE = "en"  # too short to tell: English analysis leaves Cyrillic words as they are


def vocabulary(pages: Sequence[Page]) -> dict[str, Counter[str]]:
    """How often each form stands in passages of each language: what the analyser may take as attested."""
    counts: dict[str, Counter[str]] = {lang: Counter() for lang in LANGS}
    for page in pages:
        for passage in page.passages:
            counts.setdefault(passage.lang or NO_LANGUAGE, Counter()).update(
                normal(word.text) for word in words(passage.text)
            )
    return counts


def analyse(pages: Sequence[Page], analyser: Analyser) -> Index:
    """The index of `pages`; their order gives the document numbers."""
    index = Index(list(pages), [], {}, 0)
    for number, page in enumerate(pages):
        index.lengths.append([0] * len(FIELDS))
        for place, passage in enumerate(page.passages):
            _add(index, number, place, FIELD_OF_PART[passage.part], passage.text, passage.lang or NO_LANGUAGE, analyser)
    return index


def _add(index: Index, number: int, place: int, field: int, text: str, lang: str, analyser: Analyser) -> None:
    for word in words(text):
        index.words += 1
        for term in analyser.terms(word.text, lang):
            index.lengths[number][field] += 1
            if term.kind != "prefix":
                index.lemmas.add(term.text)
            posting = index.postings.setdefault(term.text, {}).setdefault(number, Posting())
            posting.counts[field] += 1
            if not posting.passages or posting.passages[-1] != place:
                posting.passages.append(place)
