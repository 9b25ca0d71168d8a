"""Among articles that hold the question's words equally, the one that spells them as typed comes first."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.site.texts import search_page

AROUND = "Студенттер сабақта бірінші {} талқылады, кейін тағы екі мысалды қарап, қысқа жазба жасады."
RUSSIAN = "На уроке ученики долго обсуждали {}, потом разобрали два примера и сделали короткую запись."
# The names are such that without the spelling the other article would come first.
TEXTS = {
    "a-case": ("kk", AROUND.format("кейсті")),
    "b-case": ("kk", AROUND.format("кейсін")),
    "c-case": ("kk", AROUND.format("кейстен")),
    "d-honey": ("ru", RUSSIAN.format("мед")),
    "e-honey": ("ru", RUSSIAN.format("мёд")),
    "f-fraud": ("kk", AROUND.format("алаяқтықты")),
    "g-fraud": ("kk", AROUND.format("алаяқтық")),
    "h-often": ("kk", AROUND.format("сотты") + " Сотқа барды, соттан келді, сотта отырды, соттың үкімін оқыды."),
    "i-once": ("kk", AROUND.format("сот")),
}


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The search page of a folder of pages, one a text."""
    with search_page(browser, tmp_path_factory.mktemp("spelling"), TEXTS) as page:
        yield page


def found(page: Page, question: str, **options: int) -> list[str]:
    script = "async ([question, options]) => (await izdeu.search(question, options)).hits.map(({ title }) => title)"
    answer: list[str] = page.evaluate(script, [question, options])
    return answer


@pytest.mark.parametrize(
    ("question", "first", "all_found"),
    [
        ("кейсін", "b-case", {"a-case", "b-case", "c-case"}),
        ("Кейстен", "c-case", {"a-case", "b-case", "c-case"}),
        ("кейсті талқылады", "a-case", {"a-case", "b-case", "c-case"}),
        ("мёд", "e-honey", {"d-honey", "e-honey"}),
        ("мед", "d-honey", {"d-honey", "e-honey"}),
        ("алаяқтық", "g-fraud", {"f-fraud", "g-fraud"}),
        ("алаяқтықты", "f-fraud", {"f-fraud", "g-fraud"}),
    ],
)
def test_the_exact_spelling_comes_first(page: Page, question: str, first: str, all_found: set[str]) -> None:
    """Whatever the case, with ё and without; the other spellings follow."""
    answer = found(page, question)
    assert answer[0] == first
    assert all_found <= set(answer)


@pytest.mark.parametrize("question", ["кейсін", "Кейстен", "кейс", "кейсті талқылады", "мёд", "алаяқтық", "алаяктык"])
def test_results_are_told_in_the_order_of_the_answer(page: Page, question: str) -> None:
    """As soon as none can come before them: those told first are first."""
    script = """async (question) => {
        const heard = [];
        const { hits } = await izdeu.search(question, { onHit: ({ title }) => heard.push(title) });
        return [heard, hits.map(({ title }) => title)];
    }"""
    heard, answer = page.evaluate(script, question)
    assert heard == answer != []


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("алаяктык", "g-fraud"),
        ("алаяктыкты", "f-fraud"),
        ("alayaqtyqty", "f-fraud"),
        ("alaıaqtyq", "g-fraud"),
        ("keisın", "b-case"),
        ("keysten", "c-case"),
        ("кейсты", "a-case"),
        ("алаяктыктан", "f-fraud"),  # nothing sounds so: neither article gains
    ],
)
def test_typed_with_other_letters_what_sounds_so_comes_first(page: Page, question: str, first: str) -> None:
    """Without Kazakh letters, in Latin ones, with ы for і."""
    assert found(page, question)[0] == first


def test_the_spelling_decides_only_among_hits_that_are_alike(page: Page) -> None:
    """An article that is about the word stays before one that names it in passing, in the form typed."""
    assert found(page, "сот") == ["h-often", "i-once"]


def test_only_the_hits_in_view_are_put_in_order(page: Page) -> None:
    """Page by page no article is lost and none is shown twice."""
    pages = [found(page, "кейсін", offset=offset, limit=1) for offset in range(3)]
    assert sorted(title for titles in pages for title in titles) == ["a-case", "b-case", "c-case"]
