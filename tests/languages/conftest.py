"""A page with the engine and its tables, and an index of a few words as the page would have loaded it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from languages import Analyser, Vocabulary, export_sounds, export_tables

ENGINE = Path(__file__).resolve().parents[2] / "theme/static/js/engine"
SCRIPTS = ("words", "fold", "order", "kazakh", "paradigms", "statutes", "understand", "names")

LOOKUP = """(entries) => {
  const terms = entries.filter((entry) => !entry.target).map((entry) => [izdeuEngine.fold(entry.term, tables), entry])
  const formsOf = ({ term, stem, endings }) => [term, ...endings.map((ending) => term.slice(0, stem) + ending)]
  const sounds = entries.map((entry) => [formsOf(entry).map((form) => izdeuEngine.sound(form, tables)), entry])
  const heads = entries.map((entry) => [entry.term.slice(0, entry.stem), entry])
  window.lookup = (asked, exact, sounding) => sounding
    ? sounds.filter(([forms]) => forms.includes(asked)).map(([, entry]) => entry)
    : exact ? terms.filter(([key]) => key === asked).map(([, entry]) => entry)
    : heads.filter(([head]) => asked.startsWith(head)).map(([, entry]) => entry)
}"""


@pytest.fixture(scope="session")
def engine_page(browser: Browser) -> Iterator[Page]:
    """A page with the engine; `tables` is a global there. It is one for all: who asks for words gives it an index."""
    page = browser.new_page()
    page.set_content("<!doctype html><meta charset=utf-8>")
    page.evaluate("(tables) => { window.tables = tables }", export_tables())
    page.evaluate("(rules) => { window.izdeuSoundRules = rules }", export_sounds())
    for name in SCRIPTS:
        page.add_script_tag(path=str(ENGINE / f"{name}.js"))
    yield page
    page.close()


def entries(vocabulary: Vocabulary) -> list[dict[str, Any]]:
    """The index entries of a vocabulary: every term, then every alias."""
    analyser = Analyser(vocabulary)
    terms = {t.text for lang, forms in vocabulary.items() for form in forms for t in analyser.terms(form, lang)}
    found = []
    for term in sorted(terms):
        entry = analyser.entry(term)
        found.append(record(term, entry.flags, entry.stem, entry.endings, ""))
        found += [record(head.text, entry.flags, head.stem, head.endings, term) for head in entry.aliases]
    return found


def record(term: str, flags: int, stem: int, endings: tuple[str, ...], target: str) -> dict[str, Any]:
    return {"term": term, "flags": flags, "stem": stem, "endings": list(endings), "target": target}


def index(page: Page, vocabulary: Vocabulary) -> None:
    """Give the page the entries of a vocabulary as its `lookup`."""
    page.evaluate(LOOKUP, entries(vocabulary))
