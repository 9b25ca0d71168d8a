"""The words by which a journal's parts are known, read once from `tables/labels.toml`.

`Labels.of("Кілт сөздер:")` -> Label("keywords", "kk"). Spellings are compared without case, outer
punctuation and repeated spaces, so the table stays short.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import cast

from .records import LANGS, Lang

ALWAYS_HEADINGS = ("abstract", "introduction", "section", "conclusion", "references", "contents")


@dataclass(frozen=True, slots=True)
class Label:
    """What a labelled line opens (`role`: a table of labels.toml) and in which language."""

    role: str
    lang: Lang


@dataclass(frozen=True)
class Labels:
    """All labels; `by_text` maps a folded spelling to its label."""

    by_text: dict[str, Label]
    keyword_opening: re.Pattern[str]
    caption: re.Pattern[str]
    note: re.Pattern[str]
    thesis: re.Pattern[str]
    institution: re.Pattern[str]
    contact: frozenset[str]
    running_heads: tuple[re.Pattern[str], ...]

    def of(self, text: str) -> Label | None:
        """The label that a whole line is, or None."""
        return self.by_text.get(folded(text)) if len(text) < 80 else None

    def heading(self, text: str) -> Label | None:
        """The label of a line that is a heading by its words alone."""
        label = self.of(text)
        return label if label and label.role in ALWAYS_HEADINGS else None

    def bare_caption(self, text: str) -> bool:
        """`Кесте 1.`: a caption that waits for its title."""
        match = self.caption.match(text)
        return match is not None and not text[match.end() :].strip(" .:–—-")

    def keywords(self, text: str) -> tuple[Lang, str] | None:
        """(language, the list) when the paragraph opens a list of keywords."""
        match = self.keyword_opening.match(text)
        if not match:
            return None
        return self.by_text[folded(match["label"])].lang, text[match.end() :].strip()


def folded(text: str) -> str:
    """`text` without case, outer punctuation and runs of spaces."""
    return " ".join(text.casefold().split()).strip(" .:;*_–—-")


@lru_cache(maxsize=1)
def load() -> Labels:
    table = tomllib.loads((files(__package__) / "tables" / "labels.toml").read_text("utf-8"))
    by_text = {
        folded(text): Label(role, cast("Lang", lang))
        for role, spellings in table.items()
        for lang, texts in spellings.items()
        if lang in LANGS
        for text in texts
    }
    keywords = _either(text for lang in LANGS for text in table["keywords"][lang])
    caption = _either(table["caption"]["any"])
    return Labels(
        by_text,
        keyword_opening=re.compile(rf"\s*(?P<label>{keywords})\s*[:.–—-]\s*", re.IGNORECASE),
        caption=re.compile(rf"(?:{caption})\s*\d+(?!\S*\w)|\d+\s*[-–—]?\s*(?:{caption})\b", re.IGNORECASE),
        note=re.compile(rf"(?:{_either(table['note']['any'])})\s*:", re.IGNORECASE),
        thesis=re.compile(_either(table["thesis"]["any"]), re.IGNORECASE),
        institution=re.compile(_either(table["institution"]["any"]), re.IGNORECASE),
        contact=frozenset(word for text in table["contact"]["any"] for word in text.split()),
        running_heads=tuple(re.compile(p, re.IGNORECASE) for p in table["running_head"]["patterns"]),
    )


def _either(texts: object) -> str:
    """A pattern for any of `texts`, longest first, with any run of spaces inside."""
    ordered = sorted(texts, key=len, reverse=True)  # type: ignore[call-overload]
    return "|".join(r"\s+".join(re.escape(word) for word in text.split()) for text in ordered)
