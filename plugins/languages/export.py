"""The tables as the page gets them: one JSON value, short keys, nothing that the page does not use.

The shapes are explained where the page reads them (theme/static/js/engine); the parity tests compare answers, so a
field forgotten here fails there.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .kazakh.chains import MAX_CHAIN
from .kazakh.grammar import BACK, FRONT, Alternation, Grammar, Slot, Suffix
from .kazakh.sounds import grammar
from .kazakh.tails import ending_costs
from .letter_tables import accented, letter_tables
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
        "around": "|".join((toml_table("english.toml")["possessive"], toml_table("russian.toml")["degrees"])),
        "prefix": terms["prefix"],
        "name": terms["hyphen"]["name"],
        "compound": terms["compound"]["half"],
        "flags": terms["flags"],
        "latin": _latin(),
        "readings": toml_table("readings.toml"),
        "statutes": _statutes(),
    }


def _statutes() -> Json:
    """Rows of words as they are in the table; names in lower case, as a question has them: term name name;…"""
    table = toml_table("statutes.toml")
    patterns = ("number", "gap", "list", "noun", "ordinal")
    rows = (f"{term} {' '.join(dict.fromkeys(names.lower().split()))}" for term, names in table["names"].items())
    article = {key: value if key in patterns else " ".join(value.split()) for key, value in table["article"].items()}
    article["codes"] = " ".join(table["names"][term].lower() for term in article["codes"].split())
    return {"mark": table["mark"], **article, "names": ";".join(rows)}


def _letters() -> Json:
    letters = letter_tables()
    keys = {a: b for a, b in letters.keys.items() if accented().get(a) != b}
    first, last = (int(code, 16) for code in toml_table("letters.toml")["fold"]["accented"].split("-"))
    return {
        "unseen": letters.unseen,
        "marks": letters.marks,
        "plain": _sides(letters.plain),
        "keys": _sides({a: b for a, b in keys.items() if len(b) == 1}),
        "others": {a: b for a, b in keys.items() if len(b) != 1},
        "accented": [first, last + 1],
        "scripts": [[pattern, _sides(twins)] for pattern, twins in letters.scripts],
        **toml_table("letters.toml")["alike"],
    }


def _latin() -> Json:
    """One letter for one as two strings; all else by its letters."""
    table = toml_table("latin.toml")
    single = {a: b for a, b in table["letters"].items() if len(a) == len(b) == 1}
    others = {a: b for a, b in table["letters"].items() if a not in single}
    return {"most": table["most"], "single": _sides(single), "others": others}


def export_sounds() -> Json:
    """How people's names sound: Latin letters beside those of `latin`, rules, the longest initial (engine/names.js)."""
    table = toml_table("names.toml")
    return {"latin": table["latin"], **table["sounds"]}


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
        "templates": _templates(rules, costs),
        "letter": costs.get("letter", 0.0),
        "alternations": [_alternation(rule) for rule in rules.alternations],
        "classes": rules.classes,
        "back": _of_harmony(rules, BACK),
        "front": _of_harmony(rules, FRONT),
        "vowels": rules.vowels,
        "silent": rules.silent,
        "transparent": rules.transparent,
        "either": rules.either,
        "longest": MAX_CHAIN,
        "restored": _longest_restored(rules),
    }


def _of_harmony(rules: Grammar, contexts: int) -> str:
    return "".join(letter for letter, own in rules.harmonies.items() if own == contexts)


def _longest_restored(rules: Grammar) -> int:
    """Letters at most that a stem may have at its end instead of those of a word."""
    fused = [end for alike in rules.suffixes.values() for suffix in alike for end in suffix.restore]
    return max(map(len, [*fused, *(now for rule in rules.alternations for _, now in rule.last)]))


def _slot(slot: Slot) -> list[Any]:
    """[slots before, kinds of stem before, 1 if final, 1 if verbal]"""
    return [sorted(slot.after), slot.stems, int(slot.final), int(slot.verbal)]


def _templates(rules: Grammar, costs: dict[str, float]) -> list[list[Any]]:
    """[slot, cost, texts, contexts of each, 1 if only before a vowel, restored ends of each]; empty ends left off."""
    templates: dict[tuple[str, bool], list[tuple[str, Suffix]]] = {}
    for text, suffixes in rules.suffixes.items():
        for suffix in suffixes:
            templates.setdefault((suffix.name, suffix.before_vowel), []).append((text, suffix))
    return [_template(costs.get(name) or 0, shapes) for (name, _), shapes in templates.items()]


def _template(cost: float, shapes: Sequence[tuple[str, Suffix]]) -> list[Any]:
    texts, suffixes = zip(*shapes, strict=True)
    before_vowel, restored = int(suffixes[0].before_vowel), [suffix.restore or 0 for suffix in suffixes]
    row = [suffixes[0].slot, cost, " ".join(texts), [suffix.contexts for suffix in suffixes]]
    return row + ([before_vowel, restored] if any(restored) else [before_vowel] if before_vowel else [])


def _alternation(rule: Alternation) -> list[Any]:
    """[first endings, first letters, letters before the last, [last letter, what it was]…, 1 if lexical]"""
    return [sorted(rule.slots), rule.before, rule.previous, rule.last, int(rule.lexical)]
