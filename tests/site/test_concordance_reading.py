"""What the concordance says of a question: how it was read, on the page and in files, as the search page says it."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.site.waiting import answered, follow_to_results, lines_drawn

UI = {lang: json.loads(Path(f"theme/ui/{lang}.json").read_text("utf-8")) for lang in ("kk", "ru", "en")}
FOLDERS = {"kk": "", "ru": "ru/", "en": "en/"}
BRACKETS = str.maketrans("", "", "()")
HEAD = 12  # rows of a download before the names of its columns
COUNTED = """items => items.map((item) => {
    const shown = item.cloneNode(true);
    shown.querySelectorAll('.toggle-off, .term-others').forEach((one) => one.remove());
    return shown.textContent.replace(/\\s+/g, ' ').trim();
})"""

# What is asked, and what a file says of it; the page says it without brackets. {names} are words of the interface.
READ = {
    "=алаяқтықтың": ["=алаяқтықтың ({search.form})"],
    "алаяқтық -өзен": ["алаяқтық → алаяқтық ({kk})", "−өзен → өзен ({kk})"],
    "алаяқтық ЕМЕС өзен": ["алаяқтық → алаяқтық ({kk})", "−өзен → өзен ({kk})"],
    "алаяқтық -жоқсөз": ["алаяқтық → алаяқтық ({kk})", "−жоқсөз ({search.unmatched})"],
    "алаяқтық алаяқзавр": ["алаяқтық → алаяқтық ({kk})", "алаяқзавр ({search.unmatched})"],
    "алаяқтық сот-квазавр": ["алаяқтық → алаяқтық ({kk})", "сот-квазавр ({search.unmatched}, {search.partly})"],
    "алаяқтық +сот": ["алаяқтық → алаяқтық ({kk})", "+сот → сот ({kk})"],
    "title:алаяқтық": ["{part.title}: алаяқтық → алаяқтық ({kk})"],
    '"қашықтан жасалатын"': ['"қашықтан жасалатын"'],
    'сот -"сот және сот"': ["сот → сот ({kk})", '−"сот және сот"'],
    'сот -"сот жоқсөз"': ["сот → сот ({kk})", '−"сот жоқсөз"', "−жоқсөз ({search.unmatched})"],
    "алаяқ*": ["алаяқ*"],
    "алаяқтық year:2000..2030": ["алаяқтық → алаяқтық ({kk})", "{filter.year}: 2000–2030"],
    "алаяқтық -author:жоқавтор": ["алаяқтық → алаяқтық ({kk})", "{filter.author}: −жоқавтор ({search.unmatched})"],
}


@pytest.fixture(params=["http", "file"])
def address(request: pytest.FixtureRequest, sample_site: Path, http_server: Callable[[Path], str]) -> str:
    """The site's root, over http and as a folder that is double-clicked."""
    return http_server(sample_site) if request.param == "http" else f"file://{sample_site}/"


def filled(texts: list[str], names: dict[str, str]) -> list[str]:
    """The texts with words of the interface for their names."""
    return [re.sub(r"\{([a-z.]+)\}", lambda found: names[found[1]], text) for text in texts]


def read_as(page: Page, kind: str = "csv") -> str:
    """What a downloaded file says of how the question was read."""
    with page.expect_download() as waiting:
        page.locator(f"#{kind}").click()
    text = Path(waiting.value.path()).read_text("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter="," if kind == "csv" else "\t", strict=True))
    return dict(rows[:HEAD])["# read as"]


def shown(page: Page) -> list[str]:
    """What the page says of how the question was read: of the readings those that count."""
    found: list[str] = page.locator("#terms > li").evaluate_all(COUNTED)
    return found


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_what_is_said_of_a_question_is_true(address: str, page: Page, lang: str) -> None:
    """Sign, field, very form, phrase, beginning and years are told as they were read, on the page and in the files."""
    words = UI[lang]
    short = {one: words[f"lang.short.{one}"] for one in UI}
    for rank, (question, texts) in enumerate(READ.items()):
        page.goto(f"{address}{FOLDERS[lang]}concordance.html?q={quote(question)}")
        lines_drawn(page)
        assert shown(page) == [text.translate(BRACKETS) for text in filled(texts, words | short)], question
        said = read_as(page, ("csv", "tsv")[rank % 2]).removeprefix("'")
        assert said == "; ".join(filled(texts, words | {one: one for one in UI})), question


def test_a_word_that_is_left_out_has_no_lines(sample_site: Path, page: Page) -> None:
    """Nobody says that the texts lack it; the articles without it are a click away."""
    page.goto(f"{(sample_site / 'en' / 'concordance.html').as_uri()}?q={quote('-сот')}")
    lines_drawn(page)
    assert shown(page) == ["−сот → сот Kaz."]
    expect(page.locator("#nothing")).to_contain_text("a word that is left out, gives no lines")
    follow_to_results(page)


def toggle(page: Page, lemma: str) -> Locator:
    return page.locator("#terms .toggle", has=page.locator(f".term-lemma:text-is('{lemma}')"))


def readings(page: Page) -> list[tuple[str, bool]]:
    """The readings of the first word, and whether they count."""
    script = (
        "all => all.map((one) => [one.querySelector('.term-lemma').textContent, !one.classList.contains('toggle-off')])"
    )
    return [
        tuple(one)
        for one in page.locator("#terms > li").first.locator(".toggle:not(.term-others *)").evaluate_all(script)
    ]


def test_search_and_concordance_read_alike(address: str, page: Page) -> None:
    """The concordance shows the readings that the search shows, those that count and the others; `read` goes along."""
    for more in ("", f"&read={quote('тур→тұр')}", f"&read={quote('тур→kk:түр')}"):
        page.goto(f"{address}en/search.html?q={quote('тур')}{more}")
        answered(page)
        said = readings(page)
        assert len(said) > 1
        page.locator("#to-lines").click()
        page.wait_for_url("**/concordance.html?*")
        lines_drawn(page)
        assert readings(page) == said


def test_another_reading_is_one_click_away(address: str, page: Page) -> None:
    """A click lists the forms of that reading only, in the address too; the focus stays, Back and a click undo it."""
    page.goto(f"{address}en/concordance.html?q={quote('тур')}&sort=hit")
    lines_drawn(page)
    status = page.locator("#status")
    before = status.inner_text()
    toggle(page, "тұр").focus()
    page.keyboard.press("Enter")
    expect(toggle(page, "тұр")).to_have_attribute("aria-pressed", "true")
    lines_drawn(page)
    expect(status).not_to_have_text(before)
    expect(toggle(page, "тұр")).not_to_have_class(re.compile("toggle-off"))
    assert parse_qs(urlsplit(page.url).query)["read"] == ["тур→kk:тұр"]
    assert shown(page) == ["тур → тұр Kaz."]
    assert page.evaluate("document.activeElement.className") == "toggle"
    page.go_back()
    expect(status).to_have_text(before)
    page.go_forward()
    expect(toggle(page, "тұр")).to_have_attribute("aria-pressed", "true")
    lines_drawn(page)
    toggle(page, "тұр").click()
    expect(status).to_have_text(before)
    assert "read" not in parse_qs(urlsplit(page.url).query)


def test_words_of_other_languages_are_one_click_away(sample_site: Path, page: Page) -> None:
    """None of them counts unasked; one that is chosen does, and is said in the file."""
    page.goto(f"{(sample_site / 'en' / 'concordance.html').as_uri()}?q={quote('мошенничество')}")
    lines_drawn(page)
    alone = page.locator("#status").inner_text()
    expect(page.locator("#terms .term-others .toggle[aria-pressed=true]")).to_have_count(0)
    assert read_as(page) == "мошенничество → мошенничество (ru)"
    toggle(page, "алаяқтық").click()
    expect(toggle(page, "алаяқтық")).to_have_attribute("aria-pressed", "true")
    lines_drawn(page)
    expect(page.locator("#status")).not_to_have_text(alone)
    assert parse_qs(urlsplit(page.url).query)["also"] == ["алаяқтық"]
    assert read_as(page) == "мошенничество → мошенничество (ru), алаяқтық (kk)"


def test_a_chart_tells_years_in_their_order(sample_site: Path, page: Page) -> None:
    """The name of each picture tells the highest of its bars, from left to right."""
    page.goto(f"{(sample_site / 'en' / 'concordance.html').as_uri()}?q={quote('сот право law')}")
    lines_drawn(page)
    labels = page.locator("#years svg[role=img]").evaluate_all(
        "all => all.map((one) => one.getAttribute('aria-label'))"
    )
    assert len(labels) == 2
    for label in labels:
        years = re.findall(r"(\d{4}): ", label)
        assert len(years) > 1
        assert years == sorted(years)


def test_a_filter_from_a_list_acts_at_once(address: str, page: Page) -> None:
    """As on the search page: the lines follow, the counts are announced, the list keeps the focus, Back undoes it."""
    page.goto(f"{address}en/concordance.html?q={quote('алаяқтық')}")
    lines_drawn(page)
    before = page.locator("#status").inner_text()
    page.locator("#filters > summary").click()
    page.locator("select[name=part]").focus()
    page.locator("select[name=part]").select_option("title")
    page.wait_for_function("location.search.includes('part=title')")
    lines_drawn(page)
    expect(page.locator("#status")).not_to_have_text(before)
    expect(page.locator("#status")).to_have_text(re.compile(r"\d+ lines?; passages: "))
    assert page.evaluate("document.activeElement.name") == "part"
    page.go_back()
    expect(page.locator("#status")).to_have_text(before)
    expect(page.locator("select[name=part]")).to_have_value("")


def test_a_filter_without_a_word_waits_for_one(sample_site: Path, page: Page) -> None:
    """There is nothing to list yet, and no step for Back."""
    page.goto((sample_site / "en" / "concordance.html").as_uri())
    steps = page.evaluate("history.length")
    page.locator("#filters > summary").click()
    page.locator("select[name=lang]").select_option("ru")
    assert page.evaluate("[history.length, location.search]") == [steps, ""]
    page.locator("input[name=q]").fill("право")
    page.keyboard.press("Enter")
    lines_drawn(page)
    assert parse_qs(urlsplit(page.url).query)["lang"] == ["ru"]


def test_what_was_said_of_other_words_goes_at_once(page: Page, address: str) -> None:
    """While the lines of a new word are awaited, nobody is told how the old one was read."""
    page.goto(f"{address}concordance.html?q=дела")
    lines_drawn(page)
    script = """() => {
        const form = document.querySelector('#main form');
        form.querySelector('[name=q]').value = 'сот';
        const before = document.getElementById('terms').childElementCount;
        form.requestSubmit();
        return [before, document.getElementById('terms').childElementCount];
    }"""
    assert page.evaluate(script) == [1, 0]


def test_nothing_is_said_of_words_that_could_not_be_looked_up(
    new_page: Callable[..., Page], sample_site: Path, http_server: Callable[[Path], str]
) -> None:
    """Files of terms out of reach: whether the texts have the word nobody knows, at the second attempt neither."""
    page = new_page(allow="search/terms")
    page.route("**/search/terms/**", lambda route: route.abort())
    page.goto(f"{http_server(sample_site)}concordance.html?q=алаяқтықтың")
    for _ in range(2):
        expect(page.locator("#failure")).to_be_visible()
        assert page.locator("#terms > li").count() == 0
        page.locator("#retry").click()
