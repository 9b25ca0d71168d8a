"""Markdown's forms that hide words: numbers of lists, the word behind a fence, cells beyond the head's."""

from __future__ import annotations

import pytest

from journal.paragraphs.markdown import markdown_blocks
from journal.records import Block
from tests.journal.tools import BODIES, desk, lines


def blocks(text: str) -> tuple[Block, ...]:
    return markdown_blocks(lines(text), "a.md", desk())


def shown(block: Block) -> str:
    return f"{block.marker} {block.text}".strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2017. – 184 б.", ["2017. – 184 б."]),
        ("1. Кіріспе", ["1. Кіріспе"]),
        ("1. # Бал", ["1. Бал"]),
        ("1. 2. бал", ["1. 2. бал"]),
        ("- 3) 4. бал", ["3) 4. бал"]),
        ("1. бал\n\n2. ұя", ["1. бал", "2. ұя"]),
        ("- бал\n- ара", ["• бал", "• ара"]),
        ("- а) бал", ["а) бал"]),
    ],
)
def test_number_of_a_list_stays(text: str, expected: list[str]) -> None:
    """Each number once, whatever stands behind it."""
    assert [shown(block) for block in blocks(text)] == expected


def test_word_behind_a_fence_stays() -> None:
    """What is the language of a listing in Markdown may be text in a dump."""
    assert [block.text for block in blocks("``` ара туралы\nбал\n```")] == ["ара туралы бал"]


@pytest.mark.parametrize("head", ["| а | б |\n|---|---|", "а | б\n--|:-:", "|а|б|\n|-|-|"])
def test_cells_beyond_the_head_stay(head: str) -> None:
    """A row may have more cells than the head; an escaped bar parts none."""
    found = blocks(f"{BODIES['bees']['kk'][0]}\n\n{head}\n| 1 | 2 | 3 | 4 |\n| 5 |\n| 6 \\| 7 | 8 |\n\nБал.")
    (table,) = [block for block in found if block.kind == "table"]
    assert table.rows == (
        ("а", "б", "", ""),
        ("1", "2", "3", "4"),
        ("5", "", "", ""),
        ("6 | 7", "8", "", ""),
    )
    assert found[-1].text == "Бал."
