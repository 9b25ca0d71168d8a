"""Running heads and page numbers: out of the text, kept as data."""

from __future__ import annotations

import pytest

from journal.cleaning.furniture import remove_furniture
from journal.cleaning.pages import numbers_at_foot, page_at
from journal.records import Facts
from journal.report import Report
from journal.signs import labels
from tests.journal.tools import BODIES, blocks, entries, lines, wrapped

TEXT = wrapped(BODIES["bees"]["kk"][0])


def taken(text: str) -> tuple[list[str], Facts, list[int], Report]:
    report = Report()
    kept, facts, marks = remove_furniture(lines(text), "a.txt", labels.load(), report)
    return [line.text for line in kept if line.text], facts, [mark.number for mark in marks], report


@pytest.mark.parametrize(
    ("head", "facts"),
    [
        ("Dala Law Review No. 4(9) 2031", Facts("Dala Law Review", None, 2031, None, "4(9)")),
        ("Dala Law Review No. 4 (9) 2031", Facts("Dala Law Review", None, 2031, None, "4(9)")),
        ("«Дала құқығы» № 2, 2031", Facts("«Дала құқығы»", None, 2031, None, "2")),
        ("Степной вестник, № 11 (204), 2031 г.", Facts("Степной вестник", None, 2031, None, "11(204)")),
        ("Степной вестник 2031 № 3", Facts("Степной вестник", None, 2031, None, "3")),
        ("Dala Law Review Vol. 7, No. 2 (2031)", Facts("Dala Law Review", None, 2031, "7", "2")),
        ("Дала хабаршысы 2031/3(12)", Facts("Дала хабаршысы", None, 2031, None, "3(12)")),
        ("ISSN 1234-567X", Facts(issn="1234-567X")),
    ],
)
def test_running_head_becomes_data(head: str, facts: Facts) -> None:
    """Journal, number, volume and year are kept; the head and the number beside it leave the text."""
    kept, found, numbers, report = taken(f"{TEXT}\n\n\n\n41\n\n{head}\n\n{TEXT}")
    assert found == facts
    assert kept == TEXT.split("\n") * 2
    assert numbers == [41]
    assert [entry.before for entry in entries(report, "drop")] == ["41", head]


@pytest.mark.parametrize(
    "sentence",
    [
        "Осы туралы Дала хабаршысының 2031 жылғы № 3 санында толық айтылған.",
        "The law was published in the Review, No. 4 of 2031, and later amended.",
        "Об этом писал вестник № 3 за 2031 год в статье о мостах.",
    ],
)
def test_sentence_about_an_issue_stays(sentence: str) -> None:
    """A sentence that names a journal and its number is no running head."""
    kept, facts, _, _ = taken(f"{TEXT}\n{sentence}\n{TEXT}")
    assert sentence in kept
    assert facts == Facts()


def test_heads_that_disagree_tell_nothing() -> None:
    """Two years in the heads of one dump: no year is chosen, what they agree on is."""
    _, facts, _, _ = taken(f"Dala Review No. 1 2030\n{TEXT}\nDala Review No. 1 2031\n{TEXT}")
    assert facts == Facts("Dala Review", None, None, None, "1")


def test_numbers_in_a_flattened_table_stay() -> None:
    """Lone numbers between cells are data, however many there are."""
    cells = "Аудан 2019 2020 Өзенді 12 13 Таулы 14 15 Барлығы 26 28".replace(" ", "\n\n")
    kept, _, numbers, _ = taken(f"{TEXT}\n\n{cells}\n\n{TEXT}")
    assert not numbers
    assert kept[len(TEXT.split("\n")) :][:12] == cells.split("\n\n")


@pytest.mark.parametrize("before", [True, False])
def test_cell_on_the_other_side_of_a_head_stays(before: bool) -> None:
    """A page break inside a table: a head has one page number, on the side where the others of the dump have it."""
    head = "Dala Law Review No. 4 2031"
    pages = [f"{n}\n\n{head}" if before else f"{head}\n\n{n}" for n in (12, 15, 18)]
    around = (f"12 бал\n\n{pages[2]}\n\n77" if before else f"77\n\n{pages[2]}\n\n12 бал") + "\n\n" + TEXT
    kept, _, numbers, _ = taken(f"{TEXT}\n\n{pages[0]}\n\n{TEXT}\n\n{pages[1]}\n\n{TEXT}\n\n{around}")
    assert numbers == [12, 15, 18]
    assert "77" in kept


def test_rising_numbers_at_page_breaks_are_pages() -> None:
    """Without any running head, three numbers in a row at page breaks are page numbers; a lone one is not."""
    page = f"{TEXT}\n\n%d\n {TEXT}\n"
    assert taken("".join(page % number for number in (7, 8, 9)))[2] == [7, 8, 9]
    assert taken(page % 7)[2] == []


def test_number_at_the_very_end_goes_with_the_others() -> None:
    """The last page's number has no head after it, but follows the number before."""
    text = "".join(f"{TEXT}\n\n{number}\n\nDala Review No. 1 2030\n\n" for number in (3, 4)) + f"{TEXT}\n\n5\n"
    assert taken(text)[2] == [3, 4, 5]


@pytest.mark.parametrize("foot", [True, False])
def test_printed_numbers_give_exact_pages(foot: bool) -> None:
    """At the foot a number names the page above it, at the head the page below."""
    head = "Dala Review No. 1 2030"
    parts = [f"{TEXT}\n\n{n}\n\n{head}\n\n" if foot else f"{n}\n\n{head}\n\n{TEXT}\n\n" for n in (3, 4, 5)]
    kept, _, marks = remove_furniture(lines("".join(parts)), "a.txt", labels.load(), Report())
    at_foot = numbers_at_foot(kept, marks)
    starts = [line.number for line in kept if line.text == TEXT.split("\n")[0]]
    found = [page_at(start, marks, at_foot) for start in starts]
    assert [(page.number, page.exact) for page in found if page] == [(3, True), (4, True), (5, True)]
    assert at_foot is foot


def test_page_between_distant_numbers_is_an_estimate() -> None:
    """Where a number is missing in between, the page is marked as estimated, and before any it is unknown."""
    text = f"{TEXT}\n\n41\n\nDala Review No. 1 2030\n\n{TEXT}\n\n45\n\nDala Review No. 1 2030\n\n{TEXT}"
    kept, _, marks = remove_furniture(lines(text), "a.txt", labels.load(), Report())
    at_foot = numbers_at_foot(kept, marks)
    assert page_at(1, marks, at_foot) is None
    page = page_at(marks[0].line + 1, marks, at_foot)
    assert page
    assert not page.exact


@pytest.mark.parametrize(
    "furniture", ["\n\n\n41\n\nDala Review No. 1 2030\n\n", "\n\nDala Review No. 1 2030\n41\n\n", "\n\n"]
)
def test_sentence_over_a_page_break_is_one_paragraph(furniture: str) -> None:
    """A head in the middle of a sentence, or inside a hyphenated word, leaves no trace."""
    head, tail = TEXT.split("сондықтан")
    assert len(blocks(f"{head}{furniture} сондықтан{tail}")) == 1
    assert " ".join(TEXT.split()) in blocks(f"{head}сон-{furniture} дықтан{tail}", "сондықтан")[0].text
