"""Kazakh endings as they sound: the templates of tables/kazakh.toml, realised after every kind of stem.

In: the table. Out: `Grammar`. Build time only, no twin: the page gets the sounds.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Any

from languages.tables import TableError, toml_table

from .grammar import ANY, BACK, CLASSES, FRONT, NOUN, VERB, Alternation, Grammar, Slot, Suffix


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
