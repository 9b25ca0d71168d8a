"""The search page for everybody: axe-core in light and dark, at 320 px, at twice the size, with all of it opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.site.crowd import NUMBER
from tests.site.test_pages import ROOT
from tests.site.waiting import complete, lines_drawn, settled

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
STATES = {
    "filters": f"search.html?q={NUMBER}+алаяқтықтың&year=2015..2020&author=Тасов+Б.&page=1",
    "pages": f"ru/search.html?q={NUMBER}&page=2",
    "empty": "en/search.html?q=%2Bквазимодулятор+мошенничества&year=2015..2020",
}


def opened(page: Page, address: str) -> None:
    page.goto(address)
    complete(page)
    page.wait_for_function("document.getElementById('filters').dataset.of")
    if page.locator("#filters").is_visible():
        page.evaluate("document.getElementById('filters').open = true")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(
    crowded_site: Path, http_server: Callable[[Path], str], new_page: Callable[..., Page], state: str, scheme: str
) -> None:
    """With filters open, chips, readings, pages and offers on the page."""
    page = new_page(color_scheme=scheme)
    opened(page, f"{http_server(crowded_site)}{STATES[state]}")
    page.add_script_tag(path=ROOT / "node_modules" / "axe-core" / "axe.min.js")
    found = page.evaluate("tags => axe.run({runOnly: {type: 'tag', values: tags}}).then(r => r.violations)", TAGS)
    assert not [(v["id"], [node["html"][:120] for node in v["nodes"][:3]]) for v in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_plain_page(
    sample_site: Path, http_server: Callable[[Path], str], new_page: Callable[..., Page], scheme: str
) -> None:
    """The one that build_index.py lays beside any index, with results; axe's further advice is heeded, too."""
    page = new_page(color_scheme=scheme)
    page.goto(f"{http_server(sample_site)}search/index.html")
    page.get_by_role("searchbox").fill("алаяқтық")
    page.locator("#results > li").first.wait_for()
    page.add_script_tag(path=ROOT / "node_modules" / "axe-core" / "axe.min.js")
    found = page.evaluate("axe.run().then(r => r.violations)")
    assert not [(v["id"], [node["html"][:120] for node in v["nodes"][:3]]) for v in found]


def test_results_begin_on_a_phones_first_screen(
    crowded_site: Path, http_server: Callable[[Path], str], new_page: Callable[..., Page]
) -> None:
    """What can be chosen is folded and says what is chosen; keys unfold it; axe finds nothing."""
    page = new_page(viewport={"width": 390, "height": 664}, color_scheme="dark")
    opened(page, f"{http_server(crowded_site)}en/search.html?q={NUMBER}+алаяқтықтың&sort=date")
    page.evaluate("document.getElementById('filters').open = false")
    place = page.locator("#results > li").first.bounding_box()
    assert place
    assert place["y"] < 560
    fold = page.locator("#controls-fold")
    expect(fold).to_have_text("Languages and order: Year, newest first")
    expect(page.locator("#control-sort")).to_be_hidden()
    fold.press("Enter")
    expect(fold).to_have_attribute("aria-expanded", "true")
    page.locator("#control-sort").select_option("title")
    settled(page)
    expect(fold).to_have_text("Languages and order: Title, A to Z")
    page.add_script_tag(path=ROOT / "node_modules" / "axe-core" / "axe.min.js")
    found = page.evaluate("tags => axe.run({runOnly: {type: 'tag', values: tags}}).then(r => r.violations)", TAGS)
    assert not [(v["id"], [node["html"][:120] for node in v["nodes"][:3]]) for v in found]


@pytest.mark.parametrize("state", STATES)
def test_everything_fits_and_can_be_hit(crowded_site: Path, page: Page, state: str) -> None:
    """At 320 px, a desktop at 400 %, nothing stands outside; no target but those in a line of text is under 24 px."""
    page.set_viewport_size({"width": 320, "height": 640})
    opened(page, f"file://{crowded_site}/{STATES[state]}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    targets = ["main button", "main select", "main .facet-row", "#pages a"]
    small = page.locator(", ".join(f"{target}:visible" for target in targets)).evaluate_all(
        "all => all.filter(e => e.getBoundingClientRect().height < 24).map(e => e.outerHTML.slice(0, 120))"
    )
    assert not small


# What ends before its text does, or stands outside the window; what is for ears only, what scrolls by itself and the
# contexts of lines, which are cut wherever the window ends, aside.
CUT = """() => {
    const inner = '.unseen, .unseen *, .facet-skip, .bars-box *, option, .kwic-left, .kwic-right, .kwic-title, '
        + '.kwic-source, .kwic-row, .kwic-head';
    const shown = Array.from(document.querySelectorAll('body *')).filter(e => !e.matches(inner) && e.checkVisibility());
    const isOut = (e) => {
        const { left, right, width } = e.getBoundingClientRect();
        return width > 0 && (left < -1 || right > innerWidth + 1);
    };
    const isCut = (e) => e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1
        && ['hidden', 'clip'].includes(getComputedStyle(e).overflowX);
    return shown.filter(e => isOut(e) || isCut(e)).map(e => e.outerHTML.slice(0, 150));
}"""
PAGES = {**STATES, "lines": f"ru/concordance.html?q={NUMBER}", "no lines": "concordance.html?q=квазимодулятор"}


@pytest.mark.parametrize("state", PAGES)
def test_twice_the_size(crowded_site: Path, new_page: Callable[..., Page], state: str) -> None:
    """At 200 % a window of 1280 × 900 is 640 × 450: nothing is cut, nothing scrolls sideways."""
    page = new_page(viewport={"width": 640, "height": 450}, device_scale_factor=2)
    address = f"file://{crowded_site}/{PAGES[state]}"
    if state in STATES:
        opened(page, address)
    else:
        page.goto(address)
        lines_drawn(page)
        page.locator("#filters > summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    assert not page.evaluate(CUT)
    heights = "rows => rows.map(row => row.scrollHeight - row.clientHeight)"
    assert max(page.locator(".kwic-row:visible").evaluate_all(heights), default=0) <= 1


def test_the_focus_is_seen(crowded_site: Path, page: Page) -> None:
    """Whatever Tab reaches on the page has an outline."""
    page.set_viewport_size({"width": 1280, "height": 900})
    opened(page, f"file://{crowded_site}/{STATES['filters']}")
    expect(page.locator("[data-facet=author]")).to_be_visible()
    page.locator("#q").focus()
    reached = 0
    for _ in range(60):
        page.keyboard.press("Tab")
        style = page.evaluate("""() => {
            const e = document.activeElement;
            if (!e.closest('main') || e.matches('.ask-line *')) return null;
            const { outlineStyle, outlineWidth } = getComputedStyle(e);
            return [e.outerHTML.slice(0, 80), outlineStyle, parseFloat(outlineWidth)];
        }""")
        if style:
            reached += 1
            assert style[1] != "none", style[0]
            assert style[2] >= 1, style[0]
    assert reached > 30


def test_high_contrast_shows_what_is_chosen(crowded_site: Path, new_page: Callable[..., Page]) -> None:
    """Where the system's colours stand for all grounds and no shadow is drawn: language, year, bars."""
    page = new_page(viewport={"width": 1280, "height": 900}, forced_colors="active", color_scheme="dark")
    opened(page, f"file://{crowded_site}/ru/search.html?q={NUMBER}&year=2018")
    style = "(e, name) => getComputedStyle(e)[name]"
    text = page.evaluate("getComputedStyle(document.body).color")
    bars = page.locator(".year-bar")
    expect(bars.first).to_be_visible()
    assert {bar.evaluate(style, "backgroundColor") for bar in bars.all()} == {text}
    for chosen in (".languages a[aria-current]", ".year-row[aria-pressed=true]"):
        assert page.locator(chosen).evaluate(style, "borderBottomStyle") == "solid"
    for other in (".languages a:not([aria-current])", ".year-row[aria-pressed=false]"):
        assert page.locator(other).first.evaluate(style, "borderBottomStyle") == "none"


def test_ways_back_and_past_can_be_hit(sample_site: Path, crowded_site: Path, page: Page) -> None:
    """The number of a reference leads back to where it is cited; a link leads past the filters."""
    page.goto(f"file://{sample_site}/articles/samal-2023-1-02.html")
    sizes = "['width', 'height'].map(name => e.getBoundingClientRect()[name])"
    small = f"all => all.filter(e => Math.min(...{sizes}) < 24).length"
    assert page.locator(".back").count() > 3
    assert page.locator(".back").evaluate_all(small) == 0
    opened(page, f"file://{crowded_site}/{STATES['filters']}")
    page.locator(".facet-skip").focus()
    assert page.locator(".facet-skip").evaluate_all(small) == 0


@pytest.mark.parametrize("path", ["search.html", "concordance.html"])
def test_an_answer_is_printed_with_its_question(crowded_site: Path, page: Page, path: str) -> None:
    """And without what can only be clicked."""
    page.goto(f"file://{crowded_site}/en/{path}?q={NUMBER}&year=2015..2024&author=Тасов+Б.")
    if path == "search.html":
        complete(page)
        expect(page.locator("#filters")).to_be_visible()
    else:
        lines_drawn(page)
    page.emulate_media(media="print")
    expect(page.locator("#q")).to_be_visible()
    expect(page.locator("#q")).to_have_value(NUMBER)
    expect(page.locator(".passage, .kwic-hit").first).to_be_visible()
    shown = page.locator("main :is(button, select, summary):visible").evaluate_all("all => all.map(e => e.className)")
    assert set(shown) <= {"toggle", "chip"}  # how words were read, and what was filtered
    page.goto(f"file://{crowded_site}/en/index.html")
    expect(page.locator("#q")).to_be_hidden()
    page.emulate_media(media="screen")
