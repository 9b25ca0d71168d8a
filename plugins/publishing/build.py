"""Texts -> site: built aside, then exchanged for the last one; whatever fails leaves the last one as it was."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from journal.corpus import Corpus, read_corpus

from .beside import FOLDER, write_beside
from .exchange import put_in_place, recover
from .pages import run_pelican
from .places import AUTHORS, PROJECT, Places, check
from .stamp import inputs_digest, output_digest
from .summary import summary


def build_site(places: Places, say: Callable[[str], None]) -> str:
    """Build unless nothing changed; the summary.

    Raises:
        BuildError, journal.dumps.CorpusError: with what stands in the way; the last output is untouched.
    """
    check(places)
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
        stats = run_pelican(corpus, places)
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


def _stamp(places: Places) -> dict[str, Any]:
    try:
        return dict(json.loads(places.stamp.read_text("utf-8"))) if places.output.is_dir() else {}
    except (OSError, ValueError):
        return {}


def _write_report(corpus: Corpus, places: Places) -> None:
    """The report aside, complete before anything is exchanged."""
    shutil.rmtree(places.new(FOLDER), ignore_errors=True)
    write_beside(corpus, places.corpus, places.output, PROJECT / "theme", places.new)


def _replace(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    aside = path.with_name(path.name + ".new")
    aside.write_text(text, "utf-8", newline="\n")
    aside.replace(path)
