"""What the articles call the same in three languages: keywords by their place, words that texts tell, the files."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page

from lunr_search.build import build
from lunr_search.parallel.bitexts import Phrase, aligned
from lunr_search.parallel.cooccurrence import fellows, translations
from lunr_search.writing.manifest import manifest_in
from tests.search import oracle

LISTS = {
    "equal": (
        {"kk": ["алаяқтық", "бақташы"], "ru": ["мошенничество", "чабан"], "en": ["fraud", "herder"]},
        {"алаяқтық мошенничество", "алаяқтық fraud", "мошенничество fraud"}
        | {"бақташы чабан", "бақташы herder", "чабан herder"},
    ),
    "one more between words that are the same": (
        {"kk": ["айна", "дрон", "көл", "жар", "медиация", "тау"], "ru": ["вид", "дрон", "озеро", "медиация", "гора"]},
        {"айна вид", "дрон дрон", "медиация медиация", "тау гора"},
    ),
    "of other length": ({"kk": ["көл", "тау"], "ru": ["озеро", "гора", "лес"]}, set()),
    "the same word in another place": ({"kk": ["дрон", "тау", "көл"], "ru": ["гора", "озеро", "дрон"]}, {"дрон дрон"}),
    "in other orders": ({"kk": ["дрон", "медиация", "көл"], "ru": ["медиация", "дрон", "озеро"]}, set()),
    "by the alphabet": ({"ru": ["бор", "вода", "гора", "лес"], "en": ["forest", "hill", "pine", "water"]}, set()),
    "in one language": ({"kk": ["көл", "тау"]}, set()),
}


def phrases(lists: Mapping[str, Sequence[str]]) -> dict[str, list[Phrase]]:
    return {lang: [Phrase(text, lang, tuple(text.split())) for text in texts] for lang, texts in lists.items()}


@pytest.mark.parametrize("name", LISTS)
def test_keywords_are_paired_by_their_place(name: str) -> None:
    lists, expected = LISTS[name]
    assert {f"{one.text} {other.text}" for one, other in aligned(phrases(lists))} == expected


def test_what_is_known_parts_lists_of_other_length() -> None:
    """A pair that another article has is as good as a word that is the same in both."""
    lists = phrases({"kk": ["айна", "көл", "жар", "тау"], "ru": ["зеркало", "озеро", "гора"]})
    found = {f"{one.text} {other.text}" for one, other in aligned(lists, {(("kk", "көл"), ("ru", "озеро"))})}
    assert found == {"айна зеркало", "көл озеро"}


@given(st.lists(st.sampled_from("абвгдежзиклм"), unique=True, min_size=1, max_size=9), st.integers(0, 8))
def test_any_order_that_is_one_is_found(words: list[str], missing: int) -> None:
    """Lists that are translations in one order, but for a word, never give a wrong pair."""
    ones = [f"к{word}" for word in words]
    others = [f"р{word}" for rank, word in enumerate(words) if rank != missing]
    certain = {(("kk", f"к{word}"), ("ru", f"р{word}")) for word in words[::2]}
    for one, other in aligned(phrases({"kk": ones, "ru": others}), certain):
        assert one.text[1:] == other.text[1:]


def test_short_texts_tell_translations() -> None:
    """A word that stands with its translation in several texts, and with no other as often."""
    texts = [
        (("цифрлық", "актив"), ("digital", "asset")),
        (("цифрлық", "сауаттылық"), ("digital", "literacy")),
        (("актив", "биржа"), ("asset", "exchange")),
    ]
    found = translations(texts)
    assert found == {("цифрлық", "digital"): 2, ("актив", "asset"): 2}
    assert not translations(texts[:1])


def test_long_texts_tell_nothing_where_chance_may_have_done_it() -> None:
    """Two words of three among twelve articles may be neighbours by chance; of eight among sixty they are not."""
    chance = random.Random(3)
    few = [(("көл", "тау"), ("озеро", "гора"))] * 3 + [(("ай",), ("месяц",))] * 9
    assert not fellows(few)
    noise = [(tuple(chance.sample("абвгдежзик", 4)), tuple(chance.sample("лмнопрстуф", 4))) for _ in range(60)]
    many = [((*a, "көл"), (*b, "озеро")) if rank % 7 == 0 else (a, b) for rank, (a, b) in enumerate(noise)]
    assert fellows(many) == {("көл", "озеро"): 9}


PAGE = (
    '<html lang="kk"><head>{keywords}</head><body><main data-index data-id="{name}"><h1>{title}</h1>'
    '<p lang="kk">{kk}</p><p lang="ru">{ru}</p><p lang="en">{en}</p></main></body></html>'
)
KEYWORDS = {
    "kk": ["телефон алаяқтығы", "дауларды шешу", "балық аулау ережелері", "алаяқтық"],
    "ru": ["телефонное мошенничество", "разрешение споров", "правила рыболовства", "мошенничество"],
    "en": ["telephone fraud", "dispute resolution", "fishing rules", "fraud"],
}


def page_of(name: str, keywords: Mapping[str, Sequence[str]]) -> str:
    metas = "".join(
        f'<meta name="izdeu:keyword" lang="{lang}" content="{text}">'
        for lang, texts in keywords.items()
        for text in texts
    )
    texts = {lang: "; ".join(keywords.get(lang, ())) for lang in ("kk", "ru", "en")}
    return PAGE.format(keywords=metas, name=name, title="Мақала", **texts)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with keywords in three languages."""
    folder = tmp_path_factory.mktemp("pairs")
    (folder / "a.html").write_text(page_of("a", KEYWORDS), "utf-8")
    build(folder, jobs=1)
    return folder


Ask = Callable[[list[str]], Any]


@pytest.fixture
def ask(folder: Path, page: Page) -> Ask:
    head = '<html lang="ru"><meta charset="utf-8">'
    (folder / "ask.html").write_text(f'{head}<script src="search/izdeu.js"></script></html>', "utf-8")
    page.goto(f"file://{folder}/ask.html")
    return lambda lemmas: page.evaluate("(lemmas) => izdeu.pairs(lemmas)", lemmas)


def counterparts(found: Any) -> dict[str, set[str]]:
    texts: dict[str, set[str]] = {}
    for one in found:
        texts.setdefault(one["lemma"], set()).update(other["text"] for other in one["others"])
    return texts


def test_the_page_gets_counterparts(ask: Ask) -> None:
    found = ask(["алаяқтық"])
    assert found[0] == {
        "lemma": "алаяқтық",
        "lang": "kk",
        "others": [
            {"lemma": "fraud", "text": "fraud", "lang": "en", "count": 1},
            {"lemma": "мошенничество", "text": "мошенничество", "lang": "ru", "count": 1},
        ],
    }
    assert counterparts(ask(["fraud"])) == {"fraud": {"алаяқтық", "мошенничество"}}


def test_a_phrase_needs_all_its_words(ask: Ask) -> None:
    """It comes first, with its counterparts as they are printed; one word of it does not bring it."""
    found = ask(["телефон", "алаяқтық"])
    assert found[0]["lemma"] == "телефон алаяқтық"
    assert counterparts(found)["телефон алаяқтық"] == {"телефонное мошенничество", "telephone fraud"}
    assert counterparts(found)["телефон"] == {"телефонный", "telephone"}  # what is left of it beside a known pair
    assert [one["lemma"] for one in ask(["разрешение"])] == []
    asked = counterparts(ask(["спор", "разрешение"]))
    assert asked["разрешение спор"] == {"дауларды шешу", "dispute resolution"}
    assert asked.keys() == {"разрешение спор", "спор"}  # that word itself is in our own list


@pytest.mark.parametrize("lemmas", [[], ["жоқ"], ["", "\0", "a" * 9_000], ["алаяқ"]])
def test_nothing_is_known_of_other_words(ask: Ask, lemmas: list[str]) -> None:
    assert ask(lemmas) == []


def test_keywords_without_lemmas_are_certain_of_nothing(tmp_path: Path, page: Page) -> None:
    """Signs alone stand in the same place once; elsewhere they part no lists."""
    (tmp_path / "a.html").write_text(page_of("a", {"kk": ["§", "көл"], "ru": ["№", "озеро"]}), "utf-8")
    lists = {"kk": ["тау", "%%", "бұлақ"], "ru": ["гора", "родник", "++", "степь"]}
    (tmp_path / "b.html").write_text(page_of("b", lists), "utf-8")
    build(tmp_path, jobs=1)
    page.goto(f"file://{tmp_path}/search/index.html")
    assert counterparts(page.evaluate("izdeu.pairs(['көл', 'тау', 'бұлақ'])")) == {"көл": {"озеро"}}


def test_pages_in_one_language_have_no_file(tmp_path: Path, page: Page) -> None:
    (tmp_path / "a.html").write_text(page_of("a", {"kk": KEYWORDS["kk"]}), "utf-8")
    build(tmp_path, jobs=1)
    manifest = manifest_in(tmp_path / "search")
    assert manifest
    assert "pairs" not in manifest
    assert not (tmp_path / "search" / "pairs").exists()
    page.goto(f"file://{tmp_path}/search/index.html")
    assert page.evaluate("izdeu.pairs(['алаяқтық'])") == []


def test_files_hold_pairs_both_ways(sample_site: Path) -> None:
    """In our sample: every pair stands under both its entries, in the file of the key of its first lemma."""
    search = sample_site / "search"
    listed = [row for _, row in oracle.listed(search, "pairs")]
    rows = [row for row in listed if len(row) == 3]
    told = {(row[1], row[0], lang, lemma) for row in rows for lang, _, lemma, *_ in row[2]}
    absent = {(row[1], row[0]): row[2] for row in listed if len(row) > 3}
    assert [2, 0, "robbery"] in absent[1, "ограбление"]
    assert absent[1, "ограблениям"] == absent[1, "ограбление"]
    assert not absent.keys() & {(lang, lemma) for lemma, lang, _ in rows}
    assert told == {(c, d, a, b) for a, b, c, d in told}
    assert all(a != c for a, _, c, _ in told)
    langs = range(3)
    assert {tuple(sorted((a, c))) for a, _, c, _ in told} == set(combinations(langs, 2))
    assert (0, "алаяқтық", 2, "fraud") in told
    assert (0, "алаяқтық", 1, "мошенничество") in told


def test_our_own_list_comes_behind_what_the_articles_say(tmp_path: Path, page: Page) -> None:
    """Words of law that the index has in both languages, though no article says that they are the same."""
    keywords = {"kk": ["ұрлық", "айыппұл"], "ru": ["покража", "кража", "штраф"], "en": ["theft"]}
    told = {"kk": ["ұрлық"], "ru": ["покража"]}
    (tmp_path / "a.html").write_text(page_of("a", keywords), "utf-8")
    (tmp_path / "b.html").write_text(page_of("b", told), "utf-8")
    build(tmp_path, jobs=1)
    page.goto(f"file://{tmp_path}/search/index.html")
    [row] = page.evaluate("izdeu.pairs(['ұрлық'])")
    assert [(other["lemma"], other["count"]) for other in row["others"]] == [("покража", 2), ("theft", 0), ("кража", 0)]
    assert counterparts(page.evaluate("izdeu.pairs(['штраф'])")) == {"штраф": {"айыппұл"}}
