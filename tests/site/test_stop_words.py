"""Stop words typed without Kazakh letters or in Latin ones, and forms of words that sound like them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.site.texts import search_page

TEXTS = {
    "kk": ("kk", "Ауылға барған балалар мен жүргізуші қайтты, және көлік жөнделді."),
    "kk2": ("kk", "Көлік бар, жүргізуші жоқ."),
}


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with search_page(browser, tmp_path_factory.mktemp("stop"), TEXTS) as page:
        yield page


@pytest.mark.parametrize(
    ("question", "stopped"),
    [
        ("көлік және барған", [False, True, False]),
        ("колик жане барган", [False, True, False]),  # барған is a form of бару, not of бар
        ("kólik jáne barǵan", [False, True, False]),
        ("kolik zhane barghan", [False, True, False]),
        ("balalar men kolik", [False, True, False]),
        ("zhane", [False]),  # nothing else was asked for
    ],
)
def test_words_that_drop_out(page: Page, question: str, stopped: list[bool]) -> None:
    """A stop word itself drops out beside other words, however it is typed; a form of another word does not."""
    terms = page.evaluate("(question) => izdeu.search(question).then(({ terms }) => terms)", question)
    assert [bool(one["stopped"]) for one in terms] == stopped
