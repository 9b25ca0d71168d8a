"""What was changed, dropped, doubted or found, by file and line: nothing happens to a text in silence."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of `report.jsonl`; `line` is 0 where a whole file is meant.

    `kind`: join, keep, repair, drop, homoglyph, language, heading, duplicate, redact, clean, article,
    table, correction or warning. `last` is the last line of a block, where the entry is about one.
    """

    file: str
    line: int
    kind: str
    before: str = ""
    after: str = ""
    why: str = ""
    last: int | None = None

    def json(self) -> str:
        record = {key: value for key, value in asdict(self).items() if value is not None}
        return json.dumps(record, ensure_ascii=False)


@dataclass
class Report:
    """Collects entries in the order in which the stages make them."""

    entries: list[Entry] = field(default_factory=list)

    def add(
        self, file: str, line: int, kind: str, before: str = "", after: str = "", why: str = "", last: int | None = None
    ) -> None:
        self.entries.append(Entry(file, line, kind, before, after, why, last))

    def warn(self, file: str, line: int, why: str, before: str = "") -> None:
        self.add(file, line, "warning", before=before, why=why)

    def in_order(self) -> list[Entry]:
        """By file, then line; the order of the stages within a line."""
        return sorted(self.entries, key=lambda entry: (entry.file, entry.line))

    def jsonl(self) -> Iterator[str]:
        return (entry.json() + "\n" for entry in self.in_order())

    def counts(self) -> Counter[str]:
        return Counter(entry.kind for entry in self.entries)
