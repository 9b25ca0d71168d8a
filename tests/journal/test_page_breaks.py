"""Markdown dumps: paragraphs that a page break cut in two, headings without marks, links, printed contents."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.desk import Desk
from journal.paragraphs.markdown import markdown_blocks
from journal.records import Block
from tests.journal.test_thesis import THESIS
from tests.journal.tools import corpus, desk, entries, lines, only

HONEY = "Омарташылар жазда жиналған балды күзге дейін салқын жерде сақтайды"


def markdown(text: str, at: Desk | None = None) -> tuple[Block, ...]:
    return markdown_blocks(lines(text), "a.md", at or desk("қарым-қатынас"))


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        (HONEY, "және оны қыста сатады.", f"{HONEY} және оны қыста сатады."),
        (HONEY + ",", "содан кейін сатады.", f"{HONEY}, содан кейін сатады."),
        (HONEY, "17 500 келі бал сатылды.", f"{HONEY} 17 500 келі бал сатылды."),
        (HONEY, "(24 сағат бойы) тексереді.", f"{HONEY} (24 сағат бойы) тексереді."),
        (f"{HONEY}. Осы", "кезге дейін бәрі солай.", f"{HONEY}. Осы кезге дейін бәрі солай."),
        ("- туыстармен қарым-", "қатынастағы адамдар", "туыстармен қарым-қатынастағы адамдар"),
    ],
)
def test_page_break_inside_a_paragraph(first: str, second: str, whole: str) -> None:
    """No end before it and no beginning after it: one paragraph, and the report says so."""
    at = desk("қарым-қатынас")
    (block,) = markdown(f"{first}\n\n\n{second}", at)
    assert (block.text, block.span.last) == (whole, 4)
    (entry,) = entries(at.report, "page_break")
    assert (entry.line, entry.why) == (4, "a page break inside the paragraph")


def test_three_pages_of_one_paragraph() -> None:
    """A paragraph may be cut more than once."""
    (block,) = markdown(f"{HONEY}\n\nжәне қыста оны базарға апарып таныстарына\n\nарзан сатады.")
    assert block.text == f"{HONEY} және қыста оны базарға апарып таныстарына арзан сатады."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (HONEY + ".", "омарта – аралар тұратын ұялар жиыны."),
        (HONEY + ";", "ұя – аралардың үйі;"),
        (HONEY + ":", "балды сүзу"),
        ("омарта – тау етегінде қойылған аралар ұяларының жиыны", "ұя – аралардың үйі"),
        (HONEY, "Келесі жылы бәрі өзгерді."),
        (HONEY, "- балды сүзу"),
        (HONEY, "2. балды сүзу"),
        (HONEY, "2 Балды сүзу"),
        (HONEY, "## балды сүзу;"),
        (HONEY, "| а | ә |\n|---|---|\n| б | в |"),
        ("## " + HONEY, "және оны қыста сатады."),
        ("1-кесте – Бал үлгілері", "және оны қыста сатады."),
        ("| а | ә |\n|---|---|\n| б | в |", "және оны қыста сатады."),
        ("- балды сүзу,", "салқын жерге қою,"),
        ("Бал туралы ой", "бал сапасы"),
        ("ЖАЗДА ЖИНАЛҒАН БАЛДЫ САЛҚЫН ЖЕРДЕ САҚТАУ ТӘСІЛДЕРІ", "бакалавр дәрежесін алуға арналған"),
    ],
)
def test_two_blocks_stay_two(first: str, second: str) -> None:
    """A finished paragraph, an entry of a list of terms, a heading, a table, a marker: nothing is joined over them."""
    assert len(markdown(f"{first}\n\n{second}")) == 2


def test_numbered_heading_without_marks() -> None:
    """`3.1` between `3` and `3.2` is a heading, whatever the dump calls it."""
    text = f"## 3. ОМАРТАЛАР\n\n3.1 Тау етегіндегі омарталар\n\n{HONEY}.\n\n## 3.2 Бал сапасы"
    shape = [(block.kind, block.level) for block in markdown(text)]
    assert shape == [("heading", 2), ("heading", 3), ("paragraph", 0), ("heading", 3)]


@pytest.mark.parametrize("line", ["3.1 келі бал", "3.4 Тау етегіндегі омарталар", "3.1 Бал сатылды."])
def test_number_that_opens_a_paragraph(line: str) -> None:
    """A small letter, a number out of turn or a full stop is no heading."""
    text = f"## 3. ОМАРТАЛАР\n\n{line}\n\n{HONEY}.\n\n## 3.2 Бал сапасы"
    assert markdown(text)[1].kind == "paragraph"


def test_heading_of_a_printed_contents_goes_with_it(tmp_path: Path) -> None:
    """It is no section of the article."""
    found = only(corpus(tmp_path, {"a.md": THESIS}))
    assert (found.blocks[0].kind, found.blocks[0].rows[0]) == ("contents", ("МАЗМҰНЫ",))
    assert found.blocks[0].text.startswith("МАЗМҰНЫ КІРІСПЕ")
    assert "МАЗМҰНЫ" not in [block.text for block in found.blocks if block.kind == "heading"]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (r"Бал: https://bal.kz/a\\_b күні", "Бал: https://bal.kz/a_b күні"),
        (r"Бал: [https://bal.kz/a\\_b](https://bal.kz/a_b) күні", "Бал: https://bal.kz/a_b күні"),
        ("Бал: [bal.kz](https://bal.kz/1) күні", "Бал: bal.kz (https://bal.kz/1) күні"),
        ("Бал: <https://bal.kz/1> күні", "Бал: https://bal.kz/1 күні"),
        ("Бал [12](13) күні", "Бал [12](13) күні"),
        ("[1]: https://bal.kz", "[1]: https://bal.kz"),
    ],
)
def test_links_and_escapes(source: str, shown: str) -> None:
    """What only Markdown needs is gone; an address stays, once."""
    assert [block.text for block in markdown(source)] == [shown]


def test_unmarked_links_are_reported() -> None:
    """The report counts the lines whose marks were taken off."""
    at = desk()
    markdown("Бал: <https://bal.kz/1>\n\nБал: [bal.kz](https://bal.kz/1)", at)
    (entry,) = entries(at.report, "clean")
    assert (entry.line, entry.why) == (1, "marks of Markdown links and escapes, in 2 paragraphs")
