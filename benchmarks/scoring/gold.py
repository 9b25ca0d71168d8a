"""Gold: what a perfect reader would find in a folder of dumps, as JSON made by reading or by the press that printed it.

A folder holds articles.json, hyphens.json, noise.json and languages.json; their form is described in
tests/gold/sample/README.md. Gold may speak of a part of the dumps only: what lies outside is not judged.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from journal.records import Span

FILES = ("articles.json", "hyphens.json", "noise.json", "languages.json")
Row = dict[str, Any]


@dataclass(frozen=True)
class Gold:
    """The rows of the four files, each with its `file`; `covered` is what they speak of."""

    articles: list[Row]
    hyphens: list[Row]
    breaks: list[Row]
    glued: list[Row]
    noise: list[Row]
    blocks: list[Row]
    covered: list[Span] = field(default_factory=list)

    def covers(self, file: str, line: int) -> bool:
        return any(span.file == file and span.first <= line <= span.last for span in self.covered)


def read_gold(folder: Path) -> Gold:
    articles, hyphens, noise, languages = (json.loads((folder / name).read_text("utf-8")) for name in FILES)
    return gold_of(articles, hyphens, noise, languages if isinstance(languages, list) else [languages])


def gold_of(articles: list[Row], hyphens: Row, noise: list[Row], languages: list[Row]) -> Gold:
    blocks = [{"file": each["file"], **block} for each in languages for block in each["blocks"]]
    covered = [span for article in articles for span in sources(article)]
    return Gold(
        articles,
        hyphens["line_end_hyphens"],
        hyphens["intra_word_breaks"],
        hyphens.get("glued_words", []),
        noise,
        blocks,
        covered + list(_around(noise, covered)),
    )


def _around(noise: list[Row], covered: list[Span]) -> Iterator[Span]:
    """Noise lines before, between and behind the articles."""
    files = {span.file for span in covered}
    return (Span(row["file"], row["line"], row["line"]) for row in noise if row["file"] in files)


def sources(article: Row) -> list[Span]:
    return [Span(each["file"], each["start"], each["end"]) for each in article["sources"]]
