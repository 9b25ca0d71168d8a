"""Who is who: which mentions are of one person.

Two are, by the same ORCID, by an entry of `authors.toml`, or when their names are printed letter for letter alike
(case and spaces aside) and only one person of the corpus has that name. Two ORCIDs are two persons, whatever their
names. What is merely alike is never united here: `likeness` proposes it.
"""

from __future__ import annotations

from collections.abc import Sequence

from journal.report import Report
from journal.signs.names import Key, Writing

from .mentions import Mention
from .people import Entry, People

Who = int | str | tuple[str, ...]  # the index of an entry, an ORCID, or the name as printed


def persons_of(mentions: Sequence[Mention], people: People, report: Report) -> list[Who]:
    """For each mention who it is."""
    entries = _entries_of(mentions, people.entries, report)
    owners = {entry.orcid: i for i, entry in enumerate(people.entries) if entry.orcid}
    for mention, i in zip(mentions, entries, strict=True):
        if mention.orcid and i is not None:
            owners.setdefault(mention.orcid, i)
    known: list[Who | None] = [
        owners.get(mention.orcid, mention.orcid) if i is None and mention.orcid else i
        for mention, i in zip(mentions, entries, strict=True)
    ]
    return _by_same_name(mentions, known)


def _by_same_name(mentions: Sequence[Mention], known: Sequence[Who | None]) -> list[Who]:
    """An unknown mention is the one known person of that very name; with none or several, the name itself."""
    named: dict[tuple[str, ...], set[Who]] = {}
    for mention, who in zip(mentions, known, strict=True):
        if who is not None:
            named.setdefault(mention.exact, set()).add(who)
    told: list[Who] = []
    for mention, who in zip(mentions, known, strict=True):
        same = named.get(mention.exact, set())
        told.append(who if who is not None else next(iter(same)) if len(same) == 1 else mention.exact)
    return told


def _entries_of(mentions: Sequence[Mention], entries: Sequence[Entry], report: Report) -> list[int | None]:
    """For each mention the entry that has its ORCID, else its name. The same name with another ORCID is kept apart."""
    by_orcid: dict[str | None, int] = {entry.orcid: i for i, entry in enumerate(entries) if entry.orcid}
    by_name = {key: i for i, entry in enumerate(entries) for key in entry.keys}
    named = [_by_name(mention, by_name) for mention in mentions]
    orcids = _orcids_of_names(mentions, named, entries)
    found: list[int | None] = []
    for mention, i in zip(mentions, named, strict=True):
        own = by_orcid.get(mention.orcid)
        apart = i is not None and mention.orcid is not None and orcids[i] != {mention.orcid}
        if apart and own is None:
            who, where = f"{mention.author.name}, {mention.orcid}", mention.where
            report.warn(where.file, where.first, "a name of authors.toml with another ORCID: kept apart", who)
        found.append(own if own is not None else None if apart else i)
    return found


def _by_name(mention: Mention, by_name: dict[Key, int]) -> int | None:
    return next((by_name[key] for name in mention.names if (key := Writing.of(name).key) in by_name), None)


def _orcids_of_names(
    mentions: Sequence[Mention], named: Sequence[int | None], entries: Sequence[Entry]
) -> dict[int, set[str]]:
    """The ORCIDs that go with an entry's names: its own, and those that articles print beside them."""
    orcids = {i: {entry.orcid} if entry.orcid else set() for i, entry in enumerate(entries)}
    for mention, i in zip(mentions, named, strict=True):
        if i is not None and mention.orcid:
            orcids[i].add(mention.orcid)
    return orcids
