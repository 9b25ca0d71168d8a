"""Pages -> the index: every passage cut into words, every word analysed in the passage's language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from languages import Analyser, Term, normal, statutes, words

from .records import FIELDS, LANGS, Index, Page, Passage, Posting

FIELD_OF_PART = {part: number for number, field in enumerate(FIELDS) for part in field.parts}
OF_LANGUAGE = ("lemma", "part")  # kinds of terms that are words
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
            for term in passage_terms(passage, analyser):
                _count(term, index)
                _post(term.text, index, number, FIELD_OF_PART[passage.part], place)
    return index


def passage_terms(passage: Passage, analyser: Analyser) -> Iterator[Term]:
    """Each word's terms, then those of two words that are one elsewhere, then those of articles of laws."""
    lang = passage.lang or NO_LANGUAGE
    found = list(words(passage.text))
    for word in found:
        yield from analyser.terms(word.text, lang)
    for first, second in pairwise(found):
        if passage.text[first.end : second.start] == " ":
            yield from (Term(text, "joined", 1.0) for text in analyser.joined(first.text, second.text, lang))
    yield from (Term(statute.term, "article", 1.0) for statute in statutes(passage.text, found))


def _count(term: Term, index: Index) -> None:
    """Every word has one lemma."""
    index.words += term.kind == "lemma"
    if term.kind in OF_LANGUAGE:
        index.lemmas.add(term.text)


def _post(term: str, index: Index, number: int, field: int, place: int) -> None:
    index.lengths[number][field] += 1
    posting = index.postings.setdefault(term, {}).setdefault(number, Posting())
    posting.counts[field] += 1
    if not posting.passages or posting.passages[-1] != place:
        posting.passages.append(place)
