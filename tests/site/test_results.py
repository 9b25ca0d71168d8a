"""What a reader does with results: unfolds, cites, goes on to all occurrences; and what an empty answer offers."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.site.test_search_page import search
from tests.site.waiting import settled

LANGS = {"": "kk", "ru/": "ru", "en/": "en"}


@pytest.fixture(params=["http", "file"])
def address(request: pytest.FixtureRequest, sample_site: Path, http_server: Callable[[Path], str]) -> str:
    """The site's root, over http and as a folder that is double-clicked."""
    return http_server(sample_site) if request.param == "http" else f"file://{sample_site}/"


def test_all_passages_unfold_and_fold(page: Page, address: str) -> None:
    """As many as the button says, in the order of the text, each with its marks; and the best again."""
    search(page, address, "мошенничествами", "en/")
    hit = page.locator("li[data-id=samal-2024-2-04]")
    best = hit.locator("a.passage").all_inner_texts()
    button = hit.locator("button[aria-expanded]")
    words = button.inner_text()
    number = int(words.split()[1])
    assert button.get_attribute("aria-label") == f"{words}: {hit.locator('a.title').inner_text()}"
    assert len(best) == 3 < number
    button.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(hit.locator("a.passage")).to_have_count(number)
    assert hit.locator("a.passage:not(:has(mark))").count() == 0
    expect(button).to_have_text(words)  # what changes is that it is open
    button.click()
    expect(hit.locator("a.passage")).to_have_count(3)
    assert hit.locator("a.passage").all_inner_texts() == best


def test_best_passages_from_elsewhere_in_the_article(page: Page, address: str) -> None:
    """They come behind those that came with the answer, when the result is seen; and stay when it is folded."""
    search(page, address, "право", "en/")
    hit = page.locator("li[data-id=samal-2024-2-01]")
    hit.scroll_into_view_if_needed()
    given = page.evaluate("async () => (await izdeu.search('право', {limit: 20})).hits")
    first = next(each for each in given if each["id"] == "samal-2024-2-01")
    assert (len(first["passages"]), first["found"], first["more"]) == (2, 4, True)
    passages = hit.locator("a.passage")
    expect(passages).to_have_count(3)
    best = passages.all_inner_texts()
    assert best[:2] == [each["text"] for each in first["passages"]]
    assert len(set(best)) == 3
    assert hit.locator("a.passage:not(:has(mark))").count() == 0
    hit.locator("button[aria-expanded]").click()
    expect(passages).to_have_count(4)
    assert set(best) < set(passages.all_inner_texts())
    hit.locator("button[aria-expanded]").click()
    assert passages.all_inner_texts() == best


def test_where_all_passages_are_shown_nothing_unfolds(page: Page, address: str) -> None:
    """An article with two, which stand far from one another."""
    search(page, address, "journal", "en/")
    hit = page.locator("li[data-id=samal-2023-1-04]")
    hit.scroll_into_view_if_needed()
    expect(hit.locator("a.passage")).to_have_count(2)
    expect(hit.locator("button[aria-expanded]")).to_be_hidden()


def test_what_was_unfolded_is_unfolded_again(page: Page, address: str) -> None:
    """After Back from the article, and after a reload, at the place where the reader was."""
    page.set_viewport_size({"width": 900, "height": 500})
    search(page, address, "мошенничествами", "en/")
    hit = page.locator("li[data-id=samal-2024-2-04]")
    button = hit.locator("button[aria-expanded]")
    number = int(button.inner_text().split()[1])
    button.click()
    expect(hit.locator("a.passage")).to_have_count(number)
    last = hit.locator("a.passage").last
    last.scroll_into_view_if_needed()
    place = page.evaluate("scrollY")
    last.click()
    page.wait_for_url("**/articles/**")
    page.go_back()
    settled(page)
    for _ in range(2):
        expect(button).to_have_attribute("aria-expanded", "true")
        expect(hit.locator("a.passage")).to_have_count(number)
        expect(last).to_be_in_viewport()
        page.wait_for_function("(place) => Math.abs(scrollY - place) < 200", arg=place)
        page.reload()
        settled(page)
    button.click()
    expect(hit.locator("a.passage")).to_have_count(3)
    page.reload()
    settled(page)
    expect(button).to_have_attribute("aria-expanded", "false")


def test_the_way_to_all_occurrences_keeps_the_question(page: Page, address: str) -> None:
    """The link to the concordance has the question, its reading and its filters, but no page and no order."""
    page.goto(f"{address}ru/search.html?q=мошенничество&lang=ru&year=2023..&part=body&part=title&sort=date")
    settled(page)
    link = urlsplit(page.locator("#to-lines").evaluate("link => link.href"))
    assert link.path.endswith("ru/concordance.html")
    expected = {"q": ["мошенничество"], "lang": ["ru"], "year": ["2023.."], "part": ["body", "title"]}
    assert parse_qs(link.query) == expected


def test_the_title_is_in_the_readers_language(page: Page, address: str) -> None:
    """The same article under the title of each language."""
    titles = set()
    for folder, lang in LANGS.items():
        page.goto(f"{address}{folder}search.html?q=мошенничествами")
        settled(page)
        link = page.locator("li[data-id=samal-2024-2-04] a.title")
        assert link.get_attribute("lang") == lang
        titles.add(link.inner_text())
    assert len(titles) == 3


def test_one_article_is_cited(page: Page, address: str) -> None:
    """A dialog with the record in three formats, to copy and to keep; Escape closes it and the focus is back."""
    search(page, address, "мошенничествами", "en/")
    opener = page.locator("li[data-id=samal-2024-2-04] button", has_text="Cite")
    opener.focus()
    page.keyboard.press("Enter")
    text = page.locator("dialog textarea")
    expect(text).to_have_value(re.compile(r"^@\w+\{[^}]*"))
    page.keyboard.press("Tab")
    page.locator("dialog").get_by_label("RIS", exact=True).check()
    expect(text).to_have_value(re.compile(r"^TY  - "))
    page.locator("dialog").get_by_label("CSL-JSON").check()
    expect(text).to_have_value(re.compile(r"^\["))
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as a file").click()
    assert download.value.suggested_filename == "samal-2024-2-04.json"
    assert Path(download.value.path()).read_text("utf-8") == text.input_value()
    page.get_by_role("button", name="Copy").click()
    expect(page.locator("dialog [role=status]")).not_to_be_empty()
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    expect(opener).to_be_focused()


def test_the_whole_list_is_cited_with_its_filters(page: Page, crowded: str) -> None:
    """All articles of the answer, not of this page alone, and none that a filter leaves out."""
    page.goto(f"{crowded}en/search.html?q=суд+court+сот&year=2023")
    settled(page)
    count = int(page.locator("#count").inner_text().split()[0])
    page.locator("#cite-all").click()
    text = page.locator("dialog textarea")
    expect(text).not_to_have_value("")
    assert text.input_value().count("\n@") + 1 == count
    expect(page.locator("dialog h2")).to_contain_text(str(count))


HOLD_FOUND = """
    const found = izdeu.found;
    izdeu.found = (...given) => new Promise((resolve) => {
        window.release = () => {
            const ids = found(...given);
            resolve(ids);
            return ids;
        };
    });
    null
"""
# The page cites these articles, too, and before.
RELEASE = "release().then((ids) => izdeu.cite(ids)).then(() => new Promise((resolve) => { setTimeout(resolve, 50); }))"


def test_the_newest_click_is_cited(page: Page, crowded_site: Path) -> None:
    """A list that is slow to come takes nothing from the article asked for after it, nor from a new question."""
    page.goto(f"file://{crowded_site}/en/search.html?q=мошенничествами")
    settled(page)
    page.evaluate(HOLD_FOUND)
    page.locator("#cite-all").click()
    page.wait_for_function("Boolean(window.release)")
    page.locator("li[data-id=samal-2024-2-04] button", has_text="Cite").click()
    expect(page.locator("dialog h2")).to_have_text("Cite this article")
    page.evaluate(RELEASE)
    expect(page.locator("dialog h2")).to_have_text("Cite this article")
    page.keyboard.press("Escape")
    page.evaluate("window.release = null")
    page.locator("#cite-all").click()
    page.wait_for_function("Boolean(window.release)")
    page.locator("#q").fill("exchanges")
    page.keyboard.press("Enter")
    settled(page)
    page.evaluate(RELEASE)
    expect(page.locator("dialog")).to_be_hidden()


def test_nothing_found_has_no_list(page: Page, address: str) -> None:
    """Where no article is found, there is nothing to cite and no line to show; with another question they are there."""
    search(page, address, "квазимодулятор", "en/")
    expect(page.locator("#to-lines")).to_be_hidden()
    expect(page.locator("#cite-all")).to_be_hidden()
    page.locator("#q").fill("мошенничество")
    expect(page.locator("#to-lines")).to_be_visible()
    expect(page.locator("#cite-all")).to_be_visible()


def test_an_empty_answer_says_which_word_failed(page: Page, address: str) -> None:
    """And how it was read; the question without it is a click away."""
    search(page, address, "+квазимодулятор мошенничества", "en/")
    expect(page.locator("#failing")).to_contain_text("“квазимодулятор” is not in the texts")
    page.locator("#offers a", has_text="Without “квазимодулятор”").click()
    settled(page)
    expect(page.locator("#q")).to_have_value("мошенничества")
    assert page.locator("ol#results > li").count()
    expect(page.locator("#nothing")).to_be_hidden()


def test_words_that_are_nowhere_together(page: Page, address: str) -> None:
    """Each is in the texts, but no article fulfils the question: how each was read, and what is left without it."""
    search(page, address, "+дрондардың +библиотекам", "ru/")
    expect(page.locator("#failing li")).to_have_count(2)
    expect(page.locator("#failing")).to_contain_text("«дрондардың» понято как дрон (каз.)")
    page.locator("#offers a").first.click()
    settled(page)
    assert page.locator("ol#results > li").count()


@pytest.mark.parametrize(
    ("question", "plain"), [("=алаяқтықпенен", "алаяқтықпенен"), ('"адамдар егде"', "адамдар егде")]
)
def test_a_form_that_fails_offers_any_form(page: Page, address: str, question: str, plain: str) -> None:
    """The same words without the sign that asked for this very form or order."""
    search(page, address, question, "en/")
    assert page.locator("ol#results > li").count() == 0
    page.locator("#offers a", has_text="In any form").click()
    settled(page)
    expect(page.locator("#q")).to_have_value(plain)
    assert page.locator("ol#results > li").count()


@pytest.mark.parametrize(
    ("question", "blamed", "left"),
    [
        ("author:Абракадабра", "No article fits “author:Абракадабра”.", None),
        ("+мошенничество year:1890", "No article fits “year:1890”.", "+мошенничество"),
        ("year:1890 мошенничества", "No article fits “year:1890”.", "мошенничества"),
        ("квазимодуляторный +квазимодулятор", "“квазимодуляторный” is not", "+квазимодулятор"),
        ("мошенничество Щфъ*", "", None),
        ("+мошенничество +Щфъ*", "No article fits “+Щфъ*”.", "+мошенничество"),
        ("мошенничество AND квазимодулятор", "“квазимодулятор” is not", "мошенничество"),
        ("квазимодулятор AND мошенничество", "“квазимодулятор” is not", "мошенничество"),
        ("квазимодулятор НЕ дрон", "“квазимодулятор” is not", "НЕ дрон"),
        ("+объявление -объявление", "“объявление” was read as объявление (Rus.): it is in the texts", "-объявление"),
    ],
)
def test_what_fails_is_named_and_goes(
    page: Page, sample_site: Path, question: str, blamed: str, left: str | None
) -> None:
    """What no article has, be it no word; it alone goes, with its signs and the operator that joined it."""
    page.goto(f"file://{sample_site}/en/search.html?{urlencode({'q': question})}")
    settled(page)
    if not blamed:
        expect(page.locator("#nothing")).to_be_hidden()
        return
    expect(page.locator("#failing li").first).to_contain_text(blamed)
    without = page.locator("#offers a", has_text="Without")
    if left is None:
        expect(without).to_have_count(0)
        return
    without.first.click()
    expect(page.locator("#q")).to_have_value(left)


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("„адамдар егде“", "адамдар егде"),
        ('title:"адамдар егде"', "title:адамдар title:егде"),
        ("-=сот +=щфъ", "-=сот +щфъ"),
    ],
)
def test_any_form_by_places(page: Page, sample_site: Path, question: str, plain: str) -> None:
    """Whatever quotes the language knows; fields and signs stay, and what must not be there stays as strict."""
    page.goto(f"file://{sample_site}/en/search.html?{urlencode({'q': question})}")
    settled(page)
    page.locator("#offers a", has_text="In any form").click()
    expect(page.locator("#q")).to_have_value(plain)


def test_readings_of_words_that_are_gone_go(page: Page, sample_site: Path) -> None:
    """The reading of a word that stays stays; words of other languages are told anew."""
    asked = [("q", "+дела +квазимодулятор"), ("read", "дела→дело"), ("read", "квазимодулятор→дело"), ("also", "іс")]
    page.goto(f"file://{sample_site}/en/search.html?{urlencode(asked)}")
    settled(page)
    page.locator("#offers a", has_text="Without “квазимодулятор”").click()
    expect(page).to_have_url(re.compile("q=%2B%D0%B4"))
    assert parse_qs(urlsplit(page.url).query) == {"q": ["+дела"], "read": ["дела→дело"]}


def test_filters_that_leave_nothing_are_offered_to_go(page: Page, address: str) -> None:
    """The question stays, its filters go."""
    page.goto(f"{address}en/search.html?q=мошенничества&year=1950..1960")
    settled(page)
    assert page.locator("ol#results > li").count() == 0
    page.locator("#offers a", has_text="without filters").click()
    settled(page)
    expect(page).not_to_have_url(re.compile("year"))
    assert page.locator("ol#results > li").count()


def test_similar_words_are_offered(page: Page, address: str) -> None:
    """Words of the texts near to a mistyped one."""
    search(page, address, "мошеничество", "en/")
    expect(page.locator("#suggestions a").first).to_have_text("мошенничество")
