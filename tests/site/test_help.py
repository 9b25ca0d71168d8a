"""The page that explains how to search: its examples run, in three languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page, expect

from tests.site.test_search_page import settled

FOLDERS = ["", "ru/", "en/"]


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_example_finds_something(sample_site: Path, page: Page, folder: str) -> None:
    """Each link asks its own words, and the sample journal answers."""
    help_page = BeautifulSoup((sample_site / folder / "help.html").read_text("utf-8"), "lxml")
    links = [str(link["href"]) for link in help_page.select("main a[href^='search.html?q=']")]
    assert len(links) >= 20
    assert len(set(links)) == len(links)
    page.goto(f"file://{sample_site}/{folder}search.html")
    for link in links:
        page.goto(f"file://{sample_site}/{folder}{link}")
        settled(page)
        assert page.locator("ol#results > li").count(), link
        assert page.locator("#nothing").is_hidden(), link


@pytest.mark.parametrize("folder", FOLDERS)
def test_an_example_is_a_click_away_from_the_search_page(sample_site: Path, page: Page, folder: str) -> None:
    """The search page leads to the explanation, and the example shows the words as they are explained."""
    page.goto(f"file://{sample_site}/{folder}search.html")
    page.locator("main a[href$='help.html']").click()
    signs = ["%22", "%C2%AB", "«"]
    example = page.locator(", ".join(f"main a[href^='search.html?q={sign}']" for sign in signs)).first
    asked = example.inner_text()
    example.click()
    settled(page)
    expect(page.locator("#q")).to_have_value(asked.replace("“", '"').replace("”", '"'))
    assert page.locator("ol#results mark").count()
