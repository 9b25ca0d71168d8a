"""The words by which a journal's parts are known, read once from `tables/labels.toml`.

`Labels.of("Кілт сөздер:")` -> Label("keywords", "kk"). Spellings are compared without case, outer
punctuation and repeated spaces, so the table stays short.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import cast

from journal.records import LANGS, Lang

ALWAYS_HEADINGS = ("abstract", "introduction", "section", "conclusion", "references", "contents", "notes")
RUN_IN = ("abstract", "introduction", "section", "conclusion", "references", "notes")
LONGEST = 80  # characters of a line that is a label
LEAST_BEHIND = 4  # words behind a label in its paragraph; fewer are a title of their own
NUMBERED = r"(?:(?:\d{1,2}(?:\.\d{1,2})*|[IVXІХ]{1,4})[.)]?\s+)?"
NUMBER = re.compile(NUMBERED, re.IGNORECASE)
BRACKETS = re.compile(r"\s*\([^()]*\)\s*:?$")  # `Сведения об авторах (Information about authors):`
WIDE_OPENING = re.compile(r"\s*(?P<label>(?:\w ){6,}\w)\s*[:.–—-]\s*")
WIDE_SET = re.compile(r"(?:\w ){3,}\w")


@dataclass(frozen=True, slots=True)
class Label:
    """What a labelled line opens (`role`: a table of labels.toml) and in which language."""

    role: str
    lang: Lang


@dataclass(frozen=True)
class Labels:
    """All labels; `by_text` maps a folded spelling to its label."""

    by_text: dict[str, Label]
    by_letters: dict[str, Label]
    keyword_opening: re.Pattern[str]
    opening: re.Pattern[str]
    caption: re.Pattern[str]
    note: re.Pattern[str]
    thesis: re.Pattern[str]
    institution: re.Pattern[str]
    contact: frozenset[str]
    rubric: re.Pattern[str]

    def of(self, text: str) -> Label | None:
        """The label that a whole line is, or None; its number (`1. Introduction`) and wide-set letters don't count."""
        if len(text) > LONGEST:
            return None
        bare = folded(BRACKETS.sub("", text))
        if WIDE_SET.fullmatch(bare):
            return self.by_letters.get(bare.replace(" ", ""))
        return self.by_text.get(bare) or self.by_text.get(NUMBER.sub("", bare))

    def heading(self, text: str) -> Label | None:
        """The label of a line that is a heading by its words alone."""
        label = self.of(text)
        return label if label and label.role in ALWAYS_HEADINGS else None

    def run_in(self, text: str) -> tuple[Label, str, str] | None:
        """(label, its words, the text) of a paragraph that begins with a label: `Аннотация. В статье …`."""
        match = self.opening.match(text)
        label = self.of(match["label"]) if match else None
        rest = text[match.end() :] if match else ""
        if not match or not label or text[:1].islower() or len(rest.split()) < LEAST_BEHIND:
            return None
        # `Аңдатпа: бұл мақалада …`
        goes_on = label.role == "abstract" and not text[: match.end()].rstrip().endswith(".")
        if not (goes_on or rest[0].isupper() or rest[0] in '«“"1['):
            return None
        return label, text[: match.end()].strip(), rest

    def bare_caption(self, text: str) -> bool:
        """`Кесте 1.`: a caption that waits for its title."""
        match = self.caption.match(text)
        return match is not None and not text[match.end() :].strip(" .:–—-")

    def keywords(self, text: str) -> tuple[Lang, str] | None:
        """(language, the list) when the paragraph opens a list of keywords; a label alone opens the next one."""
        alone = self.of(text)
        if alone and alone.role == "keywords":
            return alone.lang, ""
        match = self.keyword_opening.match(text) or WIDE_OPENING.match(text)
        label = self.of(match["label"]) if match else None
        if not match or not label or label.role != "keywords":
            return None
        return label.lang, text[match.end() :].strip()


def folded(text: str) -> str:
    """`text` without case, outer punctuation and runs of spaces."""
    return " ".join(text.casefold().split()).strip(" .:;*_–—-")


@lru_cache(maxsize=1)
def load() -> Labels:
    table = tomllib.loads((files("journal") / "tables" / "labels.toml").read_text("utf-8"))
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
        by_letters={text.replace(" ", ""): label for text, label in by_text.items()},
        keyword_opening=re.compile(rf"\s*(?P<label>{keywords})\s*[:.–—-]\s*", re.IGNORECASE),
        opening=re.compile(rf"(?P<label>{NUMBERED}(?:{_either(_run_in(table))}))\s*[.:–—-]\s+", re.IGNORECASE),
        caption=re.compile(rf"(?:{caption})\s*\d++(?:\.\d++)*+(?!\S*\w)|\d+\s*[-–—]?\s*(?:{caption})\b", re.IGNORECASE),
        note=re.compile(rf"(?:{_either(table['note']['any'])})\s*:", re.IGNORECASE),
        thesis=re.compile(_either(table["thesis"]["any"]), re.IGNORECASE),
        institution=re.compile(_either(table["institution"]["any"]), re.IGNORECASE),
        contact=frozenset(word for text in table["contact"]["any"] for word in text.split()),
        rubric=re.compile("|".join(table["rubric"]["patterns"]), re.IGNORECASE),
    )


def _run_in(table: Mapping[str, Mapping[str, list[str]]]) -> Iterator[str]:
    """The labels that may stand in one paragraph with what they open."""
    return (text for role in RUN_IN for texts in table[role].values() for text in texts)


def _either(texts: object) -> str:
    """A pattern for any of `texts`, longest first, with any run of spaces inside."""
    ordered = sorted(texts, key=len, reverse=True)  # type: ignore[call-overload]
    return "|".join(r"\s+".join(re.escape(word) for word in text.split()) for text in ordered)
