"""HTML pages: their main content comes through as it reads in a browser, nothing else does."""

from __future__ import annotations

import html
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.cleaning.lines import clean_lines
from journal.errors import JournalError
from journal.paragraphs.markdown import markdown_blocks
from journal.reading.from_html import from_html
from journal.records import Block
from journal.report import Report
from journal.signs import labels
from tests.journal.tools import desk, entries


def text(page: str | bytes, report: Report | None = None) -> str:
    data = page.encode() if isinstance(page, str) else page
    return from_html(data, "a.html", labels.load(), report or Report()).text


def blocks(markdown: str) -> tuple[Block, ...]:
    """What the stages make of a text that a format gave."""
    return markdown_blocks(clean_lines(markdown, "a.html", Report()), "a.html", desk(), exact=True)


def read_back(markdown: str) -> str:
    """All text of the blocks, markers and cells among it."""
    shown = []
    for block in blocks(markdown):
        marker = block.marker if block.marker != "•" else ""
        shown += [marker, *(cell for row in block.rows for cell in row)] if block.rows else [marker, block.text]
    return " ".join(" ".join(shown).split())


@pytest.mark.parametrize(
    "page",
    [
        "<body><nav>Мәзір</nav><article><h1>Бал</h1><p>Сөз.</p></article><footer>2024</footer></body>",
        "<body><header>Журнал</header><main><h1>Бал</h1><p>Сөз.</p></main><aside>Жарнама</aside></body>",
        "<body><header>Журнал</header><h1>Бал</h1><p>Сөз.</p><nav>Мәзір</nav><footer>2024</footer></body>",
        "<title>Сайт</title><div><h1>Бал</h1><script>Сөз()</script><style>p{}</style><p>Сөз.</p></div>",
        "<h1>Бал</h1><p hidden>жоқ</p><p style='display: none'>жоқ</p><!-- жоқ --><p>Сөз.<noscript>жоқ</noscript></p>",
        "<table><tr><td><h1>Бал</h1><p>Сөз.</p></td></tr></table>",
        "<h1>\nБал\n</h1>\n<p>Сөз.\n<button>Басу</button></p><form><input value='жоқ'></form>",
    ],
)
def test_main_content(page: str) -> None:
    """The only article, else main, else the body; menus, scripts and what is hidden are out."""
    assert text(page) == "# Бал\n\nСөз."


def test_lists_tables_and_lines() -> None:
    """Numbers as the page counts them, cells that span others, lines that the page breaks."""
    page = """<ul><li>гүл<ul><li>іші</li></ul></li><li>ұя</li></ul>
      <ol start="4"><li>төрт</li><li><p>бес</p><p>алты</p></li></ol>
      <table><caption>1-кесте</caption><tr><th rowspan="2">жыл</th><th colspan="2">бал_2</th></tr>
      <tr><td>а|ә</td><td>б</td></tr></table><p>бір<br>екі<br><br>үш</p><pre>төрт\nбес</pre>"""
    assert text(page).split("\n") == [
        *("- гүл", "", "- іші", "", "- ұя", "", "4. төрт", "5. бес", "", "алты", "", "1-кесте", ""),
        *("| жыл | бал_2 |  |", "|---|---|---|", "|  | а\\|ә | б |", "", "бір", "екі", "", "үш", "", "төрт", "бес"),
    ]
    assert read_back(text(page)) == "гүл іші ұя 4. төрт 5. бес алты 1-кесте жыл бал_2 а|ә б бір екі үш төрт бес"


def test_names_and_addresses_on_lines_of_one_paragraph() -> None:
    """Pages break the lines between authors; each is a paragraph, as in a dump."""
    page = "<p>Ахметова А.Б.<sup>1</sup><br><sup>1</sup> Алатау университеті<br>a@b.kz</p>"
    assert text(page).split("\n\n") == ["Ахметова А.Б.¹", "¹ Алатау университеті", "a@b.kz"]


@pytest.mark.parametrize(
    ("mark", "listed"),
    [
        ('<a href="#fn1" id="r1"><sup>1</sup></a>', '<ol><li id="fn1">Ескерту. <a href="#r1">↩</a></li></ol>'),
        ('<sup id="r1"><a href="#n1">[1]</a></sup>', '<div id="n1"><a href="#r1">^</a> Ескерту.</div>'),
        ('<a href="#_ftn1" name="_ftnref1">[1]</a>', '<p><a href="#_ftnref1" name="_ftn1">[1]</a> Ескерту.</p>'),
    ],
)
def test_notes_stand_below_their_paragraph(mark: str, listed: str) -> None:
    """As converters and Word write them."""
    said = text(f"<p>Сөз{mark} бар.</p><p>Соңы.</p>{listed}").split("\n\n")
    assert said == ["Сөз[^1] бар.", "[^1]: Ескерту.", "Соңы."]


def test_notes_of_tables_and_of_bare_text() -> None:
    """Below the table; behind the mark where no paragraph is."""
    mark = '<sup><a href="#fn{0}" id="r{0}">{0}</a></sup>'
    cell = f"<table><tr><td><p>жыл{mark.format(1)}</p></td><td>бал</td></tr><tr><td>1</td><td>2</td></tr></table>"
    notes = "".join(f'<p id="fn{i}">Ескерту {i}.<a href="#r{i}">^</a></p>' for i in (1, 2))
    assert text(f"<body>{cell}Сөз{mark.format(2)} бар{notes}</body>").split("\n") == [
        *("| жыл[^1] | бал |", "|---|---|", "| 1 | 2 |", "", "[^1]: Ескерту 1.", ""),
        *("Сөз[^2]", "", "[^2]: Ескерту 2.", "", "бар"),
    ]


def test_references_stay_where_they_are() -> None:
    """A link to an entry of the references, and back, is no note."""
    entry = '<ol><li id="b1">Ахметов. <a href="#c1">^</a></li></ol>'
    page = f'<p>Сөз [<a href="#b1" id="c1">1</a>].</p><h2>Әдебиеттер</h2>{entry}'
    assert text(page) == "Сөз [1].\n\n## Әдебиеттер\n\n1. Ахметов. ^"


def test_links_are_their_text_and_addresses_are_counted() -> None:
    """No address enters the text, a `javascript:` one not even the report."""
    report = Report()
    page = """<p><a href="javascript:alert(1)">Бал</a> <a href="https://doi.org/1">DOI</a> <a href="https://bal.kz/">bal.kz</a>
      <img src="x" onerror="alert(1)"></p>"""
    assert text(page, report) == "Бал DOI bal.kz"
    said = [(entry.why, entry.before) for entry in entries(report, "clean")]
    assert said == [
        ("addresses of links that the text does not show: 1", "https://doi.org/1"),
        ("pictures left out: 1", ""),
    ]


@pytest.mark.parametrize(
    ("page", "read"),
    [
        ("<p>&amp;lt;p&amp;gt; &amp;amp; &lt;script&gt;</p>", "&lt;p&gt; &amp; <script>"),
        ("<p>қол&shy;тың&nbsp;ба\u200bла</p>", "қолтың бала"),
        (
            "<p># тақырып емес</p><p>- тізім емес</p><p>1. Ахметов</p><p>2024. Жыл</p>",
            "# тақырып емес - тізім емес 1. Ахметов 2024. Жыл",
        ),
        (
            "<p>a_b *в* `г` \\_ \\* [12](https://a.kz) <b>**</b> &lt;https://a.kz&gt;</p>",
            "a_b *в* `г` \\_ \\* [12](https://a.kz) ** <https://a.kz>",
        ),
        ("<h2>C# ##</h2>", "C# ##"),
        (
            "<p>сөз &lt;br&gt; сөз</p><table><tr><td>&lt;br/&gt;</td><td>а</td></tr><tr><td>б</td></tr></table>",
            "сөз <br> сөз <br/> а б",
        ),
        ("<p>&#x1F;&#xFEFF;сөз&#8203;</p>", "сөз"),
    ],
)
def test_signs_of_markdown_and_entities(page: str, read: str) -> None:
    """They come back as the page shows them."""
    assert read_back(text(page)) == read


SIGNS = st.text("әқ1*_`#|[]\\<>&;~=.-+)(!{}\"' ", max_size=12)


@given(st.lists(st.tuples(st.sampled_from(["p", "h2", "h3", "li", "div", "td"]), SIGNS), min_size=1, max_size=6))
def test_words_come_back_in_order(parts: list[tuple[str, str]]) -> None:
    """Whatever stands in a page, and whatever around it."""
    page = "".join(f"<{tag}>{html.escape(words)}</{tag}>" for tag, words in parts)
    said = " ".join(" ".join(words for _, words in parts).split())
    if any(sign.isalnum() for sign in said):
        assert read_back(text(page)) == said


@given(st.lists(st.lists(SIGNS, min_size=2, max_size=3), min_size=2, max_size=4))
def test_cells_come_back_in_order(rows: list[list[str]]) -> None:
    """Tables of rows of any length."""
    lines = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in rows)
    page = f"<p>сөз</p><table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"
    said = " ".join(" ".join(cell for row in rows for cell in row).split())
    assert read_back(text(page)) == f"сөз {said}".strip()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1251", "kz1048", "koi8-r"])
def test_encodings(encoding: str) -> None:
    """As the page names it; Kazakh letters in pages that call themselves windows-1251 too."""
    named = {"kz1048": "windows-1251", "utf-8-sig": "utf-8"}.get(encoding, encoding)
    words = "Правовая защита пожилых людей" if encoding in ("koi8-r", "windows-1251") else "Қазақ тілі – әдемі тіл"
    page = f'<html><head><meta charset="{named}"></head><body><p>{words}</p></body></html>'
    assert text(page.encode(encoding)) == words


def test_a_page_of_windows_word() -> None:
    """Filtered HTML of Word: no sections, conditions, empty paragraphs."""
    page = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p {}</style></head><body lang=KK><div
      class=WordSection1><![if !supportEmptyParas]>&nbsp;<![endif]>
      <p class=MsoNormal><b><span>Кіріспе<o:p></o:p></span></b></p>
      <p class=MsoNormal>Бал тәтті.<o:p>&nbsp;</o:p></p></div></body></html>"""
    assert text(page) == "## Кіріспе\n\nБал тәтті."


@pytest.mark.parametrize(
    "page", ["<p> </p>", "<script>сөз</script>", "<p hidden>сөз</p>", "<article></article><p>сөз</p>"]
)
def test_pages_without_text(page: str) -> None:
    """One sentence that says what to do."""
    with pytest.raises(JournalError, match=r"a\.html: there is no (text in the page: save it|word in the file)"):
        text(page)


def test_large_and_deep_pages_are_read_quickly() -> None:
    """Nothing recurses, and a trap of spans opens no memory."""
    rows = "".join(f"<tr><td>{i}</td><td>бал {'т' * 150}</td></tr>" for i in range(3000))  # 1 MB
    deep = "<div><b><span>" * 10_000 + "терең" + "</span></b></div>" * 10_000
    trap = "<table>" + "<tr><td colspan=999999999 rowspan=99999999999>а</td><td>ә</td></tr>" * 20 + "</table>"
    begun = time.process_time()
    found = text(f"<table>{rows}</table>{deep}{trap}")
    assert "терең" in found
    assert len(found) < 2_000_000
    assert len(blocks(found)[0].rows) == 3000
    assert time.process_time() - begun < 60
