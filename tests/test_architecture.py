"""Imports go downwards: the arrows of docs/architecture.md, drawn from the code."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PLUGINS = Path(__file__).resolve().parent.parent / "plugins"

# A room may use the rooms named here and no other.
ROOMS = {
    "languages": set(),
    "journal": {"languages"},
    "lunr_search": {"languages"},
    "analysed": {"languages", "lunr_search"},
    "publishing": {"analysed", "journal", "languages", "lunr_search"},
}

# The rooms and single modules of a plugin, from the ground up: each may import from those before it only.
LANGUAGES = [
    "tables",
    "uncollected",
    "numbering",
    "packed",
    "suffixes",
    "words",
    "letter_tables",
    "fold",
    "spelling",
    "stop",
    "detect",
    "order",
    "latin",
    "alphabets",
    "counted",
    "paradigms",
    "heads",
    "firsts",
    "inflection",
    "english_list",
    "english",
    "russian",  # by pymorphy3
    "kazakh",  # readings by grammar, weighed by the corpus
    "statute_table",
    "statutes",
    "forms",
    "form_list",
    "facts",  # what words say by themselves
    "lookup",
    "asked",
    "lemmas",  # and in a corpus
    "entries",
    "compounds",
    "term_rows",
    "analyser",
    "counterparts",
    "names",  # of people
    "export",  # the tables for the page
    "__init__",
    "__main__",
]
JOURNAL = [
    "errors",
    "records",
    "store",
    "report",
    "signs",  # what a line, a word, a name looks like
    "desk",
    "reading",  # files of all formats -> text
    "cleaning",  # text -> clean lines without page furniture
    "paragraphs",  # lines -> blocks with a kind and a language
    "notes",  # footnotes out of the text
    "citing",  # what a text cites
    "articles",  # blocks -> articles
    "persons",  # who is who
    "editor",  # corrections, and what the editor is told
    "stages",
    "dumps",  # the files of a folder
    "corpus",
    "web",  # articles -> pages, catalogue
    "__init__",
]
SEARCH = [
    "records",
    "errors",
    "tables",
    "coding",
    "column",  # of words
    "spans",  # of rows
    "sorting",  # in JavaScript's order
    "numbers",
    "files",
    "lists",
    "progress",
    "processes",
    "workers",
    "executors",
    "cache",
    "carried",  # from build to build
    "reading",  # a page -> its words and result texts
    "gathering",  # all pages, those of the last build among them, and what their words say
    "indexing",  # words -> terms and postings
    "renewing",  # those of the last build, put right
    "parallel",  # what the articles say in several languages
    "bundling",  # the scripts of the pages
    "writing",  # all of it -> search files
    "build",
    "__init__",
]
IN_ORDER = {"languages": LANGUAGES, "journal": JOURNAL, "lunr_search": SEARCH}
WITH_PELICAN = {
    "journal.__init__",
    "journal.web.interface",
    "journal.web.repair_pages",
    "lunr_search.__init__",
    "publishing.pages",
}


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(PLUGINS).with_suffix("").parts)


@cache
def arrows() -> frozenset[tuple[str, str]]:
    """(importing module, imported module) of all modules below plugins; libraries by their first name."""
    return frozenset((module_name(path), target) for path in PLUGINS.rglob("*.py") for target in imported(path))


def imported(path: Path) -> Iterator[str]:
    """What a file imports, also late and for types only; `from . import x` names the module x."""
    folder = path.relative_to(PLUGINS).parent.parts
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level:
            around = folder[: len(folder) + 1 - node.level]
            names = [node.module] if node.module else [alias.name for alias in node.names]
            yield from (".".join([*around, name]) for name in names)
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


@pytest.mark.parametrize("plugin", IN_ORDER)
def test_every_room_inside_has_its_place(plugin: str) -> None:
    """A new room or single module says where it stands; one that is gone leaves the list."""
    folder = PLUGINS / plugin
    there = [path.stem for path in folder.glob("*.py")] + [
        path.name for path in folder.iterdir() if any(path.glob("*.py"))
    ]
    assert sorted(there) == sorted(IN_ORDER[plugin])


@pytest.mark.parametrize("plugin", IN_ORDER)
def test_rooms_inside_import_downwards(plugin: str) -> None:
    """What passes between the rooms are records; only what directs the stages and the wiring know them all."""
    height = {name: row for row, name in enumerate(IN_ORDER[plugin])}
    climbing = {
        (source, target)
        for source, target in arrows()
        if source.startswith(f"{plugin}.") and target.startswith(f"{plugin}.") and _place(source) != _place(target)
        if height.get(_place(target), -1) >= height[_place(source)]
    }
    assert not climbing


def test_no_room_goes_round_in_circles() -> None:
    """Inside a room too, modules build on one another in one direction."""
    graph: dict[str, set[str]] = {}
    for source, target in arrows():
        if source.startswith("journal.") and target.startswith("journal."):
            graph.setdefault(source, set()).add(target)
    assert list(TopologicalSorter(graph).static_order())


def _place(module: str) -> str:
    """The room, or the single module, of a plugin that a name lies in."""
    return module.split(".")[1]


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
