"""A question's words in other languages, as the articles' own keywords tell them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

import build_index

KEYWORDS = {"kk": ["алаяқтық", "бақташы"], "ru": ["мошенничество", "чабан"], "en": ["fraud", "herder"]}
TEXTS = {
    "kk": ("kk", "Ауылдағы алаяқтық туралы әңгіме; бақташы қойын санады."),
    "ru": ("ru", "Мошенничество на рынке: о нём рассказал сельский чабан."),
    "en": ("en", "The herder was a victim of fraud at the market."),
}
TEXTS |= {f"more{i}": ("kk", f"Алаяқтықтың {i} түрі бар.") for i in range(5)}


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The plain search page over three texts with keywords in three languages, and some without."""
    site = tmp_path_factory.mktemp("others")
    for name, (lang, text) in TEXTS.items():
        write_page(site / f"{name}.html", lang, text, {} if name.startswith("more") else KEYWORDS)
    assert build_index.main([str(site), "--quiet", "--jobs", "1"]) == 0
    page = browser.new_page()
    page.goto((site / "search" / "index.html").as_uri())
    yield page
    page.close()


def write_page(path: Path, lang: str, text: str, keywords: dict[str, list[str]]) -> None:
    pairs = [(code, word) for code, words in keywords.items() for word in words]
    metas = "".join(f'<meta name="izdeu:keyword" lang="{code}" content="{word}">' for code, word in pairs)
    main = f'<main data-index data-id="{path.stem}"><p>{text}</p></main>'
    path.write_text(f'<!doctype html><html lang="{lang}"><head>{metas}</head>{main}</html>', "utf-8")


def answer(page: Page, question: str, **options: Any) -> dict[str, Any]:
    script = "([question, options]) => izdeu.search(question, options)"
    found: dict[str, Any] = page.evaluate(script, [question, options])
    return found


def others(found: dict[str, Any]) -> dict[str, bool]:
    return {other["lemma"]: other["on"] for term in found["terms"] for other in term.get("others") or []}


def ids(found: dict[str, Any]) -> list[str]:
    return [hit["id"] for hit in found["hits"]]


def test_few_hits_ask_for_the_other_languages(page: Page) -> None:
    """The word's own language first; the others are marked, too."""
    found = answer(page, "бақташылар")
    assert ids(found)[0] == "kk"
    assert set(ids(found)) == {"kk", "ru", "en"}
    assert others(found) == {"чабан": True, "herder": True}
    by_id = {hit["id"]: hit["passages"][0] for hit in found["hits"]}
    assert [by_id["ru"]["text"][start:end] for start, end in by_id["ru"]["marks"]] == ["чабан"]


def test_many_hits_do_not(page: Page) -> None:
    """What other languages call it is still told to whoever asks."""
    found = answer(page, "алаяқтық")
    assert not {"ru", "en"} & set(ids(found))
    assert others(found) == {}
    told = page.evaluate("izdeu.others('алаяқтық')")
    assert [{other["lemma"]: other["on"] for other in word} for word in told] == [
        {"мошенничество": False, "fraud": False}
    ]


def test_articles_with_one_of_the_words_are_not_many(page: Page) -> None:
    """Six hold the one, one holds the other, none both together: that is little, on whatever large site."""
    found = answer(page, "бақташылардың алаяқтық түрлері")
    assert {"kk", "ru", "en"} <= set(ids(found))
    assert others(found) == {"чабан": True, "herder": True, "мошенничество": True, "fraud": True}
    assert others(answer(page, "алаяқтықтың түрі")) == {}


@pytest.mark.parametrize(
    ("question", "also", "expected"),
    [
        ("алаяқтық", ["мошенничество"], {"ru"}),
        ("алаяқтық", ["fraud", "мошенничество"], {"ru", "en"}),
        ("бақташы", [], set()),
        ("бақташы", ["herder"], {"en"}),
        ("herders", ["бақташы", "чабан"], {"kk", "ru"}),
    ],
)
def test_the_reader_chooses(page: Page, question: str, also: list[str], expected: set[str]) -> None:
    found = answer(page, question, also=also)
    own = set(ids(answer(page, question, also=[])))
    assert set(ids(found)) - own == expected
    assert {lemma for lemma, is_on in others(found).items() if is_on} == set(also)


@pytest.mark.parametrize("question", ["жертвам", "құрбандарымыз", "курбандар", "потерпевшего"])
def test_a_word_that_no_text_has(page: Page, question: str) -> None:
    """Our own list of legal words tells what a text in another language calls it; it stays unmatched by itself."""
    found = answer(page, question)
    assert ids(found) == ["en"]
    assert others(found) == {"victim": True}
    assert [term["matched"] for term in found["terms"]] == [False]
    marked = found["hits"][0]["passages"][0]
    assert [marked["text"][start:end] for start, end in marked["marks"]] == ["victim"]
    assert ids(answer(page, question, also=[])) == []
    assert ids(answer(page, f'"{question}"')) == []


def test_a_word_that_must_stand_may_stand_in_another_language(page: Page) -> None:
    """As long as that counts: what is shown as on is no lie."""
    assert set(ids(answer(page, "+бақташы"))) == {"kk", "ru", "en"}
    assert set(ids(answer(page, "+бақташы", also=[]))) == {"kk"}


def test_an_excluded_word_has_none(page: Page) -> None:
    """Nor has a phrase, which is to stand as it was typed."""
    assert others(answer(page, "-бақташы", also=["чабан"])) == {}
    assert others(answer(page, '"бақташы қойын"', also=["чабан"])) == {}


def test_an_article_is_told_what_counted(page: Page) -> None:
    """So that its page marks what the result shows."""
    hits = {hit["id"]: hit for hit in answer(page, "бақташы", **{"as": "kk"})["hits"]}
    address = hits["ru"]["passages"][0]["url"]
    assert address.partition("?")[2].split("&")[1:] == ["as=kk", "also=herder", "also=%D1%87%D0%B0%D0%B1%D0%B0%D0%BD"]
    options = {"as": "kk", "also": ["чабан"]}
    script = "([texts, options]) => izdeu.hits('бақташы', texts.map((text) => ({ text })), options)"
    texts = ["Бақташылар мен чабаны.", "A herder."]
    assert page.evaluate(script, [texts, options]) == [[[0, 10], [15, 21]], []]
