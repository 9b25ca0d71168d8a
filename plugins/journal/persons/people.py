"""`authors.toml`: who is who, as the editor says it, for all corpora of the journal.

Each `[[author]]` is one person: `name`, and optionally `names` by language, `orcid`, `variants` (as printed; case,
spaces and the order of the parts do not count), `affiliation`, `email`. What is wrong is told with file and entry.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from journal.errors import JournalError
from journal.records import Lang
from journal.signs.checks import PERSON
from journal.signs.names import Key, Writing
from journal.signs.orcid import valid_orcid

FILE = "authors.toml"
HEADER = re.compile(r"[ \t]*\[\[[ \t]*author[ \t]*\]\]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One `[[author]]`: the `number`th of `file` (from 1), at `line` (0: unknown)."""

    file: str
    number: int
    line: int
    name: str
    names: Mapping[Lang, str] = field(default_factory=dict)
    orcid: str | None = None
    variants: tuple[str, ...] = ()
    affiliation: str | None = None
    email: str | None = None

    @property
    def keys(self) -> dict[Key, str]:
        """Every writing that is this person's."""
        return {Writing.of(name).key: name for name in (*self.variants, *self.names.values(), self.name)}

    @property
    def where(self) -> str:
        return f"[[author]] {self.number}{_called(self.name)}"


@dataclass(frozen=True, slots=True)
class People:
    """The entries of all files; `left_out` are those that tell of a name or ORCID of a nearer file."""

    entries: tuple[Entry, ...] = ()
    left_out: tuple[Entry, ...] = ()


NOBODY = People()


def read_people(files: Sequence[Path]) -> tuple[People, list[JournalError]]:
    """The persons of `files` that exist, the nearest file first, and one sentence for each thing that is wrong.

    Where two files tell of the same name or ORCID, the nearer one is heard; two entries of one file are an error.
    """
    found = list(dict.fromkeys(path.resolve() for path in files if path.is_file()))
    nearer: dict[object, Entry] = {}
    left_out: list[Entry] = []
    errors: list[JournalError] = []
    for path in found:
        name = path.name if len(found) == 1 else f"{path.parent.name}/{path.name}"
        own: dict[object, Entry] = {}
        for entry in _entries(path, name, errors):
            claims: list[object] = [*entry.keys, *filter(None, [entry.orcid])]
            twins = [own[claim] for claim in claims if claim in own]
            if twins:
                errors.append(JournalError(name, entry.line, f"{entry.where}: {_same(entry, twins[0])}"))
            elif any(claim in nearer for claim in claims):
                left_out.append(entry)
            else:
                own |= dict.fromkeys(claims, entry)
        nearer |= own
    entries = tuple({(entry.file, entry.number): entry for entry in nearer.values()}.values())
    return People(entries, tuple(left_out)), errors


def _same(entry: Entry, other: Entry) -> str:
    if entry.orcid and entry.orcid == other.orcid:
        return f"the ORCID {entry.orcid} is that of {other.where}, too"
    name = next(name for key, name in entry.keys.items() if key in other.keys)
    return f"the name {name!r} is that of {other.where}, too"


def _entries(path: Path, file: str, errors: list[JournalError]) -> Iterator[Entry]:
    """The entries of one file that can be used; what is wrong with the others goes into `errors`."""
    try:
        text = path.read_text("utf-8-sig")
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        errors.append(JournalError(file, 0, f"not valid TOML: {error}"))
        return
    listed = table.pop("author", [])
    errors += [JournalError(file, 0, f"{key!r} means nothing here: each person is an [[author]]") for key in table]
    if not isinstance(listed, list) or not all(isinstance(each, dict) for each in listed):
        errors.append(JournalError(file, 0, "'author' must be written as [[author]]"))
        return
    heads = [number for number, line in enumerate(text.split("\n"), 1) if HEADER.match(line)]
    lines = heads if len(heads) == len(listed) else [0] * len(listed)
    for number, (line, each) in enumerate(zip(lines, listed, strict=True), 1):
        who = f"[[author]] {number}{_called(each.get('name'))}"
        wrong = [JournalError(file, line, f"{who}: {why}") for why in _faults(each)]
        errors += wrong
        if not wrong:
            yield _entry(file, number, line, each)


def _called(name: object) -> str:
    return f" ({' '.join(name.split())})" if isinstance(name, str) else ""


def _faults(entry: Mapping[str, Any]) -> Iterator[str]:
    if "name" not in entry:
        yield "has no 'name'"
    for key, value in entry.items():
        if key not in PERSON:
            yield f"{key!r} is nothing that an author has here"
        elif not PERSON[key](value) and key == "orcid":
            yield f"'orcid' {value!r} is none: it takes four groups of four digits, the last of them a check digit"
        elif not PERSON[key](value):
            yield f"{key!r} has a value of the wrong kind: {value!r}"
        elif key in ("name", "names", "variants"):
            names = value.values() if key == "names" else value if key == "variants" else [value]
            yield from (f"{key!r} holds {name!r}, which has no letter" for name in names if not Writing.of(name).tokens)


def _entry(file: str, number: int, line: int, entry: Mapping[str, Any]) -> Entry:
    told = {**entry, "orcid": valid_orcid(entry.get("orcid")), "variants": tuple(entry.get("variants", ()))}
    return Entry(file, number, line, **told)
