"""Pages of twenty results, numbers and counts, the order, the two languages a reader chooses. Real keys and clicks."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.site.crowd import CROWD, NUMBER
from tests.site.test_search_page import search
from tests.site.waiting import drawn, rest, settled


def shown(page: Page) -> list[str]:
    ids: list[str] = page.locator("ol#results > li").evaluate_all("items => items.map(item => item.dataset.id)")
    return ids


def read_on(page: Page, count: int) -> None:
    """Scrolls until so many results are there."""
    items = page.locator("ol#results > li")
    for _ in range(500):
        if items.count() >= count:
            break
        page.mouse.wheel(0, 3000)
        rest(page, 60)
    expect(items).to_have_count(count)


def test_results_come_into_view_and_back(page: Page, crowded: str) -> None:
    """Five at first, the others of the page as the reader comes near; Back finds the page and the place again."""
    page.set_viewport_size({"width": 900, "height": 500})
    search(page, crowded, NUMBER, "en/")
    items = page.locator("ol#results > li")
    expect(items).to_have_count(5)
    expect(page.locator("#count")).to_have_text("1–20 of 45 articles")
    read_on(page, 20)
    first_page = shown(page)
    page.locator("#pages a[rel=next]").click()
    expect(page.locator("#count")).to_have_text("21–40 of 45 articles")
    expect(page.locator("#count")).to_be_focused()
    expect(page).to_have_url(re.compile("page=2"))
    read_on(page, 20)
    second_page = shown(page)
    items.nth(17).locator("a.title").click()
    page.wait_for_url("**/articles/**")
    page.go_back()
    settled(page)
    expect(items.nth(17)).to_be_in_viewport()
    assert shown(page) == second_page
    page.go_back()
    expect(page.locator("#count")).to_have_text("1–20 of 45 articles")
    assert not set(first_page) & set(second_page)
    page.go_forward()
    expect(page.locator("#count")).to_have_text("21–40 of 45 articles")


def test_numbers_of_pages_by_keyboard(page: Page, crowded: str) -> None:
    """The page in view is marked; a number is reached and chosen by keys; the last page has what is left."""
    search(page, crowded, NUMBER, "ru/")
    expect(page.locator("#pages a[aria-current=page]")).to_have_text("1")
    page.locator("#pages a", has_text=re.compile("^3$")).focus()
    page.keyboard.press("Enter")
    expect(page.locator("#pages a[aria-current=page]")).to_have_text("3")
    expect(page.locator("#count")).to_have_text("41–45 из 45 статей")
    expect(page.locator("ol#results > li")).to_have_count(5)
    expect(page.locator("#pages a[rel=next]")).to_have_count(0)


def test_numbers_stay_while_results_arrive(page: Page, crowded: str) -> None:
    """A number that has the focus keeps it when more results of the page come in, and still leads to its page."""
    page.set_viewport_size({"width": 900, "height": 500})
    search(page, crowded, NUMBER)
    expect(page.locator("ol#results > li")).to_have_count(5)
    third = page.locator("#pages a", has_text=re.compile("^3$"))
    third.evaluate("link => link.focus({ preventScroll: true })")
    read_on(page, 20)
    expect(third).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#count")).to_have_text(re.compile("41–45"))


def test_pages_hold_every_article_once(page: Page, crowded: str) -> None:
    """What stands on the pages together is the whole answer; a page beyond the last shows the last."""
    found = []
    for number, count in ((1, 20), (2, 20), (9, 5)):
        page.goto(f"{crowded}search.html?q={NUMBER}&page={number}")
        settled(page)
        read_on(page, count)
        found += shown(page)
    assert sorted(found) == [one.id for one in CROWD]
    expect(page).to_have_url(re.compile("page=3"))


def test_order_by_year_and_by_title(page: Page, crowded: str) -> None:
    """A click orders the answer anew, stands in the address, and Back takes it away."""
    search(page, crowded, NUMBER)
    page.locator("#control-sort").select_option("date")
    expect(page).to_have_url(re.compile("sort=date"))
    settled(page)
    years = {one.id: one.year for one in CROWD}
    read_on(page, 20)
    assert [years[one] for one in shown(page)] == sorted(years.values(), reverse=True)[:20]
    page.locator("#control-sort").select_option("title")
    expect(page).to_have_url(re.compile("sort=title"))
    expect(page.locator("ol#results > li a.title").first).to_have_text(re.compile("^дорога"))
    page.go_back()
    expect(page).to_have_url(re.compile("sort=date"))
    page.go_back()
    expect(page).not_to_have_url(re.compile("sort"))
    settled(page)
    expect(page.locator("#control-sort")).to_have_value("")


def test_languages_of_words_and_texts_are_remembered(page: Page, crowded: str) -> None:
    """Both controls change answer and address; the next visit begins with them, unless its address says otherwise."""
    search(page, crowded, NUMBER)
    page.locator("#control-lang").select_option("ru")
    expect(page).to_have_url(re.compile("lang=ru"))
    settled(page)
    assert {one.get_attribute("lang") for one in page.locator("a.passage").all()} == {"ru"}
    page.locator("#control-as").select_option("kk")
    expect(page).to_have_url(re.compile("as=kk"))
    page.goto(f"{crowded}search.html?q={NUMBER}")
    settled(page)
    expect(page.locator("#control-lang")).to_have_value("ru")
    expect(page).to_have_url(re.compile("lang=ru.*as=kk"))
    page.goto(f"{crowded}search.html?q={NUMBER}&lang=en")
    settled(page)
    assert {one.get_attribute("lang") for one in page.locator("a.passage").all()} == {"en"}
    page.locator("#control-lang").select_option("")
    page.locator("#control-as").select_option("")
    settled(page)
    page.goto(f"{crowded}search.html?q={NUMBER}")
    settled(page)
    expect(page).not_to_have_url(re.compile("lang="))


WATCH = """
    window.times = {};
    document.getElementById("q").addEventListener("input", () => { times.key = performance.now(); });
    for (const id of ["count", "status"]) {
        const part = document.getElementById(id);
        const note = () => { if (!times[id] && part.textContent.includes("of 45")) times[id] = performance.now(); };
        new MutationObserver(note).observe(part, { childList: true });
    }
"""


def test_status_waits_for_the_end_of_typing(page: Page, crowded: str) -> None:
    """The count is seen at once; role=status tells it when the reader has rested for more than half a second."""
    page.goto(f"{crowded}en/search.html")
    page.evaluate(WATCH)
    page.locator("#q").press_sequentially(NUMBER, delay=5)
    page.wait_for_function("times.count && times.status")
    times = page.evaluate("times")
    assert times["status"] - times["key"] >= 590
    assert times["count"] <= times["status"]


def test_a_place_left_is_noted_where_it_was(page: Page, crowded_site: Path) -> None:
    """Back right after scrolling notes nothing in the entry that is gone to."""
    page.set_viewport_size({"width": 900, "height": 500})
    search(page, f"file://{crowded_site}/", NUMBER, "en/")
    page.mouse.wheel(0, 700)
    page.wait_for_function("history.state && history.state.scroll > 100")
    rest(page, 400)
    before = page.evaluate("history.state.scroll")
    page.locator("#control-sort").select_option("date")
    expect(page).to_have_url(re.compile("sort=date"))
    settled(page)
    page.evaluate("izdeu.search = () => new Promise(() => {}); scrollTo(0, 50); null")
    drawn(page)
    page.evaluate("history.back(); null")
    expect(page).not_to_have_url(re.compile("sort=date"))
    rest(page, 400)
    assert page.evaluate("history.state.scroll") == before


def test_kazakh_numbers(page: Page, crowded_site: Path) -> None:
    """A space between thousands and a decimal comma, as Kazakh has them."""
    page.goto(f"file://{crowded_site}/search.html")
    page.wait_for_function("Boolean(window.izdeuPage && window.izdeuPage.go)")
    shown = page.evaluate("""() => [
        izdeuPage.number(12345.5), izdeuSite.plural('kk', 'results', 12345), izdeuSite.numbers('kk').format(12345.5),
    ]""")
    assert [text.replace("\u00a0", " ") for text in shown] == ["12 345,5", "12 345 мақала табылды", "12 345,5"]


def test_a_retracted_article_says_so(page: Page, crowded: str) -> None:
    """The status stands before the title; issue and language with the authors."""
    page.goto(f"{crowded}en/search.html?q={NUMBER}+author:Қайыңбаева&sort=title")
    settled(page)
    read_on(page, 15)
    hit = page.locator("li[data-id=crowd05]")
    expect(hit.locator(".badge")).to_have_text("Retracted")
    expect(hit.locator(".entry-about")).to_contain_text("Қайыңбаева Ж.")
    expect(hit.locator(".entry-about a")).to_have_text("2023, no. 1(3)")
    expect(hit.locator(".entry-about")).to_contain_text("in Kazakh")
    assert page.locator(".badge").count() == 1
