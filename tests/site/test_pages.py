"""The written pages: links, languages, labels, what they must never show, and what they are without scripts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Page, expect

from tests.site.waiting import answered, resize, rest

ROOT = Path(__file__).resolve().parents[2]
LANGS = ("kk", "ru", "en")
TYPES = [
    "index.html",
    "search.html",
    "concordance.html",
    "issues.html",
    "issues/2023-1-3.html",
    "authors.html",
    "keywords.html",
    "about.html",
    "help.html",
    "404.html",
]
ARTICLES = [
    "articles/samal-2023-1-01.html",
    "articles/uchaskelik-inspektor-01.html",
    "articles/ozen-ekologiyasy-01.html",
]
REPAIRS = ["repairs/drondar-01.html", "repairs/samal-2024-2-01.html", "repairs/uchaskelik-inspektor-01.html"]
ASKED = ["search.html?q=алаяқтық", "concordance.html?q=алаяқтық"]


def places(name: str) -> list[str]:
    return [name, f"ru/{name}", f"en/{name}"]


@cache
def soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text("utf-8"), "lxml")


def pages(site: Path) -> Iterator[Path]:
    return (path for path in sorted(site.rglob("*.html")) if path.parent.name != "search")


def test_every_page_exists_in_three_languages(sample_site: Path) -> None:
    """Interface pages stand at the root in Kazakh and under ru/ and en/, and say their language."""
    for name in TYPES:
        for lang, place in zip(LANGS, places(name), strict=True):
            html = soup(sample_site / place).html
            assert isinstance(html, Tag)
            assert html["lang"] == lang, place


def test_every_link_is_relative_and_leads_somewhere(sample_site: Path) -> None:
    """Links are relative, name a file, and both the file and the anchor exist."""
    for path in pages(sample_site):
        for tag in soup(path).find_all(["a", "link", "script", "img", "form"]):
            target = str(tag.get("href") or tag.get("src") or tag.get("action") or "")
            if not target or target.startswith(("mailto:", "data:", "https://orcid.org/", "https://doi.org/")):
                continue
            parts = urlsplit(target)
            where = f"{path.relative_to(sample_site)}: {target}"
            if parts.scheme:
                assert (parts.scheme, tag.name) == ("https", "a"), where
                continue
            assert not target.startswith("/"), where
            file = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            assert file.is_file(), where
            if parts.fragment and file.suffix == ".html":
                assert soup(file).find(id=unquote(parts.fragment)), where


def test_nothing_comes_from_another_host(sample_site: Path) -> None:
    """No style sheet, script, font or picture is asked of another host."""
    for path in [*sample_site.rglob("*.css"), *pages(sample_site)]:
        text = path.read_text("utf-8")
        assert not re.search(r"url\(\s*['\"]?(?:https?:)?//|@import\s+['\"]?https?:|src=\"(?:https?:)?//", text), path


def test_no_invented_date_is_shown(sample_site: Path) -> None:
    """Pelican's placeholder date reaches no page, catalogue or search file."""
    for path in sample_site.rglob("*"):
        if path.suffix in {".html", ".json", ".js", ".xml"}:
            assert "1970" not in path.read_text("utf-8"), path


def test_ids_are_unique(sample_site: Path) -> None:
    """No page has one id twice."""
    for path in pages(sample_site):
        ids = [tag["id"] for tag in soup(path).find_all(id=True)]
        assert len(ids) == len(set(ids)), path


def test_every_block_has_its_language(sample_site: Path) -> None:
    """The nearest lang of every passage is the language it is written in, as letters show it."""
    for path in sorted((sample_site / "articles").glob("*.html")):
        for block in soup(path).select("[data-index] p, [data-index] li"):
            if block.has_attr("data-noindex") or block.find_parent(attrs={"data-noindex": True}):
                continue
            text = block.get_text()
            holder = block if block.has_attr("lang") else block.find_parent(attrs={"lang": True})
            assert isinstance(holder, Tag)
            if len(re.findall("[әғқңөұүі]", text)) > 5:
                assert holder["lang"] == "kk", (path.name, text[:80])
            if len(text) > 80 and not re.search("[а-яё]", text.lower()):
                assert holder["lang"] == "en" or block.find_parent(attrs={"data-part": "references"}), (
                    path.name,
                    text[:80],
                )


def test_ui_files_have_the_same_keys_and_differ() -> None:
    """Every word of the interface exists in three languages; only names and signs may be the same in all."""
    ui = {lang: json.loads((ROOT / "theme" / "ui" / f"{lang}.json").read_text("utf-8")) for lang in LANGS}
    assert set(ui["kk"]) == set(ui["ru"]) == set(ui["en"])
    same = {key for key, text in ui["kk"].items() if text == ui["ru"][key] and re.search(r"\w{3}", text)}
    assert same <= SAME_IN_KAZAKH_AND_RUSSIAN, sorted(same - SAME_IN_KAZAKH_AND_RUSSIAN)
    untranslated = {
        key
        for key, text in ui["en"].items()
        if text in (ui["kk"][key], ui["ru"][key]) and re.search(r"[^\W\d_]{3}", text)
    }
    assert not untranslated


# "автор", "конкорданс" in both
SAME_IN_KAZAKH_AND_RUSSIAN = {"count.authors.one", "suggest.author", "concordance.author", "concordance.title"}


def test_templates_and_scripts_hold_no_words() -> None:
    """What a reader sees comes from theme/ui: templates and scripts hold no Cyrillic outside comments."""
    theme = ROOT / "theme"
    for path in [*theme.glob("templates/*.html"), *theme.glob("static/js/**/*.js")]:
        text = re.sub(r"\{#.*?#\}|/\*.*?\*/|<!--.*?-->", "", path.read_text("utf-8"), flags=re.DOTALL)
        text = re.sub(r"//[^\n]*", "", text)
        assert not re.search("[а-яёәғқңөұүһі]", text, re.IGNORECASE), path


def test_no_inner_html() -> None:
    """Scripts put text into pages as text."""
    for path in (ROOT / "theme" / "static" / "js").rglob("*.js"):
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write", path.read_text("utf-8")), path


def test_catalogue_has_the_promised_shape(sample_site: Path) -> None:
    """catalogue.json: the fields of INTERFACES, nothing empty, every url a page."""
    catalogue = json.loads((sample_site / "catalogue.json").read_text("utf-8"))
    assert len(catalogue) == 15
    for record in catalogue:
        assert set(record) >= {
            "id",
            "url",
            "kind",
            "lang",
            "title",
            "authors",
            "abstract",
            "keywords",
            "sections",
            "sources",
            "words",
        }
        assert (sample_site / record["url"]).is_file()
        assert re.fullmatch(r"[a-z0-9][a-z0-9.-]{0,39}", record["id"])
        assert not record["id"].isdigit()
        assert record["lang"] in LANGS
        assert record["kind"] in ("article", "thesis", "review", "editorial")
        assert all(value not in ("", None) for value in record.values())
        assert all(span["first"] <= span["last"] for span in record["sources"])
    assert sum(len(record["sources"]) == 2 for record in catalogue) == 1


def test_hostile_text_is_escaped(tmp_path: Path, new_page: Callable[..., Page]) -> None:
    """Markup in a dump's title, keywords and body is shown as text, on the page and in the answer."""
    from publishing.build import build_site
    from publishing.places import Places

    attack = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
    body = "\n\n".join(
        f"The {i} paragraph of a text with {attack} inside it and enough ordinary words." for i in range(12)
    )
    front = f"A TITLE WITH {attack.upper()}\n\nAbstract\nShort words on {attack}.\n\nKeywords: {attack}, law"
    dump = f"{front}\n\nIntroduction\n\n{body}\n"
    (tmp_path / "dumps").mkdir()
    (tmp_path / "dumps" / "attack.txt").write_text(dump, "utf-8")
    build_site(Places(tmp_path / "dumps", tmp_path / "site"), say=lambda _: None)
    page = new_page()
    for name in ("index.html", "articles/attack-01.html", "keywords.html", "en/search.html?q=paragraph"):
        page.goto(f"file://{tmp_path}/site/{name}")
        if "?" in name:
            answered(page)
        rest(page, 100)  # for a picture that cannot be loaded
        assert page.title() != "owned"
        assert page.locator("main img, main script").count() == 0
    expect(page.locator("#results")).to_contain_text("onerror")


@pytest.mark.parametrize("name", [*TYPES, *ARTICLES, REPAIRS[0]])
def test_pages_are_complete_without_scripts(sample_site: Path, new_page: Callable[..., Page], name: str) -> None:
    """With JavaScript off every page has its text; the search page says what to do instead."""
    page = new_page(java_script_enabled=False)
    page.goto(f"file://{sample_site}/{name}")
    text = page.locator("main").inner_text()
    assert len(text) > 40
    if name == "search.html":
        assert page.locator("noscript, .noscript").first.inner_text().strip()
        assert page.locator("main a[href$='issues.html']").count()
    if name in ARTICLES:
        assert len(text.split()) > 600


def test_articles_stand_under_any_path(
    sample_site: Path, tmp_path: Path, http_server: Callable[[Path], str], page: Page
) -> None:
    """The site works from a sub-path of a server."""
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "site").symlink_to(sample_site)
    address = http_server(tmp_path)
    page.goto(f"{address}deep/site/en/index.html")
    page.locator("main a[href*='articles/']").first.click()
    page.wait_for_url("**/deep/site/articles/**")
    page.goto(f"{address}deep/site/search.html?q=дрондар")
    answered(page)
    expect(page.locator("ol#results > li")).not_to_have_count(0)


def test_labels_follow_the_reader(sample_site: Path, new_page: Callable[..., Page]) -> None:
    """The page's own labels are in the article's language, and in the reader's once a language was chosen.

    The text stays, and so do the headings that the article prints over its parts.
    """
    page = new_page()
    page.goto(f"file://{sample_site}/{ARTICLES[0]}")
    label = page.locator("[data-ui='article.facts']").first
    before, printed = label.inner_text(), page.locator(".summary h2 span").first.inner_text()
    assert printed.casefold() == "аңдатпа"
    body = page.locator("[data-part=body]").inner_text()
    page.goto(f"file://{sample_site}/index.html")
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/en/index.html")
    page.goto(f"file://{sample_site}/{ARTICLES[0]}")
    page.wait_for_function(f"document.querySelector(\"[data-ui='article.facts']\").textContent !== '{before}'")
    assert page.locator(".summary h2 span").first.inner_text() == printed
    assert page.locator("[data-part=body]").inner_text() == body
    assert page.locator("header a[href$='en/search.html']").count()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", [*TYPES, ARTICLES[0], ARTICLES[1], REPAIRS[0], *ASKED])
def test_axe_finds_nothing(
    sample_site: Path, http_server: Callable[[Path], str], new_page: Callable[..., Page], name: str, scheme: str
) -> None:
    """axe-core finds no fault of WCAG 2.2 AA on any kind of page, in light and dark."""
    page = new_page(color_scheme=scheme)
    page.goto(f"{http_server(sample_site)}{name}")  # axe reads the style sheets, which file:// forbids
    if "?" in name:
        answered(page)
    page.add_script_tag(path=ROOT / "node_modules" / "axe-core" / "axe.min.js")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    found = page.evaluate("tags => axe.run({runOnly: {type: 'tag', values: tags}}).then(r => r.violations)", tags)
    assert not [(v["id"], [node["html"][:120] for node in v["nodes"][:3]]) for v in found]


@pytest.mark.parametrize("name", [*TYPES, *ARTICLES, *REPAIRS, *ASKED])
def test_no_page_scrolls_sideways(sample_site: Path, page: Page, name: str) -> None:
    """From a small phone to a desktop nothing stands outside the window."""
    page.goto(f"file://{sample_site}/{name}")
    if "?" in name:
        answered(page)
    for width in (320, 390, 768, 1280):
        resize(page, width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
