"""What a mistyped question may have meant: offered, one click away, never asked in its place. Real keys and clicks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.test_search_page import search
from tests.site.texts import search_page
from tests.site.waiting import settled


@pytest.fixture(params=["http", "file"])
def address(request: pytest.FixtureRequest, sample_site: Path, http_server: Callable[[Path], str]) -> str:
    """The site's root, over http and as a folder that is double-clicked."""
    return http_server(sample_site) if request.param == "http" else f"file://{sample_site}/"


MISTYPED = [
    ("fkfzrnsr", "алаяктык", "samal-2023-1-01"),  # the Russian keyboard was meant
    ("vjityybxtcndj", "мошенничество", "samal-2024-2-04"),
    ("учсрфтпу", "exchange", "samal-2023-1-03"),  # the Latin one was
    ("fkfz0nsr", "алаяқтык", "samal-2023-1-01"),  # the Kazakh one
    ("мошеничество", "мошенничество", "samal-2024-2-04"),  # a letter left out
    ("мошенинчеством", "мошенничество", "samal-2024-2-04"),  # two exchanged, with an ending
    ("exchagne", "exchange", "samal-2023-1-03"),
]


@pytest.mark.parametrize(("typed", "meant", "article"), MISTYPED)
def test_what_was_meant_is_a_click_away(page: Page, address: str, typed: str, meant: str, article: str) -> None:
    """The question stays as it was typed until the reader takes the offer; then it is the offer, in box and address."""
    search(page, address, typed)
    box = page.locator("input[type=search][name=q]").first
    offer = page.locator("#suggestions a").first
    expect(offer).to_have_text(meant)
    expect(box).to_have_value(typed)
    assert article not in page.locator("ol#results > li").evaluate_all("items => items.map(item => item.dataset.id)")
    offer.click()
    settled(page)
    expect(box).to_have_value(meant)
    first = page.locator("ol#results > li").first
    expect(first).to_be_visible()
    found = page.locator("ol#results > li").evaluate_all("items => items.map(item => item.dataset.id)")
    assert article in found[:3]
    page.go_back()
    settled(page)
    expect(box).to_have_value(typed)


def test_only_the_mistyped_word_is_replaced(page: Page, address: str) -> None:
    """The rest of the question stays."""
    search(page, address, "расследование мошеничества")
    expect(page.locator("#suggestions a").first).to_have_text("расследование мошенничество")


KNOWN = ["алаяқтықтың", "мошенничествами", "алаяктык", "zhasandy"]
NOTHING = ["qqqqzzzz", "ъъъъъ", "12345"]


@pytest.mark.parametrize("question", [*KNOWN, *NOTHING])
def test_words_that_are_known_or_nothing_like_a_word(page: Page, address: str, question: str) -> None:
    """Nothing is offered for a word of the texts in whatever form, nor for what is near to none."""
    search(page, address, question)
    expect(page.locator("#suggested")).to_be_hidden()


NEAR = [
    ("мошеничеством", ["мошенничество"]),  # an ending behind
    ("алаяктыктн", ["алаяқтық"]),  # half an ending, without Kazakh letters
    ("посолковая", ["поселковый"]),  # … another one than the lemma's
    ("інтернет", ["интернет"]),  # a Kazakh letter for its Russian twin
    ("interneet", ["internet"]),
    ("кампьютер", ["компьютер"]),
    ("омпьютер", ["компьютер"]),  # the first letter left out
    ("окмпьютер", ["компьютер"]),  # … exchanged with its neighbour
    ("уомпьютер", ["компьютер"]),  # … the key beside it
    ("вкомпьютер", ["компьютер"]),  # … one before it that is none of the word's
    ("лаяқтықтан", ["алаяқтық"]),
    ("vlilage", ["village"]),
    ("illage", ["village"]),
    ("мәсселелерімізден", ["мәселелерімізден", "мәселе"]),  # the stem mistyped, many endings behind
    ("мәселелреімізден", ["мәселе"]),  # … its endings
    ("түррін", ["түрін", "түр"]),  # of three letters, one typed twice
    ("бнк", ["банк"]),  # its keys mean signs on another keyboard
    ("рнчи", ["речь"]),  # a short form whose lemma ends otherwise
    ("рчеи", ["речи", "речь"]),
    ("дица", ["лицо"]),  # … with another first letter
    ("зннаий", ["знание"]),
    ("оселковыми", ["поселковый"]),
    ("оазмещенной", ["разместить"]),  # … one that has little in common with its lemma
    ("сабақаарының", ["сабақ"]),  # one letter of many endings changed
    ("сабақтарныың", ["сабақ"]),  # … two exchanged
    ("сабақтрының", ["сабақ"]),  # … one left out
    ("юңтайды", ["оңтай"]),  # the first letter changed of a form
    ("тұлғалыларды", ["тұлға"]),  # a letter too many
    ("тиымдылыктан", []),  # ы for і: understood as it stands
    ("онгтайды", []),  # нг for ң
    ("lwa", ["law"]),  # of three letters, two exchanged
    ("кпө", ["көп"]),
    ("кмп", ["rvg", "көп"]),  # … which another keyboard makes a word by chance
    ("кмп интернетт", ["rvg интернетт", "көп интернет"]),
    ("т8р", ["түр"]),  # by keyboard and by letters
    ("victims", []),  # one letter and half the word: too far from vice
    ("54-бабы", []),  # an article of a law that the texts lack
    ("190-б.", []),
    ("кмпютр", []),  # three mistakes: anything might be meant
    ("комп", ["көп"]),  # nothing of a longer word
    ("cd" * 24 + "c", ["cd" * 25]),
    ("ab" * 30 + "a", []),  # over sixty letters: each left out in turn, with thousands of them, would freeze the page
    ("крипта", []),  # кері and the rest an ending: too much of so few letters
    ("мошеничество +ъъъъъ", []),  # what must be there is not, whatever else is mended
    ("мошеничество ъъъъъ", ["мошенничество ъъъъъ"]),
]
TEXTS = {
    "kk": (
        "kk",
        "Алаяқтық азайды, алаяқ қашты, интернет, кері қайтты, мәселе, түр қалды. Сабақ, оңтай, тиімділік, тұлға, көп.",
    ),
    "ru": (
        "ru",
        "Поселковый совет купил компьютер, банк закрыт: мошенничество. Речь о лице и знании. Разместить заказ.",
    ),
    "en": ("en", f"The internet came to the village, a vice, the law, rvg {'ab' * 31} {'cd' * 25}."),
}


@pytest.fixture(scope="module")
def plain_page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with search_page(browser, tmp_path_factory.mktemp("near"), TEXTS) as page:
        yield page


@pytest.mark.parametrize(("typed", "offered"), NEAR)
def test_what_is_near(plain_page: Page, typed: str, offered: list[str]) -> None:
    """The nearest words first, and only words that are as near as the first, or nearly."""
    script = "async (question) => (await izdeu.search(question)).suggestions.map(({ query }) => query)"
    assert plain_page.evaluate(script, typed) == offered


MANY = 6  # pages: more than five times as many as have the doubtful readings
DOUBTED = [
    ("бағдарлмаасын", ["бағдарлама"]),  # read as бағдар with endings, none of which is one
    ("создане", ["создание"]),  # taken apart: соз, дане
    ("лунавека", ["лунавейка"]),  # … of which the whole stands once
    ("adam", []),  # … адам, rightly; ada is as rare
    ("anyq", []),
    ("cryto", ["crypto"]),  # read as круто in Latin letters
    ("alayaqtyqtar cryto", ["alayaqtyqtar crypto"]),  # the first is right
    ("kosu", []),  # қосу, which as many texts have as the near word
    ("alayaqtyqtar", []),
    ("құқықбұзушылықтар", []),
    ("багдарламасын", []),  # without Kazakh letters
    ('"историко-правовые очерки"', []),  # a phrase that the texts have, whose first word is none of the index
]
RARE = {
    "kk": ("kk", "Алаяқтық пен құқық бұзушылық азайды, бағдар берді, қосу қиын. Адам анық көрді."),
    "ru": ("ru", "Это круто: соз дал Дане историко-правовые очерки. Луна прошлого века, лунавейка."),
    "en": ("en", "An ada, if any."),
}
COMMON = {f"a{number}": ("kk", "Бағдарлама, создание, crypto, kasu.") for number in range(MANY)}


@pytest.fixture(scope="module")
def doubted_page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with search_page(browser, tmp_path_factory.mktemp("doubted"), {**RARE, **COMMON}) as page:
        yield page


@pytest.mark.parametrize(("typed", "offered"), DOUBTED)
def test_a_doubtful_reading(doubted_page: Page, typed: str, offered: list[str]) -> None:
    """Hits stay; a commoner word one mistake away is offered beside them, nothing for a right word."""
    answer = doubted_page.evaluate("(question) => izdeu.search(question)", typed)
    assert [one["query"] for one in answer["suggestions"]] == offered
    assert answer["total"] > 0
