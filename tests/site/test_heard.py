"""Names and other words that the texts write in another alphabet than the question."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.site.texts import found, search_page

AUTHORS = {
    "one": ("Gavrilenko P.S.", "Гавриленко посадил сад, а Мирошник ушёл."),
    "two": ("Мирошниченко Т.", "Сад посадил Гавриленко, это был его закон."),
}
TEXTS = {
    "latin": ("en", "The survey of Dubrovkin and Shcherbinin was read aloud; Tsekhanovsky agreed, so did Kim and Yun."),
    "cyrillic": ("ru", "Работу Журавлицкого хвалили все, а доклад Румянцевой и обзор Воеводина нет."),
    "kazakh": ("kk", "Дубы туралы әңгіме айтылды, жасанды көл мен интернет салынды."),
    "mixed": ("en", "The internet was praised."),
}
ASK = """async ([question, options]) => {
  const { terms, hits, suggestions } = await izdeu.search(question, options);
  const readings = terms.map((term) => term.readings.map(({ lemma, on }) => [lemma, on]));
  return { readings, hits: hits.map(({ title }) => title), suggestions };
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The search page of a folder of pages, one a text."""
    with search_page(browser, tmp_path_factory.mktemp("heard"), TEXTS) as page:
        yield page


@pytest.fixture(scope="module")
def authors_page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Pages that name their authors."""
    site = tmp_path_factory.mktemp("authors")
    for name, (author, text) in AUTHORS.items():
        head = f'<title>{name}</title><meta name="izdeu:authors" content="{author}">'
        (site / f"{name}.html").write_text(f"<!doctype html><html lang=ru>{head}<p>{text}</p>", "utf-8")
    with search_page(browser, site, {}) as page:
        yield page


@pytest.mark.parametrize(
    ("question", "offered"),
    [
        ("Гавриленко", ["author:Гавриленко"]),  # in other texts, too, yet the author is printed in Latin letters
        ("Гавриленко П.С.", ['author:"Гавриленко П.С."']),
        ("закон Гавриленко", ["author:Гавриленко"]),
        ("Мирошник", []),  # a word of the texts, and only the beginning of a name
        ("Gavrilen", ["author:Gavrilen"]),  # no word of the texts
        ("Закон", []),
        ("закон", []),
    ],
)
def test_an_author_is_offered(authors_page: Page, question: str, offered: list[str]) -> None:
    """Whether or not the name is a word of the texts; one click away, never in place of the question."""
    assert [one["query"] for one in asked(authors_page, question)["suggestions"]][:1] == offered


def asked(page: Page, question: str, **options: object) -> dict[str, Any]:
    answer: dict[str, Any] = page.evaluate(ASK, [question, options])
    return answer


@pytest.mark.parametrize(
    ("question", "first", "marked"),
    [
        ("Дубровкин", "latin", ["Dubrovkin"]),
        ("дубровкина", "latin", ["Dubrovkin"]),  # his, or a woman's surname
        ("Щербинин", "latin", ["Shcherbinin"]),
        ("Цехановский", "latin", ["Tsekhanovsky"]),
        ("Ким", "latin", ["Kim"]),
        ("Юн", "latin", ["Yun"]),
        ("Zhuravlitsky", "cyrillic", ["Журавлицкого"]),
        ("Rumyantseva", "cyrillic", ["Румянцевой"]),
        ("Voyevodin", "cyrillic", ["Воеводина"]),
        ("+Дубровкин", "latin", ["Dubrovkin"]),
    ],
)
def test_a_name_in_another_alphabet(page: Page, question: str, first: str, marked: list[str]) -> None:
    """It is found and marked, and nothing else is."""
    assert found(page, question) == {first: marked}


def test_the_reading_is_told_and_may_be_exchanged(page: Page) -> None:
    """What was only guessed stays a choice; nothing is offered for a word that is understood."""
    answer = asked(page, "Дубровкин")
    assert answer["readings"][0][0] == ["dubrovkin", True]
    assert answer["suggestions"] == []
    assert asked(page, "Дубровкин", read=["Дубровкин→en:dubrovkin"])["hits"] == ["latin"]
    assert asked(page, "Дубровкин", **{"as": "ru"})["hits"] == []


def test_one_of_several_words(page: Page) -> None:
    """The others are read as always."""
    assert asked(page, "доклад Дубровкин")["readings"] == [[["доклад", True]], [["dubrovkin", True]]]


@pytest.mark.parametrize("question", ["Дубровский", "Zhuravlev", "=Дубровкин", '"Дубровкин"', "жасанды"])
def test_what_does_not_sound_alike_is_not_taken(page: Page, question: str) -> None:
    """Nor is a very form, or what the texts have as it is."""
    assert "latin" not in asked(page, question)["hits"]


def test_a_misspelt_word_of_its_own_alphabet_is_still_offered(page: Page) -> None:
    """`internet` is found for it, `интернет` may be meant."""
    answer = asked(page, "інтернет")
    assert answer["readings"][0][0] == ["internet", True]
    assert [one["query"] for one in answer["suggestions"]] == ["интернет"]


def test_what_hears_is_loaded_where_something_is_doubted(page: Page) -> None:
    """A question of known words, in whatever form, needs no more files."""
    page.reload()
    loaded = "() => window.izdeuHeard !== undefined"
    asked(page, "интернеттің салынды")
    assert not page.evaluate(loaded)
    asked(page, "Дубровкин")
    assert page.evaluate(loaded)


def test_a_question_of_unknown_words_stops_nobody(page: Page) -> None:
    """Beginnings that go on alike are followed once, and no more words are listened for than a question has names."""
    page.reload()
    page.evaluate("""() => {
      let own;
      window.sounds = 0;
      Object.defineProperty(izdeuEngine, 'begun', {
        get: () => (...some) => { window.sounds += 1; return own(...some); },
        set: (begun) => { own = begun; },
      });
    }""")
    page.evaluate("izdeuFiles.part('heard')")
    asked(page, "Юнусов")
    assert 0 < page.evaluate("window.sounds") < 8000
    names = " ".join(f"Юнус{ending}" for ending in "абвгдежзийкл")
    assert asked(page, f"{names} Дубровкин")["hits"] == []
    assert asked(page, f"Дубровкин {names}")["hits"] == ["latin"]
    page.reload()
