"""What the stages of the index share: pages, passages, parts, fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

Part = Literal["title", "authors", "abstract", "keywords", "body", "references"]
PARTS: tuple[Part, ...] = ("title", "authors", "abstract", "keywords", "body", "references")
LANGS = ("kk", "ru", "en")


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of a page.

    `anchor` is the id to jump to ("" for the page's top); `lang` is "" where unknown, "other" where it is none of ours.
    """

    text: str
    lang: str
    part: Part
    anchor: str


@dataclass(frozen=True, slots=True)
class Page:
    """One HTML page as the index sees it; `url` is relative to the site, `lang` the main text's language.

    `spellings` are other ways to write the names of its authors, by which the filter finds it, too. `keyword_lists` are
    the `keywords` by the language that the page gives them, in the page's order. `citation` are its tags for citing by
    name (Highwire's without `citation_`; `kind`, `canonical`, `untitled`).
    """

    id: str
    url: str
    title: str
    lang: str
    titles: Mapping[str, str] = field(default_factory=dict)
    authors: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    year: int | None = None
    issue: str | None = None
    status: str | None = None
    keywords: tuple[str, ...] = ()
    keyword_lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    citation: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the lunr index: its name, its boost, and the parts of a page that it holds."""

    name: str
    boost: float
    parts: tuple[Part, ...]


FIELDS = (
    Field("title", 1.0, ("title",)),
    Field("text", 1.0, ("authors", "abstract", "keywords", "body", "references")),
)
