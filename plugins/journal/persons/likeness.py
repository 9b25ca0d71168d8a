"""Names that are alike: which persons may be one. Nothing is united here; `proposals` tells the editor.

Two writings are alike when they sound alike whatever the alphabet, the system of transliteration and the order of their
parts; when one has initials for the other's full names, or fewer of them; or when one name in them is one letter off. A
man's and a woman's surname are two names. Names meet in a table of keys, so the work grows with their number alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from journal.signs.names import Given, Writing
from languages.names.names import of_two_genders

from .persons import Person

LONG = 5  # letters of a name as it sounds: in a shorter one another letter makes another name

SAME = "the same name in another order"
SOUND = "the same sounds in another spelling"
SHORT = "initials for full names or fewer of them"
LETTER = "one letter apart"
REASONS = (SAME, SOUND, SHORT, LETTER)


def alike(persons: Sequence[Person]) -> Iterator[tuple[int, int, str]]:
    """Pairs of indexes of persons that may be one, the smaller first, with the reason."""
    writings = [_writings(person) for person in persons]
    for one, other in sorted(_meetings(writings)):
        if not known_apart([persons[one], persons[other]]):
            reasons = [why for a in writings[one] for b in writings[other] if (why := why_alike(a, b))]
            if reasons:
                yield one, other, min(reasons, key=REASONS.index)


def _writings(person: Person) -> list[Writing]:
    """Each way to write the name once."""
    written = map(Writing.of, (*person.places, *person.names.values(), person.name))
    return list({writing.exact: writing for writing in written}.values())


def known_apart(persons: Sequence[Person]) -> bool:
    """Two ORCIDs, two entries of `authors.toml` or two authors of one article are two persons."""
    orcids = {person.orcid for person in persons if person.orcid}
    entries = {(person.entry.file, person.entry.number) for person in persons if person.entry}
    works = [work for person in persons for work in person.articles]
    return len(orcids) > 1 or len(entries) > 1 or len(works) > len(set(works))


def why_alike(one: Writing, other: Writing) -> str | None:
    """The reason to take two writings for one person's, or None."""
    if one.key == other.key:
        return SAME
    reasons = {_compared(*a, *b) for a in one.readings for b in other.readings} - {None}
    return min(filter(None, reasons), key=REASONS.index, default=None)


def _compared(surname: str, given: Given, others_surname: str, others_given: Given) -> str | None:
    """Reads the two writings in one of the ways in which they can be read."""
    if not given or not others_given:
        return None
    pairs = list(zip(given, others_given, strict=False))
    off = [pair for pair in pairs if not _same(*pair)]
    if surname == others_surname and not off:
        full = len(given) == len(others_given) and all(a == b for a, b in pairs)
        return SOUND if full else SHORT
    if surname == others_surname:
        misprint = len(off) == 1 and all(full for _, full in off[0]) and _one_apart(off[0][0][0], off[0][1][0])
        return LETTER if misprint else None
    whole = not off and len(given) == len(others_given) and _one_apart(surname, others_surname)
    return LETTER if whole and not of_two_genders(surname, others_surname) else None


def _same(one: tuple[str, bool], other: tuple[str, bool]) -> bool:
    """Two given names as they sound, of which one may be an initial."""
    (name, full), (others_name, others_full) = one, other
    if full != others_full:
        long, short = (name, others_name) if full else (others_name, name)
        return long.startswith(short)
    return name == others_name


def _one_apart(one: str, other: str) -> bool:
    """One letter more, less or other; both names are long."""
    if min(len(one), len(other)) < LONG or abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[start + (len(one) >= len(other)) :] == other[start + (len(other) >= len(one)) :]


def _meetings(writings: Sequence[Sequence[Writing]]) -> set[tuple[int, int]]:
    """Pairs of persons who share a name that could be a surname, or all but one letter of it."""
    tables: dict[str, list[int]] = {}
    for person, own in enumerate(writings):
        for key in {key for writing in own for surname, _ in writing.readings for key in _keys(surname)}:
            tables.setdefault(key, []).append(person)
    return {pair for table in tables.values() for pair in combinations(table, 2)}


def _keys(surname: str) -> Iterator[str]:
    yield surname
    if len(surname) >= LONG:
        yield from (surname[:i] + surname[i + 1 :] for i in range(len(surname)))
