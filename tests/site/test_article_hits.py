"""An article opened from a search: every form of the query's words is marked, and a bar leads from one to the next."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.site.waiting import rest

ARTICLE = "articles/samal-2023-1-01.html"
QUERY = "алаяқтықтың"
OTHER_FORMS = {"алаяқтығы", "алаяқтығының", "алаяқтықтан", "алаяқтықты"}
NAMED = "Array.from(CSS.highlights.get('hit') || [], range => range.toString().toLowerCase())"
CURRENT = "Array.from(CSS.highlights.get('hit-current') || [], range => range.toString())"
WITHOUT_NAMES = "delete window.Highlight"  # a browser that does not know the Custom Highlight API
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(params=["http", "file"])
def address(request: pytest.FixtureRequest, sample_site: Path, http_server: Callable[[Path], str]) -> str:
    """The site's root, over http and as a folder that is double-clicked."""
    return http_server(sample_site) if request.param == "http" else f"file://{sample_site}/"


def opened(page: Page, address: str, query: str = QUERY, anchor: str = "") -> Page:
    page.goto(f"{address}{ARTICLE}?q={query}{anchor}")
    page.locator(".hits-bar").wait_for()
    return page


def place(page: Page) -> tuple[int, int]:
    """(number of the current hit, number of hits), as the bar shows them."""
    current, total = page.locator(".hits-count").inner_text().split("/")
    return int(current), int(total)


def expect_place(page: Page, current: int, total: int) -> None:
    expect(page.locator(".hits-count")).to_have_text(f"{current}/{total}")


def test_every_form_is_marked(page: Page, address: str) -> None:
    """The bar counts the hits, among them other inflections than the one that was typed."""
    opened(page, address)
    marked = page.evaluate(NAMED)
    assert place(page) == (1, len(marked))
    assert len(marked) > 5
    assert len(set(marked) & OTHER_FORMS) >= 3
    assert not page.locator("article mark").count()


def test_next_and_previous_lead_through_the_text(page: Page, address: str) -> None:
    """Buttons and keys move the current hit, around the ends too, and bring it into the window."""
    opened(page, address)
    total = place(page)[1]
    page.locator(".hits-bar [data-sign=down]").click()
    expect_place(page, 2, total)
    page.keyboard.press("Enter")
    expect_place(page, 3, total)
    page.keyboard.press("Shift+Enter")
    page.locator(".hits-bar [data-sign=up]").click()
    expect_place(page, 1, total)
    page.keyboard.press("Enter")
    expect_place(page, total, total)
    expect(page.locator(".hits-bar [role=status]")).to_contain_text(str(total))
    page.wait_for_function(
        """() => {
            const [range] = CSS.highlights.get('hit-current');
            const box = range.getBoundingClientRect();
            return box.top > 0 && box.bottom <= document.querySelector('.hits-bar').getBoundingClientRect().top;
        }"""
    )


def test_n_leads_on_from_anywhere(page: Page, address: str) -> None:
    """Without a click into the bar; what is typed into a field stays there, and Escape ends it."""
    opened(page, address)
    total = place(page)[1]
    page.keyboard.press("n")
    page.keyboard.press("n")
    expect_place(page, 3, total)
    page.keyboard.press("N")
    expect_place(page, 2, total)
    page.locator("input[type=search]:visible").first.press("n")
    page.keyboard.press("Alt+n")
    expect_place(page, 2, total)
    page.locator(".hits-bar [data-sign=up]").press("Escape")
    expect(page.locator(".hits-bar")).to_have_count(0)
    page.keyboard.press("n")
    assert page.evaluate(NAMED) == []


KEYS = [
    ({"key": "т", "code": "KeyN"}, 2),
    ({"key": "Т", "code": "KeyN", "shiftKey": True}, -1),
    ({"key": "n", "code": "KeyL"}, 2),  # Dvorak
    ({"key": "N", "code": "KeyL", "shiftKey": True}, -1),
    ({"key": "b", "code": "KeyN"}, 1),
    ({"key": "n"}, 2),  # keyboards on screens
    ({"key": "N"}, -1),
]


@pytest.mark.parametrize(("keys", "current"), KEYS)
def test_n_on_other_keyboards(page: Page, address: str, keys: dict[str, object], current: int) -> None:
    """The letter, or its key where letters are Cyrillic."""
    opened(page, address)
    total = place(page)[1]
    event = "keys => document.body.dispatchEvent(new KeyboardEvent('keydown', { ...keys, bubbles: true }))"
    page.evaluate(event, keys)
    expect_place(page, current % (total + 1), total)


def test_escape_clears(page: Page, address: str) -> None:
    """Escape takes the marks and the bar away; the page is then as it was."""
    opened(page, address)
    page.keyboard.press("Escape")
    expect(page.locator(".hits-bar")).to_have_count(0)
    assert page.evaluate(NAMED) == []
    assert page.evaluate(CURRENT) == []


def test_the_address_names_the_paragraph_to_begin_at(page: Page, address: str) -> None:
    """A passage's link opens at its paragraph, and the current hit is the first one from there on."""
    page.goto(f"{address}search.html?q={QUERY}")
    passage = page.locator("li[data-id=samal-2023-1-01] a.passage").last
    href = str(passage.get_attribute("href"))
    passage.click()
    page.wait_for_url("**/articles/**")
    page.locator(".hits-bar").wait_for()
    anchor = href.partition("#")[2]
    inside = (
        "anchor => document.getElementById(anchor).contains([...CSS.highlights.get('hit-current')][0].startContainer)"
    )
    assert page.evaluate(inside, anchor)
    page.wait_for_function(
        """anchor => {
            const top = document.getElementById(anchor).getBoundingClientRect().top;
            return top >= 0 && top < innerHeight;
        }""",
        arg=anchor,
    )


def test_marks_by_elements_where_names_are_unknown(new_page: Callable[..., Page], address: str) -> None:
    """Without the Custom Highlight API the same words are in <mark> elements, and Escape leaves the text untouched."""
    page = new_page()
    opened(page, address)
    named = page.evaluate(NAMED)
    page.keyboard.press("Escape")
    expect(page.locator(".hits-bar")).to_have_count(0)
    text = page.locator("article").text_content()
    page.add_init_script(WITHOUT_NAMES)
    opened(page, address)
    assert [words.lower() for words in page.locator("article mark").all_text_contents()] == named
    page.locator(".hits-bar [data-sign=down]").click()
    expect_place(page, 2, len(named))
    expect(page.locator("mark.hit-current")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator("article mark")).to_have_count(0)
    assert page.locator("article").text_content() == text


@pytest.mark.parametrize("query", ["", "   ", "ыыыыыщщщ", "<zzzq>"])
def test_nothing_to_mark_changes_nothing(page: Page, sample_site: Path, query: str) -> None:
    """Without a query, or without a hit, there is no bar."""
    page.goto(f"file://{sample_site}/{ARTICLE}")
    page.goto(f"file://{sample_site}/{ARTICLE}?q={query}")
    if query.strip():
        page.wait_for_function("Boolean(window.izdeu)")
        judged = "(query) => izdeu.hits(query, [{ text: document.querySelector('[data-index]').innerText }])"
        assert page.evaluate(judged, query) == [[]]
    rest(page, 300)
    assert bool(page.evaluate("Boolean(window.izdeu)")) == bool(query.strip())
    assert page.locator(".hits-bar").count() == 0
    assert page.locator("article mark").count() == 0


def test_the_bar_speaks_the_readers_language(new_page: Callable[..., Page], sample_site: Path) -> None:
    """On a Kazakh article a reader who chose English gets an English bar, also after changing their mind."""
    page = new_page()
    opened(page, f"file://{sample_site}/")
    kazakh = page.locator(".hits-bar").get_attribute("aria-label")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("button", name="Next match")).to_have_count(1)
    expect(page.locator(".hits-bar")).not_to_have_attribute("aria-label", kazakh or "")
    opened(page, f"file://{sample_site}/")
    expect(page.get_by_role("button", name="Next match")).to_have_count(1)
    expect(page.locator(".hits-bar [role=status]")).to_contain_text("Match 1 of")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_and_width(
    sample_site: Path, http_server: Callable[[Path], str], new_page: Callable[..., Page], scheme: str, width: int
) -> None:
    """With the bar the page has no fault of WCAG 2.2 AA, does not scroll sideways, and its buttons are big enough."""
    page = new_page(color_scheme=scheme, viewport={"width": width, "height": 800}, reduced_motion="reduce")
    opened(page, http_server(sample_site))
    page.add_script_tag(path=ROOT / "node_modules" / "axe-core" / "axe.min.js")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    found = page.evaluate("tags => axe.run({runOnly: {type: 'tag', values: tags}}).then(r => r.violations)", tags)
    assert not [(v["id"], [node["html"][:120] for node in v["nodes"][:3]]) for v in found]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for button in page.locator(".hits-bar button").all():
        box = button.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24


@pytest.mark.parametrize("anchor", ["#%E2%", "#%", "#nowhere"])
def test_an_address_that_names_no_paragraph(page: Page, address: str, anchor: str) -> None:
    """Half an escape behind the # is no error: the first hit is the current one."""
    opened(page, address, anchor=anchor)
    expect(page.locator(".hits-count")).to_have_text(re.compile("^1/[1-9]"))
