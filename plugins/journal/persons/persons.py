"""Every author gets the slug of its person, and what `authors.toml` knows of it; what does not fit is reported."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from journal.records import LANGS, Article, Author, Lang, Span
from journal.report import Report
from journal.signs.names import Writing
from journal.signs.slugs import free_slug, slugify

from .identity import Who, persons_of
from .mentions import Mention, mentions
from .people import Entry, People


@dataclass(frozen=True, slots=True)
class Person:
    """One person over all articles. `slug` is the anchor on the authors' page; it outlives new issues.

    `places` maps each name as printed to the newest article that prints it; `others` are those of them that are more
    than another order or case of `name` and `names`. `articles` are ids; `entry` is the person's in `authors.toml`.
    """

    slug: str
    name: str
    names: Mapping[Lang, str]
    others: tuple[str, ...]
    orcid: str | None
    places: Mapping[str, Span]
    articles: frozenset[str]
    entry: Entry | None


def who_is_who(
    articles: Sequence[Article], people: People, report: Report
) -> tuple[tuple[Article, ...], tuple[Person, ...]]:
    """The articles, which come newest first, with their authors told apart; and the persons."""
    found = [mention for article in articles for mention in mentions(article, report)]
    whose = persons_of(found, people, report)
    slugs = _slugs(found, whose, people.entries)
    own: dict[Who, list[Mention]] = {}
    authors: dict[str, list[Author]] = {}
    for mention, who in zip(found, whose, strict=True):
        own.setdefault(who, []).append(mention)
        known = _filled(mention.author, people.entries[who]) if isinstance(who, int) else mention.author
        authors.setdefault(mention.article.id, []).append(replace(known, slug=slugs[who]))
    _warn_of_twins(found, whose, report)
    _warn_of_strangers(people, own.keys(), report)
    told = tuple(replace(article, authors=tuple(authors.get(article.id, ()))) for article in articles)
    entries: dict[Who, Entry] = {who: people.entries[who] for who in own if isinstance(who, int)}
    return told, tuple(_person(slugs[who], each, entries.get(who)) for who, each in own.items())


def _slugs(found: Sequence[Mention], whose: Sequence[Who], entries: Sequence[Entry]) -> dict[Who, str]:
    """From the entry's name, else from the one that was printed first: the oldest issue comes last."""
    taken: dict[str, int] = {}
    slugs: dict[Who, str] = {i: free_slug(slugify(entry.name) or "author", taken) for i, entry in enumerate(entries)}
    for mention, who in zip(reversed(found), reversed(whose), strict=True):
        if who not in slugs:
            slugs[who] = free_slug(slugify(mention.author.name) or "author", taken)
    return slugs


def _filled(author: Author, entry: Entry) -> Author:
    """What the article does not say of the author, from the entry; what it says stays."""
    names = {lang: author.names.get(lang) or entry.names.get(lang, "") for lang in LANGS}
    return replace(
        author,
        names={lang: name for lang, name in names.items() if name},
        affiliation=author.affiliation or entry.affiliation,
        email=author.email or entry.email,
        orcid=author.orcid or entry.orcid,
    )


def _person(slug: str, found: Sequence[Mention], entry: Entry | None) -> Person:
    names: dict[Lang, str] = {}
    places: dict[str, Span] = {}
    for mention in found:
        names = {**mention.author.names, **names}
        for name in mention.names:
            places.setdefault(name, mention.where)
    names |= entry.names if entry else {}
    name = entry.name if entry else found[0].author.name
    shown = {Writing.of(each).key for each in (name, *names.values())}
    others = {key: each for each in places if (key := Writing.of(each).key) not in shown}
    orcid = (entry.orcid if entry else None) or next((mention.orcid for mention in found if mention.orcid), None)
    ordered = {lang: names[lang] for lang in LANGS if lang in names}
    works = frozenset(mention.article.id for mention in found)
    return Person(slug, name, ordered, tuple(others.values()), orcid, places, works, entry)


def _warn_of_twins(found: Sequence[Mention], whose: Sequence[Who], report: Report) -> None:
    """Two authors of one article are two persons; what says else is a slip of the article or of the entry."""
    seen: dict[tuple[str, Who], Mention] = {}
    for mention, who in zip(found, whose, strict=True):
        first = seen.setdefault((mention.article.id, who), mention)
        if first is not mention:
            names, where = f"{first.author.name}; {mention.author.name}", mention.where
            report.warn(where.file, where.first, "two authors of an article are taken for one person", names)


def _warn_of_strangers(people: People, found: Collection[Who], report: Report) -> None:
    """Entries that are nobody's here: each one, or all in one where a whole file tells of other texts."""
    for entry in people.left_out:
        report.warn(entry.file, entry.line, "not read: the authors.toml of the corpus goes before it", entry.where)
    files: dict[str, list[tuple[Entry, bool]]] = {}
    for i, entry in enumerate(people.entries):
        files.setdefault(entry.file, []).append((entry, i in found))
    for file, entries in files.items():
        if len(entries) > 1 and not any(known for _, known in entries):
            names = "; ".join(entry.name for entry, _ in entries)
            report.warn(file, 0, "no author of these texts", names)
            continue
        for entry in (entry for entry, known in entries if not known):
            report.warn(file, entry.line, "no author of these texts", entry.where)
