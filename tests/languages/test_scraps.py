"""Words that were cut to scraps, or taken for other words: at build time and in the page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from languages import Analyser
from tests.languages.conftest import index
from tests.languages.test_understand import readings

VOCABULARY = {
    "kk": {
        "к": 3, "с": 2, "т": 2, "ж": 1, "қр": 4, "ай": 3, "айда": 2, "іс": 2, "істер": 5, "әр": 3, "арт": 1, "артты": 2,
        "маңызды": 4, "кінәлі": 1, "тиесілі": 2, "айыпталушы": 2, "айыптады": 1, "айыптаған": 1, "заңсыз": 3, "заң": 5,
        "заңның": 2, "тап": 2, "табылады": 5, "туысқандары": 1, "туған": 1, "туды": 1, "құқық": 5, "ғылым": 3,
        "шарт": 2, "әділет": 2, "ақпарат": 3, "интернет-алаяқтық": 2, "алаяқтық": 3,
        "интернет": 1, "код": 2, "ақш": 2, "ми": 2,
    },
    "ru": {"к": 2, "с": 2, "закон": 2},
    "en": {"criminal": 1, "code": 2, "crime": 2, "study": 1, "time": 1, "are": 2, "is": 2, "article": 1,
           "us": 1, "we": 1},
}  # fmt: skip


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser(VOCABULARY)


@pytest.fixture(scope="module")
def page(engine_page: Page) -> Iterator[Page]:
    """The engine with the index of VOCABULARY."""
    index(engine_page, VOCABULARY)
    return engine_page


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("кінә", "кінә"),
        ("айып", "айып"),
        ("Жетісу", "жетісу"),
        ("маңызды", "маңызды"),
        ("кінәлі", "кінәлі"),
        ("тиесілі", "тиесілі"),
        ("айыпталушы", "айыпталушы"),
        ("пресумпция", "пресумпция"),
        ("заңсыз", "заңсыз"),
        ("тап", "тап"),
        ("туысқандары", "туысқан"),
        ("аумақтық", "аумақтық"),
        ("айында", "ай"),
        ("істердің", "іс"),
        ("артады", "арт"),
    ],
)
def test_no_word_is_cut_to_a_scrap(analyser: Analyser, form: str, lemma: str) -> None:
    """Short stems are listed ones; a known word is not cut."""
    assert analyser.lemma(form, "kk") == lemma


@pytest.mark.parametrize(
    ("form", "lang", "lemma"),
    [
        ("AI", "en", "ai"),
        ("AI", "kk", "ai"),
        ("AI's", "en", "ai"),
        ("US", "en", "us"),
        ("us", "en", "we"),
        ("LAWS", "en", "law"),
        ("Ltd", "en", "ltd"),
        ("1960s", "en", "1960s"),
        ("km", "en", "km"),
    ],
)
def test_abbreviations_stay(analyser: Analyser, form: str, lang: str, lemma: str) -> None:
    """What stands in capitals is a form only of what it begins like."""
    assert analyser.terms(form, lang)[0].text == lemma


@pytest.mark.parametrize("word", ["кінә", "айып", "маңыз", "Kong", "some", "А", "g"])
def test_what_the_index_has_not_is_not_found(page: Page, word: str) -> None:
    """Rather than a scrap, nothing."""
    assert readings(page, word) == []


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("маңызды", [["маңызды", "kk", "exact"]]),
        ("айыпталушының", [["айыпталушы", "kk", "lemma"], ["айыпта", "kk", "lemma"]]),
        ("code", [["code", "en", "exact"]]),
        ("crime", [["crime", "en", "exact"]]),
        ("is", [["be", "en", "lemma"]]),
        ("are", [["be", "en", "lemma"]]),
        ("articles", [["article", "en", "lemma"]]),
        ("к", [["к", "ru", "exact"]]),
        ("ж.", [["ж", "", "exact"]]),
        ("ҚР-да", [["қр", "", "lemma"]]),
        ("АҚШ-пен", [["ақш", "kk", "lemma"]]),
        ("zań", [["заң", "kk", "latin"]]),
        ("zañ", [["заң", "kk", "latin"]]),
        ("zan'", [["заң", "kk", "latin"]]),
        ("qūqyq", [["құқық", "kk", "latin"]]),
        ("ğylym", [["ғылым", "kk", "latin"]]),
        ("g'ylym", [["ғылым", "kk", "latin"]]),
        ("şart", [["шарт", "kk", "latin"]]),
        ("s'art", [["шарт", "kk", "latin"]]),
        ("ädilet", [["әділет", "kk", "latin"]]),
        ("ádilettiń", [["әділет", "kk", "latin"]]),
        ("aqparattyñ", [["ақпарат", "kk", "latin"]]),
        ("kúná", []),
    ],
)
def test_readings_in_the_page(page: Page, word: str, found: list[list[str]]) -> None:
    """The word as written first; Latin letters are Kazakh only where it is no word of the index."""
    normal = page.evaluate("(word) => izdeuEngine.words(word, tables).map(({ text }) => text)[0]", word)
    whole = [one for one in readings(page, normal if word.endswith(".") else word) if one[2] != "folded"]
    assert whole == found


def test_parts_are_weaker_readings(page: Page) -> None:
    """The compound itself, then its parts; an ending after a name is no part."""
    found = readings(page, "интернет-алаяқтықтың")
    assert found[0] == ["интернет-алаяқтық", "kk", "lemma"]
    assert [one for one in found if one[2] == "part"] == [["интернет", "kk", "part"], ["алаяқтық", "kk", "part"]]
    assert [one for one in readings(page, "АҚШ-тың") if one[2] == "part"] == []
    found = page.evaluate("() => izdeuEngine.candidates('интернет-алаяқтықтың', tables)")
    assert {"интернет", "алаяктыктын"} <= set(found["keys"])  # whose shard tells the stem


def test_parts_are_no_reason_to_mark(page: Page) -> None:
    """The compound is not marked for one of its parts; the page asks for each part by itself."""
    script = "([word, term]) => izdeuEngine.sameWord(word, new Set([term]), lookup, { tables })"
    assert page.evaluate(script, ["интернет-алаяқтық", "алаяқтық"]) is False
    assert page.evaluate(script, ["zań", "заң"]) is False
