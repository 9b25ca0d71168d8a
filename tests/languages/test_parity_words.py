"""What the build makes of the words of a corpus is what the page reads them as: rows of lemmas.tsv and asked.tsv."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from languages import Analyser, Vocabulary
from tests.languages.conftest import index
from tests.languages.test_parity import rows

LANGS = ("kk", "ru", "en")
COUNT = 3
ENOUGH = 150
BEST = """(asked) => asked.map(([lang, word]) => (izdeuEngine.readings(word, lookup, { tables, lang })
  .find(({ kind }) => !["prefix", "part", "latin"].includes(kind)) || { term: "" }).term)"""


def corpus(*names: str) -> Vocabulary:
    """Each word of these files, as often as the others."""
    words = [tuple(row) for name in names for row, _ in rows(name)]
    return {lang: {word: COUNT for own, word in words if own == lang} for lang in LANGS}


@pytest.mark.parametrize("name", ["lemmas", "asked"])
def test_rows_in_python(name: str) -> None:
    """The lemma; of a word that is asked for that of other words, or none."""
    analyser, given = Analyser(corpus("lemmas", name)), rows(name)
    known = {(lang, lemma) for (lang, _), lemma in rows("lemmas")}
    assert len(given) > ENOUGH
    found = [(lang, analyser.lemma(word, lang)) for (lang, word), _ in given]
    assert [lemma if (lang, lemma) in known else "" for lang, lemma in found] == [lemma for _, lemma in given]


@pytest.mark.parametrize("name", ["lemmas", "asked"])
def test_rows_in_the_browser(name: str, engine_page: Page) -> None:
    """The first reading, by an index of the words of lemmas.tsv."""
    given = rows(name)
    assert len(given) > ENOUGH
    index(engine_page, corpus("lemmas"))
    found = engine_page.evaluate(BEST, [asked for asked, _ in given])
    assert list(zip([asked for asked, _ in given], found, strict=True)) == given


def test_no_word_that_is_asked_for_stands_in_the_corpus() -> None:
    """It would be known as it stands."""
    assert {tuple(asked) for asked, _ in rows("lemmas")}.isdisjoint(tuple(asked) for asked, _ in rows("asked"))
