"""A folder of dumps -> the articles of the journal and the report.

The folder may hold subfolders; dumps are taken in the order of their names. A dump that cannot be read is an error:
it is reported with the others, and the build does not go on without it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from .articles.finish import card
from .articles.merge import Shelf
from .desk import Desk
from .editor.context import with_context
from .editor.corrections import read_corrections
from .errors import JournalError
from .persons.people import FILE, read_people
from .persons.persons import Person, who_is_who
from .persons.proposals import propose
from .reading.formats import SUFFIXES
from .records import Article
from .report import Report
from .signs import labels
from .signs.evidence import Evidence
from .stages import AFTER_EVIDENCE, BEFORE_EVIDENCE, Dump, run
from .store import Store

UNREAD = (".doc", ".odt", ".rtf", ".djvu", ".epub", ".pages", ".tex")  # formats of texts that no module reads
In = TypeVar("In")
Out = TypeVar("Out")


class CorpusError(Exception):
    """The corpus cannot be built; each of `errors` is one sentence with its file."""

    def __init__(self, errors: Sequence[JournalError]) -> None:
        self.errors = tuple(errors)
        super().__init__("\n".join(str(error) for error in errors))


@dataclass(frozen=True, slots=True)
class Corpus:
    """What the dumps of a folder hold: `cards` are the articles without their texts, newest issue first.

    The authors of the cards are told apart (`persons`), those of the whole articles are as printed.
    """

    cards: tuple[Article, ...]
    persons: tuple[Person, ...]
    report: Report
    _texts: Store[Article]
    _places: Mapping[str, int]

    def whole(self, card: Article) -> Article:
        """The article of a card with its texts, read from disk."""
        return self._texts.get(self._places[card.id])

    @property
    def articles(self) -> tuple[Article, ...]:
        """All of them whole, at once in memory: for small corpora and tests."""
        return tuple(map(self.whole, self.cards))


def read_corpus(folder: Path, authors: Path | None = None) -> Corpus:
    """All articles of the dumps below `folder`, duplicates merged, their authors told apart by `authors.toml`.

    `authors` is the journal's own; one in `folder` goes before it.

    The dumps are read twice, one at a time: first all words are counted, then each dump becomes articles.

    Raises:
        CorpusError: the folder is missing or empty, or a dump, its corrections or an `authors.toml` cannot be used.
    """
    paths = dump_paths(folder)
    people, wrong = read_people([path for path in (folder / FILE, authors) if path and not _is_companion(path, paths)])
    if wrong:
        raise CorpusError(wrong)
    desk = Desk(labels.load(), Evidence(), Report())
    _tell_unread(folder, desk.report)
    opened = _each(paths, _open)
    begun: Store[Dump] = Store()
    _each(opened, lambda dump: _begin(dump, desk, begun))
    shelf = Shelf(desk.report)
    _each(range(len(begun)), lambda number: _end(begun.get(number), desk, shelf))
    cards = [card(article) for article in shelf.articles]
    _check_ids(cards)
    places = {card.id: number for number, card in enumerate(cards)}
    told, persons = who_is_who(sorted(cards, key=_newest_first), people, desk.report)
    propose(persons, desk.report)
    return Corpus(told, persons, desk.report, shelf.articles, places)


def _begin(dump: Dump, desk: Desk, begun: Store[Dump]) -> None:
    """The stages that need no other dump; the words are counted, the dump is set aside."""
    dump = run(dump, BEFORE_EVIDENCE, desk)
    desk.evidence.add(dump.lines)
    begun.put(dump)


def _end(dump: Dump, desk: Desk, shelf: Shelf) -> None:
    """The stages that decide by what the whole corpus attests; what was done to this dump is known then."""
    for article in run(dump, AFTER_EVIDENCE, desk).articles:
        shelf.add(article)
    desk.report.close(dump.name, lambda entries: with_context(entries, dump.lines))


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
    _check_companions([path for path in visible if path != folder / FILE], paths)
    return paths


def _tell_unread(folder: Path, report: Report) -> None:
    """Texts in formats that we cannot read: an editor may think that they are in."""
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in UNREAD:
            report.warn(path.name, 0, "not read: save it as .docx, .pdf or .txt")


def _open(path: Path) -> Dump:
    return Dump(path, read_corrections(path.with_suffix(".toml")))


def _is_companion(path: Path, dumps: Sequence[Path]) -> bool:
    """Does a TOML correct the dump of its name?"""
    return path.with_suffix("") in {dump.with_suffix("") for dump in dumps}


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
        other = names.setdefault(path.stem.casefold(), path)
        if other != path:
            told = f"another dump has this name ({other.name}); ids, corrections and reports need different ones"
            errors.append(JournalError(path.name, 0, told))
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
