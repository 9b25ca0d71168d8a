"""Printed tables of contents in plain text and in Markdown without a table."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.paragraphs.markdown import markdown_blocks
from journal.records import Block, Lang
from tests.journal.tools import BODIES, article, blocks, corpus, desk, lines, wrapped

HEADS = ["МАЗМҰНЫ", "СОДЕРЖАНИЕ", "CONTENTS", "Table of contents", "МАЗМҰНЫ – СОДЕРЖАНИЕ – CONTENTS", "Оглавление:"]
LEADERS = [" ........ ", "..........", "\t", " ", " . . . . . . ", " …………… "]
ENTRIES: dict[Lang, list[tuple[str, str]]] = {
    "kk": [("КІРІСПЕ", "3"), ("1 ТАУ ЕТЕГІНДЕГІ ОМАРТАЛАР", "5"), ("1.1 Бал сапасы", "7"), ("ҚОРЫТЫНДЫ", "11")],
    "ru": [("ВВЕДЕНИЕ", "3"), ("1 ПАСЕКИ ПРЕДГОРИЙ", "5"), ("1.1 Качество мёда", "7"), ("ЗАКЛЮЧЕНИЕ", "11")],
    "en": [("Declaration", "ii"), ("Chapter One: Introduction", "1"), ("1.1 Honey", "2"), ("Conclusion", "11")],
}
LANGS: list[Lang] = ["kk", "ru", "en"]


def printed(entries: list[tuple[str, str]], leaders: str) -> str:
    return "\n".join(f"{title}{leaders}{page}" for title, page in entries)


def body(lang: Lang, heading: str) -> str:
    return f"{heading}\n\n{wrapped(BODIES['bees'][lang][0])}\n"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("head", "leaders"), list(zip(HEADS, LEADERS, strict=True)))
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_contents_under_their_heading(head: str, leaders: str, lang: Lang, gap: str) -> None:
    """One block with a row an entry; the heading is its first row, and the text behind is text."""
    entries = ENTRIES[lang]
    text = f"{head}{gap}{printed(entries, leaders).replace(chr(10), gap)}\n\n\n{body(lang, entries[-1][0])}"
    contents, heading, paragraph = blocks(text)
    assert (contents.kind, contents.rows) == ("contents", ((head,), *entries))
    assert contents.text == " ".join([head, *(f"{title} {page}" for title, page in entries)])
    assert (heading.kind, heading.text) == ("heading", entries[-1][0])
    assert (paragraph.kind, paragraph.text) == ("paragraph", BODIES["bees"][lang][0])


def test_contents_without_a_heading() -> None:
    """Dots that lead to numbers are enough."""
    text = f"{wrapped(BODIES['bees']['ru'][1])}\n\n{printed(ENTRIES['ru'], ' ..... ')}\n\n{body('ru', 'ВВЕДЕНИЕ')}"
    assert [block.kind for block in blocks(text)] == ["paragraph", "contents", "heading", "paragraph"]


def test_entries_over_two_lines() -> None:
    """The title goes on until its page; a word that the line end broke is whole."""
    text = (
        "СОДЕРЖАНИЕ\nВВЕДЕНИЕ ........ 3\n1 ТЕОРЕТИЧЕСКИЕ ОСНОВЫ УЧЁТА ПАСЕК И МЁДА В\nПРЕДГОРЬЯХ ........ 5\n"
        "1.1 Пасеки вдоль дороги, их владельцы и то, кто за ними наблю-\nдает ........ 7\nЗАКЛЮЧЕНИЕ ........ 9\n\n"
    )
    contents, *_ = blocks(text + body("ru", "ВВЕДЕНИЕ"), "наблюдает наблюдает")
    assert contents.rows[2:4] == (
        ("1 ТЕОРЕТИЧЕСКИЕ ОСНОВЫ УЧЁТА ПАСЕК И МЁДА В ПРЕДГОРЬЯХ", "5"),
        ("1.1 Пасеки вдоль дороги, их владельцы и то, кто за ними наблюдает", "7"),
    )


def test_headings_in_three_languages() -> None:
    """One below the other they are three rows."""
    heads = ["МАЗМҰНЫ", "СОДЕРЖАНИЕ", "CONTENTS"]
    text = "\n".join(heads) + "\n\n" + printed(ENTRIES["ru"], " ") + "\n\n" + body("ru", "ВВЕДЕНИЕ")
    contents, *_ = blocks(text)
    assert contents.rows == (*((head,) for head in heads), *ENTRIES["ru"])


def test_page_numbers_between_entries_stay() -> None:
    """What stands between two entries is in the block, too."""
    text = f"CONTENTS\n{printed(ENTRIES['en'][:2], ' ... ')}\nii\n{printed(ENTRIES['en'][2:], ' ... ')}\n\n"
    contents, *_ = blocks(text + body("en", "Introduction"))
    assert ("ii",) in contents.rows


@pytest.mark.parametrize(
    "text",
    [
        "Мазмұны\n\n" + wrapped(BODIES["bees"]["kk"][0]) + "\n\n" + wrapped(BODIES["bees"]["kk"][1]),
        "In 2019\nthere were 12\nand in 2020\nthere were 14\n" + wrapped(BODIES["bees"]["en"][0]),
        "Он умолк... 3 раза\nи ещё... 5 раз\n" + wrapped(BODIES["bees"]["ru"][0]),
    ],
)
def test_no_contents(text: str) -> None:
    """A heading alone, numbers at line ends, dots in a sentence."""
    assert "contents" not in [block.kind for block in blocks(text)]


@pytest.mark.parametrize("place", ["before", "behind"])
def test_contents_of_an_issue_are_no_article(place: str, tmp_path: Path) -> None:
    """Before the first article or behind the last one; its parts are the same as without them."""
    titles = ["Шалқаров Ж.Т. Тау бөктеріндегі омарталар", "Ветлугин О.П. Мосты и люди", "Хабарлар"]
    contents = "МАЗМҰНЫ\n\n" + printed(list(zip(titles, ["3", "9", "12"], strict=True)), " ....... ") + "\n\n\n"
    text = article("bees", "kk")
    (found,) = corpus(tmp_path, {"a.txt": contents + text if place == "before" else text + contents}).articles
    assert not [block for block in (*found.blocks, *found.references) if block.kind == "contents"]
    assert "Мосты" not in " ".join([*found.titles.values(), *(author.name for author in found.authors)])


def markdown(text: str) -> tuple[Block, ...]:
    return markdown_blocks(lines(text), "a.md", desk())


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n- "])
def test_contents_of_markdown_without_a_table(gap: str, lang: Lang) -> None:
    """Lines or list items with dots and pages under their heading."""
    head = {"kk": "МАЗМҰНЫ", "ru": "СОДЕРЖАНИЕ", "en": "CONTENTS"}[lang]
    entries = printed(ENTRIES[lang], " ........ ").replace("\n", gap)
    first = f"## {head}\n\n{'- ' if '-' in gap else ''}"
    found = markdown(f"{first}{entries}\n\n## {head[:3]}\n\n{BODIES['bees'][lang][0]}")
    assert [block.kind for block in found] == ["contents", "heading", "paragraph"]
    assert found[0].rows == ((head,), *ENTRIES[lang])
