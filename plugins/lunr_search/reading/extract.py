"""One HTML page -> all that the index needs of it: its result texts, its words, its articles of laws.

Depends on nothing but the page's place and bytes, so that processes may share the work and answers may be kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from languages import Cut, FormList, cut, normals, statutes_in, telling
from lunr_search.records import FIELDS, Page, Passage

from . import pieces
from .pages import read_page
from .repeats import repeats

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
    found = [cut(passage.text) for passage in passages]
    parts = pieces.cut(passages)
    numbers = list(pieces.numbers(parts))
    spelled = _spelled(found)
    groups = repeats([passage.text for passage in passages], [each.words for each in found], spelled)
    texts = pieces.piece_texts(read.page, parts, [[numbers[rank] for rank in group] for group in groups])
    extracted = Extract(
        page=replace(read.page, passages=()),
        marked=read.marked,
        version=pieces.version(texts),
        codes=pieces.codes(parts),
        pieces=len(parts),
        tokens=_tokens(passages, found, spelled, forms),
        spaced=_spaced(found),
        counts=np.array([len(each.words) for each in found], np.uint32),
        passages=np.array(numbers, np.uint32),
        fields=np.array([FIELD_OF_PART[passage.part] for passage in passages], np.uint8),
        statutes=tuple(_statutes(found, telling(spelled))),
    )
    return extracted, texts


def _spelled(found: Sequence[Cut]) -> dict[str, str]:
    """The distinct words of a page, which repeats its words, and their normal forms."""
    words = list(dict.fromkeys(chain.from_iterable(each.words for each in found)))
    return dict(zip(words, normals(words), strict=True))


def _tokens(
    passages: Sequence[Passage], found: Sequence[Cut], spelled: Mapping[str, str], forms: FormList
) -> NDArray[np.uint32]:
    """Of each word of a page the number of its form."""
    langs = [passage.lang or NO_LANGUAGE for passage in passages]
    number_of: dict[str, dict[str, int]] = {}
    for lang in dict.fromkeys(langs):
        words = list(dict.fromkeys(_words_in(lang, langs, found)))
        numbers = forms.enter(words, list(map(spelled.__getitem__, words)), lang)
        number_of[lang] = dict(zip(words, numbers, strict=True))
    tokens: list[int] = []
    for lang, (each, _) in zip(langs, found, strict=True):
        tokens += map(number_of[lang].__getitem__, each)
    return np.array(tokens, np.uint32)


def _words_in(lang: str, langs: Sequence[str], found: Sequence[Cut]) -> Iterator[str]:
    return chain.from_iterable(each.words for each, its in zip(found, langs, strict=True) if its == lang)


def _statutes(found: Sequence[Cut], tell: set[str]) -> Iterator[tuple[int, str]]:
    """Rank of a passage and term of each article of a law; a passage without a word that tells of any has none."""
    for rank, each in enumerate(found):
        if not tell.isdisjoint(each.words):
            yield from ((rank, statute.term) for statute in statutes_in(each))


def _spaced(found: Sequence[Cut]) -> NDArray[np.bool_]:
    spaced: list[bool] = []
    for _, gaps in found:
        spaced += [gap == " " for gap in gaps[1:-1]]
        spaced += [False] * (len(gaps) > 1)
    return np.array(spaced, np.bool_)
