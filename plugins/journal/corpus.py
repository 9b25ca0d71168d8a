"""A folder of dumps -> the articles of the journal and the report.

The folder may hold subfolders; dumps are taken in the order of their names. A dump that cannot be read is an error:
it is reported with the others, and the build does not go on without it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from . import labels
from .corrections import read_corrections
from .desk import Desk
from .errors import JournalError
from .evidence import Evidence
from .merge import merge_duplicates
from .records import Article
from .report import Report
from .stages import AFTER_EVIDENCE, BEFORE_EVIDENCE, Dump, run

SUFFIXES = (".txt", ".md")
In = TypeVar("In")
Out = TypeVar("Out")


class CorpusError(Exception):
    """The corpus cannot be built; each of `errors` is one sentence with its file."""

    def __init__(self, errors: Sequence[JournalError]) -> None:
        self.errors = tuple(errors)
        super().__init__("\n".join(str(error) for error in errors))


@dataclass(frozen=True, slots=True)
class Corpus:
    """What the dumps of a folder hold."""

    articles: tuple[Article, ...]
    report: Report


def read_corpus(folder: Path) -> Corpus:
    """All articles of the dumps below `folder`, duplicates merged, newest issue first.

    Raises:
        CorpusError: the folder is missing or empty, or a dump or its corrections cannot be used.
    """
    paths = dump_paths(folder)
    report = Report()
    desk = Desk(labels.load(), Evidence(), report)
    opened = _each(paths, _open)
    dumps = _each(opened, lambda dump: run(dump, BEFORE_EVIDENCE, desk))
    for dump in dumps:
        desk.evidence.add(dump.lines)
    dumps = _each(dumps, lambda dump: run(dump, AFTER_EVIDENCE, desk))
    articles = merge_duplicates([article for dump in dumps for article in dump.articles], report)
    _check_ids(articles)
    return Corpus(tuple(sorted(articles, key=_newest_first)), report)


def dump_paths(folder: Path) -> list[Path]:
    """The dumps below `folder`, in the order of their paths; hidden files and folders are left alone."""
    if not folder.is_dir():
        raise CorpusError([JournalError(str(folder), 0, "there is no such folder of dumps")])
    visible = [
        path for path in sorted(folder.rglob("*")) if not any(p.startswith(".") for p in path.relative_to(folder).parts)
    ]
    paths = [path for path in visible if path.is_file() and path.suffix.lower() in SUFFIXES]
    if not paths:
        raise CorpusError([JournalError(str(folder), 0, f"no dumps here: put {' or '.join(SUFFIXES)} files into it")])
    _check_companions(visible, paths)
    return paths


def _open(path: Path) -> Dump:
    return Dump(path, read_corrections(path.with_suffix(".toml")))


def _check_companions(visible: Iterable[Path], dumps: Sequence[Path]) -> None:
    """A correction without its dump, and two dumps that would share one, are errors."""
    stems = {path.with_suffix("") for path in dumps}
    errors = [
        JournalError(path.name, 0, "there is no dump of this name beside it")
        for path in visible
        if path.suffix == ".toml" and path.with_suffix("") not in stems
    ]
    names: dict[str, Path] = {}
    for path in dumps:
        other = names.setdefault(path.name.casefold(), path)
        if other != path:
            errors.append(JournalError(path.name, 0, "two dumps have this name; reports and ids need different ones"))
    if errors:
        raise CorpusError(errors)


def _each(things: Iterable[In], do: Callable[[In], Out]) -> list[Out]:
    """`do` for every thing; errors are gathered, so that an editor sees all of them at once."""
    done: list[Out] = []
    errors: list[JournalError] = []
    for thing in things:
        try:
            done.append(do(thing))
        except JournalError as error:
            errors.append(error)
    if errors:
        raise CorpusError(errors)
    return done


def _check_ids(articles: Sequence[Article]) -> None:
    """Ids and former ids name pages: each only once, ignoring case."""
    taken: dict[str, Article] = {}
    errors = []
    for article in articles:
        for name in (article.id, *article.former_ids):
            other = taken.setdefault(name.casefold(), article)
            if other is not article:
                here, there = article.sources[0], other.sources[0]
                errors.append(
                    JournalError(here.file, here.first, f"the id {name!r} is taken by {there.file}:{there.first}")
                )
    if errors:
        raise CorpusError(errors)


def _newest_first(article: Article) -> tuple[int, tuple[int, ...], str, int]:
    """Issues from new to old, articles inside an issue in the order of their dump."""
    numbers = tuple(-int(part) for part in "".join(c if c.isdigit() else " " for c in article.issue or "").split())
    first = article.sources[0]
    return -(article.year or 0), numbers, first.file, first.first
