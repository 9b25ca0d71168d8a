"""One person under three names: one entry, one anchor, one filter, in all languages."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page

from publishing.build import build_site
from publishing.places import Places
from publishing.stamp import inputs_digest
from tests.journal.tools import body, front

NAMES = {"kk": "Шалқарова Ж.Т.", "ru": "Шалкарова Ж.Т.", "en": "Shalkarova Zh.T."}
TOML = """
[[author]]
name = "Шалқарова Ж.Т."
names = { kk = "Шалқарова Ж.Т.", ru = "Шалкарова Ж.Т.", en = "Shalkarova Zh.T." }
variants = ["Жанар Тоқтарқызы Шалқарова"]
orcid = "0000-0002-1825-0097"
"""
DUMPS = {
    "a.txt": "ШАЛҚАРОВА Ж.Т.\n\n" + front("bees", "kk") + body("bees", "kk"),
    "b.txt": "Zh.T. Shalkarova, O.P. Vetlugin\n\n" + front("bridges", "en") + body("bridges", "en"),
    "c.txt": "Жанар Тоқтарқызы Шалқарова\n\n" + front("bridges", "ru") + body("bees", "ru"),
}
ARTICLES = {"a-01", "b-01", "c-01"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of three articles, each of which prints the name in its own way."""
    folder = tmp_path_factory.mktemp("authors")
    (folder / "dumps").mkdir()
    for name, text in (DUMPS | {"authors.toml": TOML}).items():
        (folder / "dumps" / name).write_text(text, "utf-8")
    build_site(Places(folder / "dumps", folder / "site"), say=lambda _: None)
    return folder / "site"


def soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text("utf-8"), "lxml")


@pytest.mark.parametrize("page", ["authors.html", "ru/authors.html", "en/authors.html"])
def test_one_entry_with_all_names_and_articles(site: Path, page: str) -> None:
    """On the authors' page of each language."""
    people = soup(site / page).select("ul.people > li")
    assert [person["id"] for person in people] == ["shalqarova-zh-t", "o-p-vetlugin"]
    shown = [text.get_text() for text in people[0].select("h3, .other-name")]
    assert shown == [*NAMES.values(), "Жанар Тоқтарқызы Шалқарова"]
    assert len(people[0].select("ul.titles > li")) == 3


def test_each_article_links_to_the_one_entry(site: Path) -> None:
    """Under the name that it prints."""
    links = {soup(site / "articles" / f"{name}.html").select_one("a.author") for name in ARTICLES}
    assert {str(link["href"]).rpartition("/")[2] for link in links if link} == {"authors.html#shalqarova-zh-t"}
    assert {link.get_text() for link in links if link} == {
        "Шалқарова Ж.Т.",
        "Zh.T. Shalkarova",
        "Жанар Тоқтарқызы Шалқарова",
    }


def test_the_catalogue_keeps_what_is_printed(site: Path) -> None:
    """And adds what authors.toml knows."""
    records = {record["id"]: record["authors"] for record in json.loads((site / "catalogue.json").read_text("utf-8"))}
    assert records["b-01"] == [
        {
            "name": "Zh.T. Shalkarova",
            "orcid": "0000-0002-1825-0097",
            "names": NAMES | {"en": "Zh.T. Shalkarova"},
        },
        {"name": "O.P. Vetlugin"},
    ]


@pytest.mark.parametrize("wanted", ["Шалқарова Ж.Т.", "шалкарова", "Shalkarova", "Тоқтарқызы"])
def test_the_filter_finds_the_person_by_any_name(site: Path, page: Page, wanted: str) -> None:
    """All articles, whichever of the names they print; the question, too."""
    page.goto(f"file://{site}/search.html")
    found = page.evaluate("author => izdeu.search('Shalkarova', {author})", wanted)
    assert {hit["id"] for hit in found["hits"]} == ARTICLES
    assert not page.evaluate("izdeu.search('Shalkarova', {author: 'Бектас'})")["hits"]


def test_one_value_of_the_filter(site: Path) -> None:
    """What the pages tell the index is the person's name, not the article's spelling of it."""
    told = [
        [meta["content"] for meta in soup(site / "articles" / f"{name}.html").select("meta[name='izdeu:authors']")]
        for name in sorted(ARTICLES)
    ]
    assert told == [["Шалқарова Ж.Т."], ["Шалқарова Ж.Т.", "O.P. Vetlugin"], ["Шалқарова Ж.Т."]]


@pytest.fixture(scope="module")
def report_of_likes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the report on two of the dumps, without authors.toml."""
    folder = tmp_path_factory.mktemp("alike")
    (folder / "dumps").mkdir()
    for dump in ("a.txt", "b.txt"):
        (folder / "dumps" / dump).write_text(DUMPS[dump], "utf-8")
    build_site(Places(folder / "dumps", folder / "site"), say=lambda _: None)
    return folder / "build"


@pytest.mark.parametrize(("lang", "name"), [("kk", "report.html"), ("ru", "report.ru.html"), ("en", "report.en.html")])
def test_the_report_proposes_what_is_alike(report_of_likes: Path, lang: str, name: str) -> None:
    """Without authors.toml: the names, the reason in the page's language, and lines that a TOML reader takes."""
    (proposal,) = soup(report_of_likes / name).select("li.alike")
    reason = {"kk": "айтылуы бірдей", "ru": "звучит так же", "en": "the same sounds"}[lang]
    assert reason in proposal.get_text()
    assert "Шалқарова Ж.Т. (a.txt:1); Zh.T. Shalkarova (b.txt:1)" in proposal.get_text()
    (lines,) = proposal.select("pre")
    (entry,) = tomllib.loads(lines.get_text())["author"]
    assert entry == {"name": "Шалқарова Ж.Т.", "names": {"kk": "Шалқарова Ж.Т.", "en": "Zh.T. Shalkarova"}}


def test_a_change_of_the_journals_authors_is_a_change(tmp_path: Path) -> None:
    """`make` builds again."""
    (tmp_path / "content").mkdir()
    before = inputs_digest(tmp_path, tmp_path / "dumps")
    (tmp_path / "content" / "authors.toml").write_text(TOML, "utf-8")
    assert inputs_digest(tmp_path, tmp_path / "dumps") != before
