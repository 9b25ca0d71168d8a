"""A clean article as its author wrote it: what the press prints and what the reader should give back."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "tests" / "gold" / "sample"


@dataclass
class Clean:
    """One article of tests/gold/sample; `number` names its file.

    Fields by name (`title.kk`), lists where a field repeats; body and references by line.
    """

    number: str = ""
    fields: dict[str, list[str]] = field(default_factory=dict)
    body: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)

    def one(self, name: str) -> str:
        return self.fields.get(name, [""])[0]

    def numbered(self, name: str) -> dict[str, str]:
        """`@email 2 b@example.org` as {"2": "b@example.org"}."""
        return dict(value.split(" ", 1) for value in self.fields.get(name, []))

    @property
    def lang(self) -> str:
        return self.one("lang")


def read_clean(path: Path) -> Clean:
    """Read a clean article; its format is described in tests/gold/sample/README.md."""
    clean = Clean(path.stem)
    target: list[str] | None = None
    for line in path.read_text("utf-8").splitlines():
        if line in ("@body", "@references", "@end"):
            target = {"@body": clean.body, "@references": clean.references}.get(line)
        elif target is not None:
            if line.strip():
                target.append(line.strip())
        elif line.startswith("@"):
            name, _, value = line[1:].partition(" ")
            clean.fields.setdefault(name, []).append(value.strip())
    return clean


def read_all() -> list[Clean]:
    """All clean articles; the last one is the thesis."""
    return [read_clean(path) for path in sorted(FOLDER.glob("*.txt"))]
