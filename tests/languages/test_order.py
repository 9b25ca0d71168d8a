"""Terms that one word may mean lie together: the order of the index, in Python and in the browser."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page

from languages import commons, fold, orders
from languages.kazakh.changed import changed

ALIKE = [
    ("кітап", "кітабы", "китабына", "kitabyn", "kıtaby"),
    ("оқы", "оқу", "oqudan", "оқушы"),
    ("қой", "қоя", "қою", "qoyady", "koiu"),
    ("дамы", "дамиды", "damidy"),
    ("алаяқ", "алаяқтық", "алаяктык", "alayaqtyq", "alaiaqtyq", "ALAIAQTYQ"),
    ("процесс", "процеске", "процестің"),
    ("жасанды", "жасандының", "zhasandy", "jasandy"),
    ("конституция", "konstitutsiya", "konstitusia", "konstitucia"),
    ("аң", "аңға", "anga", "angga"),
    ("шымкент", "Shymkent", "şımkent", "chymkent"),
]
WORDS = st.text("абгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіabcdefghijklmnopqrstuvwxyzşıäñ'-1", max_size=12)


@pytest.mark.parametrize("words", ALIKE, ids=lambda words: words[0])
def test_words_that_may_be_one_begin_alike(words: tuple[str, ...]) -> None:
    """Stems before their forms, whatever letters were changed at their end or typed for others."""
    begun, *others = commons([fold(word) for word in words])
    assert all(other.startswith(begun) for other in others)


@pytest.mark.parametrize(
    ("stem", "form"), [("орын", "орны"), ("халық", "халқы"), ("мұрын", "мұрнын"), ("тап", "тауып")]
)
def test_stems_that_lose_letters_are_told(stem: str, form: str) -> None:
    """A form of theirs begins otherwise."""
    begun = commons([beginning for _, beginning in changed([fold(stem)])])
    assert any(commons([fold(form)])[0].startswith(one) for one in begun)


@given(WORDS, st.text("абгклмнрсутцчыіяю", max_size=4))
def test_the_beginning_of_a_word_begins_its_order(word: str, ending: str) -> None:
    """In Cyrillic letters; of Latin ones the last may be a piece of one."""
    key = fold(word)
    begun, whole = commons([key, key + fold(ending)])
    assert whole.startswith(begun)


def test_both_engines_agree(engine_page: Page) -> None:
    """Letter by letter."""
    words = sorted(
        {word for words in ALIKE for word in words} | {"", "ab…", "цех", "чехия", "нкнк", "x-ray", "10.5", "ąčž"}
    )
    keys = [fold(word) for word in words]
    script = "(keys) => keys.map((key) => izdeuEngine.order(key, tables))"
    assert engine_page.evaluate(script, keys) == orders(keys)


@pytest.mark.parametrize(
    ("begun", "word"), [("s", "shymkent"), ("konstitut", "konstitutsiya"), ("za", "zaman"), ("қой", "қою")]
)
def test_ranges_of_beginnings(engine_page: Page, begun: str, word: str) -> None:
    """One of them begins the order of every word that begins so, though the last letters may be pieces of one."""
    ranges = engine_page.evaluate("(key) => izdeuEngine.beginnings(key, tables)", fold(begun))
    assert any(commons([fold(word)])[0].startswith(one) for one in ranges)
