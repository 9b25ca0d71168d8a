"""The search as a researcher uses it: real keys and clicks, over http and from a folder, in three languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from tests.site.waiting import answered, lines_drawn, rest, settled

HOSTILE = [
    'алаяқтық: ? " ( * ~ ^ + -',
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "\u202eсот\u202c",
    "\U0001f600",
    "*",
    "-",
    "title:",
    "constructor __proto__ toString",
    "a\u0000b",
    "ә" * 10_000,
    "сөз " * 3_000,
    "аб-" + "а" * 10_000,
]


@pytest.fixture(params=["http", "file"])
def address(request: pytest.FixtureRequest, sample_site: Path, http_server: Callable[[Path], str]) -> str:
    """The site's root, over http and as a folder that is double-clicked."""
    return http_server(sample_site) if request.param == "http" else f"file://{sample_site}/"


def search(page: Page, address: str, question: str, folder: str = "") -> None:
    page.goto(f"{address}{folder}search.html")
    page.locator("input[type=search][name=q]").first.press_sequentially(question, delay=5)
    page.keyboard.press("Enter")
    settled(page)


@pytest.mark.parametrize(
    ("question", "article", "other_forms"),
    [
        ("алаяқтықтың", "samal-2023-1-01", {"алаяқтығы", "алаяқтықты"}),
        ("дрондарымызға", "drondar-01", {"дрон", "дронды", "дрондарды", "дронның"}),
        ("мошенничествами", "samal-2024-2-04", {"мошенничество", "мошенничества", "мошенничеству"}),
        ("людям", "samal-2024-2-06", {"человека", "человеку", "людей"}),
        ("exchanges", "samal-2023-1-03", {"exchange", "exchanged"}),
        ("алаяктык", "samal-2023-1-01", {"алаяқтықтың", "алаяқтығы"}),
    ],
)
def test_inflected_words_find_their_article(
    page: Page, address: str, question: str, article: str, other_forms: set[str]
) -> None:
    """An inflected word finds the right article, with other inflections marked in its passages."""
    search(page, address, question)
    assert article in [li.get_attribute("data-id") for li in page.locator("ol#results > li").all()][:3]
    marked = {text.lower() for text in page.locator(f"li[data-id={article}] mark").all_inner_texts()}
    assert marked & other_forms


@pytest.mark.parametrize("question", ["Sarsekova", "sarsekova g.m."])
def test_an_author_is_found_by_name(page: Page, address: str, question: str) -> None:
    """A name finds the articles of its bearer, and shows it marked."""
    search(page, address, question)
    first = page.locator("ol#results > li").first
    assert first.get_attribute("data-id") == "samal-2023-1-01"
    assert "Sarsekova" in first.locator("mark").all_inner_texts()


def test_passage_opens_its_paragraph(page: Page, address: str) -> None:
    """A passage's link opens the article at the paragraph that it quotes."""
    search(page, address, "медиацияның")
    passage = page.locator("a.passage").first
    text = passage.inner_text().strip("…").strip()[:40]
    passage.click()
    page.wait_for_url("**/articles/**#*")
    target = page.locator(f"[id='{unquote(page.url.split('#')[1])}']")
    expect(target).to_contain_text(text)
    expect(target).to_be_in_viewport()


def test_ctrl_click_back_and_shared_link(page: Page, address: str) -> None:
    """Results are real links, Back restores the question, and a shared ?q= asks it again."""
    search(page, address, "exchanges")
    first = page.locator("ol#results > li").first.get_attribute("data-id")
    with page.context.expect_page() as opened:
        page.locator("a.title").first.click(modifiers=["Control"])
    opened.value.wait_for_url(f"**/articles/{first}.html*")
    page.locator("a.title").first.click()
    page.wait_for_url("**/articles/**")
    page.go_back()
    settled(page)
    expect(page.locator("input[type=search][name=q]").first).to_have_value("exchanges")
    assert page.locator("ol#results > li").first.get_attribute("data-id") == first
    page.goto(f"{address}en/search.html?q=exchanges")
    settled(page)
    assert page.locator("ol#results > li").first.get_attribute("data-id") == first


@pytest.mark.parametrize("question", HOSTILE, ids=range(len(HOSTILE)))
def test_any_input_is_text(page: Page, address: str, question: str) -> None:
    """Whatever stands in the box or in ?q= is a question: no error, no markup, no freeze."""
    page.goto(f"{address}search.html")
    page.locator("input[type=search][name=q]").first.fill(question)
    page.keyboard.press("Enter")
    answered(page)
    with page.expect_navigation():
        page.evaluate("q => { location.search = '?q=' + encodeURIComponent(q.slice(0, 2000)); }", question)
    assert "?q=" in page.url
    answered(page)
    assert page.locator("#results script, #results img").count() == 0


def test_newest_question_wins(page: Page, address: str) -> None:
    """Typing on while an answer is under way shows the answer to what stands in the box."""
    page.goto(f"{address}search.html")
    page.evaluate("""
        const ask = izdeu.search;
        window.release = {};
        izdeu.search = (question, options) => question === "exchanges"
            ? new Promise(resolve => { release.first = () => {
                const answer = ask(question, options);
                resolve(answer);
                return answer.then(() => null, () => null);
            }; })
            : ask(question, options);
    """)
    box = page.locator("input[type=search][name=q]").first
    box.fill("exchanges")
    page.keyboard.press("Enter")
    page.wait_for_function("Boolean(release.first)")
    box.fill("дрондар")
    page.keyboard.press("Enter")
    expect(page.locator("ol#results > li[data-id=drondar-01]")).to_be_visible()
    page.evaluate("release.first()")
    rest(page, 50)
    expect(page.locator("ol#results > li[data-id=drondar-01]")).to_be_visible()
    expect(page.locator("li[data-id=samal-2023-1-03]")).to_have_count(0)


def test_nothing_found_says_so(page: Page, address: str) -> None:
    """An unknown word gives an empty list and says which word was not found."""
    search(page, address, "квазимодулятор")
    assert page.locator("ol#results > li").count() == 0
    assert "квазимодулятор" in page.locator("main").inner_text().lower()


def test_nothing_is_said_of_a_word_that_is_being_typed(new_page: Callable[..., Page], address: str) -> None:
    """Only a question that has rested is told that nothing is found. The clock stands still but for our steps."""
    page = new_page(own=True)
    page.clock.install()
    page.goto(f"{address}search.html")
    page.wait_for_function("izdeu.open().then(() => true)")
    page.clock.pause_at(page.evaluate("Date.now() + 1000"))
    page.locator("#q").press_sequentially("квазимод")
    page.clock.run_for(90)
    page.wait_for_function("document.documentElement.dataset.search === 'done'")
    expect(page.locator("#count")).to_have_text("")
    expect(page.locator("#status")).to_have_text("")
    expect(page.locator("#nothing")).to_be_hidden()
    expect(page.locator("#understood")).to_be_hidden()
    page.clock.run_for(600)
    expect(page.locator("#count")).to_contain_text("Ештеңе табылмады")
    expect(page.locator("#status")).to_contain_text("квазимод")
    expect(page.locator("#nothing")).to_be_visible()
    expect(page.locator("#understood .term-missing")).to_be_visible()


def test_home_asks_the_search_page(page: Page, address: str) -> None:
    """The box on the home page leads to the answer."""
    page.goto(f"{address}ru/index.html")
    page.locator("input[type=search][name=q]").first.fill("мошенничество")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ru/search.html?q=*")
    settled(page)
    assert page.locator("ol#results > li").count() > 0


def test_the_engine_serves_any_page(page: Page, address: str) -> None:
    """Any page that loads search/izdeu.js may ask it, and gets records of the promised shape."""
    page.goto(f"{address}about.html")
    page.add_script_tag(url=f"{address}search/izdeu.js")
    answer = page.evaluate("izdeu.search('алаяқтықпен күрес', {limit: 2, lang: 'kk'})")
    assert set(answer) >= {"total", "hits", "terms", "notes"}
    assert 0 < len(answer["hits"]) <= 2
    for hit in answer["hits"]:
        assert set(hit) >= {"id", "url", "title", "lang", "score", "passages"}
        for passage in hit["passages"]:
            assert set(passage) >= {"url", "text", "lang", "marks"}
            assert passage["lang"] == "kk"
            units = passage["text"].encode("utf-16-le")
            assert all(units[2 * a : 2 * b].decode("utf-16-le").strip() for a, b in passage["marks"])


def test_a_page_that_is_not_searched_loads_the_manifest_alone(page: Page, address: str) -> None:
    """What any question needs first comes while nobody types; nothing else until somebody does."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.partition("/search/")[2]))
    page.goto(f"{address}search.html")
    page.wait_for_function("izdeu.open().then(() => true)")
    rest(page, 300)
    assert [name for name in asked if name] == ["izdeu.js", "manifest.js"]


def test_a_partial_answer_can_be_asked_for_again(
    new_page: Callable[..., Page], sample_site: Path, http_server: Callable[[Path], str]
) -> None:
    """What could be had is shown, with a note and a button, in the language of the page."""
    page = new_page(allow="text/|ERR_FAILED")
    page.route("**/search/text/**", lambda route: route.abort())
    search(page, http_server(sample_site), "exchanges", "ru/")
    expect(page.locator("#notes")).to_contain_text("неполными")
    assert page.locator("ol#results > li").count()
    page.unroute("**/search/text/**")
    page.locator("#notes button").press("Enter")
    expect(page.locator("a.passage").first).to_be_visible()
    expect(page.locator("#notes")).to_be_hidden()
    expect(page.locator("#count")).to_be_focused()


@pytest.mark.parametrize("lost", ["**/search/facets/**", "**/theme/js/search-tools.js", "**/theme/js/ui-en-tools.js"])
def test_filters_that_are_lost_can_be_asked_for_again(
    new_page: Callable[..., Page], sample_site: Path, http_server: Callable[[Path], str], lost: str
) -> None:
    """The answer stands; a note says what is not there, and its button asks again."""
    page = new_page(allow="ERR_FAILED")
    page.route(lost, lambda route: route.abort())
    search(page, http_server(sample_site), "медиация", "en/")
    expect(page.locator("#notes")).to_contain_text("Filters")
    assert page.locator("ol#results > li").count()
    page.unroute(lost)
    page.locator("#notes button").press("Enter")
    expect(page.locator("[data-facet=lang]")).to_be_attached()
    expect(page.locator("#notes")).to_be_hidden()
    expect(page.locator("#count")).to_be_focused()


@pytest.mark.parametrize("path", ["en/search.html", "en/concordance.html"])
def test_lost_files_do_not_say_that_words_are_missing(
    new_page: Callable[..., Page], sample_site: Path, http_server: Callable[[Path], str], path: str
) -> None:
    """Whether the texts have them nobody knows then; a button asks again, and the keyboard goes on from the answer."""
    page = new_page(allow="terms/|ERR_FAILED")
    page.route("**/search/terms/**", lambda route: route.abort())
    page.goto(f"{http_server(sample_site)}{path}?q=медиация")
    expect(page.locator("html")).to_have_attribute("data-search", "error")
    expect(page.locator("#failure")).to_contain_text("could not be loaded")
    expect(page.locator("#nothing")).to_be_hidden()
    expect(page.locator("#understood")).to_be_hidden()
    page.unroute("**/search/terms/**")
    page.locator("#retry").press("Enter")
    answered(page)
    expect(page.locator("#status")).to_contain_text(re.compile("articles"))
    expect(page.locator("#count" if "search" in path else "#q")).to_be_focused()
    expect(page.locator("#failure")).to_be_hidden()


def test_a_concordance_with_gaps_can_be_asked_for_again(
    new_page: Callable[..., Page], crowded_site: Path, http_server: Callable[[Path], str]
) -> None:
    """What could be had is shown, with a note and a button."""
    page = new_page(allow="text/|ERR_FAILED")
    page.route("**/search/text/0/2*", lambda route: route.abort())
    page.goto(f"{http_server(crowded_site)}en/concordance.html?q=48151")
    lines_drawn(page)
    few = page.locator("#lines").get_attribute("aria-rowcount") or ""
    assert int(few) > 1
    expect(page.locator("#notes")).to_contain_text("incomplete")
    page.unroute("**/search/text/0/2*")
    page.locator("#notes button").press("Enter")
    expect(page.locator("#notes")).to_be_hidden()
    lines_drawn(page)
    assert int(page.locator("#lines").get_attribute("aria-rowcount") or "") > int(few)
    expect(page.locator("#q")).to_be_focused()
