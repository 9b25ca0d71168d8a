"""Compounds joined, hyphenated and apart, all three attested: each finds the others, inflected as they may be."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.site.texts import found, search_page

TEXTS = {
    "joined": ("kk", "Көрші ауылдар екіжақты келісім жасады, жайылым ортақ болды."),
    "hyphen": ("kk", "Жайылым туралы екі-жақты келіссөз ұзаққа созылды, бірақ нәтижесіз аяқталды."),
    "apart": ("kk", "Ақсақалдар екі жақты тыңдап, жайылымды бөліп берді, дау сонымен бітті."),
    "none": ("kk", "Жайылымға қой айдалды, қойшы үйіне кешке қайтты."),
    "ru": ("ru", "Социально-экономическое положение аулов и стран-участниц, где пасли овец, изменилось."),
    "ru-parts": ("ru", "Экономическая жизнь участницы переписи, хозяйки стада и пастбища, изменилась социально."),
}


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The search page of a folder of pages, one a text."""
    with search_page(browser, tmp_path_factory.mktemp("compounds"), TEXTS) as page:
        yield page


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("екіжақты", "joined"),
        ("екіжақтының", "joined"),
        ("екі-жақты", "hyphen"),
        ("екі жақты", "apart"),
        ("екі жақты келісімнің", "joined"),
    ],
)
def test_each_spelling_finds_the_others(page: Page, question: str, first: str) -> None:
    """Though `жақты` by itself is a form of `жақ`."""
    answer = found(page, question)
    assert set(answer) == {"joined", "hyphen", "apart"}
    assert " " in question or next(iter(answer)) == first


@pytest.mark.parametrize("question", ["социально-экономического", "страна-участница", "странами-участницами"])
def test_a_form_of_a_compound_is_read_as_it(page: Page, question: str) -> None:
    """Its whole counts, not its parts alone, and nothing else is offered."""
    assert next(iter(found(page, question))) == "ru"
    answer = page.evaluate("(question) => izdeu.search(question)", question)
    assert [reading["on"] for reading in answer["terms"][0]["readings"]] == [True]
    assert answer["suggestions"] == []
