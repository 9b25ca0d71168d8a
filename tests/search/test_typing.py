"""What is offered while somebody types: words of the index, keywords, authors, titles, from small files."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from languages import begun, fold
from lunr_search.build import build
from lunr_search.files import data_of
from lunr_search.writing import suggestions, vocabulary
from lunr_search.writing.manifest import manifest_in
from tests.search import oracle

PAGES = {
    "a": ("kk", "Ауылдағы дауларды шешу", "Иванов И. И.", ["медиация", "ауылдық даулар"], 2020),
    "b": ("ru", "Разрешение споров в селе", "Шәкенова Ж. Т.", ["медиация", "сельские споры"], 2024),
    "c": ("en", "Disputes in villages and their mediation", "Yusupov Ya.", ["rural disputes"], 2022),
}
HEAD = '<meta charset="utf-8"><meta name="izdeu:authors" content="{author}"><meta name="izdeu:year" content="{year}">'
TEXT = {
    "kk": "Алаяқтық пен алаяқтықтың алдын алу туралы. Алаяқтық қылмыс.",
    "ru": "Мошенничество и мошенники: медиация помогает.",
    "en": "Fraud, a fraudulent exchange, and the law of exchanges.",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("typing")
    for name, (lang, title, author, keywords, year) in PAGES.items():
        metas = "".join(f'<meta name="izdeu:keyword" lang="{lang}" content="{text}">' for text in keywords)
        head = HEAD.format(author=author, year=year) + metas
        body = f'<main data-index data-id="{name}"><h1>{title}</h1><p>{author}</p><p>{TEXT[lang]}</p></main>'
        (folder / f"{name}.html").write_text(f'<html lang="{lang}"><head>{head}</head>{body}</html>', "utf-8")
    (folder / "ask.html").write_text('<meta charset="utf-8"><script src="search/izdeu.js"></script>', "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(suggestions, "KEYS", 60)  # many small files
        patch.setattr(suggestions, "BLOCK", 200)
        patch.setattr(vocabulary, "LIST_WORDS", 2)
        build(folder, jobs=1)
    return folder


Ask = Callable[[str], list[dict[str, Any]]]


@pytest.fixture
def ask(folder: Path, page: Page) -> Ask:
    page.goto(f"file://{folder}/ask.html")
    return lambda text: page.evaluate("(text) => izdeu.typed(text)", text)


OFFERED = [
    ("алая", {"word алаяқтық"}),
    ("алаяк", {"word алаяқтық"}),  # without Kazakh letters
    ("alayaq", {"word алаяқтық"}),  # in Latin letters
    ("ме", {"keyword медиация"}),
    ("med", {"word mediation", "title Disputes in villages and their mediation"}),
    ("МЕДИ", {"word медиация", "keyword медиация"}),
    ("disp", {"word dispute", "keyword rural disputes", "title Disputes in villages and their mediation"}),
    ("споров в сел", {"word село", "title Разрешение споров в селе"}),
    ("rural dispu", {"word dispute", "keyword rural disputes"}),
    ("ауыл да", {"keyword ауылдық даулар", "title Ауылдағы дауларды шешу"}),
    ("ауыл мед", {"word медиация"}),  # no keyword and no title has both
    ("шак", {"author Шәкенова Ж. Т."}),
    ("Shak", {"author Шәкенова Ж. Т."}),
    ("Ива", {"author Иванов И. И."}),
    ("ivan", {"author Иванов И. И."}),
    ("Юсу", {"author Yusupov Ya."}),
    ("author:Юсу", {"author Yusupov Ya."}),
    ("алаяқтық", set()),  # complete already
    ("алаяқтық ", set()),
    ("а", set()),
    ("", set()),
    ("жжжж", set()),
    ("\0\u202e<img>", set()),
    ("!!", set()),
]


@pytest.mark.parametrize(("typed", "offered"), OFFERED)
def test_what_is_typed_is_completed(ask: Ask, typed: str, offered: set[str]) -> None:
    found = {f"{one['kind']} {one['text']}" for one in ask(typed)}
    authors = {one for one in found if one.startswith("word ") and "author" in "".join(offered)}
    assert found - authors == offered  # a name is also a word of the index


def test_an_offer_says_where_it_leads(ask: Ask) -> None:
    [word, keyword, title] = ask("in the disp")
    assert word == {"text": "dispute", "kind": "word", "lang": "", "count": 1, "query": "in the dispute"}
    assert keyword == {"text": "rural disputes", "kind": "keyword", "lang": "en", "count": 1}
    assert title == {"text": PAGES["c"][1], "kind": "title", "lang": "en", "count": 1, "url": "c.html"}


def test_at_most_eight(sample_site: Path, page: Page) -> None:
    """Of many there are eight, of each kind its share, a page once."""
    page.goto(f"file://{sample_site}/search.html")
    for typed in ("қы", "пр", "ме", "al", "құқ"):
        found = page.evaluate("(text) => izdeu.typed(text)", typed)
        assert 0 < len(found) <= 8
        urls = [one["url"] for one in found if one["kind"] == "title"]
        assert len(set(urls)) == len(urls)
    assert {one["kind"] for one in page.evaluate("izdeu.typed('сар')")} >= {"word", "author"}


def test_nothing_is_loaded_before(folder: Path, page: Page) -> None:
    """The part and its lists come with the first letters; what is asked again is there already."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("search/")[2]))
    page.goto(f"file://{folder}/ask.html")
    page.evaluate("izdeu.search('алаяқтық')")
    assert not [name for name in asked if name.startswith(("izdeu-typing", "suggest", "words"))]
    page.evaluate("izdeu.typed('алая')")
    assert [name for name in asked if name.startswith("izdeu-typing")]
    before = len(asked)
    page.evaluate("izdeu.typed('алаяқ')")
    assert len(asked) == before


def test_who_no_longer_waits_gets_nothing(folder: Path, page: Page) -> None:
    page.goto(f"file://{folder}/ask.html")
    script = "izdeu.typed('алая', {signal: AbortSignal.abort()}).then(() => '', (reason) => reason.name)"
    assert page.evaluate(script) == "AbortError"


def test_files_are_small_and_hold_every_thing(sample_site: Path) -> None:
    """Each title, keyword and author is filed under each of its words; no file is over ten kilobytes."""
    search = sample_site / "search"
    manifest = manifest_in(search)
    assert manifest
    directory = data_of((search / f"{manifest['suggest']}.js").read_text("utf-8"))
    blocks = [directory["blocks"][at : at + 8] for at in range(0, len(directory["blocks"]), 8)]
    things = [row for name in blocks for row in data_of((search / f"suggest/{name}.js").read_text("utf-8"))["things"]]
    assert [sum(directory["sizes"])] == [len(things)] == directory["kinds"][-1:]
    held: dict[int, set[str]] = {}
    for name in oracle.names(directory):
        data = data_of((search / f"suggest/{name}.js").read_text("utf-8"))
        for key, row in zip(oracle.front_decoded(data["words"]), data["things"].split(" "), strict=True):
            number = 0
            for difference in oracle.decoded(row):
                number += difference
                held.setdefault(number, set()).add(key)
    assert set(held) == set(range(len(things)))
    author = next(n for n, row in enumerate(things) if row[0] == "Сәрсекова Г.М." or row[0] == "Sarsekova G.M.")
    assert {fold("sarsekova"), begun("Сәрсекова")} & held[author]
    paths = [*(search / "suggest").iterdir(), *(search / "words").iterdir()]
    assert max(len(gzip.compress(path.read_bytes())) for path in paths) < 10_000


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(texts=st.lists(st.text(max_size=30), min_size=8, max_size=8))
def test_any_text_is_no_error(ask: Ask, page: Page, texts: list[str]) -> None:
    page.evaluate("(texts) => Promise.all(texts.map((text) => izdeu.typed(text)))", texts)
