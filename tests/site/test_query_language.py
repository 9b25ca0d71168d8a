"""The query language: phrases, needs, fields, beginnings, very forms, over http-less folders, in three languages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

import build_index

ROOT = Path(__file__).parents[2]
HEAD = '<meta name="izdeu:year" content="{year}"><meta name="izdeu:authors" content="{author}">'
BODY = (
    '<main data-index data-id="{id}"><h1 data-part="title">{title}</h1>'
    '<p data-part="abstract">{abstract}</p><p id="a">{text}</p><p id="b">{more}</p></main>'
)
FIELDS = ("id", "lang", "year", "author", "title", "abstract", "text", "more")
PAGES = (
    ("bread", "kk", 2015, "Тасов Б.", "Нан пісіру өнері", "Ауыл наубайшысы туралы әңгіме.",
     "Наубайшы таңертең ерте тұрып, қара нан пісірді.", "Кешке дүкен-дүңгіршекте нан қалмады."),
    ("bridge", "kk", 2019, "Қайыңбаева Ж.", "Көпірдің тарихы", "Өзен үстіндегі ескі көпір.",
     "Көпірден өткен жүргіншілер өзенге қарады.", "Ескі кө\u00adпір туралы ауыл адамдары ән шығарды."),
    ("mill", "ru", 2019, "Тасов Б.", "Старая мельница", "О мельнице на реке.",
     "Мельник молол зерно для всей деревни, и хлеб пекли из его муки.", "На реке стоял старый мост."),
    ("bakery", "ru", 2022, "Рожкова А.", "Хлеб деревни", "Как в деревне пекли хлеб.",
     "Чёрный хлеб пекли в каждой избе.", "Старый мельник приносил муку, а мост через реку вёл к пекарне."),
    ("river", "en", 2024, "Fielding R.", "Bridges over the river", "How the villagers built bridges.",
     "The old bridge was built of oak, and the miller’s cart was too heavy for it.", "Bread was carried across."),
    ("oven", "en", 2010, "Fielding R.", "The Art of Baking", "Ovens and bread.",
     "A baker builds an oven of clay; the old oven keeps its heat.", "To bake or not to bake, that is his question."),
)  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some pages with titles, abstracts, years and authors, indexed."""
    site = tmp_path_factory.mktemp("language")
    for row in PAGES:
        write_page(site, dict(zip(FIELDS, row, strict=True)))
    assert build_index.main([str(site), "--quiet", "--jobs", "1"]) == 0
    return site


@pytest.fixture(scope="module")
def page(browser: Browser, site: Path) -> Iterator[Page]:
    """Their plain search page."""
    page = browser.new_page()
    page.goto((site / "search" / "index.html").as_uri())
    yield page
    page.close()


def write_page(site: Path, values: dict[str, Any]) -> None:
    html = f'<!doctype html><html lang="{values["lang"]}"><head>{HEAD}</head><body>{BODY}</body></html>'
    (site / f"{values['id']}.html").write_text(html.format(**values), "utf-8")


def answer(page: Page, question: str, **options: Any) -> dict[str, Any]:
    script = "([question, options]) => izdeu.search(question, options)"
    found: dict[str, Any] = page.evaluate(script, [question, options])
    return found


def ids(page: Page, question: str) -> set[str]:
    return {hit["id"] for hit in answer(page, question)["hits"]}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        # Phrases: the words as typed, in order.
        ('"қара нан"', {"bread"}),
        ('"қа\u00adра  НАН"', {"bread"}),
        ('"көпір туралы ауыл"', {"bridge"}),
        ('"нан қара"', set()),
        ('"қара наннан"', set()),
        ("«старый мост»", {"mill"}),
        ("„Чёрный хлеб“", {"bakery"}),
        ("«старый мост» «чёрный хлеб»", set()),
        ("«старый мост» +мельник", {"mill"}),
        ("title:«старая мельница» хлеб", {"mill"}),
        ("«старый мост» OR пекарня", {"mill", "bakery"}),
        ('"старый мост" хлеб', {"mill"}),
        # In a sentence a title in quotes is no phrase: it may be inflected.
        ("«Старого моста» мельник", {"mill", "bakery"}),
        ("О «старых мостах» и хлебе?", {"mill", "bakery"}),
        ("„Ескі көпірдің“ тарихы, «қара нан»", {"bridge", "bread"}),
        ("“built of oaks” bridge", {"river", "oven"}),
        ("«мост» -хлеб", set()),
        ('Что за "старые мосты" у мельника?', {"mill", "bakery"}),
        ('Что за "старый мост"? хлеб', {"mill"}),
        ('"старого моста"?', set()),
        ('+мельник "старого моста"?', set()),
        ("«старый мост» ,", {"mill"}),
        ('"черный хлеб"', {"bakery"}),
        ('"was built of"', {"river"}),
        ('"to bake or not to bake"', {"oven"}),
        ('"miller\'s cart"', {"river"}),
        ('"ескі көпір" "ән шығарды"', {"bridge"}),
        ('"старый мост" OR "чёрный хлеб"', {"mill", "bakery"}),
        ('мельник -"старый мост"', {"bakery"}),
        ('"стар* мельн*"', {"mill", "bakery"}),
        ('"кешке дүкен дүңгіршекте"', {"bread"}),  # with a hyphen there
        ('"дүкен-дүңгіршекте нан"', {"bread"}),
        ('"дүңгіршек* нан"', {"bread"}),
        ('"дүкенде дүңгіршекте"', set()),
        ("=дүңгіршекте", set()),
        ("=дүкен-дүңгіршекте", {"bread"}),
        # Needs.
        ("+мельник +мост", {"mill", "bakery"}),
        ("+мельница +мост", {"mill"}),
        ("көпір -өзен", set()),
        ("нан -дүкен", set()),
        ("+хлеб −мост", set()),
        ("мост −хлеб", set()),
        ("bridge AND oak", {"river"}),
        ("көпір ЖӘНЕ ән", {"bridge"}),
        ("хлеб И изба", {"bakery"}),
        ("oven NOT oak", {"oven"}),
        ("нан ЕМЕС өзен", {"bread"}),
        ("the AND bridge", {"river"}),
        ("хлеб НЕ изба", {"mill"}),
        ("көпір НЕМЕСЕ нан", {"bridge", "bread"}),
        ("нан өзен ЕМЕС", {"bread"}),
        ("oven OR oak AND cart", {"oven", "river"}),
        ("-хлеб", {"bread", "bridge", "river", "oven"}),
        ("NOT bread", {"bread", "bridge", "mill", "bakery"}),
        # Beginnings and very forms.
        ("мельни*", {"mill", "bakery"}),
        ("наубай*", {"bread"}),
        ("brid*", {"river"}),
        ("көпірд*", {"bridge"}),  # forms that no lemma begins so
        ("адамда*", {"bridge"}),
        ("адамдан*", set()),
        ("villagers*", {"river"}),
        ("мельнико*", set()),
        ("=көпірд*", {"bridge"}),
        ('"көпірд* өткен"', {"bridge"}),
        ('"қарайт* өзенге"', set()),
        ("=көпірден", {"bridge"}),
        ("=көпірге", set()),
        ("=bridges", {"river"}),
        ("=bake", {"oven"}),
        ("=BAKES", set()),
        # Fields, their names in three languages.
        ("title:көпір", {"bridge"}),
        ("тақырып:нан", {"bread"}),
        ("название:хлеб", {"bakery"}),
        ("abstract:bread", {"oven"}),
        ("аннотация:хлеб", {"bakery"}),
        ("аңдатпа:көпір", {"bridge"}),
        ("author:Тасов", {"bread", "mill"}),
        ("автор:Тасов хлеб", {"mill"}),
        ("author:Fielding -oven", {"river"}),
        ("year:2019", {"bridge", "mill"}),
        ("жыл:2019..2022", {"bridge", "mill", "bakery"}),
        ("год:2022-", {"bakery", "river"}),
        ("year:-2014", {"oven"}),
        ("year:2022..2019", {"bridge", "mill", "bakery"}),
        ("year:2019 .", {"bridge", "mill"}),
        ("author:Тасов / year:2019", {"mill"}),
        ("year:..2014", {"oven"}),
        ('title:"хлеб деревни"', {"bakery"}),
        ("-title:хлеб +хлеб", {"mill"}),
        ("author:Тасов OR year:2024", {"bread", "mill", "river"}),
        ("year:2015 OR year:2024", {"bread", "river"}),  # figures are no capitals
        ("жыл:2015 НЕМЕСЕ жыл:2024", {"bread", "river"}),
        ("автор:ТАСОВ НЕ год:2019", {"bread"}),
    ],
)  # fmt: skip
def test_articles(page: Page, question: str, expected: set[str]) -> None:
    assert ids(page, question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("«старый мельник» хлеб", "bakery"),
        ("«ескі көпір», қара нан", "bridge"),
    ],
)
def test_titles_in_sentences_come_first(page: Page, question: str, expected: str) -> None:
    """The article that has the words of a quotation in one passage comes before one that has as many words."""
    assert answer(page, question)["hits"][0]["id"] == expected


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("ХЛЕБ И МОСТ", "хлеб мост"),  # a title
        ("ХЛЕБ И МОСТ 2019", "хлеб мост 2019"),
        ("AND", "and"),
        ("хлеб И", "хлеб"),
        ("хлеб - мост", "хлеб мост"),
        ('"хлеб мост', "хлеб мост"),
        ("хлеб * мост", "хлеб мост"),
        ("х* мост", "х мост"),
        ("хлеб: мост", "хлеб мост"),
        ("nobody:хлеб мост", "nobody хлеб мост"),
        ("year:хлеб", "year хлеб"),
        ("title: хлеб", "title хлеб"),
        ('""', ""),
        ('хлеб ""', "хлеб"),
        ("bridge NOT", "bridge"),
        ("хлеб НЕ", "хлеб"),
        ("хлеб =)", "хлеб"),
        ("хлеб => мост", "хлеб мост"),
        ("хлеб +- мост", "хлеб мост"),
        ("«…» хлеб", "хлеб"),
        ("+", ""),
        ("= хлеб", "хлеб"),
    ],
)
def test_anything_else_is_text(page: Page, question: str, words: str) -> None:
    """No question is an error: signs that join nothing are no signs."""
    plain = answer(page, words)
    found = answer(page, question)
    assert [hit["id"] for hit in found["hits"]] == [hit["id"] for hit in plain["hits"]]
    assert found["notes"] == plain["notes"] == []


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ('"қара нан"', ["қара нан"]),
        ("=мельник", ["Мельник"]),
        ("+мельник -мост", []),
        ("мельни* -title:хлеб", ["мельнице"]),
        ("title:мельница", ["мельница"]),
    ],
)
def test_marks(page: Page, question: str, expected: list[str]) -> None:
    """Phrases as a whole, very forms alone, nothing that is not wanted."""
    hits = answer(page, question)["hits"]
    shown = hits[0]["passages"][0] if hits else {"text": "", "marks": []}
    assert [shown["text"][start:end] for start, end in shown["marks"]] == expected


@pytest.mark.parametrize(("question", "kind", "presence"), [
    ("көпірд*", "prefix", "should"),  # forms that only the texts tell
    ("+көпірд*", "prefix", "must"),
    ("brid*", "prefix", "should"),
    ("=көпірд*", "form", "should"),
])  # fmt: skip
def test_a_beginning_is_told_as_one(page: Page, question: str, kind: str, presence: str) -> None:
    """However it is looked for, it is no "this very form only" to the reader unless asked for so."""
    [term] = [one for one in answer(page, question)["terms"] if one["word"].endswith("*")]
    assert (term["kind"], term["presence"] if kind == "prefix" else presence) == (kind, presence)


@pytest.mark.parametrize("question", ["++--", "title:", '"', "=-"])
def test_what_is_no_word_is_not_to_blame(page: Page, question: str) -> None:
    """Signs alone are neither said to be missing nor offered as another question."""
    items = page.evaluate("(question) => izdeu.items(question)", question)
    assert [one for one in items if not one["fails"] and one["plain"] != "title"] == []
    assert [one["without"] for one in items] in ([], [""])


def test_phrases_show_their_passages_alone(page: Page) -> None:
    """Passages with the words elsewhere are no passages of a phrase."""
    (hit,) = answer(page, '"ескі көпір"')["hits"]
    assert {passage["text"] for passage in hit["passages"]} == {
        "Өзен үстіндегі ескі көпір.",
        "Ескі кө\u00adпір туралы ауыл адамдары ән шығарды.",
    }
    assert hit["found"] == 2


def test_terms_say_what_they_are(page: Page) -> None:
    """How each word was taken: kind, presence, field."""
    terms = answer(page, '+мост "чёрный хлеб" -изба title:мельница мельни*')["terms"]
    assert [(term["word"], term["kind"], term["presence"], term["field"]) for term in terms] == [
        ("мост", "word", "must", ""),
        ("чёрный", "phrase", "must", ""),
        ("хлеб", "phrase", "must", ""),
        ("изба", "word", "not", ""),
        ("мельница", "word", "must", "title"),
        ("мельни*", "prefix", "should", ""),
    ]


def test_a_reading_can_be_chosen(page: Page) -> None:
    """`read`: this word so and not otherwise; the others stay to be chosen."""
    readings = answer(page, "мельник")["terms"][0]["readings"]
    assert {"lemma": "мельник", "lang": "ru", "on": True} in readings
    chosen = answer(page, "мельник", read=["мельник→мельница"])["terms"][0]["readings"]
    assert [reading["lemma"] for reading in chosen if reading["on"]] in (["мельница"], ["мельник"])


def test_all_passages_of_an_article(page: Page) -> None:
    """In the order of the text, no more and no fewer than the hit says."""
    hit = next(hit for hit in answer(page, "нан")["hits"] if hit["id"] == "bread")
    passages = page.evaluate("izdeu.passages('нан', {}, 'bread')")
    assert len(passages) == hit["found"]
    assert [passage["url"].partition("#")[2] for passage in passages] == ["a", "b"]


@pytest.mark.parametrize("offset", [0, 1, 2])
def test_pages_of_checked_phrases(page: Page, offset: int) -> None:
    """Hits that only their texts tell come in pages like others."""
    whole = [hit["id"] for hit in answer(page, '"стар* мост" OR "чёрный хлеб"')["hits"]]
    part = answer(page, '"стар* мост" OR "чёрный хлеб"', offset=offset, limit=1)
    assert [hit["id"] for hit in part["hits"]] == whole[offset : offset + 1]
    assert part["total"] == 2
    assert not part["atMost"]


@pytest.mark.parametrize(
    "question",
    ["<script>", '"><img onerror=alert(1)>', "\u202e+abc\u202c", "а" * 10_000, '🌉 *:"🌉"', "+\x00-\x00=\x00*",
     '"' * 999,
     "+" * 999, "- " * 999, "title:" * 99, "AND OR NOT " * 99, '"a" ' * 99, "a* " * 99,
     "„« " * 3333, "« " * 5000, "А " * 5000 + ":b", "title:a OR " * 900],
)  # fmt: skip
def test_hostile_questions(page: Page, question: str) -> None:
    """An answer, whatever it is: no error, no freeze."""
    assert answer(page, question)["total"] >= 0


@pytest.mark.parametrize(
    ("question", "options", "expected"),
    [
        ("", {}, []),
        (" ", {"lang": "kk"}, []),
        ("", {"author": "Тасов"}, ["mill", "bread"]),  # the newest first
        ("", {"year": "2019..", "lang": "ru"}, ["bakery", "mill"]),
        ("author:Fielding", {"lang": "en"}, ["river", "oven"]),
        ("author:Fielding", {"lang": "kk"}, []),
        ("", {"author": "Fielding", "sort": "title"}, ["river", "oven"]),
    ],
)
def test_filters_without_words(page: Page, question: str, options: dict[str, Any], expected: list[str]) -> None:
    """A filter alone leaves some of all articles; each is shown by its abstract, or by how it begins."""
    found = answer(page, question, **options)
    assert [hit["id"] for hit in found["hits"]] == expected
    assert found["total"] == len(expected)
    assert all(len(hit["passages"]) == 1 and not hit["passages"][0]["marks"] for hit in found["hits"])
    counts = page.evaluate("([question, options]) => izdeu.counts(question, options)", [question, options])
    assert sum(one["count"] for one in counts["year"] if expected) == len(expected) or "year" in options


LONG = " ".join(f"сөз{chr(0x430 + i)}" for i in range(32)) + " " + " ".join(f"тағы{chr(0x430 + i)}" for i in range(8))


@pytest.mark.parametrize(
    ("question", "expected"),
    [(f'{LONG} "қара нан"', {"bread"}), (f"{LONG} +көпір", {"bridge"}), (f"year:2019 {LONG}", set())],
)
def test_what_is_needed_comes_first(page: Page, question: str, expected: set[str]) -> None:
    """Of more words than a question may have those are left out that nobody needs, and a note says so."""
    found = answer(page, question)
    assert {hit["id"] for hit in found["hits"]} == expected
    assert found["notes"]


@pytest.mark.parametrize("sign", ["{}аб*", '"{}а*"', "year:20{:02}", "author:а{}"])
def test_a_question_has_room_for_so_many(page: Page, sign: str) -> None:
    """Beginnings, years and authors are looked for, too: a box full of them is cut as words are, and a note says so."""
    room = page.evaluate("izdeuOpened.openIndex().then(({ manifest }) => manifest.ranking.limits.words)")
    for asked, notes in ((room, 0), (room + 8, 1)):
        found = answer(page, " ".join(sign.format(number) for number in range(10, 10 + asked)))
        assert len(found["notes"]) == notes
        assert len(found["terms"]) == room


NAMES = {
    **{f"part.{part}": part for part in ("title", "abstract", "keywords", "references")},
    "part.authors": "author",
    "filter.author": "author",
    "filter.year": "year",
    "filter.keyword": "keywords",
}


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_what_the_interface_calls_a_field_is_its_name(page: Page, lang: str) -> None:
    """Names of two words, too: `ключевые слова:хлеб`."""
    words = json.loads((ROOT / "theme" / "ui" / f"{lang}.json").read_text("utf-8"))
    page.evaluate("izdeuFiles.part('language')")
    for key, field in NAMES.items():
        for name in (words[key], words[key].lower()):
            question = f"мост {name}:2019"
            assert page.evaluate("(q) => izdeuPieces.pieces(q)[1].field", question) == field, question


def test_beginnings_share_what_they_may_stand_for(page: Page) -> None:
    """Many of them do not ask for many times as many words: of each then the shortest are taken."""

    def marked(question: str) -> set[str]:
        shown = [passage for hit in answer(page, question)["hits"] for passage in hit["passages"]]
        return {one["text"][start:end].lower() for one in shown for start, end in one["marks"]}

    page.evaluate("izdeuFiles.part('language')")
    assert marked("мельни* мос*") > {"мельник", "мельнице"}
    together = page.evaluate("izdeuSyntaxRules.together")
    page.evaluate("izdeuSyntaxRules.together = 2")
    try:
        assert marked("мельни* мос* ") & {"мельник", "мельнице"} == {"мельник"}
    finally:
        page.evaluate("(together) => { izdeuSyntaxRules.together = together; }", together)


def test_a_long_question_has_few_to_blame(page: Page) -> None:
    """No more than a question has room for, first those that an article needs: each is asked for by itself."""
    items = page.evaluate("(question) => izdeu.items(question)", f"{LONG} {LONG} +квазимодулятор")
    assert len(items) == len(LONG.split()) - 8
    assert items[-1]["text"] == "+квазимодулятор"


@pytest.mark.parametrize(
    ("options", "texts"),
    [
        ({"part": "abstract"}, ["Өзен үстіндегі ескі көпір."]),
        ({"part": "body"}, ["Ескі кө\u00adпір туралы ауыл адамдары ән шығарды."]),
        ({"part": "title"}, []),
        ({"lang": "ru"}, []),
    ],
)
def test_phrases_in_a_part(page: Page, options: dict[str, str], texts: list[str]) -> None:
    """The phrase must stand where the reader looks, not only its words."""
    hits = answer(page, '"ескі көпір"', **options)["hits"]
    assert [passage["text"] for hit in hits for passage in hit["passages"]] == texts


def test_what_could_not_be_read_is_read_by_the_next_question(browser: Browser, site: Path, http_server: Any) -> None:
    """A phrase whose text fails is told as a part of the answer; asked again, it is found."""
    page = browser.new_page()
    page.goto(f"{http_server(site)}search/index.html")
    page.route("**/text/**", lambda route: route.abort())
    lost = answer(page, '"қара нан"')
    assert (lost["total"], lost["partial"]) == (0, True)
    page.unroute("**/text/**")
    assert [hit["id"] for hit in answer(page, '"қара нан"')["hits"]] == ["bread"]
    page.close()


def test_items_say_what_fails(page: Page) -> None:
    """Each with its place in the question, and whether any article has it."""
    question = 'нан "нан қара" author:Абракадабра +көпір -өзен year:1890 title:нан мельниц*'
    items = page.evaluate("(question) => izdeu.items(question)", question)
    assert [question[item["start"] : item["end"]] for item in items] == [
        "нан", '"нан қара"', "author:Абракадабра", "+көпір", "-өзен", "year:1890", "title:нан", "мельниц*"
    ]  # fmt: skip
    assert [item["plain"] for item in items if item["fails"]] == ["нан қара", "Абракадабра", "1890"]


@pytest.mark.parametrize(
    ("question", "offered"),
    [
        ("Тассов", "author:Тассов"),
        ("Tasov", "author:Tasov"),
        ("Qaiyngbayeva", "author:Qaiyngbayeva"),
        ("Rozhkova A.", 'author:"Rozhkova A."'),
    ],
)
def test_names_lead_to_authors(page: Page, question: str, offered: str) -> None:
    """A word that the texts lack may be an author's name in another alphabet: then these articles are a click away."""
    assert next(one["query"] for one in answer(page, question)["suggestions"]) == offered
    assert ids(page, offered)
