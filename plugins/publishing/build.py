"""Texts -> site: built aside, then exchanged for the last one; whatever fails leaves the last one as it was."""

from __future__ import annotations

import io
import json
import logging
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from pelican import Pelican
from pelican.settings import read_settings

from journal.corpus import Corpus, read_corpus

from .beside import FOLDER, write_beside
from .exchange import put_in_place, recover
from .stamp import inputs_digest, output_digest
from .summary import summary

PROJECT = Path(__file__).resolve().parents[2]
AUTHORS = PROJECT / "content" / "authors.toml"  # who is who, in any corpus of the journal
SAMPLE = PROJECT / "content" / "dumps"  # our own texts: the pages say so
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


def build_site(places: Places, say: Callable[[str], None]) -> str:
    """Build unless nothing changed; the summary.

    Raises:
        BuildError, journal.corpus.CorpusError: with what stands in the way; the last output is untouched.
    """
    _check(places)
    places.build.mkdir(parents=True, exist_ok=True)
    with _alone(places.build, say):
        recover(places.output, places.parking)
        inputs = inputs_digest(PROJECT, places.corpus) if places.corpus.is_dir() else ""
        known = _stamp(places)
        if known.get("inputs") == inputs and known.get("output") == output_digest(places.output, *places.beside):
            say("nothing changed since the last build")
            return str(known["summary"])
        say(f"reading the texts in {places.corpus}")
        corpus = read_corpus(places.corpus, AUTHORS)
        say(f"writing {len(corpus.cards)} articles")
        stats = _run_pelican(corpus, places)
        text = summary(corpus, stats, places.output, places.build / "report.html")
        _write_report(corpus, places)
        put_in_place(places.aside, places.output, places.parking)
        put_in_place(places.new(FOLDER), places.corrections, places.build / f"{FOLDER}.parked")
        for path in places.reports:
            places.new(path.name).replace(path)
        digest = output_digest(places.output, *places.beside)
        known = {"inputs": inputs, "output": digest, "summary": text, "corpus": str(places.corpus)}
        _replace(places.stamp, json.dumps(known))
        return text


def last_corpus(output: Path) -> Path | None:
    """The folder of texts that the site in `output` was built from; None where no build of ours is there."""
    known = _stamp(Places(output, output)).get("corpus")
    return Path(known) if known else None


@contextmanager
def _alone(folder: Path, say: Callable[[str], None]) -> Iterator[None]:
    """One build at a time beside one report; the lock goes with the process, however that ends."""
    lock = FileLock(folder / ".lock")
    try:
        lock.acquire(blocking=False)
    except Timeout:
        say("waiting for another build to end")
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def _check(places: Places) -> None:
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


def _stamp(places: Places) -> dict[str, Any]:
    try:
        return dict(json.loads(places.stamp.read_text("utf-8"))) if places.output.is_dir() else {}
    except (OSError, ValueError):
        return {}


class _Complaints(logging.Handler):
    """Keeps what Pelican logs as an error: it goes on after errors, we do not."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def _run_pelican(corpus: Corpus, places: Places) -> Any:
    folder = places.aside
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    settings = read_settings(
        str(PROJECT / "pelicanconf.py"),
        override={
            "OUTPUT_PATH": str(folder),
            "JOURNAL_CORPUS": corpus,
            "JOURNAL_FONTS": str(PROJECT / "node_modules" / "@fontsource-variable" / "literata" / "files"),
            "DELETE_OUTPUT_DIRECTORY": False,
            "SEARCH_BEFORE": str(places.output / "search"),
            "SAMPLE": places.corpus == SAMPLE,
        },
    )
    complaints = _Complaints()
    logging.getLogger("pelican").addHandler(complaints)
    try:
        pelican = Pelican(settings)
        with redirect_stdout(io.StringIO()):  # its own summary counts dates and drafts that a journal has not
            pelican.run()
    finally:
        logging.getLogger("pelican").removeHandler(complaints)
    if complaints.messages:
        raise BuildError(f"Pelican: {complaints.messages[0]}")
    (folder / MARK).write_text("A build of Izdeu: the next build may replace this folder.\n", "utf-8")
    return pelican.search_stats


def _write_report(corpus: Corpus, places: Places) -> None:
    """The report aside, complete before anything is exchanged."""
    shutil.rmtree(places.new(FOLDER), ignore_errors=True)
    write_beside(corpus, places.corpus, places.output, PROJECT / "theme", places.new)


def _replace(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    aside = path.with_name(path.name + ".new")
    aside.write_text(text, "utf-8", newline="\n")
    aside.replace(path)
