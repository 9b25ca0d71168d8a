"""Filters with counts: what each would leave, alone and together; clicks, keys, the address; on phone and desktop."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.site.crowd import NUMBER, expected, folded, passing
from tests.site.test_search_page import search
from tests.site.waiting import complete, settled

COMBINATIONS: list[dict[str, Any]] = [
    {},
    {"lang": "ru"},
    {"part": "abstract"},
    {"lang": "kk", "part": ["abstract", "body"]},
    {"lang": "en", "part": "abstract"},  # abstracts are Kazakh: both must be true of one passage
    {"year": "2018..2020"},
    {"year": "2022.."},
    {"year": "..2015"},
    {"year": ["2016", "2024"]},
    {"author": "Тасов Б."},  # not Тасова Б.А., though the letters of the one are in the other
    {"author": ["Тасов Б.", "Қайыңбаева Ж."], "issue": "2023-1-3"},
    {"keyword": "КӨЛ", "year": "2015..2019"},  # the same as "көл"
    {"keyword": ["lake", "озеро"], "lang": ["ru", "en"], "part": "body", "author": "Тасова Б.А."},
]


def test_counts_are_those_of_all_other_filters(page: Page, crowded_site: Path) -> None:
    """Each number is that of a plain count over the articles, whatever filters are set; so is that of the hits."""
    page.goto(f"file://{crowded_site}/about.html")
    page.add_script_tag(url=f"file://{crowded_site}/search/izdeu.js")
    for options in COMBINATIONS:
        filters = {name: set([value] if isinstance(value, str) else value) for name, value in options.items()}
        counts = page.evaluate("options => izdeu.counts('48151', options)", options)
        assert counts.pop("atMost") is False
        found = {name: {folded(one["value"]): one["count"] for one in values} for name, values in counts.items()}
        assert found == expected(filters), options
        answer = page.evaluate("options => izdeu.search('48151', {...options, limit: 0})", options)
        assert answer["total"] == len(passing(filters)), options


def test_counts_of_a_phrase_are_of_articles_that_hold_it(page: Page, crowded_site: Path) -> None:
    """What the texts must tell is told before it is counted."""
    page.goto(f"file://{crowded_site}/about.html")
    page.add_script_tag(url=f"file://{crowded_site}/search/izdeu.js")
    counts = page.evaluate("""izdeu.counts('"48151 көпір"')""")
    assert {one["value"]: one["count"] for one in counts["year"]} == {"2015": 5}
    assert page.evaluate("""izdeu.found('"48151 көпір"')""") == ["crowd00", "crowd10", "crowd20", "crowd30", "crowd40"]


def test_counts_that_nobody_waits_for(page: Page, crowded_site: Path) -> None:
    """A question that is over loads nothing further: neither its numbers nor other languages' words."""
    page.goto(f"file://{crowded_site}/about.html")
    page.add_script_tag(url=f"file://{crowded_site}/search/izdeu.js")
    for name in ("counts", "others"):
        ended = """async (name) => {
            const options = { signal: AbortSignal.abort() };
            return izdeu[name]('"48151 көпір"', options).then(() => 'done', (reason) => reason.name);
        }"""
        page.evaluate("""izdeu.counts('"48151 көпір"')""")  # known already
        assert page.evaluate(ended, name) == "AbortError"


def test_numbers_that_promise_too_much_say_so(page: Page, crowded: str) -> None:
    """Where a phrase was not looked for in every text, the filters say that their numbers are the most; else not."""
    page.set_viewport_size({"width": 1280, "height": 900})
    search(page, crowded, f'"{NUMBER} көпір"', "en/")
    expect(facet(page, "year")).to_be_visible()
    expect(page.locator("#facets .facets-note")).to_be_hidden()
    page.evaluate("izdeuSyntaxRules.checked = 8")  # texts that are read before the number is said to be at most so many
    page.locator("#q").fill(f'"{NUMBER} көпір" ')
    page.locator("#control-sort").select_option("title")
    expect(page.locator("#facets .facets-note")).to_be_visible()
    complete(page)
    facet(page, "year").locator(".facet-more").click()
    facet(page, "year").get_by_role("button", name=re.compile("^2015")).click()
    expect(page.locator("#count")).to_contain_text("5 articles found")
    expect(page.locator("#facets .facets-note")).to_be_visible()


def test_a_language_that_was_taken_away_stays_away(page: Page, crowded: str) -> None:
    """However it goes: by its chip, with all filters, by the offer of an empty answer."""
    page.set_viewport_size({"width": 1280, "height": 900})

    def chosen(question: str = NUMBER, more: str = "") -> None:
        page.goto(f"{crowded}en/search.html?q={question}{more}")
        settled(page)
        page.locator("#control-lang").select_option("ru")
        expect(page).to_have_url(re.compile("lang=ru"))
        complete(page)

    def gone() -> None:
        expect(page).not_to_have_url(re.compile("lang="))
        page.goto(f"{crowded}en/search.html?q={NUMBER}")
        settled(page)
        expect(page).not_to_have_url(re.compile("lang="))

    chosen()
    page.locator("#chips button").first.click()
    gone()
    chosen(more="&year=2015..2020")
    page.get_by_role("button", name="Clear all").click()
    gone()
    chosen(more="&year=1890")
    page.locator("#offers a", has_text="without filters").click()
    gone()


def test_a_language_in_the_address_is_of_one_visit(page: Page, crowded: str) -> None:
    """A link's filter is not the reader's: another click on the page does not make it so."""
    page.goto(f"{crowded}en/search.html?q={NUMBER}&lang=ru")
    settled(page)
    page.locator("#control-sort").select_option("date")
    settled(page)
    page.goto(f"{crowded}en/search.html?q={NUMBER}")
    settled(page)
    expect(page).not_to_have_url(re.compile("lang="))
    expect(page).to_have_url(re.compile("sort=date"))


def facet(page: Page, name: str) -> Locator:
    return page.locator(f"[data-facet={name}]")


def ask(page: Page, address: str, more: str = "") -> None:
    page.goto(f"{address}en/search.html?q={NUMBER}{more}")
    complete(page)
    expect(facet(page, "lang")).to_be_visible()


def total(page: Page, number: int) -> None:
    expect(page.locator("#count")).to_contain_text(re.compile(rf"(^|of ){number} article"))


def test_filters_combine_and_are_taken_back_one_by_one(page: Page, crowded: str) -> None:
    """Clicks narrow the answer as their numbers said; chips and Back take them away; all at once, too."""
    page.set_viewport_size({"width": 1280, "height": 900})
    search(page, crowded, NUMBER, "en/")
    expect(facet(page, "lang").get_by_role("radio", name="Russian 11")).to_be_visible()
    facet(page, "issue").get_by_label("2024, no. 2(6) 33").check()
    total(page, 33)
    facet(page, "author").get_by_label("Тасов Б. 11").check()
    total(page, 11)
    facet(page, "author").get_by_label("Тасова Б.А. 11").check()
    total(page, 22)
    expect(page).to_have_url(re.compile("author=.*&author=.*issue=2024-2-6"))
    expect(page.locator("#chips li")).to_have_count(4)  # three, and all at once
    complete(page)
    page.locator("#chips").get_by_role("button", name="Author: Тасов Б., remove this filter").click()
    total(page, 11)
    page.go_back()
    total(page, 22)
    page.reload()
    settled(page)
    total(page, 22)
    expect(facet(page, "author").get_by_label("Тасова Б.А. 11")).to_be_checked()
    complete(page)
    page.get_by_role("button", name="Clear all").click()
    total(page, 45)
    expect(page.locator("#chips")).to_be_hidden()


def test_years_as_a_range_and_one_by_one(page: Page, crowded: str) -> None:
    """Two fields, either may be empty; a bar chooses its year and lets it go."""
    page.set_viewport_size({"width": 1280, "height": 900})
    ask(page, crowded)
    start, end = facet(page, "year").locator("input").all()
    start.fill("2022")
    start.press("Enter")
    expect(page).to_have_url(re.compile(r"year=2022\.\."))
    total(page, 12)
    end.fill("2022")
    end.press("Tab")
    expect(page).to_have_url(re.compile("year=2022(&|$)"))
    total(page, 4)
    row = facet(page, "year").get_by_role("button", name=re.compile("^2018"))
    complete(page)
    row.click()
    total(page, 5)
    complete(page)
    expect(row).to_have_attribute("aria-pressed", "true")
    expect(start).to_have_value("2018")
    row.click()
    total(page, 45)


def test_a_long_list_has_a_field_that_finds_in_it(page: Page, crowded: str) -> None:
    """The most frequent stand first, others a click away; a few letters, Kazakh or not, find one."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{crowded}en/search.html?q=мошенничество алаяқтық exchange")
    complete(page)
    part = facet(page, "keyword")
    expect(part.locator("li")).to_have_count(6)
    part.locator(".facet-more").click()
    expect(part.locator("li").nth(6)).to_be_visible()
    expect(part.locator("li").nth(6).locator("input")).to_be_focused()
    part.locator(".facet-find").fill("алаяктык")
    values = part.locator(".facet-value").all_inner_texts()
    assert values
    assert all("алаяқтық" in value.casefold() for value in values)


def test_years_say_what_holds(page: Page, crowded: str) -> None:
    """The two fields after their chip is gone, after nonsense, after a range written backwards."""
    page.set_viewport_size({"width": 1280, "height": 900})
    ask(page, crowded, "&year=2018..")
    start, end = facet(page, "year").locator("input").all()
    expect(start).to_have_value("2018")
    expect(end).to_have_value("")
    end.fill("2016")
    end.press("Enter")
    expect(page).to_have_url(re.compile(r"year=2016\.\.2018"))
    expect(start).to_have_value("2016")
    expect(end).to_have_value("2018")
    end.fill("abc")
    end.press("Enter")
    expect(page).to_have_url(re.compile(r"year=2016\.\."))
    expect(end).to_have_value("")
    complete(page)
    page.locator("#chips .chip").click()
    expect(start).to_have_value("")
    page.goto(f"{crowded}en/search.html?year=2018")
    complete(page)
    expect(facet(page, "year")).to_be_visible()
    page.locator("#chips .chip").click()
    expect(page.locator("#filters")).to_be_hidden()


def test_a_chip_that_goes_leaves_the_focus_to_its_neighbour(page: Page, crowded: str) -> None:
    """To the next, else to the one before, else to the number of results."""
    page.set_viewport_size({"width": 1280, "height": 900})
    ask(page, crowded, "&lang=ru&year=2015..2024&part=body")
    chips = page.locator("#chips .chip")
    expect(chips).to_have_count(3)
    chips.nth(1).press("Enter")
    expect(chips).to_have_count(2)
    expect(chips.nth(1)).to_be_focused()
    expect(chips.nth(1)).to_contain_text("Part")
    page.keyboard.press("Enter")
    expect(chips).to_have_count(1)
    expect(chips.first).to_be_focused()
    page.keyboard.press("Enter")
    expect(chips).to_have_count(0)
    expect(page.locator("#count")).to_be_focused()


def test_filters_by_keyboard(page: Page, crowded: str) -> None:
    """Arrows choose a language, Space a part; the focus stays on what was chosen; a link leads past the filters."""
    page.set_viewport_size({"width": 1280, "height": 900})
    ask(page, crowded)
    facet(page, "lang").get_by_role("radio", checked=True).focus()
    page.keyboard.press("ArrowDown")
    total(page, 27)
    chosen = facet(page, "lang").get_by_role("radio", name="Kazakh")
    expect(chosen).to_be_focused()
    expect(facet(page, "part").get_by_label("Abstract 9")).to_be_visible()
    facet(page, "part").get_by_label("Abstract 9").focus()
    page.keyboard.press("Space")
    total(page, 9)
    expect(facet(page, "part").get_by_label("Abstract 9")).to_be_focused()
    page.locator(".facet-skip").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#count")).to_be_focused()


LAST_FIRST = """() => {
    const list = document.querySelector('[data-facet=part] ul');
    const rows = [list.lastElementChild, ...Array.from(list.children).slice(0, -1)];
    window.izdeuPage.renew(list, rows.map((row) => ({ value: row.dataset.value, count: 1 })));
    if (rows.length < 2 || rows.some((row, place) => list.children[place] !== row)) throw new Error('not in order');
}"""


def test_a_key_that_is_down_while_numbers_come_still_chooses(page: Page, crowded: str) -> None:
    """A row that is shown anew stays itself, wherever it now stands."""
    page.set_viewport_size({"width": 1280, "height": 900})
    ask(page, crowded)
    parts = facet(page, "part").get_by_role("checkbox")
    number = parts.last.locator("xpath=..").locator(".facet-count").inner_text()
    parts.last.focus()
    page.keyboard.down("Space")
    page.evaluate("window.izdeuPage.tools.showChosen()")
    page.evaluate(LAST_FIRST)
    expect(parts.first).to_be_focused()
    page.keyboard.up("Space")
    total(page, int(number))
    complete(page)
    year = facet(page, "year").get_by_role("button").first
    year.hover()
    page.mouse.down()
    page.evaluate("window.izdeuPage.tools.showChosen()")
    page.mouse.up()
    expect(year).to_have_attribute("aria-pressed", "true")


def test_filters_fold_on_a_phone(page: Page, crowded: str) -> None:
    """Closed above the results; a tap opens them, and targets are as tall as a finger needs."""
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{crowded}en/search.html?q={NUMBER}")
    settled(page)
    summary = page.locator("#filters > summary")
    expect(summary).to_be_visible()
    expect(facet(page, "lang")).to_be_hidden()
    complete(page)
    summary.click()
    facet(page, "lang").get_by_label("English 11").check()
    total(page, 11)
    complete(page)
    heights = page.locator(".facet-row, .year-row, .chip, .facet-more:visible").evaluate_all(
        "rows => rows.map(row => row.getBoundingClientRect().height)"
    )
    assert min(heights) >= 24
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("value", ["<img src=x onerror=alert(1)>", "2020..2010..x", "\u202eсот", "__proto__"])
def test_any_filter_in_the_address_is_text(page: Page, crowded_site: Path, value: str) -> None:
    """Whatever stands in the address is shown as text and finds what it finds."""
    for names in (["author", "read"], ["issue", "lang"], ["keyword", "sort"], ["part", "as"], ["year", "also"]):
        page.goto(f"file://{crowded_site}/en/search.html")
        question = f"?q={NUMBER}&" + "&".join(f"{name}={quote(value)}" for name in names)
        page.evaluate("question => { location.search = question; }", question)
        page.wait_for_url("**?q=*")
        settled(page)
        assert page.locator("html").get_attribute("data-search") == "done", names
        assert page.locator("main img").count() == 0
