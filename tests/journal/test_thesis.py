"""Theses and other Markdown dumps."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.markdown import looks_like_markdown, markdown_blocks
from journal.records import Block
from tests.journal.tools import ABSTRACTS, BODIES, KEYWORDS, corpus, desk, entries, lines, only, text_of

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


def test_heading_of_the_references_is_told(tmp_path: Path) -> None:
    """Its own words are not on the page, so the report has them."""
    report = corpus(tmp_path, {"a.md": THESIS}).report
    assert [e.before for e in entries(report, "clean") if "references" in e.why] == [
        "ҚОЛДАНЫЛҒАН ДЕРЕККӨЗДЕРДІҢ ТІЗІМІ"
    ]


def markdown(text: str) -> tuple[Block, ...]:
    return markdown_blocks(lines(text), "a.md", desk())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Кіріспе", [("heading", "Кіріспе", 2, "")]),
        ("#### Terms", [("heading", "Terms", 4, "")]),
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
