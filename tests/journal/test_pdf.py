"""PDFs: lines in reading order, pages with their numbers, and a sentence for what cannot be read."""

from __future__ import annotations

import random
import re
import textwrap
from collections.abc import Sequence
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.cleaning.furniture import remove_furniture
from journal.cleaning.lines import clean_lines
from journal.cleaning.pages import page_at
from journal.errors import JournalError
from journal.reading.from_pdf import from_pdf
from journal.reading.received import Received
from journal.records import Page
from journal.report import Report
from journal.signs import labels
from tests.journal.tools import BODIES, entries
from tests.journal.writers import Put, column, pdf

WORDS = re.compile(r"[^\W_]+")
TEXT = [line for lang in ("kk", "ru", "en") for text in BODIES["bees"][lang] for line in textwrap.wrap(text, 40)]
LOCKED = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >> /ID [<41> <41>]"


def read(data: bytes, report: Report | None = None) -> Received:
    return from_pdf(data, "a.pdf", report or Report())


def shown(data: bytes) -> list[str]:
    """The lines with text, without the marks of new pages."""
    return [line.lstrip("\f") for line in read(data).text.split("\n") if line.strip()]


def paged(pages: Sequence[Sequence[Put]], labels_of: str = "") -> tuple[list[Page | None], list[str], Report]:
    """The page of each PDF page's text, the lines that are left of it, and the report."""
    report = Report()
    received = read(pdf(pages, labels_of), report)
    lines = clean_lines(received.text, "a.pdf", report)
    kept, _, marks = remove_furniture(lines, "a.pdf", labels.load(), report, received.sheets)
    numbers = [page_at(sheet.first, marks, False) for sheet in received.sheets]
    return numbers, [line.text for line in kept if line.text], report


def sheet(i: int, foot: str = "", head: str = "") -> list[Put]:
    """A page of text, what is printed at its foot and head drawn before it, as programs do."""
    edges = [Put(290, 40, foot)] * bool(foot) + [Put(200, 805, head)] * bool(head)
    return [*edges, *column(body(i))]


def body(i: int) -> list[str]:
    """Twenty lines that no other page has."""
    return [f"{line} {'абвгдежз'[i]}" for line in TEXT[i : i + 20]]


def test_lines_in_three_languages() -> None:
    """Each printed line is one; the first of a page begins with a form feed, pages are told."""
    received = read(pdf([column(TEXT), column(TEXT)]))
    first, second = received.text.split("\f")[1:]
    assert first.split() == second.split() == " ".join(TEXT).split()
    assert [line for line in first.split("\n") if line] == TEXT
    assert [sheet.first for sheet in received.sheets] == [1, first.count("\n") + 1]


def test_short_last_column() -> None:
    """Two lines beside the first ones of the other column are no running heads."""
    left, right = column(TEXT[:30], 40, size=9), column(TEXT[30:32], 310, size=9)
    for drawn in ([*left, *right], [left[0], right[0], left[1], right[1], *left[2:]]):
        assert shown(pdf([drawn])) == TEXT[:32]


@pytest.mark.parametrize("across", [False, True])
def test_two_columns(across: bool) -> None:
    """Drawn one after the other, or line by line over the gutter; a title over both comes first."""
    half = len(TEXT) // 2
    title = [Put(60, 780, "АРА ШАРУАШЫЛЫҒЫ ЖӘНЕ БАЛ САПАСЫ: ТАУ БӨКТЕРІНІҢ ТӘЖІРИБЕСІ")]
    left, right = column(TEXT[:half], 40, size=9), column(TEXT[half:], 310, size=9)
    drawn = [put for pair in zip(left, right, strict=False) for put in pair] if across else [*left, *right]
    missing = [put for put in (*left, *right) if put not in drawn]
    assert shown(pdf([[*title, *drawn, *missing]])) == [title[0].text, *TEXT]


def test_rows_of_a_table_are_not_columns() -> None:
    """Cells that do not fill their width stay in the order of the rows, one a line."""
    rows = [(f"Аудан {i}", f"{i * 7}") for i in range(12)]
    puts = [Put(x, 700 - 14 * i, text) for i, row in enumerate(rows) for x, text in zip((60, 320), row, strict=True)]
    assert shown(pdf([puts])) == [cell for row in rows for cell in row]


def test_justified_lines_stay_whole() -> None:
    """Wide gaps that are alike, in lines that end where the others end, part words and no more."""
    lines = [("балдың", "құрамы", "туралы"), ("гүлдің", "түсі", "сары"), ("ұяның", "орны", "тау"), ("су", "мен", "жел")]
    puts = []
    for i, words in enumerate(lines):
        room = (240 - sum(len(word) * 5 for word in words)) / (len(words) - 1)
        x = 60.0
        for word in words:
            puts.append(Put(x, 700 - 12 * i, word))
            x += len(word) * 5 + room
    assert shown(pdf([puts])) == [" ".join(words) for words in lines]


def test_hyphens_at_line_ends_are_hyphens() -> None:
    """Whichever sign the PDF has for them; inside a line a sign stays what it is."""
    for sign in ("-", "\u2010", "\u00ad"):
        assert shown(pdf([column([f"Аудандық сот{sign}", "тардың шешімі", "2020–2021 ж."])])) == [
            "Аудандық сот-",
            "тардың шешімі",
            "2020–2021 ж.",
        ]


def test_raised_digits() -> None:
    """Marks of authors, at the start of a line too, and powers."""
    authors = [Put(60, 700, "Ахметова А.Б."), Put(125, 704, "1,2", 6), Put(134, 700, ", Ли В.")]
    places = [Put(60, 684, "1", 6), Put(66, 680, "Алатау университеті")]
    assert shown(pdf([[*authors, *places]])) == ["Ахметова А.Б.¹,², Ли В.", "¹ Алатау университеті"]


def test_blank_lines_where_the_page_leaves_room() -> None:
    """A gap, and the indented first line of a paragraph."""
    puts = [*column(["КІРІСПЕ", "", "бірінші", "екінші"]), Put(80, 692, "үшінші"), *column(["төртінші"], y=680)]
    assert read(pdf([puts])).text == "\fКІРІСПЕ\n\nбірінші\nекінші\n\nүшінші\nтөртінші\n"


def test_text_that_runs_upwards() -> None:
    """A page printed sideways is read as it is turned; a stamp at the edge of another stands behind its text."""
    sideways = [Put(100 + 12 * i, 60, f"wide table, row {i}", turned=True) for i in range(6)]
    assert shown(pdf([sideways])) == [put.text for put in sideways]
    assert shown(pdf([[Put(20, 60, "stamp at the edge", turned=True), *column(TEXT)]])) == [*TEXT, "stamp at the edge"]


@given(st.randoms(use_true_random=False), st.sampled_from(["down", "across"]))
def test_words_come_back_in_order(chance: random.Random, way: str) -> None:
    """Pages of one column or two, with furniture, drawn either way."""
    words = [f"{chance.choice(WORDS.findall(TEXT[0]))}{'абвгдежзик'[i % 10]}" for i in range(chance.randint(60, 300))]
    words = [f"{word}{'әғқңөұүһіё'[i // 10 % 10]}{'клмнопрсту'[i // 100]}" for i, word in enumerate(words)]
    lines = textwrap.wrap(" ".join(words), 34, break_on_hyphens=False)
    pages = []
    for i in range(0, len(lines), 50):
        left, right = column(lines[i : i + 25], 40), column(lines[i + 25 : i + 50], 310)
        pairs = [put for pair in zip(left, right, strict=False) for put in pair]
        across = [*pairs, *left[len(right) :]]
        pages.append([Put(290, 40, str(i // 50 + 7)), *(across if way == "across" else [*left, *right])])
    _, kept, _ = paged(pages)
    assert [word for line in kept for word in line.split() if not word.isdigit()] == words


def test_printed_numbers_are_exact_pages() -> None:
    """At the foot or in the running head; between two that fit the number is known, outside them it is estimated."""
    pages = [sheet(0), sheet(1, "46"), sheet(2, "– 47 –"), sheet(3), sheet(4, "49"), sheet(5)]
    numbers, kept, report = paged(pages)
    assert [(page.number, page.exact) for page in numbers if page] == [
        (45, False),
        (46, True),
        (47, True),
        (48, True),
        (49, True),
        (50, False),
    ]
    assert kept == [line for i in range(6) for line in body(i)]
    assert [(entry.before, entry.why) for entry in entries(report, "drop")] == [
        (number, "page number") for number in ("46", "– 47 –", "49")
    ]


def test_running_heads_that_alternate_and_hold_the_number() -> None:
    """Left and right pages have different ones; both are dropped and give the pages."""
    heads = ["12 Ахметова А.Б.", "Бал сапасы туралы 13", "14 Ахметова А.Б.", "Бал сапасы туралы 15"]
    numbers, kept, report = paged([sheet(i, head=head) for i, head in enumerate(heads)])
    assert [page and (page.number, page.exact) for page in numbers] == [(n, True) for n in (12, 13, 14, 15)]
    assert kept == [line for i in range(4) for line in body(i)]
    assert [entry.before for entry in entries(report, "drop")] == heads


def test_lines_that_come_again_and_are_text() -> None:
    """Labels at the head of near pages, and a line on pages far apart."""
    pages = [[*column(["Аңдатпа", "", *TEXT[:9]])], [*column(["Аңдатпа", "", *TEXT[9:18]])]]
    far = [column(["Балдың сапасы туралы сөз" * (i % 3 == 0), "", *TEXT[9 * i : 9 * i + 9]]) for i in range(4)]
    for each in (pages, far):
        _, kept, report = paged(each)
        assert not entries(report, "drop")
        assert len(kept) == sum(map(len, each))


def test_lone_numbers_that_do_not_rise_are_text() -> None:
    """Cells of a table at the edges of pages."""
    _, kept, report = paged([[*column(["77", *TEXT[:9], "5"])], [*column(["12", *TEXT[9:18], "9"])]])
    assert not entries(report, "drop")
    assert [line for line in kept if line.isdigit()] == ["77", "5", "12", "9"]


def test_pages_without_printed_numbers() -> None:
    """The PDF's labels, else the ordinal: estimates both."""
    labelled, _, _ = paged([sheet(0), sheet(1), sheet(2)], "0 << /S /r >> 1 << /S /D /St 45 >>")
    assert labelled == [None, Page(45, False), Page(46, False)]
    counted, _, _ = paged([sheet(0), sheet(1)])
    assert counted == [Page(1, False), Page(2, False)]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no PDF that can be read, or a damaged one"),
        (b"%PDF-1.7 broken", "no PDF that can be read, or a damaged one"),
        (pdf([column(TEXT)])[:900], "no PDF that can be read, or a damaged one"),
        (pdf([]), "no PDF that can be read, or a damaged one"),
        (pdf([column(TEXT)], trailer=LOCKED), "locked by a password"),
        (pdf([[], []], picture=True), "no text, only pictures of pages"),
        (pdf([[]]), "no text"),
    ],
)
def test_pdfs_that_cannot_be_read(data: bytes, said: str) -> None:
    """One sentence with the file and what to do."""
    with pytest.raises(JournalError, match=rf"^a\.pdf: .*{said}.*: (?:print|save|let)"):
        read(data)


def test_a_page_that_is_a_picture_is_told() -> None:
    """The text of the others is read; an empty page is no picture."""
    report = Report()
    received = read(pdf([column(TEXT), []], picture=True), report)
    (entry,) = entries(report, "warning")
    assert (entry.line, entry.why) == (received.sheets[1].first, "page 2 of the PDF holds a picture and no text")
    quiet = Report()
    read(pdf([column(TEXT), []]), quiet)
    assert not quiet.entries


def test_properties_are_not_trusted() -> None:
    """Programs fill in title, author and date: nothing of them is in the text."""
    assert shown(pdf([column(["сөз"])], trailer="/Info << /Title (Microsoft Word) /Author (admin) >>")) == ["сөз"]


@given(st.binary(max_size=300), st.integers(0, 2000))
def test_damaged_bytes_are_read_or_refused(junk: bytes, place: int) -> None:
    """No damage crashes a build."""
    whole = pdf([column(TEXT[:5])])
    with suppress(JournalError):
        read(whole[:place] + junk + whole[place + len(junk) :])
