"""On an article page: citations lead to their references, marks to notes, numbers back; the text stays itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Page, expect

from journal.corpus import read_corpus
from journal.records import Article, Block
from tests.journal.test_citing import LIST, WORKS, dump
from tests.journal.test_footnotes import NOTES, pages
from tests.journal.tools import wrapped
from tests.site.waiting import answered

ROOT = Path(__file__).resolve().parents[2]
CITED = "Бал [1, 5 б.; 2–3] мен <b>балауыз</b> [4], тағы [Электрондық деректер] және [5, 12, 300 бб.]."
NAMED = "Honey (Омаров, 2010: 5) and wax, as Smith and van Dyk (2018a) & Nobody (1999) say."


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three dumps: cited by number, by author and year, with footnotes and a list without a citation."""
    folder = tmp_path_factory.mktemp("links")
    listed = "\n\n".join(wrapped(f"{i}. {work}") for i, work in enumerate(WORKS, 1))
    notes = pages("ru", "1", f"1 {NOTES['ru']}").replace("беткейіне", "").replace("Мы собрали", "Мы* собрали")
    notes = notes.replace("\n\n42\n", "\n* Примечание редакции: всего [3] пасеки.\n\n42\n")
    (folder / "numbers.txt").write_text(dump("kk", CITED), "utf-8")
    (folder / "names.txt").write_text(dump("en", NAMED, numbered=False), "utf-8")
    (folder / "notes.txt").write_text(f"{notes}\n{LIST['ru']}\n\n{listed}\n", "utf-8")
    return folder


@pytest.fixture(scope="module")
def site(texts: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from publishing.build import build_site
    from publishing.places import Places

    output = tmp_path_factory.mktemp("out") / "site"
    build_site(Places(texts, output), say=lambda _: None)
    return output


def article_of(texts: Path, name: str) -> Article:
    return next(each for each in read_corpus(texts).articles if each.sources[0].file == name)


def blocks_of(article: Article) -> list[Block]:
    return [*article.blocks, *article.references, *(block for part in article.abstracts.values() for block in part)]


def shown(site: Path, article: Article) -> BeautifulSoup:
    return BeautifulSoup((site / article.url).read_text("utf-8"), "lxml")


@pytest.mark.parametrize("name", ["numbers.txt", "names.txt", "notes.txt"])
def test_the_text_of_an_element_is_the_blocks(name: str, texts: Path, site: Path) -> None:
    """Sign for sign, whatever is a link in it; markup in a dump is text."""
    article = article_of(texts, name)
    page = shown(site, article)
    for block in blocks_of(article):
        element = page.find(id=block.anchor)
        assert isinstance(element, Tag)
        assert element.get_text().strip() == block.text
        assert element.name in ("li", "h2", "h3") or element.get_text() == block.text


def test_every_link_leads_to_an_element(texts: Path, site: Path) -> None:
    """And only what the list has is one."""
    for name, said in (
        ("numbers.txt", ["1", "2–3", "4", "5"]),
        ("names.txt", ["Омаров, 2010", "Smith and van Dyk (2018a)"]),
        ("notes.txt", ["¹", "*", "3"]),
    ):
        page = shown(site, article_of(texts, name))
        links = page.select("a.cite, a.mark")
        assert [link.get_text() for link in links] == said
        assert all(page.find(id=str(link["href"])[1:]) for link in page.select("a.cite, a.mark, a.back"))


def test_a_short_bracket_stays_on_one_line(texts: Path, site: Path) -> None:
    """Also with a link in it."""
    page = shown(site, article_of(texts, "numbers.txt"))
    assert "[5, 12, 300 бб.]" in [span.get_text() for span in page.select(".unbroken")]


def test_notes_stand_behind_the_body(texts: Path, site: Path) -> None:
    """In a section of their own before the references, as text of the body."""
    page = shown(site, article_of(texts, "notes.txt"))
    section = page.select_one("section:has(#notes)")
    assert isinstance(section, Tag)
    assert section["data-part"] == "body"
    assert [item["data-marker"] for item in section.select("li")] == ["1", "*"]
    following = section.find_next_sibling("section")
    assert isinstance(following, Tag)
    assert following["data-part"] == "references"


@pytest.mark.parametrize(
    ("name", "role", "said", "marker"), [("numbers.txt", "cite", "4", "4."), ("notes.txt", "mark", "¹", "1")]
)
def test_there_and_back(name: str, role: str, said: str, marker: str, texts: Path, site: Path, page: Page) -> None:
    """A click on a citation or a mark shows the entry; a click on the entry's number shows the paragraph again."""
    page.set_viewport_size({"width": 900, "height": 300})
    page.goto(f"file://{site / article_of(texts, name).url}")
    link = page.locator(f"a.{role}", has_text=said).first
    paragraph = link.locator("xpath=ancestor::p")
    link.click()
    entry = page.locator("li:target")
    expect(entry).to_have_attribute("data-marker", marker)
    expect(entry).to_be_in_viewport()
    entry.get_by_role("link", name="Мәтінге оралу" if name == "numbers.txt" else "Назад к тексту").click()
    expect(paragraph).to_be_in_viewport()
    expect(page.locator("p:target")).to_have_attribute("id", paragraph.get_attribute("id") or "")


def test_a_note_is_found(texts: Path, site: Path, page: Page) -> None:
    """The search leads to the note itself, and marks the word there."""
    page.goto(f"file://{site}/search.html?q=редакция")
    answered(page)
    passage = page.locator("a.passage", has_text="Примечание").first
    anchor = str(passage.get_attribute("href")).partition("#")[2]
    note = next(block for block in article_of(texts, "notes.txt").blocks if block.marker == "*")
    assert anchor == note.anchor


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", ["numbers.txt", "names.txt", "notes.txt"])
def test_axe_and_width(
    name: str,
    width: int,
    scheme: str,
    texts: Path,
    site: Path,
    http_server: Callable[[Path], str],
    new_page: Callable[..., Page],
) -> None:
    """No fault of WCAG 2.2 AA, nothing outside the window."""
    page = new_page(color_scheme=scheme, viewport={"width": width, "height": 800})
    page.goto(f"{http_server(site)}{article_of(texts, name).url}")
    page.add_script_tag(path=ROOT / "node_modules" / "axe-core" / "axe.min.js")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    found = page.evaluate("tags => axe.run({runOnly: {type: 'tag', values: tags}}).then(r => r.violations)", tags)
    assert not [(v["id"], [node["html"][:120] for node in v["nodes"][:3]]) for v in found]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
