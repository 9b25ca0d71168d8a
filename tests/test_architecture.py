"""Imports go downwards: the arrows of docs/architecture.md, drawn from the code."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

PLUGINS = Path(__file__).resolve().parent.parent / "plugins"

# A room may use the rooms named here and no other.
ROOMS = {
    "languages": set(),
    "journal": {"languages"},
    "lunr_search": {"languages"},
    "publishing": {"journal", "languages", "lunr_search"},
}

# The journal's modules, from the ground up: each may import from the rows under its own, never from beside it.
JOURNAL = [
    ("records, tables", "records errors"),
    ("records, tables", "labels report shapes slugs"),
    ("helpers", "checks evidence fixes front layout pages parts"),
    ("helpers", "desk healing hyphens"),
    ("helpers", "joining"),
    (
        "stages",
        "account assemble blocks corrections decode finish furniture language lines markdown split thesis units",
    ),
    ("the tuple of stages", "stages merge"),
    ("what a folder holds", "corpus catalogue site"),
    ("wiring", "interface"),
    ("wiring", "__init__"),
]
WITH_PELICAN = {"journal.__init__", "journal.interface", "lunr_search.__init__", "publishing.build"}


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(PLUGINS).with_suffix("").parts)


@cache
def arrows() -> frozenset[tuple[str, str]]:
    """(importing module, imported module) of all modules below plugins; libraries by their first name."""
    return frozenset((module_name(path), target) for path in PLUGINS.rglob("*.py") for target in imported(path))


def imported(path: Path) -> Iterator[str]:
    """What a file imports, also late and for types only; `from . import x` names the module x."""
    room = path.relative_to(PLUGINS).parts[0]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level:
            yield from (f"{room}.{name}" for name in ([node.module] if node.module else [a.name for a in node.names]))
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


@pytest.mark.parametrize("room", ROOMS)
def test_rooms_know_only_those_below(room: str) -> None:
    """No room imports one that it must not know."""
    climbing = {
        (source, target)
        for source, target in arrows()
        if source.split(".")[0] == room and target.split(".")[0] in ROOMS.keys() - ROOMS[room] - {room}
    }
    assert not climbing


def test_every_room_is_drawn() -> None:
    """A new room gets its place in the table before it gets code."""
    assert {path.name for path in PLUGINS.iterdir() if any(path.glob("*.py"))} == set(ROOMS)


def test_every_module_of_the_journal_has_a_row() -> None:
    """A new module says what it is; one that is gone leaves the table."""
    listed = [name for _, names in JOURNAL for name in names.split()]
    assert sorted(listed) == sorted(path.stem for path in (PLUGINS / "journal").glob("*.py"))


def test_stages_import_nothing_beside_or_above_them() -> None:
    """What passes between stages are records; only the tuple and the wiring know the stages."""
    height = {f"journal.{name}": row for row, (_, names) in enumerate(JOURNAL) for name in names.split()}
    climbing = {
        (source, target)
        for source, target in arrows()
        if source in height and target in height and height[target] >= height[source]
    }
    assert not climbing


def test_pelican_stays_in_the_wiring() -> None:
    """Stages, languages and the search know nothing of Pelican."""
    assert {source for source, target in arrows() if target.split(".")[0] == "pelican"} <= WITH_PELICAN


def test_no_room_imports_the_tests_or_benchmarks() -> None:
    """What ships stands by itself."""
    assert not {arrow for arrow in arrows() if arrow[1].split(".")[0] in {"tests", "benchmarks", "degrade", "pytest"}}


def test_no_module_imports_itself_in_a_circle() -> None:
    """Within each room, following the arrows never comes back."""
    graph: dict[str, set[str]] = {}
    for source, target in arrows():
        graph.setdefault(source, set()).add(target)

    def reaches(start: str, here: str, seen: set[str]) -> bool:
        later = graph.get(here, set()) - seen
        return start in later or any(reaches(start, there, seen | later) for there in later)

    assert not [name for name in graph if reaches(name, name, set())]
