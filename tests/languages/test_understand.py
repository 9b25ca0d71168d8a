"""A query word and an index: what the page makes of words that the index has never seen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.languages.conftest import index

VOCABULARY = {
    "kk": {
        "алаяқтықтың": 3,
        "алаяқтық": 9,
        "қылмыстар": 4,
        "қылмыс": 5,
        "дамыту": 2,
        "дамытты": 1,
        "дамытқан": 1,
        "дамиды": 1,
        "қорғалатын": 2,
        "орын": 3,
        "орнында": 1,
        "құқық-бұзушылық": 2,
        "тергеуші": 1,
        "объектілері": 1,
        "объект": 2,
        "оның": 3,
        "жасанды": 4,
        "бала": 2,
        "балалар": 2,
        "жет": 2,
        "жетті": 3,
        "қара": 2,
        "қарады": 2,
        "көксу": 1,
    },
    "ru": {
        "мошенничество": 4,
        "людей": 2,
        "человек": 3,
        "шел": 1,
        "расследование": 2,
        "расследовать": 1,
        "экономикой": 1,
    },
    "en": {"exchange": 2, "went": 1, "studies": 3, "journals": 1, "men": 1},
}

ODD = ["", "-", "...", "😀", "ь", "constructor", "__proto__", "toString", "a" * 300, "ы" * 300]

FOUND = """(word) => izdeuEngine.readings(word, lookup, { tables })
  .filter((reading) => reading.kind !== 'prefix').map(({ term, lang, kind }) => [term, lang, kind])"""


@pytest.fixture(scope="module")
def page(engine_page: Page) -> Iterator[Page]:
    """The engine with the index of VOCABULARY."""
    index(engine_page, VOCABULARY)
    return engine_page


def readings(page: Page, word: str) -> list[list[str]]:
    found: list[list[str]] = page.evaluate(FOUND, word)
    return found


def test_russian_forms_of_texts_are_understood(page: Page) -> None:
    """Where the lemma by itself is read as another word, too."""
    index(page, {"ru": dict.fromkeys("может тепла лучшим теслы".split(), 1)})
    for word in ("может", "могу", "тепла", "теплом", "лучшим", "теслы"):
        assert [lang for _, lang, *_ in readings(page, word)[:1]] == ["ru"], word
    index(page, VOCABULARY)


@pytest.mark.parametrize(
    ("word", "term", "lang"),
    [
        ("алаяқтықтардан", "алаяқтық", "kk"),
        ("АЛАЯҚТЫҚПЕН", "алаяқтық", "kk"),
        ("қылмыстарымызға", "қылмыс", "kk"),
        ("дамытатындар", "дамыт", "kk"),
        ("орнынан", "орын", "kk"),
        ("объектісін", "объект", "kk"),
        ("тергеушілермен", "тергеуші", "kk"),
        ("олардан", "", ""),
        ("онымен", "ол", "kk"),
        ("мошенничествами", "мошенничество", "ru"),
        ("людьми", "человек", "ru"),
        ("человека", "человек", "ru"),
        ("идущий", "идти", "ru"),
        ("расследованиях", "расследование", "ru"),
        ("расследующий", "расследовать", "ru"),
        ("exchanging", "exchange", "en"),
        ("EXCHANGES", "exchange", "en"),
        ("studied", "study", "en"),
        ("journal’s", "journal", "en"),
        ("going", "go", "en"),
        ("нечтоневедомое", "", ""),
        ("жетісу", "", ""),
        ("Жетісудың", "", ""),
        ("қарағандыда", "", ""),
        ("көксуда", "көксу", "kk"),
        ("көксудің", "көксу", "kk"),
        ("жеткен", "жет", "kk"),
        ("қараған", "қара", "kk"),
    ],
)
def test_any_inflected_form_is_understood(page: Page, word: str, term: str, lang: str) -> None:
    """The best reading is the lemma, though most of these forms are not in the index."""
    found = readings(page, word)
    assert found[0][:2] == [term, lang] if term else found == []


@pytest.mark.parametrize(
    ("word", "term"),
    [
        ("подальше", "далекий"),
        ("поважнее", "важный"),
        ("поважней", "важный"),
        ("попроще", "простой"),
        ("получше", "хороший"),
        ("наиважнейшими", "важный"),
        ("наименьшего", "малый"),
        ("наивысшую", "высокий"),
        ("journal's", "journal"),
        ("позже", ""),
        ("последнее", ""),
        ("подробнее", ""),
        ("наивный", ""),
        ("поле", ""),
    ],
)
def test_degrees_with_a_prefix(page: Page, word: str, term: str) -> None:
    """Of an index with the plain words alone; beside them those that look like degrees of others."""
    ru = "дальше важный простой лучше меньший высокий след дробный лей вный же"
    index(page, {"ru": dict.fromkeys(ru.split(), 1), "en": {"journal": 1}})
    assert [found[0] for found in readings(page, word)[:1]] == ([term] if term else [])
    index(page, VOCABULARY)


@pytest.mark.parametrize(
    ("word", "term"),
    [
        ("алаяктык", "алаяқтық"),
        ("алаяктыктын", "алаяқтық"),
        ("кылмыс", "қылмыс"),
        ("кылмыстарды", "қылмыс"),
        ("alayaqtyq", "алаяқтық"),
        ("zhasandy", "жасанды"),
        ("qylmystar", "қылмыс"),
        ("құқықбұзушылықтар", "құқық-бұзушылық"),
        ("aлaяқтық", "алаяқтық"),
    ],
)
def test_other_keyboards_and_alphabets(page: Page, word: str, term: str) -> None:
    """Without Kazakh letters, in Latin, joined instead of hyphenated, with Latin look-alikes."""
    assert term in [found[0] for found in readings(page, word)]


@pytest.mark.parametrize(
    ("word", "term"),
    [
        ("колге", "көл"),
        ("колга", "қол"),
        ("колдерден", "көл"),
        ("колдардан", "қол"),
        ("торде", "төр"),
        ("торда", "тор"),
        ("торга", "тор"),
        ("торлерге", "төр"),
    ],
)
def test_endings_tell_of_which_word_they_are(page: Page, word: str, term: str) -> None:
    """Typed without Kazakh letters several words are alike; their endings have front or back vowels."""
    index(page, {"kk": {"қол": 3, "қолда": 1, "көл": 3, "көлде": 1, "тор": 2, "торды": 1, "төр": 2, "төрді": 1}})
    assert readings(page, word)[0][:2] == [term, "kk"]
    index(page, VOCABULARY)


def test_a_kazakh_letter_is_typed_on_purpose(page: Page) -> None:
    """`ол` is in the index, and typed without Kazakh letters өл would be the same; the reverse does not hold."""
    index(page, {"kk": {"орын": 1, "ол": 3, "қол": 2, "қолдар": 1, "тілек": 2, "тілектер": 1}})
    for word in ("өлген", "өлді", "көл", "көлдер"):
        assert readings(page, word) == []
    assert readings(page, "колдарга")[0][0] == "қол"
    assert readings(page, "орны")[0][0] == "орын"  # the term is as long as what was typed
    assert readings(page, "ор") == []
    assert readings(page, "тілегинен")[0][0] == "тілек"
    index(page, VOCABULARY)


def test_short_stems_do_not_agree_by_chance(page: Page) -> None:
    """Who types one Kazakh letter has all of them: жылқы is no жыл with an ending that was typed plainly."""
    index(
        page,
        {
            "kk": {
                "жыл": 3,
                "жылдар": 1,
                "түр": 2,
                "түрлері": 1,
                "ақ": 2,
                "қылмыс": 2,
                "қылмыстар": 1,
                "өз": 2,
                "өзін": 1,
            }
        },
    )
    for word in ("жылқы", "түркі", "ақылбай"):
        assert readings(page, word) == []
    assert readings(page, "қылмыстын")[0][0] == "қылмыс"  # a long one does not
    assert readings(page, "озди")[0][0] == "өз"
    index(page, VOCABULARY)


def test_no_ending_is_cut_from_a_stop_word(page: Page) -> None:
    """`қалай` (how) is no form of `қала` (town), `дейін` (until) none of `де`; those of closed words are theirs ."""
    index(
        page,
        {
            "kk": {
                "қала": 3,
                "қалада": 1,
                "дер": 1,
                "деді": 2,
                "өтті": 2,
                "өтеді": 1,
                "бол": 3,
                "болды": 1,
                "тап": 2,
                "тапты": 2,
            }
        },
    )
    for word in ("қалай", "дейін", "өте", "табылады"):
        assert readings(page, word) == []
    assert readings(page, "болып")[0][:2] == ["бол", "kk"]
    assert readings(page, "қаланы")[0][:2] == ["қала", "kk"]
    index(page, VOCABULARY)


@pytest.mark.parametrize(
    "word", ["", "-", "...", "😀", "ь", "constructor", "__proto__", "toString", "a" * 300, "ы" * 300]
)
def test_odd_words_do_no_harm(page: Page, word: str) -> None:
    """Nothing throws."""
    assert readings(page, word) == []
    assert page.evaluate("(word) => izdeuEngine.candidates(word, tables).keys.length", word) < 60


@pytest.mark.parametrize(
    ("word", "keys"),
    [
        ("Алаяқтықтың", ["алаяктыктын"]),
        ("кітабы", ["китабы"]),
        ("онымен", ["ол", "онымен"]),
        ("journal's", ["journal", "journals"]),
    ],
)
def test_the_word_itself_is_asked_for(page: Page, word: str, keys: list[str]) -> None:
    """And the lemma of a closed-class word; its own shard tells all stems, and its first letters."""
    assert page.evaluate("(word) => izdeuEngine.candidates(word, tables).keys", word) == keys


@pytest.mark.parametrize(
    ("word", "term", "same"),
    [
        ("алаяқтықтың", "алаяқтық", True),
        ("алаяқ", "алаяқтық", False),
        ("мошенничеству", "мошенничество", True),
        ("людей", "человек", True),
        ("exchanged", "exchange", True),
        ("exchequer", "exchange", False),
    ],
)
def test_same_word(page: Page, word: str, term: str, same: bool) -> None:
    """A passage's word is marked if it is a form of a matched term."""
    script = "([word, term]) => izdeuEngine.sameWord(word, new Set([term]), lookup, { tables })"
    assert page.evaluate(script, [word, term]) is same
