"""What the reader made of a folder of dumps, with what a scorer asks of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from journal.corpus import Corpus, read_corpus
from journal.desk import Desk
from journal.dumps import dump_paths
from journal.editor.corrections import read_corrections
from journal.paragraphs.markdown import looks_like_markdown
from journal.records import Article, Line
from journal.report import Entry, Report
from journal.signs import labels
from journal.signs.evidence import Evidence
from journal.stages import BEFORE_EVIDENCE, Dump


@dataclass(frozen=True)
class Reading:
    """A corpus, read once; `lines` are the clean lines of its dumps before anything was dropped."""

    folder: Path
    corpus: Corpus

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        return self.corpus.articles

    @cached_property
    def entries(self) -> Mapping[str, tuple[Entry, ...]]:
        """Entries of the report by kind."""
        by_kind: dict[str, list[Entry]] = {}
        for entry in self.corpus.report.in_order():
            by_kind.setdefault(entry.kind, []).append(entry)
        return {kind: tuple(found) for kind, found in by_kind.items()}

    def of(self, *kinds: str) -> Iterator[Entry]:
        return (entry for kind in kinds for entry in self.entries.get(kind, ()))

    @cached_property
    def lines(self) -> Mapping[str, tuple[Line, ...]]:
        """By the dump's name."""
        return {path.name: clean_lines(path) for path in dump_paths(self.folder)}

    def is_markdown(self, file: str) -> bool:
        return looks_like_markdown(self.lines[file], Path(file).suffix)


def read(folder: Path) -> Reading:
    return Reading(folder, read_corpus(folder))


def clean_lines(path: Path) -> tuple[Line, ...]:
    """The stages up to clean lines, with a report that nobody reads."""
    desk = Desk(labels.load(), Evidence(), Report())
    dump = Dump(path, read_corrections(path.with_suffix(".toml")))
    for stage in BEFORE_EVIDENCE:
        dump = stage(dump, desk)
        if dump.lines:
            return dump.lines
    return ()
