"""The page that explains how to search: its examples run, in three languages."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page, expect

from publishing.build import build_site
from publishing.places import Places
from tests.site.waiting import settled

FOLDERS = ["", "ru/", "en/"]


LAKES = """О РЫБОЛОВСТВЕ В ЗАПОВЕДНИКЕ

Рыболовство в краю озёр меняется каждый год. Рыболовством заняты жители берега, и рыболовства становится больше.
Заповедник следит за уловом, а сотрудники заповедника считают рыбу.
"""
KNOWN = 'keywords.ru = ["рыболовство", "заповедник"]'


@pytest.fixture(scope="module")
def other_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of one short Russian article, which gives few examples."""
    folder = tmp_path_factory.mktemp("lakes")
    (folder / "dumps").mkdir()
    (folder / "dumps" / "lakes.txt").write_text(LAKES, "utf-8")
    (folder / "dumps" / "lakes.toml").write_text(KNOWN, "utf-8")
    build_site(Places(folder / "dumps", folder / "site"), say=lambda _: None)
    return folder / "site"


def examples(site: Path, folder: str) -> list[str]:
    """The questions that a page asks by a click."""
    html = (site / folder / "help.html").read_text("utf-8")
    assert "‹" not in html
    assert "example:" not in html
    links = [str(link["href"]) for link in BeautifulSoup(html, "lxml").select("main a[href^='search.html?q=']")]
    assert len(set(links)) == len(links)
    return links


def all_find(page: Page, site: Path, folder: str, links: list[str]) -> None:
    page.goto(f"file://{site}/{folder}search.html")
    for link in links:
        query = parse_qs(urlsplit(link).query)["q"][0]
        assert page.evaluate("(query) => izdeu.search(query).then(({ total }) => total)", query), link


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_example_finds_something(sample_site: Path, page: Page, folder: str) -> None:
    """Each link asks its own words, and the sample journal answers."""
    links = examples(sample_site, folder)
    assert len(links) >= 20
    all_find(page, sample_site, folder, links)


@pytest.mark.parametrize("folder", FOLDERS)
def test_examples_are_of_the_site_that_they_stand_in(other_site: Path, page: Page, folder: str) -> None:
    """Another journal's words find nothing here; what this one cannot show is left out, and lists are not empty."""
    links = examples(other_site, folder)
    assert 3 <= len(links) < 20
    all_find(page, other_site, folder, links)
    page.goto(f"file://{other_site}/{folder}help.html")
    assert page.locator("main ul:not(:has(li))").count() == 0


@pytest.mark.parametrize("folder", FOLDERS)
def test_an_example_is_a_click_away_from_the_search_page(sample_site: Path, page: Page, folder: str) -> None:
    """The search page leads to the explanation, and the example shows the words as they are explained."""
    page.goto(f"file://{sample_site}/{folder}search.html")
    page.locator("main a[href$='help.html']").click()
    page.wait_for_url("**/help.html")
    signs = ["%22", "%C2%AB", "«"]
    example = page.locator(", ".join(f"main a[href^='search.html?q={sign}']" for sign in signs)).first
    asked = example.inner_text()
    example.click()
    page.wait_for_url("**/search.html?q=*")
    settled(page)
    expect(page.locator("#q")).to_have_value(asked.replace("“", '"').replace("”", '"'))
    expect(page.locator("ol#results mark")).not_to_have_count(0)
