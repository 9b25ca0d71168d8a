"""Text to clean lines: what needs no judgement, and look-alike letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.cleaning.lines import clean_lines
from journal.records import Line
from journal.report import Report
from journal.signs.shapes import split_lines
from tests.journal.tools import entries, lines


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("бір\tекі\tүш", Line(1, "бір екі үш")),
        ("бір\u00a0екі\u2009үш  төрт ", Line(1, "бір екі үш төрт")),
        ("ко\u00adоператив\u200bтік \ufeffсөз", Line(1, "кооперативтік сөз")),
        ("и\u0306ода", Line(1, "йода")),
        (" жаңа бет", Line(1, "жаңа бет", page_start=True)),
        ("\fновая страница", Line(1, "новая страница", page_start=True)),
        ("   шегініс", Line(1, "шегініс")),
        ("\tabzats", Line(1, "abzats", page_start=True)),
        ("\ufffd бірінші тармақ", Line(1, "бірінші тармақ", bullet=True)),
        (" \ufffd\tвторой пункт", Line(1, "второй пункт", bullet=True)),
        ("\uf0b7 third point", Line(1, "third point", bullet=True)),
        ("• төртінші", Line(1, "төртінші", bullet=True)),
        ("? пятый", Line(1, "пятый", bullet=True)),
        ("?Неге", Line(1, "?Неге")),
        ("– сызықша", Line(1, "– сызықша")),
        ("", Line(1, "")),
        (" \t ", Line(1, "")),
        ("•", Line(1, "•")),
    ],
)
def test_line_is_cleaned(raw: str, expected: Line) -> None:
    """Tabs, exotic spaces, invisible characters, Unicode form, page marks and bullets."""
    assert lines(raw) == (expected,)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Aңдатпа", "Аңдатпа"),
        ("сriminalistics", "criminalistics"),
        ("қызмeт", "қызмет"),
        ("iс-қимыл", "іс-қимыл"),
        ("мiндет", "міндет"),
        ("PОСТ", "РОСТ"),
        ("Kоғам", "Коғам"),
        ("Рetrov", "Petrov"),
    ],
)
def test_homoglyphs_go_to_the_script_of_the_other_letters(word: str, expected: str) -> None:
    """A word of two scripts is mended where look-alikes allow it, and the report says so."""
    report = Report()
    assert lines(f"({word}).", report)[0].text == f"({expected})."
    assert [(entry.line, entry.kind) for entry in report.entries] == [(1, "homoglyph")]


@pytest.mark.parametrize(
    "text", ["IT-компания", "COVID-19 пен SARS", "Wi-Fi желісі", "e-mail: а", "сом", "com", "Zангар"]
)
def test_words_that_only_look_wrong_stay(text: str) -> None:
    """A word wholly in one script, or one that no look-alikes explain, is left alone."""
    assert lines(text)[0].text == text


def test_lost_characters_are_reported() -> None:
    """U+FFFD inside a line is text that the dump lost: it stays and is doubted."""
    report = Report()
    assert lines("бірінші\nқыз\ufffdет", report)[1].text == "қыз\ufffdет"
    assert [entry.line for entry in entries(report, "warning")] == [2]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_lines_are_numbered_and_idempotent(text: str) -> None:
    """One line for each line of the text; a clean line stays as it is, but for what a bullet hid."""
    cleaned = lines(text)
    assert [line.number for line in cleaned] == list(range(1, len(split_lines(text)) + 1))
    for line in cleaned:
        again = lines(line.text)[0]
        assert again.text == line.text or again.bullet


@pytest.mark.parametrize(
    ("raw", "doubts"),
    [
        ("Smart Hive  A hive that tells its keeper how much honey it holds.", 1),
        ("Ақылды ұя  Балдың қанша екенін иесіне айтатын ара ұясы болады.", 1),
        ("Умный улей  Улей, который сам сообщает о количестве мёда.", 1),
        ("Ара ұясы – – балдың үйі.", 1),
        ("Пчела -- друг человека, а улей —— дом.", 2),
        ("Smart  hives  Are  set  in  wide  lines  by  the  printer.", 0),
        ("Омартада 12–15 ұя бар – бәрі жаңа.", 0),
        ("---", 0),
        ("| --- | --- |", 0),
        ("БІРІНШІ БӨЛІМ  ЖАЛПЫ ЕРЕЖЕЛЕР МЕН НЕГІЗГІ ҰҒЫМДАР", 0),
        ("The keepers of the hives said.  They had seen no bees in this year.", 0),
    ],
)
def test_lost_and_doubled_dashes_are_only_reported(raw: str, doubts: int) -> None:
    """A wide gap behind a term, two dashes side by side; the text stays as it is."""
    report = Report()
    (line,) = clean_lines(raw, "a.txt", report)
    assert line.text.split() == raw.split()
    assert len([e for e in report.entries if "dash" in e.why]) == doubts


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Жетysу облысы туралы", ["Жетysу"]),
        ("ІТ-мамандар келді", ["ІТ"]),
        ("нарушена cocTaB часть", ["cocTaB"]),
        ("Қылмыстық ІС пен ІІМ туралы", []),
        ("Сот пен the court туралы", []),
        ("coe.int пен ABC туралы", []),
        ("The court and the case", []),
    ],
)
def test_words_that_only_look_wrong_are_told(text: str, words: list[str]) -> None:
    """What no look-alike explains, and words of one script that are a word in the other: told, not touched."""
    report = Report()
    (line,) = clean_lines(text, "a.txt", report)
    assert line.text == text
    assert [entry.before for entry in report.entries if "script" in entry.why] == words
