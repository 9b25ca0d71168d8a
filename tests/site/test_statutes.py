"""Articles of laws, codes and compounds find one another, however and in whatever language they are written."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.site.texts import found, search_page

TEXTS = {
    "kk": "Омарта иесі ҚР ҚК 190-бабымен жауапқа тартылды. Бұл құқық бұзушылықтың салдары ауыр болды, бал да жоғалды.",
    "kk-joined": "Екі ауылдағы құқықбұзушылық туралы жазылды, омарталар саны азайды, ара ұясы босап қалды.",
    "ru": "Владелец пасеки осуждён по ст. 190 УК РК, а сосед по статье 188 того же кодекса за кражу ульев и мёда.",
    "en": "The owner of the hives was tried under Article 190 of the Criminal Code, and nobody there wondered.",
    "none": "На пасеке стояло 190 ульев, и статья о них вышла в газете через неделю после праздника мёда в районе.",
}


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The search page of a folder of pages, one a text."""
    texts = {name: (name[:2] if name != "none" else "ru", text) for name, text in TEXTS.items()}
    with search_page(browser, tmp_path_factory.mktemp("laws"), texts) as page:
        yield page


ARTICLES = "190-бап,190-баптың,190 бабы,190-ші бап,ст. 190,статьи 190,190-й статьи,Article 190,art. 190".split(",")


@pytest.mark.parametrize("question", ARTICLES)
def test_an_article_of_a_law(page: Page, question: str) -> None:
    """All three languages answer first, and the whole article is marked; a mere number follows."""
    answer = found(page, question)
    assert set(list(answer)[:3]) == {"kk", "ru", "en"}
    assert answer["kk"] == ["190-бабымен"]
    assert answer["ru"] == ["ст. 190"]
    assert answer["en"] == ["Article 190"]
    assert "188" not in "".join(answer["ru"])


@pytest.mark.parametrize("question", ["УК РК", "ҚР ҚК", "ук рк"])
def test_a_code_by_its_abbreviation(page: Page, question: str) -> None:
    answer = found(page, question)
    assert list(answer) == ["kk", "ru"] or list(answer) == ["ru", "kk"]
    assert answer["kk"] == ["ҚР", "ҚК"]
    assert answer["ru"] == ["УК", "РК"]


@pytest.mark.parametrize("question", ["құқық бұзушылық", "құқықбұзушылық", "құқық-бұзушылық", "құқықбұзушылықтар"])
def test_a_compound_however_it_is_written(page: Page, question: str) -> None:
    answer = found(page, question)
    assert set(answer) == {"kk", "kk-joined"}
    assert answer["kk"] == ["құқық бұзушылықтың"]
    assert answer["kk-joined"] == ["құқықбұзушылық"]
