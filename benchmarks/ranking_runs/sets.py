"""Test sets that others made: documents, questions, and which documents answer which question.

A set is a folder with docs.jsonl ({id, title, text, lang}), queries.jsonl ({id, text, lang}) and qrels.tsv
(query, document, relevance). Files are read where they lie; nothing of them may go into the project.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FILES = ("docs.jsonl", "queries.jsonl", "qrels.tsv")
Run = Mapping[str, Sequence[str]]
"""Query -> documents, best first."""
Judged = Mapping[str, Mapping[str, int]]
"""Query -> document -> relevance, of the queries that some document answers."""


@dataclass(frozen=True, slots=True)
class Document:
    id: str
    title: str
    text: str
    lang: str

    @property
    def whole(self) -> str:
        """Title and text in one field."""
        return f"{self.title}\n{self.text}"


@dataclass(frozen=True, slots=True)
class TestSet:
    """`queries` holds those that are judged, as they are typed; `lang` is the language of the documents."""

    name: str
    lang: str
    documents: Sequence[Document]
    queries: Mapping[str, str]
    judged: Judged


def read_sets(folder: Path) -> list[TestSet]:
    """The sets below `folder`, by name."""
    folders = sorted({path.parent for path in folder.rglob(FILES[0])})
    return [read_set(one) for one in folders if all((one / name).is_file() for name in FILES)]


def read_set(folder: Path) -> TestSet:
    documents, queries, qrels = (folder / name for name in FILES)
    read = [Document(row["id"], row.get("title", ""), row["text"], row["lang"]) for row in _rows(documents)]
    judged = read_judged(qrels.read_text("utf-8"))
    asked = {row["id"]: row["text"] for row in _rows(queries) if row["id"] in judged}
    return TestSet(folder.name, read[0].lang, read, asked, judged)


def read_judged(text: str) -> Judged:
    """Of lines `query document relevance`, also with trec_eval's 0 in between."""
    judged: dict[str, dict[str, int]] = defaultdict(dict)
    for query, *_, document, relevance in map(str.split, text.splitlines()):
        judged[query][document] = int(relevance)
    return {query: found for query, found in judged.items() if any(one > 0 for one in found.values())}


def write_run(path: Path, run: Run) -> None:
    """A TREC run: `query Q0 document rank score tag`."""
    rows = (
        f"{query} Q0 {document} {rank} {1 / rank:.6f} {path.stem}\n"
        for query, documents in run.items()
        for rank, document in enumerate(documents, 1)
    )
    path.write_text("".join(rows), "utf-8", newline="\n")


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    """Lines end at LF only: a text may hold U+2028."""
    return (json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip())
