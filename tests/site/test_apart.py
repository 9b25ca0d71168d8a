"""A compound typed as one word, which the texts write as two."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.site.texts import found, search_page

TEXTS = {
    "apart": ("kk", "Ауылда екі жақты келісім жасалды, құқық бұзушылықтар азайды, жер асты сулары тексерілді."),
    "far": ("kk", "Құқық туралы жаңа кітап шықты, оны көпшілік оқыды.</p><p>Тәртіп бұзушылық та азайды."),
    "ru": ("ru", "В посёлке открыли научно исследовательский центр, и жители пришли на него посмотреть."),
}


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The search page of a folder of pages, one a text."""
    with search_page(browser, tmp_path_factory.mktemp("apart"), TEXTS) as page:
        yield page


@pytest.mark.parametrize(
    ("question", "first", "marked"),
    [
        ("құқықбұзушылық", "apart", ["құқық", "бұзушылықтар"]),
        ("құқықбұзушылықтың", "apart", ["құқық", "бұзушылықтар"]),
        ("кукыкбузушылыктын", "apart", ["құқық", "бұзушылықтар"]),
        ("екіжақты", "apart", ["екі", "жақты"]),
        ("жерасты сулары", "apart", ["жер", "асты", "сулары"]),
        ("научноисследовательского", "ru", ["научно", "исследовательский"]),
    ],
)
def test_two_words_of_the_texts_typed_as_one(page: Page, question: str, first: str, marked: list[str]) -> None:
    """Both halves are marked; the second may be inflected, the whole typed without Kazakh letters."""
    answer = found(page, question)
    assert next(iter(answer)) == first
    assert answer[first] == marked


@pytest.mark.parametrize("question", ["кітапбұзушылық", "тәртіпкітап", "бұзушылықкітап"])
def test_words_that_nowhere_stand_together_are_no_compound(page: Page, question: str) -> None:
    """No passage has both halves: one word is asked for, as it was typed."""
    asked = page.evaluate("async (question) => (await izdeu.search(question)).terms.map(({ word }) => word)", question)
    assert asked == [question]
