"""What the interface pages show: the articles grouped into issues, authors and keywords.

In: the finished articles. Out: one `Site`, which every template gets as `site`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from journal.persons.persons import Person
from journal.records import LANGS, Article, Lang
from journal.signs.slugs import free_slug, slugify
from languages import alphabetical


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
class Works:
    """A person's articles; `slug` is the anchor on the authors' page, `others` are further spellings of the name."""

    slug: str
    name: str
    names: Mapping[Lang, str]
    others: tuple[str, ...]
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
    """Everything the interface pages list, in the order in which they list it; `people` by their slugs."""

    articles: tuple[Article, ...]
    issues: tuple[Issue, ...]
    authors: tuple[Works, ...]
    keywords: Mapping[Lang, tuple[Keyword, ...]]
    people: Mapping[str, Person] = field(default_factory=dict)


def site_of(articles: Sequence[Article], persons: Sequence[Person]) -> Site:
    """The site of `articles`, which are in order; their authors have the slugs of `persons`."""
    people = {person.slug: person for person in persons}
    return Site(
        tuple(articles),
        tuple(_issues(articles)),
        tuple(sorted(_authors(articles, people), key=lambda works: alphabetical(works.name))),
        {lang: tuple(_keywords(articles, lang)) for lang in LANGS},
        people,
    )


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
    taken: dict[str, int] = {}
    for key, members in ordered:
        first = members[0]
        named = any(key)
        parts = [str(part) for part in (first.year, first.volume, first.issue) if part and named]
        slug = free_slug(slugify(" ".join(parts)) or ("issue" if named else "other"), taken)
        year = first.year if named else None
        issues.append(Issue(slug, first.journal, year, first.volume, first.issue, tuple(members)))
    return issues


def _authors(articles: Iterable[Article], people: Mapping[str, Person]) -> Iterable[Works]:
    """Each person with articles, these in order."""
    groups: dict[str, dict[str, Article]] = {}
    for article in articles:
        for author in article.authors:
            groups.setdefault(author.slug, {})[article.id] = article
    for slug, own in groups.items():
        person = people[slug]
        yield Works(slug, person.name, person.names, person.others, tuple(own.values()))


def _keywords(articles: Iterable[Article], lang: Lang) -> list[Keyword]:
    groups: dict[str, list[Article]] = {}
    spelling: dict[str, str] = {}
    for article in articles:
        for text in article.keywords.get(lang, ()):
            key = " ".join(text.casefold().split())
            spelling.setdefault(key, text)
            groups.setdefault(key, []).append(article)
    keywords: list[Keyword] = []
    taken: dict[str, int] = {}
    for key in sorted(groups, key=alphabetical):
        slug = free_slug(f"{lang}-{slugify(key) or 'keyword'}", taken)
        keywords.append(Keyword(slug, spelling[key], lang, tuple(groups[key])))
    return keywords
