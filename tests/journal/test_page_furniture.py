"""Running heads that come again and page numbers in all their forms: found where pages end, and nothing else."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.cleaning.furniture import remove_furniture
from journal.cleaning.issue_lines import read_issue_line
from journal.cleaning.page_numbers import read_number, read_roman
from journal.cleaning.pages import numbers_at_foot, page_at
from journal.records import LANGS, Facts, Lang
from journal.report import Report
from journal.signs import labels
from journal.signs.spellings import Spellings, apart, letters_of, said_before
from tests.journal.tools import BODIES, TITLES, article, entries, lines, wrapped

PAGE = 23  # lines of text a page
NAMES: dict[Lang, str] = {"kk": "Е.Ж. Тоғызов, А.С. Бесова", "ru": "Е.Ж. Тогузов, А.С. Бесова", "en": "E.Zh. Togyzov"}


def prose(lang: Lang, times: int = 7) -> list[str]:
    """A long text of one language whose lines end inside sentences, no two of its passages alike."""
    letters = "абвгдежзиклмнопрст" if lang != "en" else "abcdefghijklmnopqr"
    texts = [text.split() for topic in BODIES for text in BODIES[topic][lang]]
    words = [
        f"{word} {letters[turn] * 3}{letters[i // 7 % 18]}{letters[i // 100]}" if i % 7 == 6 else word
        for turn in range(times)
        for i, word in enumerate(word for text in texts for word in text)
    ]
    return wrapped(" ".join(words), 66).split("\n")


def chapter(lang: Lang, turn: int) -> list[str]:
    """Whole sentences, about twenty lines; of another order for each `turn`."""
    texts = [text for topic in BODIES for text in BODIES[topic][lang]]
    return wrapped(" ".join([*texts[turn % 6 :], *texts[: turn % 6]]), 66 + turn % 5).split("\n")


def printed(text: list[str], heads: list[list[str]], number: str = "{}", first: int = 45, gap: int = 0) -> list[str]:
    """`text` on pages: each ends with its number, the next begins with one of `heads`; `gap` blank lines between."""
    out: list[str] = []
    for page, start in enumerate(range(0, len(text), PAGE)):
        out += text[start : start + PAGE] + [""] * gap
        out += [number.format(first + page)] if number else []
        if start + PAGE < len(text):
            out += heads[page % len(heads)] + [""] * gap
    return out


def dropped(text: list[str]) -> tuple[list[str], Facts, list[int]]:
    """(lines dropped, facts, page numbers); every dropped line is in the report."""
    report = Report()
    clean = lines("\n".join(text))
    kept, facts, marks = remove_furniture(clean, "a.txt", labels.load(), report)
    gone = [line.text for line, left in zip(clean, kept, strict=True) if line.text and not left.text]
    assert gone == [entry.before for entry in entries(report, "drop")]
    return gone, facts, [mark.number for mark in marks]


NUMBERS = ["{}", "- {} -", "– {} –", "{} | Page", "{} | P a g e", "Page {} of 300", "{} бет", "стр. {}", "Бет | {}"]


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("lang", LANGS)
def test_page_numbers_in_any_form(lang: Lang, number: str) -> None:
    """They rise by one a page and stand in the middle of sentences; no head is needed."""
    text = prose(lang)
    gone, _, marks = dropped(printed(text, [[]], number))
    assert marks == list(range(45, 45 + len(marks)))
    assert gone == [number.format(mark) for mark in marks]
    assert len(marks) == -(-len(text) // PAGE)


HEADS: list[tuple[list[list[str]], Facts]] = [
    ([["ДАЛА ҚҰҚЫҒЫ ЖӘНЕ ҚОҒАМ"]], Facts()),
    ([["Дала хабаршысы"]], Facts("Дала хабаршысы")),
    ([["Степное право"], ["2031. № 4 (38)", "УГОЛОВНОЕ ПРАВО"]], Facts(year=2031, issue="4(38)")),
    (
        [["«ДАЛА» ғылыми-танымдық журналы, 2031 ж., № 2"]],
        Facts("«ДАЛА» ғылыми-танымдық журналы", None, 2031, None, "2"),
    ),
    ([["Дала құқығы хабаршысы. №3 (91). 2031"]], Facts("Дала құқығы хабаршысы", None, 2031, None, "3(91)")),
    ([["Вып. 3 (27), 2031 год"], ["ВЕСТНИК СТЕПИ"]], Facts("ВЕСТНИК СТЕПИ", None, 2031, None, "3(27)")),
    ([["Dala Studies, Vol. 6, Issue 2 (2031)"]], Facts("Dala Studies", None, 2031, "6", "2")),
    ([["Том 29, № 1"]], Facts(volume="29", issue="1")),
    ([["Д А Л А   Ш О Л У Ы"], ["www.dala.example.kz"]], Facts()),
    ([["«ДАЛА ОҚУЛАРЫ – 2031» атты халықаралық ғылыми", "конференциясының материалдары"]], Facts(year=2031)),
    ([["Пасеки предгорий: о мёде и цветах"], ["А.С. Бесова"]], Facts()),
]


@pytest.mark.parametrize(("heads", "facts"), HEADS)
@pytest.mark.parametrize("gap", [0, 1, 2])
@pytest.mark.parametrize("lang", LANGS)
def test_lines_that_come_again_at_page_ends(lang: Lang, gap: int, heads: list[list[str]], facts: Facts) -> None:
    """Left and right heads, rubrics, issues, titles: all of them go, all of the text stays, what they tell is kept."""
    text = prose(lang)
    whole = printed(text, heads, gap=gap)
    gone, found, marks = dropped(whole)
    assert gone == [" ".join(line.split()) for line in whole if line and line not in text]
    assert marks == list(range(45, 45 + len(marks)))
    assert found == facts


@pytest.mark.parametrize("lang", LANGS)
def test_heads_that_a_scan_misread(lang: Lang) -> None:
    """A letter off does not make another line."""
    heads = [["Дала хабаршысы мен қоғамы"], ["Дала хабаршысы мен коғамы"], ["Дала хабаршьсы мен қоғамы"]]
    text = prose(lang)
    assert [line for line in printed(text, heads) if line not in text] == dropped(printed(text, heads))[0]


@pytest.mark.parametrize("lang", LANGS)
def test_head_of_one_page_is_the_title_or_the_authors(lang: Lang) -> None:
    """It stands once, in the middle of a sentence at a page number, and was said before; what was not said stays."""
    title, names = TITLES["bees"][lang][:36].strip(), NAMES[lang]
    text = [line.replace(".", "").lower() for line in prose(lang)]
    heads = [["Dala Bulletin"], [title], ["Dala Bulletin"], [names], *[["Dala Bulletin"]] * 9]
    gone, _, _ = dropped([TITLES["bees"][lang], names, "", *printed(text, heads)])
    assert title in gone
    assert names in gone
    assert gone.count(title) == gone.count(names) == 1
    gone, _, _ = dropped([*text[:5], *printed(text, heads)])
    assert title not in gone


@pytest.mark.parametrize("lang", LANGS)
def test_numbers_in_the_lines_of_heads(lang: Lang) -> None:
    """`204 A. Author` and `On something 205`: the head goes, its number is the page's."""
    text = prose(lang)
    whole: list[str] = []
    for page, start in enumerate(range(0, len(text), PAGE), 203):
        head = f"{page} {NAMES[lang]}" if page % 2 else f"{TITLES['bees'][lang]} {page}"
        whole += [head] * (start > 0) + text[start : start + PAGE]
    gone, _, marks = dropped(whole)
    assert len(gone) >= len(text) // PAGE - 2  # where a page ends with a sentence, the head is in doubt
    assert all(number in range(204, 220) for number in marks)
    assert not set(gone) & set(text)


def test_form_feeds_and_lost_numbers() -> None:
    """Pages marked by form feeds, half of them without a number: the pages between are estimates."""
    text = prose("ru")
    whole: list[str] = []
    for page, start in enumerate(range(0, len(text), PAGE), 7):
        whole += ["\fСтепной обзор права", text[start], *text[start + 1 : start + PAGE]]
        whole += [str(page)] if page % 2 else []
    gone, _, marks = dropped(whole)
    assert marks == [page for page in range(7, 7 + len(whole) // PAGE + 1) if page % 2][: len(marks)]
    assert set(gone) == {"Степной обзор права", *map(str, marks)}
    kept, _, found = remove_furniture(lines("\n".join(whole)), "a.txt", labels.load(), Report())
    page = page_at(found[1].line - 1, found, numbers_at_foot(kept, found))
    assert not page or not page.exact


def test_roman_pages_are_no_pages_of_the_journal() -> None:
    """i, ii, iii before page 1 go; no line before it has a page."""
    text = prose("en")
    roman = [line for i, start in enumerate((0, 10, 20)) for line in [*text[start : start + 10], "", "i" * (i + 1), ""]]
    clean = lines("\n".join([*roman, *printed(text[30:], [[]], first=1, gap=1)]))
    kept, _, marks = remove_furniture(clean, "a.txt", labels.load(), Report())
    assert [mark.number for mark in marks][:5] == [0, 0, 0, 1, 2]
    assert page_at(1, marks, at_foot=True) is None
    first = page_at(next(line.number for line in kept if line.text == text[30]), marks, at_foot=True)
    assert first
    assert (first.number, first.exact) == (1, True)


TABLE = "Аудан|2019|2020|2021|Өзенді|45|46|47|Таулы|48|49|50|Жазық|51|52|53|Барлығы|54|55|56".split("|")
TEXTS_WITH_NUMBERS: dict[str, list[str]] = {
    "a flattened table": [line for cell in TABLE for line in (cell, "")],
    "rows of long cells": [line for i in range(8) for line in (str(i + 1), *chapter("kk", i)[:4], "")],
    "years as headings": [line for i in range(5) for line in (str(2019 + i), "", *chapter("ru", i), "")],
    "sections with lone numbers": [line for i in range(5) for line in (str(i + 1), "", *chapter("en", i), "")],
    "chapters on new pages": [
        line
        for i in range(4)
        for line in (
            f"\f{i + 1}",
            "ПЧЁЛЫ",
            *chapter("ru", i),
            f"\f{chapter('ru', i + 1)[0]}",
            *chapter("ru", i + 1)[1:],
        )
    ],
    "numbered headings": [line for i in range(1, 7) for line in (f" {i} Бөлім атауы осындай", *chapter("kk", i))],
    "tails of references": [
        line
        for i in range(1, 9)
        for line in (
            f"{i}. Бесов А.С. Ульи и люди // Степной вестник.",
            f"– 203{i}. – № {i}. – С. 2{i}–3{i}.",
            f"{i}. Togyzov E. Hives //",
            "Dala Review. 2031. № 4.",
        )
    ],
    "a law on a line of its own": [
        line for i in range(4) for line in (*chapter("ru", i), "Закон Республики Казахстан № 235, 2014 г.")
    ],
    "sections that come again": [
        line
        for i in range(4)
        for line in ("Қорытынды", *chapter("kk", i), "Бақылау нәтижелері туралы", "", *chapter("kk", i + 1))
    ],
    "a row of a table on each page": [
        line
        for i in range(4)
        for line in ("Көрсеткіш атауы", "Өлшем бірлігі", f"Омарта {i}", f"{i}7", "\f Ұя саны", f"{i}3")
    ],
}


@pytest.mark.parametrize("kind", TEXTS_WITH_NUMBERS)
def test_numbers_and_lines_that_are_text(kind: str) -> None:
    """What has no page structure loses nothing, however often it comes again and however its numbers rise."""
    assert dropped([*chapter("kk", 0), "", *TEXTS_WITH_NUMBERS[kind], "", *chapter("ru", 0)])[0] == []


def test_text_at_page_ends_stays() -> None:
    """Beside page numbers: a section of several articles, a table's head, a caption, an article's title and authors."""
    text = prose("kk")
    starts = [
        ["Зерттеу аясы туралы"],
        ["Кесте 1. Балдың сапасы"],
        ["Көрсеткіш", "2030"],
        [NAMES["kk"], "БАЛ ЖӘНЕ ГҮЛ"],
        ["Қорытынды"],
    ]
    ends = ["Ара ұйықтады.", "Гүл жабылды.", "Су тынды.", "Жел басылды.", "Кеш түсті.", "Күн батты.", "Үй тынды."]
    cut: list[str] = []
    for start, end in zip(range(0, len(text), PAGE), ends, strict=True):
        cut += [*text[start : start + PAGE - 1], f"Осымен бет аяқталды, сөйлем де бітті. {end}"]
    gone, _, marks = dropped(printed(cut, starts, gap=1, number="- {} -"))
    assert gone == [f"- {mark} -" for mark in marks]
    assert marks


@pytest.mark.parametrize("lang", LANGS)
def test_text_that_is_printed_twice_stays(lang: Lang) -> None:
    """A copy has the same lines at the same page ends: they are no heads."""
    text = prose(lang)
    whole = printed(text, [[]])
    assert not set(dropped([*whole, *whole])[0]) & set(text)


@given(st.integers(0, 10**6), st.sampled_from(LANGS), st.integers(0, 2))
def test_only_lines_at_page_ends_are_dropped(seed: int, lang: Lang, gap: int) -> None:
    """Whatever is printed around it, no line between a page's first and last is dropped; nor is any of plain text."""
    chance = random.Random(seed)
    text = chance.choice([prose(lang), [line for topic in BODIES for line in article(topic, lang).split("\n")]])
    heads = [chance.choice(HEADS)[0][0] for _ in range(chance.randint(1, 3))]
    gone, _, _ = dropped(printed(text, heads, chance.choice([*NUMBERS, ""]), chance.randint(1, 300), gap))
    plain = {" ".join(line.split()) for line in text}
    assert not [line for line in gone if line in plain and not re.fullmatch(r"\d+", line)]
    assert dropped(text)[0] == []


@pytest.mark.parametrize(
    ("text", "facts", "page"),
    [
        (
            "ISSN 1234-5679, eISSN 1234-568X Дала хабаршысы. №3 (91). 2031 https://dala.example.kz",
            Facts("Дала хабаршысы", "1234-5679", 2031, None, "3(91)"),
            None,
        ),
        ("Dala Studies. No. 2(66), 2031 58", Facts("Dala Studies", None, 2031, None, "2(66)"), 58),
        ("57 Дала хабаршысы 2031/3(12)", Facts("Дала хабаршысы", None, 2031, None, "3(12)"), 57),
        ("Степной вестник. Том 12. Выпуск 3. 2031", Facts("Степной вестник", None, 2031, "12", "3"), None),
        ("3-шығарылым, 2031 ж.", Facts(None, None, 2031, None, "3"), None),
        ("«Право и закон», № 3, 2031", Facts("«Право и закон»", None, 2031, None, "3"), None),
        ("Закон Республики Казахстан № 235, 2014 г.", None, None),
        ("ҚР Үкіметінің қаулысы, 2014 жыл, № 12", None, None),
        ("2017 года № 11 «О некоторых вопросах практики по применению", None, None),
        ("– 2031. – № 2. – С. 86–97.", None, None),
        ("Об этом писал вестник № 3 за 2031 год в статье о мостах", None, None),
        ("Ульи // Степной вестник. 2031. № 3", None, None),
    ],
)
def test_lines_that_name_an_issue(text: str, facts: Facts | None, page: int | None) -> None:
    """In any order, with addresses and page numbers; laws, references and sentences are none."""
    line = read_issue_line(text)
    assert (line is not None and line.sure) == (facts is not None)
    if line and facts:
        told = {key: str(value) for key in Facts.__slots__ if (value := getattr(facts, key)) is not None}
        assert (dict(line.facts), line.page) == (told, page)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("46", 46),
        ("- 12 -", 12),
        ("12 | Page", 12),
        ("12-бет", 12),
        ("12.", None),
        ("[12]", None),
        ("12 348", None),
        ("1,5", None),
    ],
)
def test_forms_of_page_numbers(text: str, number: int | None) -> None:
    printed_number = read_number(text)
    assert (printed_number.number if printed_number else None) == number


@pytest.mark.parametrize(
    ("text", "number"), [("i", 1), ("iv", 4), ("- ix -", 9), ("xiv", 14), ("I", None), ("in", None)]
)
def test_roman_numbers(text: str, number: int | None) -> None:
    assert read_roman(text) == number


def test_spellings_of_one_line() -> None:
    """A misread letter in twelve, digits, case and spaces do not count; another word does."""
    spellings = Spellings()
    one = spellings.group(letters_of("Д А Л А  хабаршысы 46"))
    assert spellings.group(letters_of("Дала хабаршьсы")) == one
    assert spellings.group(letters_of("Дала жаршысы")) != one
    assert apart("абвгдежзиклмн", "абвгдежзиклмн") == 0
    assert said_before(
        ["Пасеки предгорий", "и качество мёда", "Бесова А.С.", "Пасеки предгорий и", "А.С. Бесова", "Ульи"], [3, 4, 5]
    ) == {3, 4}
