"""Beginnings of words (`құқ*`): what the texts have that begins so, and nothing that no more than folds to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

import build_index

# All invented.
PAGES = {
    "law": ("kk", "Еліміздің заңы", "Құқық пен халқымыздың құқығын қорғау мен қоғамның дамуы. Істің мәні осында.",
            "Оны көруге және қабыл етуге болады, жүргіншілер де біледі."),
    "growth": ("kk", "Ауыл", "Ауылдың даму жолы туралы.", "Жол ұзақ, қоры аз."),
    "basket": ("ru", "Корзинка", "Корзинка из ивы занимает стол.",
               "История стола. Корректный рисунок корзины. Людям нравится зелёный цвет, стол."),
    "cart": ("en", "The cart", "The corner of a cart.", "Carters came to the fair."),
}  # fmt: skip
HTML = (
    '<!doctype html><html lang="{}"><body><main data-index data-id="{}"><h1 data-part="title">{}</h1>'
    '<p id="a">{}</p><p id="b">{}</p></main></body></html>'
)


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The plain search page of these pages."""
    site = tmp_path_factory.mktemp("beginnings")
    for name, (lang, *texts) in PAGES.items():
        (site / f"{name}.html").write_text(HTML.format(lang, name, *texts), "utf-8")
    assert build_index.main([str(site), "--quiet", "--jobs", "1"]) == 0
    page = browser.new_page()
    page.goto((site / "search" / "index.html").as_uri())
    yield page
    page.close()


def hits(page: Page, question: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate("(question) => izdeu.search(question).then(({hits}) => hits)", question)
    return found


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        # Stems that change before an ending.
        ("құқығ*", {"law"}),
        ("халқ*", {"law"}),
        ("халқым*", {"law"}),
        ("халыққа*", set()),
        ("даму*", {"law", "growth"}),  # of дамы, beside a word that begins so
        ("дамуы*", {"law"}),
        # Stems of two letters, and a beginning that ends within an ending.
        ("еліміз*", {"law"}),
        ("істі*", {"law"}),
        ("етуг*", {"law"}),
        ("жүргінш*", {"law"}),
        ("көруг*", {"law"}),
        ("көрем*", set()),
        # Without Kazakh letters.
        ("кукыг*", {"law"}),
        ("халкым*", {"law"}),
        ("=кукыг*", set()),
        # Who types Kazakh letters means these.
        ("қор*", {"law", "growth"}),
        ("көр*", {"law"}),
        ("заң*", {"law"}),
        ("кор*", {"law", "growth", "basket"}),
        ("зан*", {"law", "basket"}),
        ("ұзақ*", {"growth"}),
        ("ұзак*", {"growth"}),
        ("істо*", set()),
        ("зелён*", {"basket"}),
        ("зелен*", {"basket"}),
        ("корз*", {"basket"}),
        ("cor*", {"cart"}),
        ("carte*", {"cart"}),
        ("люд*", {"basket"}),  # forms that begin otherwise than their lemma
        ("-қор*", {"basket", "cart"}),
    ],
)  # fmt: skip
def test_articles(page: Page, question: str, expected: set[str]) -> None:
    assert {hit["id"] for hit in hits(page, question)} == expected


@pytest.mark.parametrize(("question", "expected"), [("құқығ*", ["құқығын"]), ("кукыг*", ["құқығын"])])
def test_marks(page: Page, question: str, expected: list[str]) -> None:
    """What begins so, not the other forms of the word."""
    (hit,) = hits(page, question)
    assert [p["text"][start:end] for p in hit["passages"] for start, end in p["marks"]] == expected
