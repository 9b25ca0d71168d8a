"""Word documents: what the styles say comes through, what is lost is told, what is broken is refused in a sentence."""

from __future__ import annotations

import zipfile
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.errors import JournalError
from journal.reading.from_docx import from_docx
from journal.report import Report
from journal.signs import labels
from tests.journal.test_html import read_back
from tests.journal.tools import entries
from tests.journal.writers import MATH, WORD, cells, docx, note, para, run


def text(*body: str, notes: dict[int, str] | None = None, report: Report | None = None) -> str:
    return from_docx(docx(*body, notes=notes), "a.docx", labels.load(), report or Report()).text


def refused(data: bytes) -> str:
    with pytest.raises(JournalError) as caught:
        from_docx(data, "a.docx", labels.load(), Report())
    return str(caught.value)


def test_headings_paragraphs_lists_and_tables() -> None:
    """By their styles; each block is a line, items and rows follow one another."""
    body = [
        para(run("АРА ШАРУАШЫЛЫҒЫ"), style="Title"),
        para(run("Кіріспе"), style="Heading2"),
        para(run("Бал – тәтті. "), run("Мёд сладок.", bold=True)),
        para(run("гүл"), number=1),
        para(run("ұя"), number=1),
        para(run("бірінші"), number=2),
        para(run("екінші"), number=2),
        cells([["жыл", "келі"], ["2024", "5 | 6"]]),
    ]
    assert text(*body).split("\n") == [
        "# АРА ШАРУАШЫЛЫҒЫ",
        "",
        "## Кіріспе",
        "",
        "Бал – тәтті. Мёд сладок.",
        "",
        "- гүл",
        "- ұя",
        "",
        "1. бірінші",
        "2. екінші",
        "",
        "| жыл | келі |",
        "|---|---|",
        "| 2024 | 5 \\| 6 |",
    ]


def test_bold_paragraphs_are_headings_where_no_style_marks_any() -> None:
    """Most documents mark their sections so; names, sentences and keywords in bold are none."""
    bold = ["Бал сапасы", "Ахметова А.Б.", "Бұл сөйлем.", "Тірек сөздер: бал, ара"]
    assert text(*(para(run(each, bold=True)) for each in bold)).split("\n\n") == ["## Бал сапасы", *bold[1:]]
    assert text(para(run("Кіріспе"), style="Heading1"), para(run("Бал", bold=True))).split("\n\n")[1] == "## Бал"
    assert text(para(run("Кіріспе"), style="Heading2"), para(run("Бал", bold=True))).split("\n\n")[1] == "Бал"


def test_raised_digits_are_marks_and_powers() -> None:
    """`10²` is not `102`; letters that are raised stay letters."""
    body = para(run("Ахметова А.Б."), run("1,2*", raised=True), run(" 10"), run("-2", raised=True))
    assert text(body, para(run("21"), run("st", raised=True))) == "Ахметова А.Б.¹,²\\* 10⁻²\n\n21st"


def test_footnotes_stand_below_their_paragraph() -> None:
    """An issue's articles keep their notes apart."""
    body = [para(run("Бірінші"), note(2), run(" сөз.")), para(run("Соңғы."))]
    said = text(*body, notes={2: "Ескерту мәтіні."}).split("\n\n")
    assert said == ["Бірінші[^1] сөз.", "[^1]: Ескерту мәтіні.", "Соңғы."]


def test_fields_and_formulas_are_text() -> None:
    """The number in a caption is a field; of a formula the letters stay, and the report says so."""
    report = Report()
    field = para(run("Кесте "), f'<w:fldSimple w:instr="SEQ">{run("7")}</w:fldSimple>', run(" – Бал"))
    formula = para(run("Мұнда "), "<m:oMath><m:r><m:t>E=m</m:t></m:r><m:r><m:t>c</m:t></m:r></m:oMath>", run(" деп."))
    assert text(field, formula, report=report) == "Кесте 7 – Бал\n\nМұнда E=mc деп."
    assert [entry.why for entry in entries(report, "warning")] == [
        "formulas that became plain text, without fractions and powers: 1"
    ]


def test_deleted_text_and_comments_are_out_inserted_text_is_in() -> None:
    """A document may come with the marks of its editing."""
    deleted = '<w:del><w:r><w:delText xml:space="preserve">ескі </w:delText></w:r></w:del>'
    assert text(para(deleted, f"<w:ins>{run('жаңа')}</w:ins>", run(" сөз"))) == "жаңа сөз"


def test_what_mammoth_leaves_out_is_told() -> None:
    """An element that nobody knows may hold text."""
    report = Report()
    assert text(para(run("сөз"), "<w:strange><w:t>бар</w:t></w:strange>"), report=report) == "сөз"
    (entry,) = entries(report, "warning")
    assert entry.why == "parts of the document that cannot be read and are left out: w:strange, 1 times"


@given(st.lists(st.text("әқ1*_`#|[]\\<>&;~=.-+)(!{}\"' ", min_size=1).filter(str.strip), min_size=1, max_size=4))
def test_every_sign_comes_back(texts: list[str]) -> None:
    """What the reader of the Markdown makes of it is what the document says."""
    said = [" ".join(each.split()) for each in texts]
    assert read_back(text(para(run("сөз")), *(para(run(each)) for each in texts))) == " ".join(["сөз", *said])


NESTED = f"{'<w:tbl><w:tr><w:tc>' * 2000}{para(run('сөз'))}{'</w:tc></w:tr></w:tbl>' * 2000}"
BOMB = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no Word document"),
        (b"PK\x03\x04 broken", "no Word document"),
        (docx(para(run("сөз")))[:400], "no Word document"),
        (docx(more={"word/document.xml": b"<w:document"}), "no Word document"),
        (docx(more={"_rels/.rels": b"<a/>", "word/document.xml": b"<a/>"}), "no"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "locked by a password, or is an old .doc"),
        (docx(), "no text"),
        (docx(para(run(" \u00a0"))), "no text"),
        (docx(NESTED), "nested too deeply"),
        (docx(more={"word/document.xml": f"{BOMB}<w:document xmlns:w='{WORD}'/>".encode()}), "no Word document"),
        (docx(more={"word/document.xml": f"{BOMB}<a xmlns:m='{MATH}'/>".encode("utf-16")}), "no Word document"),
        (docx(more={"word/huge.xml": bytes(41_000_000)}), "split it"),
    ],
)
def test_documents_that_cannot_be_read(data: bytes, said: str) -> None:
    """One sentence with the file; nothing crashes, whatever mammoth makes of it."""
    assert refused(data).startswith("a.docx: ")
    assert said in refused(data)


@pytest.mark.parametrize("data", [b"", b"<a/>", b"\xff\xfe\x00", b"<w:styles"])
def test_any_part_may_be_broken(data: bytes) -> None:
    """Each part of a package may be empty or of another kind: it is read or refused."""
    whole = docx(para(run("сөз")))
    for name in zipfile.ZipFile(BytesIO(whole)).namelist():
        with suppress(JournalError):
            from_docx(docx(para(run("сөз")), more={name: data}), "a.docx", labels.load(), Report())
