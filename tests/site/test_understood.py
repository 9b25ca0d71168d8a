"""How the words of a question were understood, and other readings and other languages' words a click away."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.site.test_search_page import search
from tests.site.waiting import complete, settled


@pytest.fixture(params=["http", "file"])
def address(request: pytest.FixtureRequest, sample_site: Path, http_server: Callable[[Path], str]) -> str:
    """The site's root, over http and as a folder that is double-clicked."""
    return http_server(sample_site) if request.param == "http" else f"file://{sample_site}/"


def toggle(page: Page, lemma: str) -> Locator:
    return page.locator("#terms .toggle", has=page.locator(f".term-lemma:text-is('{lemma}')"))


def test_a_reading_is_chosen_and_given_back(page: Page, address: str) -> None:
    """A click makes it the one reading, in the address too; a second click, or Back, gives back all."""
    search(page, address, "дела", "en/")
    expect(page.locator("#terms")).to_contain_text("дела → дело")
    total = page.locator("#count").inner_text()
    complete(page)
    toggle(page, "дело").click()
    complete(page)
    expect(page).to_have_url(re.compile("read="))
    expect(toggle(page, "дело")).to_have_attribute("aria-pressed", "true")
    expect(toggle(page, "дело")).to_be_focused()
    expect(toggle(page, "де")).to_have_attribute("aria-pressed", "false")
    expect(toggle(page, "де")).to_have_class(re.compile("toggle-off"))
    page.keyboard.press("Enter")
    settled(page)
    expect(page).not_to_have_url(re.compile("read="))
    expect(toggle(page, "дело")).to_have_attribute("aria-pressed", "false")
    expect(toggle(page, "де")).not_to_have_class(re.compile("toggle-off"))
    expect(page.locator("#count")).to_have_text(total)
    page.go_back()
    expect(toggle(page, "дело")).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("by", ["mouse", "key"])
def test_a_second_click_at_the_same_place_gives_back(page: Page, address: str, by: str) -> None:
    """Whatever reading was chosen, its button stays where it was."""
    search(page, address, "дела", "en/")
    complete(page)
    buttons = page.locator("#terms .toggle", has=page.locator(".term-lemma"))
    names = buttons.all_inner_texts()
    last = buttons.nth(len(names) - 1)
    box = last.bounding_box()
    assert box
    assert len(names) > 1
    for pressed in ("true", "false"):
        if by == "mouse":
            page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        else:
            last.focus()
            page.keyboard.press("Enter")
        complete(page)
        expect(last).to_have_attribute("aria-pressed", pressed)
        assert buttons.all_inner_texts() == names
    expect(page).not_to_have_url(re.compile("read="))


def test_the_focus_follows_the_reading_that_was_chosen(page: Page, address: str) -> None:
    """The list is made anew, and the next key undoes the choice."""
    search(page, address, "тур", "en/")
    complete(page)
    toggle(page, "тұр").focus()
    page.keyboard.press("Enter")
    expect(toggle(page, "тұр")).to_have_attribute("aria-pressed", "true")
    complete(page)
    expect(toggle(page, "тұр")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(re.compile("read="))


def test_words_of_other_languages_are_taken_out_and_put_in(page: Page, address: str) -> None:
    """Few articles have the word, so others count; each can be left out, or all; a new question starts anew."""
    search(page, address, "алаяқтықтың", "en/")
    russian, english = toggle(page, "мошенничество"), toggle(page, "fraud")
    expect(russian).to_have_attribute("aria-pressed", "true")
    assert "мошенничеств" in " ".join(page.locator("ol#results mark").all_inner_texts()).lower()
    complete(page)
    english.click()
    complete(page)
    expect(page).to_have_url(re.compile("also=%D0%BC"))
    expect(english).to_have_attribute("aria-pressed", "false")
    toggle(page, "scam").click()
    complete(page)
    russian.click()
    settled(page)
    expect(page).to_have_url(re.compile("also=$"))
    marks = " ".join(page.locator("ol#results mark").all_inner_texts()).lower()
    assert "алаяқтық" in marks
    assert "мошенничеств" not in marks
    page.reload()
    complete(page)
    expect(russian).to_have_attribute("aria-pressed", "false")
    russian.click()
    expect(russian).to_have_attribute("aria-pressed", "true")
    search_again = page.locator("#q")
    search_again.fill("exchanges")
    search_again.press("Enter")
    settled(page)
    expect(page).not_to_have_url(re.compile("also"))


def test_two_words_taken_out_at_once(page: Page, address: str) -> None:
    """The second click comes while the answer to the first is awaited: no fault, and the page answers the last."""
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    search(page, address, "алаяқтықтың", "en/")
    complete(page)
    chips = "Array.from(document.querySelectorAll('#terms .term-others .toggle'))"
    names = page.locator("#terms .term-others .toggle .term-lemma").all_inner_texts()
    assert len(names) > 2
    page.evaluate(f"() => {chips}.slice(0, 2).forEach((chip) => chip.click())")
    complete(page)
    assert not faults
    pressed = [toggle(page, name).get_attribute("aria-pressed") for name in names]
    assert pressed == ["false", "false", *["true"] * (len(names) - 2)]
    assert parse_qs(urlsplit(page.url).query)["also"] == names[2:]


def test_words_of_other_languages_are_offered_where_hits_are_many(page: Page, address: str) -> None:
    """They are not counted by themselves; a click makes them."""
    search(page, address, "персональные данные школьников", "en/")
    chips = page.locator("#terms .term-others .toggle")
    expect(chips.first).to_be_visible()
    complete(page)
    off = page.locator("#terms .term-others .toggle[aria-pressed=false]")
    if off.count():
        words = off.first.inner_text()
        off.first.click()
        settled(page)
        on = page.locator("#terms .term-others .toggle[aria-pressed=true]", has_text=words.split()[0])
        expect(on).to_be_visible()


def test_words_that_must_or_must_not_be_there_say_so(page: Page, address: str) -> None:
    """The sign stands before the word."""
    search(page, address, "+мошенничеством -арендой", "ru/")
    expect(page.locator("#terms .term-word").first).to_have_text("+мошенничеством")
    expect(page.locator("#terms .term-word").nth(1)).to_have_text("−арендой")


def test_readings_of_one_lemma_are_chosen_apart(page: Page, address: str) -> None:
    """A word of two languages: the choice names the language, and a link of before that names none is understood."""
    page.goto(f"{address}en/search.html?q=норма")
    complete(page)
    chips = page.locator("#terms .toggle:not(.term-others *)")
    expect(chips).to_have_count(2)
    assert {text.split()[0] for text in chips.all_inner_texts()} == {"норма"}
    first, second = chips.all()
    expect(first).to_have_attribute("aria-pressed", "false")
    second.click()
    complete(page)
    pressed = page.locator("#terms .toggle:not(.term-others *)[aria-pressed=true]")
    expect(pressed).to_have_count(1)
    assert re.search("read=норма→(kk|ru):норма", unquote(page.url))
    pressed.click()
    settled(page)
    expect(page).not_to_have_url(re.compile("read="))
    page.goto(f"{address}en/search.html?q=норма&read=норма→норма")
    settled(page)
    expect(pressed).to_have_count(2)


def test_fields_and_very_forms_say_so(page: Page, address: str) -> None:
    """Where a word is looked for, and that no other form of it is; authors and years, too."""
    search(page, address, "title:мошенничества =мошенничеству author:Сарсекова year:2020..2024", "en/")
    terms = page.locator("#terms .term")
    expect(terms.nth(0)).to_contain_text("Title: мошенничества → мошенничество")
    expect(terms.nth(1)).to_contain_text("=мошенничеству this very form only")
    expect(terms.nth(2)).to_contain_text("Author: Сарсекова")
    expect(terms.nth(3)).to_contain_text("Year: 2020–2024")
    search(page, address, "author:Квазимодова", "en/")
    expect(page.locator("#terms .term")).to_contain_text("Квазимодова not in the texts")


@pytest.mark.parametrize(("lang", "said"), [
    ("", "мәтіндерде жоқ, сөздің бір бөлігі бойынша табылды"),
    ("ru/", "нет в текстах, найдено по части слова"),
    ("en/", "not in the texts, found by part of the word"),
])  # fmt: skip
def test_a_word_found_by_its_first_letters_says_so(page: Page, address: str, lang: str, said: str) -> None:
    """The texts lack it: what is shown and marked only begins so. A form of a word of the texts is no such word."""
    search(page, address, "алаяқзавр мошенничествами", lang)
    complete(page)
    expect(page.locator("ol#results mark", has_text=re.compile("^алаяқ")).first).to_be_visible()
    told = page.locator("#terms .term")
    expect(told).to_have_count(2)
    expect(told.first).to_have_text(re.compile(f"^алаяқзавр {said}\\s*$"))
    expect(told.nth(1)).not_to_contain_text(said)
    search(page, address, "+алаяқзавр +мельница", lang)
    complete(page)
    lacking = re.compile("алаяқзавр[»”] (мәтіндерде жоқ|в текстах нет|is not in the texts)")
    expect(page.locator("#failing")).to_contain_text(lacking)


def test_a_word_that_another_language_has_is_a_click_away(page: Page, address: str) -> None:
    """Read as Kazakh only, a Russian word is not said to be missing from the texts."""
    page.goto(f"{address}en/search.html?q=exchanges&as=kk")
    settled(page)
    expect(page.locator("#terms")).to_contain_text("not in the texts as a Kazakh word")
    expect(page.locator("#failing")).to_contain_text("“exchanges”: not in the texts as a Kazakh word")
    expect(page.locator("#status")).to_contain_text("as a Kazakh word")
    complete(page)
    page.get_by_role("button", name="found when read as English").click()
    settled(page)
    expect(page).to_have_url(re.compile("as=en"))
    assert page.locator("#results > li").count()
