"""The tables as the page gets them: one JSON value, short keys, nothing that the page does not use.

The shapes are explained where the page reads them (theme/static/js/engine); the parity tests compare answers, so a
field forgotten here fails there.
"""

from __future__ import annotations

from typing import Any

from .fold import letter_tables
from .grammar import Alternation, Grammar, Slot, Suffix, grammar
from .kazakh import MAX_CHAIN, ending_costs
from .stop import stop_words
from .tables import form_table, toml_table
from .words import pattern_source

Json = dict[str, Any]


def export_tables() -> Json:
    """Everything that theme/static/js/engine knows of letters and languages."""
    terms, letters = toml_table("terms.toml"), toml_table("letters.toml")["word"]
    return {
        "words": pattern_source(),
        "parts": [letters["joint"], letters["unparted"]],
        "letters": _letters(),
        "kazakh": _kazakh(grammar()),
        "closed": _closed(),
        "stop": {lang: " ".join(sorted(stop_words(lang))) for lang in ("kk", "ru", "en")},
        "possessive": toml_table("english.toml")["possessive"],
        "prefix": terms["prefix"],
        "name": terms["hyphen"]["name"],
        "flags": terms["flags"],
        "latin": toml_table("latin.toml"),
        "readings": toml_table("readings.toml"),
    }


def _letters() -> Json:
    letters = letter_tables()
    return {
        "unseen": letters.unseen,
        "marks": letters.marks,
        "plain": _sides(letters.plain),
        "keys": letters.keys,
        "mixed": letters.mixed,
        "scripts": [[pattern, _sides(twins)] for pattern, twins in letters.scripts],
    }


def _sides(pairs: dict[str, str]) -> list[str]:
    """One-letter pairs as two strings to be read side by side."""
    return ["".join(pairs), "".join(pairs.values())]


def _closed() -> str:
    """lemma form form;lemma form …: the closed-class words of Kazakh."""
    rows: dict[str, list[str]] = {}
    for form, lemma in form_table("kazakh_closed.tsv").items():
        rows.setdefault(lemma, [lemma]).extend([form] if form != lemma else [])
    return ";".join(" ".join(row) for row in rows.values())


def _kazakh(rules: Grammar) -> Json:
    costs = ending_costs()
    return {
        "slots": [_slot(slot) for slot in rules.slots],
        "suffixes": {text: [_suffix(s, costs) for s in suffixes] for text, suffixes in rules.suffixes.items()},
        "letter": costs.get("letter", 0.0),
        "alternations": [_alternation(rule) for rule in rules.alternations],
        "classes": rules.classes,
        "harmonies": rules.harmonies,
        "vowels": rules.vowels,
        "silent": rules.silent,
        "transparent": rules.transparent,
        "either": rules.either,
        "longest": MAX_CHAIN,
    }


def _slot(slot: Slot) -> list[Any]:
    """[slots before, kinds of stem before, 1 if final, 1 if verbal]"""
    return [sorted(slot.after), slot.stems, int(slot.final), int(slot.verbal)]


def _suffix(suffix: Suffix, costs: dict[str, float]) -> list[Any]:
    """[slot, contexts, cost, 1 if only before a vowel, restored ends]; what is empty at the end is left off."""
    fields: list[Any] = [suffix.slot, suffix.contexts, costs.get(suffix.name, 0.0)]
    if suffix.before_vowel or suffix.restore:
        fields.append(int(suffix.before_vowel))
    if suffix.restore:
        fields.append(suffix.restore)
    return fields


def _alternation(rule: Alternation) -> list[Any]:
    """[first endings, first letters, letters before the last, [last letter, what it was]…, 1 if lexical]"""
    return [sorted(rule.slots), rule.before, rule.previous, rule.last, int(rule.lexical)]
