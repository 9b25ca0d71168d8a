"""One HTML page -> all that the index needs of it: its result texts, its words, its articles of laws.

Depends on nothing but the page's place and bytes, so that processes may share the work and answers may be kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from languages import FormList, cut, statutes_in
from lunr_search.records import FIELDS, Page

from . import pieces
from .pages import read_page
from .repeats import bare, repeats
from .words import words_of

FIELD_OF_PART = {part: number for number, field in enumerate(FIELDS) for part in field.parts}
NO_LANGUAGE = "en"  # too short to tell: English analysis leaves Cyrillic words as they are


@dataclass(frozen=True, slots=True)
class Extract:
    """What the index needs of a page. Arrays of tokens, in the order of the text, and of passages."""

    page: Page
    """Without its passages."""
    marked: bool
    """It marks its main text by `[data-index]`."""
    version: str
    codes: str
    pieces: int
    tokens: NDArray[np.uint32]
    """Of each word the number of its form in a list of forms."""
    spaced: NDArray[np.bool_]
    """Of each word: nothing but a space parts it from the next, in one passage."""
    counts: NDArray[np.uint32]
    """Of each passage: its words."""
    passages: NDArray[np.uint32]
    """Of each passage: its number."""
    fields: NDArray[np.uint8]
    """Of each passage: the number of its field."""
    statutes: tuple[tuple[int, str], ...]
    """Rank of a passage, and the term of an article of a law that it names."""

    def without_words(self) -> Extract:
        """All but its words, which are most of it: when they are indexed, nothing asks for them any more."""
        return replace(self, tokens=self.tokens[:0].copy(), spaced=self.spaced[:0].copy())


Extracted = tuple[Extract, list[str]]
"""What the index needs of a page, and its result texts (`pieces.piece_texts`)."""


def extract(place: str, data: bytes, forms: FormList) -> Extracted | None:
    """The page at `place` (relative to the site) with the HTML `data`; None where it has no text.

    Its words are entered into `forms`.
    """
    read = read_page(place, data)
    if not read:
        return None
    passages = read.page.passages
    texts = [passage.text for passage in passages]
    cited = [rank for rank, text in enumerate(texts) if "[" in text]
    found = words_of([*texts, *(bare(texts[rank]) for rank in cited)])
    folded, words = found.folded(), found.first(len(texts))
    for rank, compared in zip(cited, folded[len(texts) :], strict=True):
        folded[rank] = compared
    parts = pieces.cut(passages)
    numbers = list(pieces.numbers(parts))
    groups = repeats(folded[: len(texts)])
    said = pieces.piece_texts(read.page, parts, [[numbers[rank] for rank in group] for group in groups])
    extracted = Extract(
        page=replace(read.page, passages=()),
        marked=read.marked,
        version=pieces.version(said),
        codes=pieces.codes(parts),
        pieces=len(parts),
        tokens=words.forms([passage.lang or NO_LANGUAGE for passage in passages], forms),
        spaced=words.spaced,
        counts=words.counts(),
        passages=np.array(numbers, np.uint32),
        fields=np.array([FIELD_OF_PART[passage.part] for passage in passages], np.uint8),
        statutes=tuple(_statutes(texts, words.telling())),
    )
    return extracted, said


def _statutes(texts: Sequence[str], telling: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Rank of a passage and term of each article of a law; `telling` are the ranks of those that may name one."""
    for rank in telling:
        yield from ((rank, statute.term) for statute in statutes_in(cut(texts[rank])))
