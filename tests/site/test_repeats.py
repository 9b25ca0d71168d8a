"""A page that repeats a paragraph: a result shows it once, with other passages after it; nothing is counted less."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

import build_index
from tests.search import oracle

TEXTS = tomllib.loads((Path(__file__).with_name("repeats.toml")).read_text("utf-8"))
PARAGRAPHS = {lang: text["paragraphs"] + text["paragraphs"][4:] * 4 for lang, text in TEXTS.items()}
ONCE = [0, 1, 3]  # the first telling, then what else there is


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page in each language, with the search files of build_index.py."""
    folder = tmp_path_factory.mktemp("repeats")
    for lang, paragraphs in PARAGRAPHS.items():
        body = "".join(f'<p id="p{number}">{paragraph}</p>' for number, paragraph in enumerate(paragraphs))
        (folder / f"{lang}.html").write_text(f'<main data-index data-id="{lang}" lang="{lang}">{body}</main>', "utf-8")
    (folder / "favicon.ico").write_bytes(b"")  # browsers ask for it
    assert build_index.main([str(folder), "--quiet"]) == 0
    return folder


@pytest.fixture(params=["http", "file"])
def address(request: pytest.FixtureRequest, site: Path, http_server: Callable[[Path], str]) -> str:
    """The site's root, over http and as a folder that is double-clicked."""
    return http_server(site) if request.param == "http" else f"file://{site}/"


def shown(page: Page, address: str, lang: str, question: str) -> list[str]:
    """The passages that the search shows of the page in this language; no other page is found."""
    page.goto(f"{address}search/index.html")
    page.locator("input[name=q]").fill(question)
    page.keyboard.press("Enter")
    page.wait_for_function("document.documentElement.dataset.search === 'done'")
    assert page.locator("#status").inner_text() == "1"
    assert page.locator("ol#results > li").get_attribute("data-id") == lang
    return page.locator("a.passage").all_inner_texts()


@pytest.mark.parametrize("lang", TEXTS)
def test_a_repeated_paragraph_is_shown_once(page: Page, address: str, lang: str) -> None:
    """The first telling, then the passages that would have found no room; its link leads to its paragraph."""
    found = shown(page, address, lang, TEXTS[lang]["question"])
    assert found == [PARAGRAPHS[lang][number] for number in ONCE]
    assert (page.locator("a.passage").first.get_attribute("href") or "").endswith("#p0")


@pytest.mark.parametrize("lang", TEXTS)
def test_the_telling_that_answers_best_is_shown(page: Page, address: str, lang: str) -> None:
    """Where one copy holds more of the question's words than the others, it stands for them."""
    found = shown(page, address, lang, TEXTS[lang]["of_one_copy"])
    assert found == [PARAGRAPHS[lang][number] for number in (2, *ONCE[1:])]


@pytest.mark.parametrize("lang", TEXTS)
def test_every_telling_is_counted(site: Path, page: Page, address: str, lang: str) -> None:
    """Postings, and with them scores and counts, and the marks on a page know nothing of repetition."""
    index = oracle.index_of(oracle.pages_of(site))
    [posting] = index.postings[TEXTS[lang]["term"]].values()
    assert posting.passages == [[], list(range(9))]
    page.goto(f"{address}search/index.html")
    marks = page.evaluate(
        "([question, texts]) => izdeu.hits(question, texts.map(text => ({ text })))",
        [TEXTS[lang]["term"], PARAGRAPHS[lang]],
    )
    assert [len(found) for found in marks] == [2, 1, 2, 1, 2, 2, 2, 2, 2]
    assert sum(posting.counts) == 16


def test_another_part_shows_its_own_telling(tmp_path: Path, page: Page) -> None:
    """What stands in the abstract and again in the body is shown from the part that was asked for."""
    sentence, other = PARAGRAPHS["en"][:2]
    body = f'<p id="a" data-part="abstract">{sentence}</p><p id="b">{sentence}</p><p id="c">{other}</p>'
    (tmp_path / "page.html").write_text(f'<main lang="en">{body}</main>', "utf-8")
    assert build_index.main([str(tmp_path), "--quiet"]) == 0
    page.goto(f"file://{tmp_path}/search/index.html")
    for options, anchors in (({}, ["a", "c"]), ({"part": "abstract"}, ["a"]), ({"part": "body"}, ["b", "c"])):
        answer = page.evaluate("options => izdeu.search('sounding inspection', options)", options)
        assert [passage["url"].split("#")[1] for passage in answer["hits"][0]["passages"]] == anchors


def test_passages_cut_alike_are_shown_once(tmp_path: Path, page: Page) -> None:
    """Of two long passages that differ, but hardly where they are cut, the second makes room."""
    first, second, third, fourth = PARAGRAPHS["en"][:4]
    keepers = "Some of the villagers kept a record on another matter, which nobody had asked them for"
    others = "Masters from town lost the price of timber in an autumn when the river rose by an arm"
    long = [f"{first} {fourth} {second} " + " ".join(f"{keepers} in {year}." for year in range(15))]
    long += [f"{third} {fourth} {second} " + " ".join(f"{others} in {year}." for year in range(15))]
    body = "".join(f"<p>{text}</p>" for text in (*long, second, fourth))
    (tmp_path / "page.html").write_text(f'<main lang="en">{body}</main>', "utf-8")
    assert build_index.main([str(tmp_path), "--quiet"]) == 0
    page.goto(f"file://{tmp_path}/search/index.html")
    answer = page.evaluate("izdeu.search('sounding inspection')")
    begins = [passage["text"][:20] for passage in answer["hits"][0]["passages"]]
    assert begins == [text[:20] for text in (first, second, fourth)]
