"""The text around doubtful places, and masks: the report can be read without the dump and tells nothing private."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.editor.context import is_doubt, marked, with_context
from journal.records import Line
from journal.report import Entry
from journal.signs.private import MASK, masked, private
from tests.journal.test_doubts import PRIVATE, PUBLIC
from tests.journal.tools import BODIES, article, corpus, wrapped

LINES = [Line(1, "Бірінші жол осында."), Line(2, ""), Line(3, "Екінші жолда күмәнді сөз бар."), Line(4, "Үшінші жол.")]


def shown(before: str, line: int = 3, lines: list[Line] = LINES, last: int | None = None) -> Entry:
    (entry,) = with_context([Entry("a.txt", line, "warning", before=before, why="a doubt", last=last)], lines)
    return entry


def test_a_doubt_has_its_line_and_the_lines_beside_it() -> None:
    """Blank lines are passed over; the words that the entry names are the place."""
    entry = shown("күмәнді сөз")
    assert entry.around == "Бірінші жол осында.\nЕкінші жолда күмәнді сөз бар.\nҮшінші жол."
    assert marked(entry) == ("Бірінші жол осында.", "Екінші жолда ", "күмәнді сөз", " бар.", "", "Үшінші жол.")


def test_first_and_last_line_and_no_line() -> None:
    """Nothing is made up where a dump begins or ends, or where the whole file is meant."""
    assert shown("", 1).around == "\nБірінші жол осында.\nЕкінші жолда күмәнді сөз бар."
    assert shown("", 4).around == "Екінші жолда күмәнді сөз бар.\nҮшінші жол.\n"
    assert shown("", 0).around is None
    assert marked(shown("", 0)) == ("",) * 6


def test_place_over_a_line_end() -> None:
    """A word that a line end broke is marked on both lines."""
    lines = [Line(1, "Осы жерде бөлінген қыс-"), Line(2, "қаша сөз тұр.")]
    (entry,) = with_context([Entry("a.txt", 1, "join", "қыс-|қаша", "қысқаша", "no evidence for a compound")], lines)
    assert marked(entry) == ("", "Осы жерде бөлінген ", "қыс-", "", "қаша", " сөз тұр.")


def test_place_of_several_lines() -> None:
    """The text of a block that nobody claimed stands whole between the lines before and after it."""
    entry = shown("Екінші жолда күмәнді сөз бар. Үшінші жол.", last=4)
    assert marked(entry)[:3] == ("Бірінші жол осында.", "", "Екінші жолда күмәнді сөз бар. Үшінші жол.")


@given(st.integers(0, 60), st.integers(1, 60), st.integers(0, 60))
def test_long_lines_are_cut_around_the_place(before: int, place: int, after: int) -> None:
    """At most 200 characters, the place in sight whenever there is room for it."""
    words = "ұзақ жол " * before + "МҰНДА" * place + " тағы сөз" * after
    entry = shown("МҰНДА" * place, 2, [Line(1, "алдыңғы " * 30), Line(2, words.strip()), Line(3, "келесі " * 30)])
    assert entry.around is not None
    assert len(entry.around) <= 200
    assert entry.around.count("\n") == 2
    assert place > 15 or "МҰНДА" * place in entry.around


def test_decisions_without_doubt_have_no_text_around() -> None:
    """Only what asks for the editor's eye."""
    entry = Entry("a.txt", 3, "join", "күмән-|ді", "күмәнді", "a known word")
    assert with_context([entry], LINES) == [entry]
    assert not is_doubt(entry)
    assert is_doubt(Entry("a.txt", 3, "join", why="no evidence for a compound"))


@pytest.mark.parametrize(("sentence", "what"), PRIVATE)
def test_private_data_is_masked_everywhere(sentence: str, what: str, tmp_path: Path) -> None:
    """In no line of the report, whichever entry stands beside it; what tells of it has no text around."""
    body = BODIES["bees"]["kk"]
    torn = f"{sentence}\n\nТағы бір жол \ufffd бар. {sentence} Соңы"
    text = article("bees", "kk").replace(wrapped(body[1]), f"{torn}\n\n{wrapped(body[1])}")
    report = corpus(tmp_path, {"a.txt": text}).report
    (value,) = {
        number for number in ("850101300999", "4345 6789", "456789", "123 45 67", "03.04.1987") if number in sentence
    } or {"0123456789"}
    assert value not in "".join(report.jsonl())
    told = [entry for entry in report.entries if "private data" in entry.why]
    assert what in told[0].why
    assert not [entry for entry in told if entry.around or entry.before]
    assert [entry.around for entry in report.entries if entry.around and MASK in entry.around]


@pytest.mark.parametrize("sentence", PUBLIC)
def test_public_numbers_are_not_masked(sentence: str) -> None:
    """An ORCID, a sum, an ISBN, an office, a law."""
    assert masked(sentence) == sentence or not list(private(sentence))
    assert "0002-1825" not in sentence or masked(sentence) == sentence


def test_a_paragraph_with_private_data_shows_no_number(tmp_path: Path) -> None:
    """Its telephone may go on over a line end, its house stand on a line of its own."""
    start = "Сол күні кешкісін тергеуші анықтағандай, қоңырау Омарбай А.Қ. есімімен +7 701"
    sentence = (
        f"{start}\n123 45 67 нөмірінен түсіп, кейін сол адам көршілес көшедегі 17-үйден шыққан, эко-\nлогиялық деп"
    )
    body = BODIES["bees"]["kk"]
    text = article("bees", "kk").replace(wrapped(body[1]), f"{sentence} {wrapped(body[1])}")
    report = corpus(tmp_path, {"a.txt": text}).report
    assert [entry for entry in report.entries if "private data" in entry.why]
    assert not [entry for entry in report.entries if "17-үй" in (entry.around or "") or "701" in (entry.around or "")]


def test_the_editors_fix_of_private_data_is_not_repeated(tmp_path: Path) -> None:
    """Masking a number with a fix must not put it into the report; nor are the guards of a fix shown."""
    body = BODIES["bees"]["kk"]
    sentence = "ИИН 850101300999 \ufffd указан в деле."
    text = article("bees", "kk").replace(wrapped(body[1]), f"{sentence}\n\n{wrapped(body[1])}")
    line = text.split("\n").index(sentence) + 1
    toml = f'[[fix]]\nline = {line}\nfrom = "ИИН 850101300999"\nto = "[ЖСН - жасырылған]"\n'
    told = "".join(corpus(tmp_path, {"a.txt": text, "a.toml": toml}).report.jsonl())
    assert "850101300999" not in told
    assert "[ЖСН - жасырылған]" in told
    assert "\\ue0f0" not in told
    assert "\ue0f0" not in told
