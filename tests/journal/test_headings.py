"""Headings: their levels by number and label, the words that count parts, and what is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.records import Lang
from tests.journal.tools import BODIES, SECTIONS, blocks, corpus, front, only, wrapped

LANGS: list[Lang] = ["kk", "ru", "en"]
INTRODUCTION: dict[Lang, str] = {"kk": "Кіріспе", "ru": "Введение", "en": "Introduction"}
RESULTS: dict[Lang, str] = {"kk": "Нәтижелер мен талқылау", "ru": "Результаты и обсуждение", "en": "Results"}
CONCLUSION: dict[Lang, str] = {"kk": "Қорытынды", "ru": "Заключение", "en": "Conclusion"}
PLAIN: dict[Lang, str] = {"kk": "Жол бойындағы омарталар", "ru": "Пасеки вдоль дороги", "en": "Apiaries along the road"}


def article(lang: Lang, *headings: str, topic: str = "bees") -> str:
    """An article with a paragraph under each heading."""
    texts = [BODIES[topic][lang][i % 3] for i in range(len(headings))]
    parts = (f"{heading}\n\n{wrapped(text)}\n\n" for heading, text in zip(headings, texts, strict=True))
    return front(topic, lang) + "".join(parts)


def levels(folder: Path, text: str, name: str = "a.txt") -> list[tuple[int, str]]:
    found = only(corpus(folder, {name: text}))
    return [(block.level, block.text) for block in found.blocks if block.kind == "heading"]


@pytest.mark.parametrize("lang", LANGS)
def test_numbers_give_levels_where_the_sections_are_numbered(lang: Lang, tmp_path: Path) -> None:
    """Components and one; a single number is a section beside `1. Introduction`."""
    first, last, plain = INTRODUCTION[lang], CONCLUSION[lang], PLAIN[lang]
    headings = [f"1. {first}", f"2. {plain}", f"2.1 {plain}", f"2.1.1 {plain}", f"2.2. {plain}", f"3. {last}"]
    expected = list(zip([2, 2, 3, 4, 3, 2], headings, strict=True))
    assert levels(tmp_path, article(lang, *headings)) == expected


@pytest.mark.parametrize("lang", LANGS)
def test_numbers_under_a_section_without_one(lang: Lang, tmp_path: Path) -> None:
    """`1. …` under `Results and discussion` counts what that section holds."""
    headings = [INTRODUCTION[lang], RESULTS[lang], f"1. {PLAIN[lang]}", CONCLUSION[lang]]
    assert levels(tmp_path, article(lang, *headings)) == list(zip([2, 2, 3, 2], headings, strict=True))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("number", ["", "1. "])
def test_sections_with_names_of_their_own(number: str, lang: Lang, tmp_path: Path) -> None:
    """Between an introduction and a conclusion and under no section with a fixed name they are sections."""
    headings = [INTRODUCTION[lang], number + PLAIN[lang], CONCLUSION[lang]]
    assert levels(tmp_path, article(lang, *headings)) == list(zip([2, 2, 2], headings, strict=True))


@pytest.mark.parametrize("lang", LANGS)
def test_levels_of_an_ocr_tool(lang: Lang, tmp_path: Path) -> None:
    """A label is a section whatever the marks; no level is skipped; numbers decide."""
    marked = [
        f"# {INTRODUCTION[lang]}", f"#### {RESULTS[lang]}", f"###### {PLAIN[lang]}", f"# 1.1.1 {PLAIN[lang]}",
        f"**{CONCLUSION[lang]}**",
    ]  # fmt: skip
    found = levels(tmp_path, article(lang, *marked), "a.md")
    assert [level for level, _ in found] == [2, 2, 3, 4, 2]


@pytest.mark.parametrize("lang", LANGS)
def test_marked_levels_count_from_the_sections(lang: Lang, tmp_path: Path) -> None:
    """Where all known sections have one level, the others stand as far from it as they are marked."""
    marked = [f"### {INTRODUCTION[lang]}", f"### {PLAIN[lang]}", f"#### {PLAIN[lang]}", f"### {CONCLUSION[lang]}"]
    assert [level for level, _ in levels(tmp_path, article(lang, *marked), "a.md")] == [2, 2, 3, 2]


@pytest.mark.parametrize(
    ("lines", "heading"),
    [
        ("CHAPTER ONE\nBEES OF THE HILLS", "CHAPTER ONE BEES OF THE HILLS"),
        ("CHAPTER TWO\n\nMETHODOLOGY", "CHAPTER TWO METHODOLOGY"),
        ("Chapter 3\n\nMethodology", "Chapter 3 Methodology"),
        ("ГЛАВА 1.\nПАСЕКИ ПРЕДГОРИЙ\nИ ИХ УЧЁТ", "ГЛАВА 1. ПАСЕКИ ПРЕДГОРИЙ И ИХ УЧЁТ"),
        ("Глава 2.\n\nУчёт пасек и мёда", "Глава 2. Учёт пасек и мёда"),
        ("Глава 2. Учёт пасек и мёда", "Глава 2. Учёт пасек и мёда"),
        ("ГЛАВА 3. Учёт пасек и мёда", "ГЛАВА 3. Учёт пасек и мёда"),
        ("1-ТАРАУ.\nТАУ ЕТЕГІНДЕГІ ОМАРТАЛАР", "1-ТАРАУ. ТАУ ЕТЕГІНДЕГІ ОМАРТАЛАР"),
        ("1 ТАРАУ. Тау етегіндегі омарталар", "1 ТАРАУ. Тау етегіндегі омарталар"),
        ("I БӨЛІМ\n\nКІРІСПЕ", "I БӨЛІМ КІРІСПЕ"),
        ("РАЗДЕЛ II\nВВЕДЕНИЕ", "РАЗДЕЛ II ВВЕДЕНИЕ"),
        ("APPENDIX A. QUESTIONS TO BEEKEEPERS", "APPENDIX A. QUESTIONS TO BEEKEEPERS"),
        ("Appendix B. Questions to beekeepers", "Appendix B. Questions to beekeepers"),
        ("ҚОСЫМША 1", "ҚОСЫМША 1"),
        ("1-қосымша", "1-қосымша"),
        ("Приложение А", "Приложение А"),
        ("ПРИЛОЖЕНИЕ Б – Вопросы пасечникам", "ПРИЛОЖЕНИЕ Б – Вопросы пасечникам"),
    ],
)
def test_words_that_count_parts(lines: str, heading: str, tmp_path: Path) -> None:
    """The word, its number and the title below are one heading of level 2."""
    lang: Lang = "en" if lines.isascii() else "kk" if set(lines.casefold()) & set("әіңғүұқөһ") else "ru"
    text = article(lang, INTRODUCTION[lang], lines, CONCLUSION[lang])
    assert (2, heading) in levels(tmp_path, text)


@pytest.mark.parametrize(
    "line",
    [
        "Глава 2 посвящена учёту пасек в предгорьях и тому, кто его ведёт.",
        "Часть 2 статьи 15 закона говорит о том же и требует того же учёта.",
        "Приложение к закону перечисляет виды пасек, о которых здесь речь.",
        "Part 2 of the law speaks of the same apiaries and asks for the same.",
    ],
)
def test_sentences_that_begin_with_such_words(line: str) -> None:
    """No heading: they name a part of something else."""
    found = blocks(f"{wrapped(BODIES['bees']['ru'][0])}\n\n{line}\n\n{wrapped(BODIES['bees']['ru'][1])}")
    assert [block.kind for block in found] == ["paragraph"] * 3


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("number", ["4.1.", "2.1.1"])
def test_numbered_heading_over_two_lines(number: str, lang: Lang) -> None:
    """However long, it goes on in small letters and has no end."""
    title = f"{number} {PLAIN[lang]} {PLAIN[lang].casefold()} {PLAIN[lang].casefold()} {PLAIN[lang].casefold()}"
    first, second = BODIES["bees"][lang][:2]
    found = blocks(f"{wrapped(first)}\n\n{wrapped(title)}\n\n{wrapped(second)}")
    assert [(block.kind, block.text) for block in found] == [
        ("paragraph", first), ("heading", title), ("paragraph", second),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "Прочее 3 10 13",
        "61 % 27 % 12 %",
        "R2 0,31 0,38 0,27",
        "Айнымалы (1) жыл бойы (2) жаз (3) қыс",
        "Қаң Ақп Нау Сәу Мам Мау Шіл Там",
        "ОМ – омарта меңгерушісі",
        "12 наурыз",
        "А.Б. Шалқарова, омарташы",
        "Авторы благодарят пасечников:",
        "Таблица 4.1 Пасеки по районам",
        "Рис. 2. Пасеки по районам",
        "Fig. 3. Apiaries by district",
    ],
)
@pytest.mark.parametrize("lang", LANGS)
def test_short_lines_that_are_no_heading(line: str, lang: Lang) -> None:
    """Rows of a table or a figure, abbreviations, dates, signatures, openers, captions."""
    found = blocks(f"{wrapped(BODIES['bees'][lang][0])}\n\n{line}\n\n{wrapped(BODIES['bees'][lang][1])}")
    assert [block.kind for block in found if block.text == line] in (["paragraph"], ["caption"], ["item"])


@pytest.mark.parametrize("lang", LANGS)
def test_labels_of_theses_and_of_other_journals(lang: Lang, tmp_path: Path) -> None:
    """Sections by their words alone."""
    names: dict[Lang, list[str]] = {
        "kk": ["НОРМАТИВТІК СІЛТЕМЕЛЕР", "Белгілеулер мен қысқартулар", "Қаржыландыру туралы ақпарат"],
        "ru": ["НОРМАТИВНЫЕ ССЫЛКИ", "Обозначения и сокращения", "Результаты и их обсуждение"],
        "en": ["DECLARATION", "List of abbreviations", "Funding information"],
    }
    headings = [SECTIONS[lang][0], *names[lang], SECTIONS[lang][2]]
    assert levels(tmp_path, article(lang, *headings)) == [(2, heading) for heading in headings]


@pytest.mark.parametrize("lang", LANGS)
def test_numbered_heading_that_ends_in_a_full_stop(lang: Lang, tmp_path: Path) -> None:
    """Over a paragraph; the same form in a list is an item."""
    lead: dict[Lang, str] = {
        "kk": "2.1. Көктемгі жұмыстар.",
        "ru": "2.1. Весенние работы.",
        "en": "2.1. Work in spring.",
    }
    text = article(lang, f"1. {INTRODUCTION[lang]}", f"2. {RESULTS[lang]}", lead[lang], f"3. {CONCLUSION[lang]}")
    assert (3, lead[lang]) in levels(tmp_path, text)


@pytest.mark.parametrize(("lang", "heading"), [("kk", "§ 1. Тау етегіндегі омарталар"), ("ru", "§ 2.1 Пасеки и мёд")])
def test_headings_with_a_sign_of_section(lang: Lang, heading: str, tmp_path: Path) -> None:
    """Under a chapter they are its sections."""
    chapter = {"kk": "1-ТАРАУ. ОМАРТАЛАР", "ru": "ГЛАВА 1. ПАСЕКИ"}[lang]
    found = levels(tmp_path, article(lang, INTRODUCTION[lang], chapter, heading))
    assert found[1:] == [(2, chapter), (3, heading)]


@pytest.mark.parametrize("lang", LANGS)
def test_second_line_of_a_marked_heading(lang: Lang, tmp_path: Path) -> None:
    """An OCR tool marks the first line only."""
    marked = f"## 2.1 {PLAIN[lang]}\n{PLAIN[lang].casefold()}"
    found = levels(tmp_path, article(lang, f"# {INTRODUCTION[lang]}", marked, f"# {CONCLUSION[lang]}"), "a.md")
    assert found[1] == (3, f"2.1 {PLAIN[lang]} {PLAIN[lang].casefold()}")


@pytest.mark.parametrize("lang", LANGS)
def test_appendix_behind_the_references(lang: Lang, tmp_path: Path) -> None:
    """It is a section of the text, and no reference."""
    references = {"kk": "Әдебиеттер", "ru": "Литература", "en": "References"}[lang]
    appendix = {"kk": "ҚОСЫМША 1", "ru": "ПРИЛОЖЕНИЕ А", "en": "APPENDIX A. QUESTIONS"}[lang]
    listed = "1. Ветлугин О.П. Мосты и люди. – 2019. – 40 с.\n2. Shalkarova Zh. Honey. – 2020. – P. 3–9.\n\n"
    text = article(lang, INTRODUCTION[lang], CONCLUSION[lang]) + f"{references}\n\n{listed}"
    found = only(corpus(tmp_path, {"a.txt": f"{text}{appendix}\n\n{wrapped(BODIES['bees'][lang][2])}\n"}))
    assert len(found.references) == 2
    assert [block.text for block in found.blocks][-2:] == [appendix, BODIES["bees"][lang][2]]


def test_numbered_section_is_no_footnote(tmp_path: Path) -> None:
    """Its number is that of an affiliation on the same page."""
    first, second, third = BODIES["bees"]["en"]
    title = "BEES OF THE HILLS\n\nZhan T. Shalkar¹ and Olga P. Vetlugina²\n\n¹ School of Bees\n² School of Bridges\n\n"
    pages = [f"1 INTRODUCTION\n\n{wrapped(first)}", wrapped(second), f"2 METHODS\n\n{wrapped(third)}"]
    found = levels(tmp_path, title + "\f".join(f"{page}\n\n{number}\n" for number, page in enumerate(pages, 7)))
    assert found == [(2, "1 INTRODUCTION"), (2, "2 METHODS")]
