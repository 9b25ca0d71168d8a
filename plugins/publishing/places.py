"""Where a build reads and writes, and what stands in its way there."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from .beside import FOLDER

PROJECT = Path(__file__).resolve().parents[2]
AUTHORS = PROJECT / "content" / "authors.toml"  # who is who, in any corpus of the journal
REPORTS = ("report.jsonl", "report.html", "report.ru.html", "report.en.html")
MARK = ".izdeu"  # says that a folder is a build of ours, and may be replaced


class BuildError(Exception):
    """The site could not be built; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where a build reads and writes; `build` lies beside the output and holds what is about it."""

    corpus: Path
    output: Path

    @property
    def build(self) -> Path:
        return self.output.parent / "build"

    @property
    def aside(self) -> Path:
        return self.build / "site.new"

    @property
    def parking(self) -> Path:
        return self.build / f"{self.output.name}.parked"

    @property
    def reports(self) -> tuple[Path, ...]:
        return tuple(self.build / name for name in REPORTS)

    @property
    def corrections(self) -> Path:
        return self.build / FOLDER

    @property
    def beside(self) -> tuple[Path, ...]:
        """All that comes out beside the site."""
        return *self.reports, self.corrections

    def new(self, name: str) -> Path:
        """Where a file or folder of the report is written before all is exchanged."""
        return self.build / f"{name}.new"

    @property
    def stamp(self) -> Path:
        return self.build / f"{self.output.name}.stamp.json"


def check(places: Places) -> None:
    """Nothing of anybody else's is replaced.

    Raises:
        BuildError: with what stands in the way.
    """
    output = places.output
    if output == places.build:
        raise BuildError(f"{output}: the report goes into a folder of this name; call the site something else")
    if output.exists() and not output.is_dir():
        raise BuildError(f"{output}: this is a file; name a folder for the site")
    if output.is_dir() and any(output.iterdir()) and not (output / MARK).is_file():
        raise BuildError(f"{output}: not replaced, since no build of ours made this folder; name another or empty it")
    if output.is_mount():
        raise BuildError(f"{output}: a mount point cannot be replaced in one step; name a folder inside it")
    if not os.access(_existing(output.parent), os.W_OK):
        raise BuildError(f"{output}: no right to write there")
    if output in (places.corpus, *places.corpus.parents) or places.corpus in output.parents:
        raise BuildError(f"{output}: the site and the texts cannot lie one inside the other")


def _existing(folder: Path) -> Path:
    """The nearest folder above that is there."""
    return folder if folder.exists() else _existing(folder.parent)
