"""Suggestions while typing, with real keys and clicks: offered under every search box, never taken by themselves."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.site.waiting import answered, rest

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture(params=["http", "file"])
def address(request: pytest.FixtureRequest, sample_site: Path, http_server: Callable[[Path], str]) -> str:
    return http_server(sample_site) if request.param == "http" else f"file://{sample_site}/"


@pytest.fixture
def root(sample_site: Path, http_server: Callable[[Path], str]) -> str:
    return http_server(sample_site)


def write(page: Page, text: str) -> None:
    """Letters into the search box, by the key that leads there."""
    page.keyboard.press("/")
    page.keyboard.type(text)


# The list asks the same, and before, once the box has rested (150 ms).
ASKED = """async () => {
    await izdeuSite.loadTable(izdeuOffers.labelLang(), "typing");
    await izdeu.typed(document.activeElement.value);
    await new Promise((resolve) => { setTimeout(resolve); });
}"""


def offers(page: Page) -> list[str]:
    """What is offered for all that was typed, not only for its first letters; the list does not change any more."""
    page.locator(".offers").wait_for(state="attached")
    rest(page, 200)
    page.evaluate(ASKED)
    expect(page.locator(".offers")).to_be_visible()
    return page.locator(".offers [role=option] .offer-text").all_text_contents()


def question(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_a_word_completes_the_box_and_asks(page: Page, address: str) -> None:
    page.goto(f"{address}index.html")
    write(page, "алаяқт")
    assert "алаяқтық" in offers(page)
    expect(page.locator("#q")).to_have_value("алаяқт")  # nothing is taken by itself
    page.keyboard.press("ArrowDown")
    expect(page.locator(".offers [aria-selected=true] .offer-text")).to_have_text("алаяқтық")
    expect(page.locator("#q")).to_have_value("алаяқт")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    answered(page)
    assert question(page)["q"] == ["алаяқтық"]
    assert page.locator("#results > li").count() > 1


def test_enter_asks_what_stands_in_the_box(page: Page, address: str) -> None:
    """With the list open and no offer gone to."""
    page.goto(f"{address}index.html")
    write(page, "алаяқт")
    assert offers(page)
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    assert question(page)["q"] == ["алаяқт"]


def test_a_title_leads_to_its_article(page: Page, address: str) -> None:
    """From an article page, whose box is another, by a click."""
    page.goto(f"{address}articles/samal-2024-2-04.html")
    write(page, "mediation ru")
    assert offers(page)
    title = page.locator(".offer-title").first
    expect(title).to_contain_text("MEDIATION IN RURAL AREAS")
    title.click()
    page.wait_for_url("**/articles/samal-2023-1-04.html")


@pytest.mark.parametrize("typed", ["Sarsek", "Сәрсек", "сарсек"])
def test_an_author_leads_to_their_articles(page: Page, root: str, typed: str) -> None:
    """Found in any alphabet; the page shows their texts and says that it does."""
    page.goto(f"{root}ru/index.html")
    write(page, typed)
    assert offers(page)
    page.locator(".offer-author").first.click()
    page.wait_for_url("**/ru/search.html?*author=*")
    expect(page.locator("#results > li")).to_have_count(1)
    expect(page.locator("#results > li").first).to_have_attribute("data-id", "samal-2023-1-01")


def test_a_keyword_leads_to_its_articles(page: Page, root: str) -> None:
    page.goto(f"{root}en/index.html")
    write(page, "telephone fr")
    assert offers(page)
    page.locator(".offer-keyword").first.click()
    page.wait_for_url("**/en/search.html?*keyword=*")
    assert question(page)["keyword"] == ["telephone fraud"]
    expect(page.locator("#results > li").first).to_have_attribute("data-id", "samal-2023-1-01")


def test_the_search_page_asks_and_offers(page: Page, address: str) -> None:
    """A word chosen there is asked at once, on the same page."""
    page.goto(f"{address}search.html")
    page.locator("#q").press_sequentially("мошенн")
    answered(page)
    page.locator("#q").press_sequentially("и")
    assert offers(page)
    page.locator(".offer-word", has_text="мошенничество").click()
    expect(page.locator("#q")).to_have_value("мошенничество")
    expect(page.locator(".offers")).to_be_hidden()
    expect(page.locator("#results > li").first).to_be_visible()
    page.wait_for_function("location.search.includes(encodeURIComponent('мошенничество'))")


def test_the_concordance_offers_for_the_first_question(page: Page, root: str) -> None:
    """It answers nothing while a reader types, so there is nothing to wait for."""
    page.goto(f"{root}en/concordance.html")
    page.locator("form[role=search] input[type=search]").press_sequentially("медиа")
    assert "медиация" in offers(page)


def test_the_concordance_offers_too(page: Page, root: str) -> None:
    """Its box asks it for the lines of the word that was chosen."""
    page.goto(f"{root}en/concordance.html?q=fraud")
    answered(page)
    page.locator("form[role=search] input[type=search]").fill("")
    page.keyboard.type("медиа")
    assert offers(page)
    page.locator(".offer-word", has_text="медиация").first.click()
    page.wait_for_function("location.search.includes(encodeURIComponent('медиация'))")
    assert urlsplit(page.url).path.endswith("/en/concordance.html")


def test_keys_move_and_close(page: Page, root: str) -> None:
    """Down and up go round; Escape closes and leaves the letters; down opens again; a letter begins anew."""
    page.goto(f"{root}index.html")
    write(page, "құқ")
    names = offers(page)
    chosen = page.locator(".offers [aria-selected=true] .offer-text")
    field = page.locator("#q")
    page.keyboard.press("ArrowUp")
    expect(chosen).to_have_text(names[-1])
    page.keyboard.press("ArrowDown")
    expect(chosen).to_have_text(names[0])
    option = page.locator(".offers [aria-selected=true]").get_attribute("id")
    expect(field).to_have_attribute("aria-activedescendant", option or "none")
    page.keyboard.press("Escape")
    expect(page.locator(".offers")).to_be_hidden()
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("құқ")
    expect(field).not_to_have_attribute("aria-activedescendant", re.compile(""))
    page.keyboard.press("ArrowDown")
    expect(chosen).to_have_text(names[0])
    page.keyboard.type("ы")
    expect(chosen).to_have_count(0)
    expect(page.locator(".offers")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(".offers")).to_be_hidden()


@pytest.mark.parametrize("key", ["Home", "End", "ArrowLeft", "ArrowRight"])
def test_a_key_that_moves_in_the_box_leaves_the_list(page: Page, root: str, key: str) -> None:
    """Then Enter asks what stands there, and a letter goes in where the cursor is."""
    page.goto(f"{root}search.html")
    page.locator("#q").press_sequentially("алаяқт")
    assert offers(page)
    page.keyboard.press("ArrowDown")
    expect(page.locator("#q")).to_have_attribute("aria-activedescendant", re.compile("."))
    page.keyboard.press(key)
    expect(page.locator("#q")).not_to_have_attribute("aria-activedescendant", re.compile("."))
    expect(page.locator(".offers [aria-selected=true]")).to_have_count(0)
    page.keyboard.press("Enter")
    answered(page)
    assert question(page)["q"] == ["алаяқт"]


def test_nothing_is_loaded_before_somebody_types(page: Page, root: str) -> None:
    """Nor for what is pasted whole: it is complete."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto(f"{root}index.html")
    page.keyboard.press("/")
    set_at_once = "box => { box.value = 'алаяқт'; box.dispatchEvent(new Event('input', {bubbles: true})) }"
    page.locator("#q").evaluate(set_at_once)
    rest(page, 400)
    assert not [path for path in asked if "/search/" in path or "combobox" in path]
    page.keyboard.type("ы")
    expect(page.locator(".offers").first).to_be_attached()
    page.wait_for_function("window.izdeu")


def test_the_first_results_come_before_suggestions(page: Page, root: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto(f"{root}search.html")
    page.locator("#q").press_sequentially("алаяқтық")
    expect(page.locator("#results > li").first).to_be_visible()
    page.wait_for_function("document.querySelector('[role=combobox]')")
    texts = [place for place, path in enumerate(asked) if "/search/text/" in path]
    late = [place for place, path in enumerate(asked) if "combobox" in path or "/search/suggest/" in path]
    assert min(late) > min(texts)


@pytest.mark.parametrize("lang", ["", "ru/", "en/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_complaint_of_axe(new_page: Callable[..., Page], root: str, lang: str, scheme: str) -> None:
    page = new_page(color_scheme=scheme)
    page.goto(f"{root}{lang}index.html")
    write(page, "ме")
    assert offers(page)
    page.keyboard.press("ArrowDown")
    page.add_script_tag(path=str(AXE))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    assert [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found] == []


def test_narrow_screens_and_fingers(new_page: Callable[..., Page], root: str) -> None:
    """A finger chooses; nothing sticks out of the screen; targets are high enough."""
    page = new_page(viewport={"width": 360, "height": 700}, has_touch=True)
    page.goto(f"{root}articles/samal-2024-2-04.html")
    field = page.locator("form[role=search] input[type=search]").first
    field.tap()
    page.keyboard.type("құқық")
    assert offers(page)
    frame = page.locator(".offers").bounding_box()
    assert frame
    assert frame["x"] >= 0
    assert frame["x"] + frame["width"] <= 360
    heights = [option.bounding_box() for option in page.locator(".offer").all()]
    assert all(each and each["height"] >= 24 for each in heights)
    page.locator(".offer").first.tap()
    page.wait_for_url("**/search.html?*")


def test_markup_in_the_box_is_text(page: Page, root: str) -> None:
    page.goto(f"{root}index.html")
    write(page, '<img src=x onerror=alert(1)> "><script> \u202e алая')
    assert offers(page)
    expect(page.locator(".offer-word .offer-text").first).to_have_text("алаяқтық")
    assert page.locator(".offers img, .offers script").count() == 0


@pytest.mark.parametrize("path", ["index.html", "search.html"])
def test_what_was_pasted_and_asked_opens_no_list(page: Page, root: str, path: str) -> None:
    """The first thing in the box may be a paste; the list's script comes only then, and finds nothing to offer."""
    page.goto(f"{root}{path}")
    page.evaluate("document.addEventListener('submit', (event) => event.preventDefault())")
    page.locator("#q").focus()
    page.evaluate("""() => {
        const box = document.getElementById("q");
        box.value = "алаяқ";
        box.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
    }""")
    page.locator("#q").press("Enter")
    expect(page.locator(".offers")).to_be_attached()
    typed = "izdeuSite.loadTable('kk', 'typing').then(() => izdeu.typed('алаяқ'))"
    page.evaluate(f"{typed}.then(() => new Promise(requestAnimationFrame))")  # what would be offered is there
    expect(page.locator("#q")).to_have_attribute("aria-expanded", "false")
    expect(page.locator(".offers")).to_be_hidden()
