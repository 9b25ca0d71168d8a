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
from .dumps import CorpusError, dump_paths, is_companion, tell_unread
from .editor.context import with_context
from .editor.corrections import read_corrections
from .errors import JournalError
from .persons.people import FILE, read_people
from .persons.persons import Person, who_is_who
from .persons.proposals import propose
from .records import Article
from .report import Report
from .signs import labels
from .signs.evidence import Evidence
from .stages import AFTER_EVIDENCE, BEFORE_EVIDENCE, Dump, run
from .store import Store

In = TypeVar("In")
Out = TypeVar("Out")


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
    people, wrong = read_people([path for path in (folder / FILE, authors) if path and not is_companion(path, paths)])
    if wrong:
        raise CorpusError(wrong)
    desk = Desk(labels.load(), Evidence(), Report())
    tell_unread(folder, desk.report)
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


def _open(path: Path) -> Dump:
    return Dump(path, read_corrections(path.with_suffix(".toml")))


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
