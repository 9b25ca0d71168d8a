"""Theses and other Markdown dumps."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.paragraphs.markdown import looks_like_markdown, markdown_blocks
from journal.records import Block, Lang
from journal.web.catalogue import catalogue
from tests.journal.tools import (
    ABSTRACTS,
    BODIES,
    KEYWORDS,
    body,
    corpus,
    desk,
    entries,
    front,
    lines,
    only,
    text_of,
    wrapped,
)

THESIS = f"""ЖЕТІСУ АГРАРЛЫҚ АКАДЕМИЯСЫ

ШАЛҚАРОВ ЖАНДОС ТӨЛЕУҰЛЫ

Тау бөктеріндегі омарталардың балын бағалау жолдары

7M08202 – Ара шаруашылығы
магистр дәрежесін алуға арналған диссертация

Ғылыми жетекші:
О.П. Ветлугин

---

Талдықорған қ., 2031 ж.

## ТҮЙІНДЕМЕ

{ABSTRACTS["bees"]["kk"]}

Тірек сөздер: {", ".join(KEYWORDS["bees"]["kk"])}.

## РЕЗЮМЕ

{ABSTRACTS["bees"]["ru"]}

## SUMMARY

{ABSTRACTS["bees"]["en"]}

## МАЗМҰНЫ

|  |    |
|--|----|
| КІРІСПЕ ..... | 3 |
| 1. ОМАРТАЛАР ..... | 5 |
| 1.1 Тау етегі ..... | 7 |
| ҚОРЫТЫНДЫ ..... | 9 |

## КІРІСПЕ

{BODIES["bees"]["kk"][0]}

## 1. ОМАРТАЛАР

## 1.1 Тау етегі

{BODIES["bees"]["kk"][1]}

1-кесте – Омарталар саны

| Аудан | Саны |
|---|---|
| Талғар | 7 |
| Сарқан | 5 |

## ҚОРЫТЫНДЫ

{BODIES["bees"]["kk"][2]}

## ҚОЛДАНЫЛҒАН ДЕРЕККӨЗДЕРДІҢ ТІЗІМІ

1\\. Ветлугин О.П. Мосты и люди. – 2019. – 40 с.

2\\. Shalkarova Zh. Honey. – 2020. – P. 3–9.
"""


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_thesis_is_one_article(name: str, tmp_path: Path) -> None:
    """Title page, three abstracts, contents, body, references; under either name."""
    found = only(corpus(tmp_path, {name: THESIS}))
    assert (found.kind, found.lang, found.year) == ("thesis", "kk", 2031)
    assert found.titles == {"kk": "Тау бөктеріндегі омарталардың балын бағалау жолдары"}
    assert [(a.name, a.affiliation) for a in found.authors] == [
        ("Шалқаров Жандос Төлеуұлы", "ЖЕТІСУ АГРАРЛЫҚ АКАДЕМИЯСЫ")
    ]
    assert {lang: text_of(blocks) for lang, blocks in found.abstracts.items()} == ABSTRACTS["bees"]
    assert found.keywords == {"kk": KEYWORDS["bees"]["kk"]}
    assert [f"{block.marker} {block.text}" for block in found.references] == [
        "1. Ветлугин О.П. Мосты и люди. – 2019. – 40 с.",
        "2. Shalkarova Zh. Honey. – 2020. – P. 3–9.",
    ]


def test_body_of_a_thesis(tmp_path: Path) -> None:
    """Headings get their levels from their numbers, tables stay tables, the contents page stays what it is."""
    found = only(corpus(tmp_path, {"a.md": THESIS}))
    shape = [(block.kind, block.level) for block in found.blocks]
    assert shape == [
        ("contents", 0),
        ("heading", 2),
        ("paragraph", 0),
        ("heading", 2),
        ("heading", 3),
        ("paragraph", 0),
        ("caption", 0),
        ("table", 0),
        ("heading", 2),
        ("paragraph", 0),
    ]
    assert found.blocks[7].rows == (("Аудан", "Саны"), ("Талғар", "7"), ("Сарқан", "5"))
    assert [block.text for block in found.blocks if block.kind == "paragraph"] == list(BODIES["bees"]["kk"])


def test_spans_are_lines_of_the_dump(tmp_path: Path) -> None:
    """Each block of Markdown stands on the lines that it names."""
    source = THESIS.split("\n")
    for block in only(corpus(tmp_path, {"a.md": THESIS})).blocks:
        there = " ".join(source[block.span.first - 1 : block.span.last])
        assert block.text.split()[0] in there
        assert block.text.split()[-1] in there


def test_heading_of_the_references_is_kept(tmp_path: Path) -> None:
    """As it is printed: the page shows it, and the catalogue lists it as a section."""
    found = corpus(tmp_path, {"a.md": THESIS})
    assert only(found).labels["references"] == "ҚОЛДАНЫЛҒАН ДЕРЕККӨЗДЕРДІҢ ТІЗІМІ"
    (record,) = catalogue(found.articles)
    assert record["sections"][-1] == {"level": 2, "title": "ҚОЛДАНЫЛҒАН ДЕРЕККӨЗДЕРДІҢ ТІЗІМІ", "anchor": "references"}


def markdown(text: str) -> tuple[Block, ...]:
    return markdown_blocks(lines(text), "a.md", desk())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Кіріспе", [("heading", "Кіріспе", 2, "")]),
        ("#### Terms", [("heading", "Terms", 2, "")]),
        ("## 1.2 Виды", [("heading", "1.2 Виды", 3, "")]),
        ("## 1.2.3 Виды", [("heading", "1.2.3 Виды", 4, "")]),
        ("## өлшеу;", [("paragraph", "өлшеу;", 0, "")]),
        ("**Бал** және *ара* `код`", [("paragraph", "Бал және ара код", 0, "")]),
        ("бір  \nекі", [("paragraph", "бір екі", 0, "")]),
        ("бір<br>екі", [("paragraph", "бір екі", 0, "")]),
        ("- бір\n- екі", [("item", "бір", 0, "•"), ("item", "екі", 0, "•")]),
        ("3. үш\n4. төрт", [("item", "үш", 0, "3."), ("item", "төрт", 0, "4.")]),
        ("1\\) раз", [("item", "раз", 0, "1)")]),
        ("```\nкод жолы\n```", [("paragraph", "код жолы", 0, "")]),
        ("1-кесте. Омарталар", [("caption", "1-кесте. Омарталар", 0, "")]),
        ("Қорытынды", [("heading", "Қорытынды", 2, "")]),
        ("<div>бал</div>", [("paragraph", "<div>бал</div>", 0, "")]),
        ("> дәйексөз", [("paragraph", "дәйексөз", 0, "")]),
    ],
)
def test_markdown_blocks(text: str, expected: list[tuple[str, str, int, str]]) -> None:
    """Headings with mended levels, lists with markers, marks taken off."""
    assert [(block.kind, block.text, block.level, block.marker) for block in markdown(text)] == expected


def test_hyphens_of_markdown_lines_are_decided() -> None:
    """A line end of Markdown may break a word as well as one of plain text."""
    at = desk("іс-қимыл")
    (block,) = markdown_blocks(lines("Бірлескен іс-\nқимыл туралы ой қыс-\nқаша айтылды."), "a.md", at)
    assert block.text == "Бірлескен іс-қимыл туралы ой қысқаша айтылды."
    assert [entry.line for entry in entries(at.report, "join") + entries(at.report, "keep")] == [2, 1]


@pytest.mark.parametrize(
    ("text", "suffix", "expected"), [("бал", ".md", True), ("# а\n# б\n# в", ".txt", True), ("# 1", ".txt", False)]
)
def test_what_is_markdown(text: str, suffix: str, expected: bool) -> None:
    """By its name, or by its headings."""
    assert looks_like_markdown(lines(text), suffix) is expected


@pytest.mark.parametrize(
    "text", ["> " * 4000 + "а", "[" * 5000 + "а", "- " * 3000 + "а", "*а_" * 20_000, "|" * 20_000 + "\n|-|"]
)
def test_deep_nesting_loses_nothing(text: str) -> None:
    """However deep the Markdown, its letters come through."""
    assert "".join(block.text for block in markdown(text)).count("а") == text.count("а")


TITLE: dict[str, str] = {
    "kk": "Тау бөктеріндегі омарталардың балын бағалау жолдары",
    "ru": "Оценка мёда предгорных пасек: способы и возможности",
    "en": "Bees of the hills: a study of honey in three districts",
}
PAGES = {
    "a": (
        "ЖЕТІСУ АГРАРЛЫҚ АКАДЕМИЯСЫ\n\nҚолжазба құқығында\n\nӘОЖ 638.1\n\n{kk}\n\n7M08202 – Ара шаруашылығы\n\n"
        "Магистр дәрежесін алуға арналған диссертация\n\nОрындаған: Шалқаров Жандос Төлеуұлы\n\n"
        "Ғылыми жетекші:\nа.ш.ғ.к., доцент О.П. Ветлугин\n\nҚазақстан Республикасы\n\nАлматы 2031"
    ),
    "b": (
        "Министерство образования и науки\n\nЖетысуский аграрный университет\n\nУДК 638.1\n\nНа правах рукописи\n\n"
        "ВЕТЛУГИН ОЛЕГ ПЕТРОВИЧ\n\n{ru}\n\n6D080200 – Пчеловодство\n\n"
        "Автореферат\nдиссертации на соискание степени доктора философии (PhD)\n\n"
        "Научный руководитель: д.с.-х.н., профессор Шалкаров Ж.Т.\n\nАстана, 2031"
    ),
    "c": (
        "Жетысуский аграрный университет\n\nДИПЛОМНАЯ РАБОТА\n\nна тему: «{ru}»\n\n"
        "Выполнил: студент 4 курса Ветлугин О.П.\n\nНаучный руководитель: Шалкаров Ж.Т.\n\nТалдыкорган, 2031 г."
    ),
    "d": (
        "{EN}\n\nby\n\nOlga Vetlugina\n\nA thesis submitted in partial fulfilment of the requirements for the degree\n"
        "of Master of Arts in Rural Studies\n\nSchool of Bees, University of the Hills\n\n"
        "Supervisor: Dr. Zhan Shalkar\n\nMay 2031"
    ),
}
AUTHOR = {"a": "Шалқаров Жандос Төлеуұлы", "b": "Ветлугин Олег Петрович", "c": "Ветлугин О.П.", "d": "Olga Vetlugina"}
SUPERVISOR = {"a": "Ветлугин", "b": "Шалкаров", "c": "Шалкаров", "d": "Shalkar"}


def thesis(page: str) -> str:
    """A thesis in plain text, its title in capitals over several lines where it is English."""
    lang: Lang = "kk" if page == "a" else "en" if page == "d" else "ru"
    capitals = wrapped(TITLE["en"].upper(), 30)
    first, second, third = BODIES["bees"][lang]
    labels = {
        "kk": ("НОРМАТИВТІК СІЛТЕМЕЛЕР", "КІРІСПЕ", "ҚОРЫТЫНДЫ", "Түйін сөздер"),
        "ru": ("НОРМАТИВНЫЕ ССЫЛКИ", "ВВЕДЕНИЕ", "ЗАКЛЮЧЕНИЕ", "Ключевые слова"),
        "en": ("DECLARATION", "CHAPTER ONE\nINTRODUCTION", "CHAPTER TWO\nCONCLUSION", "Keywords"),
    }[lang]
    return (
        PAGES[page].format(**TITLE, EN=capitals)
        + f"\n\n{labels[0]}\n\n{wrapped(third)}\n\nАННОТАЦИЯ\n\n{wrapped(ABSTRACTS['bees']['ru'])}\n\n"
        + f"{labels[3]}: {', '.join(KEYWORDS['bees'][lang])}.\n\n"
        + f"{labels[1]}\n\n{wrapped(first)}\n\n{labels[2]}\n\n{wrapped(second)}\n\n"
        + "REFERENCES\n\n1. Ветлугин О.П. Мосты и люди. – 2019. – 40 с.\n2. Shalkarova Zh. Honey. – 2020. – P. 3–9.\n\n"
        + f"APPENDIX A. QUESTIONS\n\n{wrapped(third)}\n"
    )


@pytest.mark.parametrize("page", list(PAGES))
def test_title_pages(page: str, tmp_path: Path) -> None:
    """Title, author, institution and year; the supervisor is shown and is no author."""
    lang = "kk" if page == "a" else "en" if page == "d" else "ru"
    found = only(corpus(tmp_path, {"a.txt": thesis(page)}))
    assert (found.kind, found.lang, found.year) == ("thesis", lang, 2031)
    assert found.titles == {lang: TITLE["en"].upper() if page == "d" else TITLE[lang]}
    assert [author.name for author in found.authors] == [AUTHOR[page]]
    assert SUPERVISOR[page] in " ".join(block.text for block in found.others)
    place = (found.authors[0].affiliation or "").casefold()
    assert any(word in place for word in ("академиясы", "университет", "university"))
    assert TITLE["ru"].casefold() not in place


@pytest.mark.parametrize("page", list(PAGES))
def test_parts_of_a_thesis_in_plain_text(page: str, tmp_path: Path) -> None:
    """Sections, an abstract, keywords, references, and what is annexed behind them."""
    found = only(corpus(tmp_path, {"a.txt": thesis(page)}))
    headings = [(block.level, block.text) for block in found.blocks if block.kind == "heading"]
    assert [level for level, _ in headings] == [2, 2, 2, 2]
    assert headings[-1][1] == "APPENDIX A. QUESTIONS"
    assert text_of(found.abstracts["ru"]) == ABSTRACTS["bees"]["ru"]
    assert list(found.keywords.values()) == [KEYWORDS["bees"][found.lang]]
    assert len(found.references) == 2


@pytest.mark.parametrize(
    ("head", "keywords"),
    [
        ("AŃDATPA", "Tirek sózder"),
        ("Ańdatpa", "Kilt sözder"),
        ("Tüiındeme", "TÜIIN SÖZDER"),
        ("AŊDATPA", "Túıin sózder"),
    ],
)
@pytest.mark.parametrize("run_in", [False, True])
def test_abstract_in_latin_kazakh(head: str, keywords: str, run_in: bool, tmp_path: Path) -> None:
    """Its label, its list of keywords and its own text; also in one paragraph."""
    text = (
        "Bul maqalada taý bókterindegi omartalardyń balyn baǵalaý joldary qarastyrylady. Jumystyń negizgi maqsaty – "
        "omartashylarǵa túsinikti ádis usyný. Zertteý nátijeleri úsh aýdanda tekserildi jáne qoldanylady."
    )
    latin = f"{head}: {wrapped(text)}" if run_in else f"{head}\n\n{wrapped(text)}"
    article = front("bees", "ru") + f"{latin}\n\n{keywords}: omarta, bal, taý\n\n" + body("bees", "ru")
    found = only(corpus(tmp_path, {"a.txt": article}))
    assert text_of(found.abstracts["kk"]) == text
    assert found.keywords["kk"] == ("omarta", "bal", "taý")


@pytest.mark.parametrize(
    "masthead",
    [
        "Журнал входит в перечень изданий для публикации результатов диссертаций на соискание степени",
        "Материалы статьи вошли в журнал; автореферат диссертации опубликован отдельно",
    ],
)
def test_what_speaks_of_theses_is_none(masthead: str, tmp_path: Path) -> None:
    """A journal's first page, and the abstract of an article about theses."""
    text = front("bees", "ru").replace("Аннотация\n", "Аннотация\nМагистерская диссертация автора легла в основу. ")
    found = only(corpus(tmp_path, {"a.txt": f"{masthead}\n\n\n{text}{body('bees', 'ru')}"}))
    assert found.kind == "article"
