"""The same words on both sides: every row of tests/parity in Python and in a real browser."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from languages import fold, name_key, normal, orders, parts, statutes, words
from languages.kazakh.kazakh import Kazakh
from languages.names.names import heard
from languages.order import sound, spelt
from languages.statute_table import name_term

ROOT = Path(__file__).resolve().parents[2]

ROW_FILES = ("words", "parts", "normal", "fold", "kazakh", "statutes", "names", "heard", "name_keys", "sounds")


def rows(name: str) -> list[tuple[str, Any]]:
    """(input, answer) of each row of one file."""
    lines = (ROOT / f"tests/parity/{name}.tsv").read_text("utf-8").split("\n")
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [(json.loads(given), json.loads(answer)) for given, answer in pairs]


def units(text: str) -> int:
    """Length in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def cut(text: str) -> list[list[Any]]:
    return [[word.text, units(text[: word.start]), units(text[: word.end])] for word in words(text)]


def read(word: str) -> list[list[Any]]:
    return sorted([c.stem, c.kind, int(c.lexical)] for c in Kazakh().candidates(word))


def articles(text: str) -> list[str]:
    return [statute.term for statute in statutes(text, list(words(text)))]


PYTHON: dict[str, Callable[[str], Any]] = {
    "words": cut,
    "parts": lambda word: list(parts(word)),
    "normal": normal,
    "fold": fold,
    "kazakh": read,
    "statutes": articles,
    "names": name_term,
    "heard": heard,
    "name_keys": name_key,
    "sounds": lambda text: [spelt(fold(text)), sound(fold(text)), *orders([fold(text)])],
}

BROWSER = {
    "words": "(text) => izdeuEngine.words(text, tables).map((word) => [word.text, word.start, word.end])",
    "parts": "(text) => izdeuEngine.parts(text, tables)",
    "normal": "(text) => izdeuEngine.normal(text, tables)",
    "fold": "(text) => izdeuEngine.fold(text, tables)",
    "statutes": "(text) => izdeuEngine.statutes(text, izdeuEngine.words(text, tables), tables).map(({ term }) => term)",
    "names": "(form) => izdeuEngine.nameTerm(izdeuEngine.normal(form, tables), tables)",
    "heard": "(word) => izdeuEngine.heard(word, tables)",
    "name_keys": "(name) => izdeuEngine.nameKey(name, tables)",
    "sounds": """(text) => ['spelt', 'sound', 'order']
      .map((name) => izdeuEngine[name](izdeuEngine.fold(text, tables), tables))""",
    "kazakh": "(word) => izdeuEngine.kazakhCandidates(word, tables).map((c) => [c.stem, c.kind, Number(c.lexical)])",
}


@pytest.mark.parametrize("name", ROW_FILES)
def test_rows_in_python(name: str) -> None:
    """Python gives what the rows say."""
    given = rows(name)
    assert [(text, PYTHON[name](text)) for text, _ in given] == given


@pytest.mark.parametrize("name", ROW_FILES)
def test_rows_in_the_browser(name: str, engine_page: Page) -> None:
    """The page gives what the rows say."""
    given = rows(name)
    found = engine_page.evaluate(f"(texts) => texts.map({BROWSER[name]})", [text for text, _ in given])
    if name == "kazakh":
        found = [sorted(answer) for answer in found]
    assert list(zip([text for text, _ in given], found, strict=True)) == given


def test_costs_agree(engine_page: Page) -> None:
    """Both engines charge the same for the endings of the Kazakh rows."""
    given = [word for word, _ in rows("kazakh")]
    script = "(words) => words.map((w) => izdeuEngine.kazakhCandidates(w, tables).map((c) => [c.stem, c.kind, c.cost]))"
    engine = Kazakh()
    for word, found in zip(given, engine_page.evaluate(script, given), strict=True):
        costs = {(stem, kind): cost for stem, kind, cost in found}
        for candidate in engine.candidates(word):
            assert costs[candidate.stem, candidate.kind] == pytest.approx(candidate.cost, abs=1e-6), word


def test_there_are_enough_rows() -> None:
    """A file emptied by mistake would pass in silence."""
    assert sum(len(rows(name)) for name in ROW_FILES) >= 1300
