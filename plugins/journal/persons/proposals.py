"""What the report says of names that are alike: who, where each stands, and the lines to paste into `authors.toml`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from journal.records import LANGS
from journal.report import Report
from journal.signs.names import Writing

from .likeness import alike, known_apart
from .persons import Person

Pairs = Mapping[tuple[int, int], str]


def propose(persons: Sequence[Person], report: Report) -> None:
    """One entry `likeness` for persons who are all alike one another, one for each other pair."""
    for members, why in _proposals(persons):
        span = next(iter(members[0].places.values()))
        report.add(span.file, span.first, "likeness", "; ".join(map(_standing, members)), snippet(members), why)


def _proposals(persons: Sequence[Person]) -> Iterator[tuple[list[Person], str]]:
    """Who may be one person, and why."""
    pairs = {(one, other): why for one, other, why in alike(persons)}
    for group in map(sorted, _groups(pairs, persons)):
        reasons = dict.fromkeys(pairs[pair] for pair in combinations(group, 2))
        yield [persons[i] for i in group], ", ".join(reasons)


def _groups(pairs: Pairs, persons: Sequence[Person]) -> list[list[int]]:
    """Persons each of whom is alike every other; a pair that no group can take makes its own."""
    groups: list[list[int]] = []
    of: dict[int, list[list[int]]] = {}
    for one, other in pairs:
        for group in of.get(one, ()):
            if other in group or _takes(group, other, pairs, persons):
                break
        else:
            groups.append(group := [one])
            of.setdefault(one, []).append(group)
        if other not in group:
            group.append(other)
            of.setdefault(other, []).append(group)
    return groups


def _takes(group: Sequence[int], other: int, pairs: Pairs, persons: Sequence[Person]) -> bool:
    alike_all = all((min(each, other), max(each, other)) in pairs for each in group)
    return alike_all and not known_apart([persons[i] for i in (*group, other)])


def _standing(person: Person) -> str:
    """`Алиев Т.Н. (a.txt:12), Aliev T.N. (b.txt:3), ORCID …`: every writing where it is first printed."""
    places = [f"{name} ({span.file}:{span.first})" for name, span in person.places.items()]
    return ", ".join([*places, *([f"ORCID {person.orcid}"] if person.orcid else [])])


def snippet(members: Sequence[Person]) -> str:
    """The `[[author]]` that makes one person of `members`; it takes the place of the one that there is of them."""
    entry = next((person.entry for person in members if person.entry), None)
    ordered = sorted(members, key=lambda person: person.entry is None)
    names = {lang: name for person in reversed(ordered) for lang, name in person.names.items()}
    written = [name for person in ordered for name in (person.name, *person.names.values(), *person.places)]
    written += entry.variants if entry else ()
    shown = {Writing.of(name).key for name in (ordered[0].name, *names.values())}
    variants = {key: name for name in reversed(written) if (key := Writing.of(name).key) not in shown}
    lines = [f"# instead of {entry.where} in {entry.file}"] if entry else []
    lines += ["[[author]]", f"name = {_quoted(ordered[0].name)}"]
    if names:
        lines.append(
            f"names = {{ {', '.join(f'{lang} = {_quoted(names[lang])}' for lang in LANGS if lang in names)} }}"
        )
    if variants:
        lines.append(f"variants = [{', '.join(map(_quoted, reversed(variants.values())))}]")
    return "\n".join([*lines, *_more(ordered, entry)])


def _more(members: Sequence[Person], entry: object) -> Iterator[str]:
    orcid = next((person.orcid for person in members if person.orcid), None)
    for key, value in (("orcid", orcid), *((key, getattr(entry, key, None)) for key in ("affiliation", "email"))):
        if value:
            yield f"{key} = {_quoted(value)}"


def _quoted(text: str) -> str:
    """A string as TOML takes it."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False).replace("\x7f", "\\u007F")
