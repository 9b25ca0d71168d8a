"""What was changed, dropped, doubted or found, by file and line: nothing happens to a text in silence."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass

from .store import Store


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of `report.jsonl`; `line` is 0 where a whole file is meant.

    `kind`: join, keep, repair, page_break, drop, homoglyph, language, heading, duplicate, redact, clean, article,
    table, footnote, correction, likeness or warning. `last` is the last line of a block, where the entry is about one.
    `around` is the text around a doubtful place, at most 200 characters: the line above, the place's line, the line
    below.
    """

    file: str
    line: int
    kind: str
    before: str = ""
    after: str = ""
    why: str = ""
    last: int | None = None
    around: str | None = None

    def json(self) -> str:
        record = {key: value for key, value in asdict(self).items() if value is not None}
        return json.dumps(record, ensure_ascii=False)


class Report:
    """Collects entries in the order in which the stages make them; those of a dump that is done lie on disk."""

    def __init__(self) -> None:
        self._open: list[Entry] = []
        self._closed: Store[list[Entry]] = Store()
        self._of: dict[str, int] = {}
        self._counts: Counter[str] = Counter()

    def add(
        self, file: str, line: int, kind: str, before: str = "", after: str = "", why: str = "", last: int | None = None
    ) -> None:
        self._open.append(Entry(file, line, kind, before, after, why, last))
        self._counts[kind] += 1

    def warn(self, file: str, line: int, why: str, before: str = "") -> None:
        self.add(file, line, "warning", before=before, why=why)

    def close(self, file: str, finish: Callable[[Sequence[Entry]], Iterable[Entry]] = tuple) -> None:
        """Set the entries of a dump aside; `finish` may add what is known of them while the dump is at hand."""
        own = [entry for entry in self._open if entry.file == file]
        self._open = [entry for entry in self._open if entry.file != file]
        self._of[file] = self._closed.put(list(finish(own)))

    def of(self, file: str) -> list[Entry]:
        """The entries of one file by line; within a line in the order of the stages."""
        closed = self._closed.get(self._of[file]) if file in self._of else []
        return sorted([*closed, *(entry for entry in self._open if entry.file == file)], key=lambda entry: entry.line)

    def files(self) -> list[str]:
        """The files that have entries, sorted."""
        return sorted({*self._of, *(entry.file for entry in self._open)})

    def in_order(self) -> Iterator[Entry]:
        """By file, then line; one file's entries are in memory at a time."""
        return (entry for file in self.files() for entry in self.of(file))

    @property
    def entries(self) -> list[Entry]:
        """All of them; for small corpora and tests."""
        return list(self.in_order())

    def jsonl(self) -> Iterator[str]:
        return (entry.json() + "\n" for entry in self.in_order())

    def counts(self) -> Counter[str]:
        return Counter(self._counts)
