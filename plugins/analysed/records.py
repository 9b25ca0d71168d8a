"""What the writers of all formats get: an article's paragraphs with their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lunr_search.records import Page


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of an article.

    `gaps` are what stands before, between and behind its words: `gaps[0] + forms[0] + gaps[1] + …` is its text. `page`
    is the last page of the journal known to begin at or before it, "" where none is.
    """

    number: int
    """From 1, in its article."""
    lang: str
    part: str
    anchor: str
    page: str
    forms: Sequence[str]
    lemmas: Sequence[str]
    gaps: Sequence[str]

    @property
    def text(self) -> str:
        return self.gaps[0] + "".join(form + gap for form, gap in zip(self.forms, self.gaps[1:], strict=True))


@dataclass(frozen=True, slots=True)
class Text:
    """An article; `page` is what is known about it."""

    page: Page
    paragraphs: Sequence[Paragraph]

    @property
    def words(self) -> int:
        return sum(len(paragraph.forms) for paragraph in self.paragraphs)
