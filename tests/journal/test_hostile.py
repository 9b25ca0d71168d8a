"""Texts of one thing over and over (benchmarks/shapes.py): none makes the reader crash or hang.

`make test` reads all of them small, and the largest of what costs little; `make test-long` all of them large. How time
grows is measured by `benchmarks/scale.py`; here a guard says only that reading ends.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from benchmarks.shapes import HEAD, INVISIBLE, LINES, MARKDOWN, ONE_LINE, nested, over, row
from journal.dumps import CorpusError
from tests.journal.tools import corpus

ALL = [
    *((shape, "a.txt") for shape in [*LINES, *ONE_LINE]),
    *((shape, "a.md") for shape in [*LINES, *ONE_LINE, *MARKDOWN]),
]
SHAPES = {**LINES, **ONE_LINE, **MARKDOWN}
SMALL, LARGE = 6_000, 300_000  # characters
MB = 1_000_000
# What no dump has and a reader must bear; those that take more than a second or two are for `make test-long`.
QUICK = {
    "10 MB of spaces in one line": ("a.txt", over(" ", after="бал")(10 * MB)),
    "10 MB of nothing visible": ("a.txt", over(INVISIBLE, "")(10 * MB)),
    "10,000 quotes in quotes": ("a.md", nested("> ")(20_000)),
    "10,000 stars": ("a.md", nested("* ")(20_000)),
    "10,000 points": ("a.md", nested("- ")(20_000)),
    "10,000 brackets": ("a.md", nested("[", "]")(10_000)),
    "10,000 round brackets": ("a.md", nested("(", ")")(10_000)),
    "10,000 elements": ("a.md", nested("<div>")(50_000)),
}
SLOW = {
    "10 MB in one line": ("a.txt", over("бал мен ара. ")(10 * MB)),
    "10 MB in one line of Markdown": ("a.md", over("бал мен ара. ")(10 * MB)),
    "one word of 10 MB": ("a.txt", over("ба")(10 * MB)),
    "10 MB without a line end": ("a.txt", over("бал ", "")(10 * MB)),
    "a million blank lines": ("a.txt", over("\n", after="бал мен ара")(MB)),
    "a million blank lines of Markdown": ("a.md", over("\n", after="бал мен ара")(MB)),
    "a row of 100,000 cells": ("a.md", row(" а |")(8 * 100_000)),
    "100,000 rows": ("a.md", over("| а | б |\n", f"{HEAD}\n| а | б |\n|---|---|\n")(10 * 100_000)),
    "100,000 headings": ("a.md", over("# Бал\n\n", HEAD)(7 * 100_000)),
}


def read(folder: Path, files: dict[str, str]) -> None:
    """Articles, or sentences."""
    with suppress(CorpusError):
        corpus(folder, files)


@pytest.mark.parametrize(("shape", "name"), ALL)
@pytest.mark.timeout(180)
def test_small(shape: str, name: str, tmp_path: Path) -> None:
    """Whatever takes cubic time, or fails, shows here already."""
    read(tmp_path, {name: SHAPES[shape](SMALL)})


@pytest.mark.long
@pytest.mark.parametrize(("shape", "name"), ALL)
@pytest.mark.timeout(300)
def test_large(shape: str, name: str, tmp_path: Path) -> None:
    """Quadratic time would not end within the guard's."""
    read(tmp_path, {name: SHAPES[shape](LARGE)})


@pytest.mark.parametrize("name", QUICK)
@pytest.mark.timeout(180)
def test_quick(name: str, tmp_path: Path) -> None:
    """Sizes that the project promises."""
    file, text = QUICK[name]
    read(tmp_path, {file: text})


@pytest.mark.long
@pytest.mark.parametrize("name", SLOW)
@pytest.mark.timeout(600)
def test_slow(name: str, tmp_path: Path) -> None:
    """Sizes that the project promises, and that take their time."""
    file, text = SLOW[name]
    read(tmp_path, {file: text})


@pytest.mark.parametrize(
    "toml",
    [
        "[title]\nkk = '" + "а" * MB + "'\n",
        "".join(f'[[fix]]\nline = 1\nfrom = "а{n}"\nto = "б"\n' for n in range(25_000)),
        "".join(f"[[article]]\nnumber = {n}\n" for n in range(1, 40_000)),
        "a = " + "[" * 100_000,
        "[" + "a." * 20_000 + "b]\n",
        "# " + "а" * MB + "\n",
    ],
    ids=["a long title", "fixes", "articles", "brackets", "a deep name", "a comment"],
)
@pytest.mark.timeout(180)
def test_corrections_of_a_megabyte(toml: str, tmp_path: Path) -> None:
    """A TOML as large and as deep as may be: read, or refused in a sentence."""
    read(tmp_path, {"a.txt": f"{HEAD}бал мен ара\n", "a.toml": toml})
