"""What the press knows of a dump, written down while it prints: gold by construction.

The form is that of the project's gold (tests/gold/sample/README.md): articles, hyphens and broken words, noise lines,
languages of blocks. Lines count from 1.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from .style import LANGS
from .trace import Break, Hyphen

Row = dict[str, Any]


@dataclass
class Record:
    """Gold rows of one dump, each with its `file`."""

    file: str
    articles: list[Row] = field(default_factory=list)
    hyphens: list[Row] = field(default_factory=list)
    breaks: list[Row] = field(default_factory=list)
    noise: list[Row] = field(default_factory=list)
    blocks: list[Row] = field(default_factory=list)

    def block(self, lines: Sequence[int], texts: Sequence[str], kind: str, lang: str | None) -> None:
        """A block that stands on `lines`; `lang` is None where nothing tells it (an e-mail address)."""
        chars = len(" ".join(text.strip() for text in texts))
        self.blocks.append({"start": lines[0], "end": lines[-1], "lang": lang, "kind": kind, "chars": chars})

    def dropped(self, line: int, kind: str) -> None:
        self.noise.append({"file": self.file, "line": line, "kind": kind, "drop": True})

    def damage(self, hyphens: Sequence[Hyphen], breaks: Sequence[Break], lines: Sequence[int]) -> None:
        """What was done to a paragraph printed on `lines`."""
        for hyphen in hyphens:
            row = {"file": self.file, "line": lines[hyphen.line], "next_line": lines[hyphen.line + 1]}
            row |= {"left": hyphen.left, "right": hyphen.right, "decision": hyphen.decision, "word": hyphen.word}
            self.hyphens.append(row)
        for each in breaks:
            first, last = lines[each.first], lines[each.last]
            row = {"file": self.file, "line": first, "lines": sorted({first, last}), "broken": each.broken}
            self.breaks.append(row | {"repaired": each.repaired, "kind": "split"})

    def article(self, number: str, lang: str) -> Row:
        """An article that begins here; its parts are filled in while they are printed."""
        row: Row = {"id": number, "sources": [], "body_lang": lang, "body": None}
        row |= {"titles": {one: absent_title() for one in LANGS}, "authors": dict.fromkeys(LANGS)}
        row |= {"abstracts": dict.fromkeys(LANGS), "keywords": dict.fromkeys(LANGS), "sections": []}
        row |= {"references": {"list_in_file": False}, "duplicate_of": None}
        self.articles.append(row)
        return row

    def place(self, first: int, last: int) -> Row:
        return {"file": self.file, "start": first, "end": last}


def absent_title() -> Row:
    return {"text": None, "file": None, "lines": None, "in_file": False}
