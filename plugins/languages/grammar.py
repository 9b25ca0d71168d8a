"""Kazakh endings as they sound: the templates of tables/kazakh.toml, realised after every kind of stem.

In: the table. Out: `Grammar`, what kazakh.py analyses with and what the page gets. Build time only, no twin.

A *context* is a class of stem end (vowel, glide, lateral, nasal, sibilant, voiceless) with a harmony (back,
front): twelve of them, so a set of contexts is a whole number of twelve bits, bit 2·class + harmony.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any

from .tables import TableError, toml_table

CLASSES = ("vowel", "glide", "lateral", "nasal", "sibilant", "voiceless")
BACK, FRONT, ANY = 0b010101010101, 0b101010101010, 0b111111111111
NOUN, VERB = 1, 2
"""Kinds of stem; sets of kinds are sums of these."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in the order of endings."""

    name: str
    after: frozenset[int]
    """Slots that may stand just before."""
    stems: int
    """Kinds of bare stem that may stand just before."""
    final: bool
    """A word may end here."""
    verbal: bool
    """Does not occur twice in a word."""


@dataclass(frozen=True, slots=True)
class Suffix:
    """One sound shape of one slot."""

    slot: int
    name: str
    """Slot and template ("case ZIң"): what the fitted cost is filed under."""
    contexts: int
    """The contexts after which it is heard."""
    restore: tuple[str, ...] = ()
    """For a fused ending: what the end of the stem was, one of these."""
    before_vowel: bool = False
    """Heard only before an ending that begins with a vowel (-дығ-ы)."""


@dataclass(frozen=True, slots=True)
class Alternation:
    """A change of a stem's end before an ending; fields as in the table."""

    slots: frozenset[int]
    before: str
    previous: str
    last: tuple[tuple[str, str], ...]
    lexical: bool


@dataclass(frozen=True, slots=True)
class Grammar:
    """Everything that kazakh.py needs."""

    slots: tuple[Slot, ...]
    suffixes: dict[str, tuple[Suffix, ...]]
    alternations: tuple[Alternation, ...]
    classes: dict[str, int]
    """Letter -> its contexts, both harmonies."""
    harmonies: dict[str, int]
    """Letter with a harmony of its own -> `BACK` or `FRONT`."""
    vowels: str
    silent: str
    transparent: str
    either: tuple[str, ...]


@cache
def grammar() -> Grammar:
    """The grammar of tables/kazakh.toml, built once."""
    table = toml_table("kazakh.toml")
    letters, harmony = table["letters"], table["harmony"]
    slots = _slots(table)
    return Grammar(
        slots=tuple(slots.values()),
        suffixes=_suffixes(table, list(slots)),
        alternations=tuple(_alternation(row, list(slots)) for row in table["alternation"]),
        classes=_classes(table["classes"]),
        harmonies=dict.fromkeys(letters["back"], BACK) | dict.fromkeys(letters["front"], FRONT),
        vowels=letters["vowels"],
        silent=letters["silent"],
        transparent=harmony["transparent"],
        either=tuple(harmony["either_endings"]),
    )


def _classes(table: dict[str, str]) -> dict[str, int]:
    classes: dict[str, int] = defaultdict(int)
    for index, name in enumerate(CLASSES):
        for letter in table[name]:
            classes[letter] |= 3 << 2 * index
    return dict(classes)


def _slots(table: dict[str, Any]) -> dict[str, Slot]:
    """Slots by name, in the table's order; rows of one name differ only in their templates."""
    names = list(dict.fromkeys(row["name"] for row in table["slot"]))
    verbal = set(table["verbal"]["slots"].split())
    slots: dict[str, Slot] = {}
    for row in table["slot"]:
        after = row["after"].split()
        stems = NOUN * ("noun" in after) + VERB * ("verb" in after)
        before = frozenset(_slot_number(names, name) for name in after if name not in ("noun", "verb"))
        slots[row["name"]] = Slot(row["name"], before, stems, not row.get("open", False), row["name"] in verbal)
    return slots


def _slot_number(names: list[str], name: str) -> int:
    if name not in names:
        raise TableError(f"kazakh.toml: there is no slot '{name}'")
    return names.index(name)


def _suffixes(table: dict[str, Any], names: list[str]) -> dict[str, tuple[Suffix, ...]]:
    heard: dict[tuple[str, int, str], int] = defaultdict(int)
    for row in table["slot"]:
        allowed = _class_set(row.get("only", " ".join(CLASSES)).split())
        for template in row["templates"].split():
            for context in range(12):
                if allowed >> context & 1:
                    text = _realised(template, context, table["archiphonemes"])
                    heard[text, names.index(row["name"]), f"{row['name']} {template}"] |= 1 << context
    found: dict[str, list[Suffix]] = defaultdict(list)
    voicing = dict(pair.split()[::-1] for pair in table["alternation"][0]["last"])
    for (text, slot, name), contexts in heard.items():
        found[text].append(Suffix(slot, name, contexts))
        if text[-1] in voicing and len(text) > 1:
            found[text[:-1] + voicing[text[-1]]].append(Suffix(slot, name, contexts, before_vowel=True))
    for row in table["fusion"]:
        for text in row["texts"].split():
            found[text].append(_fusion(row, _slot_number(names, row["slot"])))
    return {text: tuple(suffixes) for text, suffixes in found.items()}


def _fusion(row: dict[str, str], slot: int) -> Suffix:
    vowel = _class_set(["vowel"])
    contexts = vowel if row["after"] == "vowel" else ANY & ~vowel
    return Suffix(slot, f"{row['slot']} fused", contexts, tuple(row["restore"].split()))


def _class_set(names: list[str]) -> int:
    return sum(3 << 2 * CLASSES.index(name) for name in names)


def _realised(template: str, context: int, archiphonemes: dict[str, list[str]]) -> str:
    """A template as it sounds in one context: LAр after (nasal, front) is дер."""
    text = ""
    for letter in template:
        choices = archiphonemes.get(letter)
        if choices is None:
            text += letter
            continue
        choice = choices[context // 2 if len(choices) > 1 else 0]
        text += choice.split("/")[context % 2] if "/" in choice else choice
    return text


def _alternation(row: dict[str, Any], names: list[str]) -> Alternation:
    return Alternation(
        slots=frozenset(_slot_number(names, name) for name in row.get("slots", "").split()),
        before=row["before"],
        previous=row.get("previous", ""),
        last=tuple((was, now.replace("-", "")) for was, now in (pair.split() for pair in row["last"])),
        lexical=row.get("lexical", False),
    )
