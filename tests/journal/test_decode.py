"""Bytes to text: the encodings told apart, nothing lost in silence, no text refused without a sentence."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from journal.cleaning.lines import clean_lines
from journal.errors import JournalError
from journal.reading.decode import decode
from journal.report import Report
from journal.signs.shapes import split_lines
from tests.journal.tools import body, desk, entries, front

KAZAKH, RUSSIAN, ENGLISH = (front("bees", lang) + body("bees", lang) for lang in ("kk", "ru", "en"))
SHORT_KAZAKH = "Өзен бойында үлкен тоғай бар, оның ішінде құстар ұялайды."
SHORT_RUSSIAN = "У реки стоит большая роща, и в ней гнездятся птицы."


def read(data: bytes) -> tuple[str, Report]:
    report = Report()
    return decode(data, "a.txt", report), report


@pytest.mark.parametrize("text", [KAZAKH, RUSSIAN, ENGLISH, SHORT_KAZAKH, SHORT_RUSSIAN])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_told_by_its_bytes(text: str, encoding: str) -> None:
    """Each Unicode encoding gives its text back, with a byte order mark or without."""
    decoded, report = read(text.encode(encoding))
    assert decoded == text
    assert not entries(report, "warning")


@pytest.mark.parametrize("text", [KAZAKH, RUSSIAN, SHORT_RUSSIAN])
def test_big_endian_with_its_mark(text: str) -> None:
    """UTF-16 BE with a byte order mark, which Python's codec never writes by itself."""
    assert read(codecs.BOM_UTF16_BE + text.encode("utf-16-be"))[0] == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "windows-1251"),
        (SHORT_RUSSIAN, "windows-1251"),
        ("«Правда» № 5 – ёлка…", "windows-1251"),
        (KAZAKH, "kz1048"),
        (SHORT_KAZAKH, "kz1048"),
    ],
)
def test_code_pages_are_told_apart(text: str, encoding: str) -> None:
    """The Kazakh letters stand where windows-1251 has Serbian and Ukrainian ones, so the text itself tells."""
    decoded, report = read(text.encode(encoding))
    assert decoded == text
    assert [entry.after for entry in entries(report, "clean")] == [encoding]


def test_undecodable_bytes_are_reported_with_their_line() -> None:
    """Each broken run becomes one U+FFFD and a warning; all other text stays."""
    data = "бірінші жол\nекінші ".encode() + b"\xff\xfe" + " жол\nүшінші\n".encode() + b"\x80" + "соңғы".encode()
    decoded, report = read(data)
    assert decoded.replace("\ufffd", "") == "бірінші жол\nекінші  жол\nүшінші\nсоңғы"
    assert [(entry.line, entry.before) for entry in entries(report, "warning")] == [(2, "ff"), (2, "fe"), (4, "80")]


def test_a_noncharacter_of_the_text_is_no_undecodable_byte() -> None:
    """U+10FFFF in a dump does not shift the lines of the warnings."""
    decoded, report = read("сөз \U0010ffff\nекінші ".encode() + b"\xff")
    assert decoded.startswith("сөз \U0010ffff\n")
    assert [entry.line for entry in entries(report, "warning")] == [2]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n\t\r\n ",
        codecs.BOM_UTF8,
        codecs.BOM_UTF16_LE,
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9,
        b"--- *** ...",
        b"\0" * 99,
    ],
    ids=["empty", "blank", "mark only", "UTF-16 mark only", "picture", "no word", "zeros"],
)
def test_what_is_no_text_is_refused_in_one_sentence(data: bytes) -> None:
    """The error names the file and says one thing."""
    with pytest.raises(JournalError) as caught:
        read(data)
    assert str(caught.value).startswith("a.txt: ")
    assert "\n" not in caught.value.message
    assert caught.value.message


@pytest.mark.parametrize("text", ["а\nб\r\nв\rг", "а\n\nб\n", "", "\r\r\n\n"])
def test_lines_end_at_three_signs_only(text: str) -> None:
    """LF, CRLF and CR end a line; a form feed, a line separator or NEL does not."""
    assert split_lines(text) == text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert split_lines(f"{text}\f\u2028\x85\x0b")[-1].endswith("\f\u2028\x85\x0b")


@pytest.mark.parametrize(
    "text", ["сөз жол " * 700_000, "\n" * 1_000_000 + "сөз", "\r" * 1_000_000 + "сөз", "a-" * 5_000_000]
)
def test_enormous_texts_do_not_hang(text: str) -> None:
    """Ten megabytes in one line, and a million blank lines, are read; quadratic work would not end in time."""
    decoded, report = read(text.encode())
    assert clean_lines(decoded, "a.txt", report)


@given(st.binary(max_size=400) | st.text(max_size=200).map(lambda text: text.encode("utf-16-le", "surrogatepass")))
@example(b"\xff\xfe\x00\xd8")
@example(b"\x00a")
@example("ә".encode() + b"\x98" * 3)
def test_any_bytes_give_text_or_a_journal_error(data: bytes) -> None:
    """No bytes crash the reader, and its text can be written again."""
    try:
        decoded, _ = read(data)
    except JournalError:
        return
    decoded.encode()
    clean_lines(decoded, "a.txt", desk().report)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=300).filter(str.strip))
def test_valid_utf8_comes_back_as_it_was(text: str) -> None:
    """Whatever the letters, UTF-8 without control characters is never taken for a code page."""
    assert read(text.encode() + b" a")[0] == text.removeprefix("\ufeff") + " a"
