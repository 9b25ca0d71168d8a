"""What the interface pages show: the articles grouped into issues, authors and keywords.

In: the finished articles. Out: one `Site`, which every template gets as `site`.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from languages import fold

from .records import LANGS, Article, Author, Lang
from .slugs import slugify

ALPHABET = {letter: rank for rank, letter in enumerate("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя")}


@dataclass(frozen=True, slots=True)
class Issue:
    """Articles that appeared together; `slug` names its page `issues/<slug>.html`.

    `journal`, `issue`, `volume` and `year` are None where no dump tells them.
    """

    slug: str
    journal: str | None
    year: int | None
    volume: str | None
    issue: str | None
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """An author over all articles; `slug` is the anchor on the authors' page."""

    slug: str
    name: str
    names: Mapping[Lang, str]
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Keyword:
    """A keyword in one language; `slug` is the anchor on the keywords' page."""

    slug: str
    text: str
    lang: Lang
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """Everything the interface pages list, in the order in which they list it."""

    articles: tuple[Article, ...]
    issues: tuple[Issue, ...]
    authors: tuple[Person, ...]
    keywords: Mapping[Lang, tuple[Keyword, ...]]


def site_of(articles: Sequence[Article]) -> Site:
    """The site of `articles`, which are in order; each author of them has the slug of its person."""
    people = _people(articles)
    slugs = {key: person.slug for key, person in people.items()}
    linked = tuple(
        replace(article, authors=tuple(replace(author, slug=slugs[_person_key(author)]) for author in article.authors))
        for article in articles
    )
    people = _people(linked)
    return Site(
        linked,
        tuple(_issues(linked)),
        tuple(sorted(people.values(), key=lambda person: alphabetical(person.name))),
        {lang: tuple(_keywords(linked, lang)) for lang in LANGS},
    )


def alphabetical(text: str) -> tuple[tuple[int, int | str], ...]:
    """Sort key in the order of the Kazakh alphabet, which holds the Russian one; Latin comes after Cyrillic."""
    letters = (sign for sign in text.casefold() if sign.isalnum() or sign == " ")
    return tuple((0, ALPHABET[sign]) if sign in ALPHABET else (1, sign) for sign in letters)


def _issues(articles: Iterable[Article]) -> list[Issue]:
    """In the order of their first articles; what belongs to no known issue comes last."""
    groups: dict[tuple[object, ...], list[Article]] = {}
    for article in articles:
        known = bool(article.journal or article.issue)
        key: tuple[object, ...] = (
            (article.journal, article.year, article.volume, article.issue) if known else (None, None, None, None)
        )
        groups.setdefault(key, []).append(article)
    ordered = sorted(groups.items(), key=lambda item: item[0] == (None, None, None, None))
    issues: list[Issue] = []
    for key, members in ordered:
        first = members[0]
        named = any(key)
        parts = [str(part) for part in (first.year, first.volume, first.issue) if part and named]
        slug = _unique(slugify(" ".join(parts)) or ("issue" if named else "other"), {issue.slug for issue in issues})
        year = first.year if named else None
        issues.append(Issue(slug, first.journal, year, first.volume, first.issue, tuple(members)))
    return issues


def _people(articles: Iterable[Article]) -> dict[Hashable, Person]:
    groups: dict[Hashable, list[tuple[Author, Article]]] = {}
    for article in articles:
        for author in article.authors:
            groups.setdefault(_person_key(author), []).append((author, article))
    people: dict[Hashable, Person] = {}
    for key, found in groups.items():
        names = {lang: name for author, _ in found for lang, name in author.names.items()}
        slug = _unique(slugify(found[0][0].name) or "author", {person.slug for person in people.values()})
        works = tuple(dict.fromkeys(article.id for _, article in found))
        by_id = {article.id: article for _, article in found}
        people[key] = Person(slug, found[0][0].name, names, tuple(by_id[work] for work in works))
    return people


def _person_key(author: Author) -> Hashable:
    """Who is who: the ORCID, else the name as written, without case. Likeness alone unites nobody."""
    return author.orcid or fold(author.name)


def _keywords(articles: Iterable[Article], lang: Lang) -> list[Keyword]:
    groups: dict[str, list[Article]] = {}
    spelling: dict[str, str] = {}
    for article in articles:
        for text in article.keywords.get(lang, ()):
            key = " ".join(text.casefold().split())
            spelling.setdefault(key, text)
            groups.setdefault(key, []).append(article)
    keywords: list[Keyword] = []
    taken: set[str] = set()
    for key in sorted(groups, key=alphabetical):
        slug = _unique(f"{lang}-{slugify(key) or 'keyword'}", taken)
        taken.add(slug)
        keywords.append(Keyword(slug, spelling[key], lang, tuple(groups[key])))
    return keywords


def _unique(slug: str, taken: set[str]) -> str:
    """`slug`, with a number behind it where it is taken."""
    number, free = 1, slug
    while free in taken:
        number += 1
        free = f"{slug}-{number}"
    return free
