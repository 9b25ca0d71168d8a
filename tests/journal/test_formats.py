"""The same article in every format is the same article; an editor sees the lines that the reports count."""

from __future__ import annotations

import html
import re
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from journal.reading.formats import SUFFIXES
from journal.reading.text import main
from journal.records import Article, Lang
from tests.journal.tools import (
    ABSTRACT,
    ABSTRACTS,
    BODIES,
    KEYWORDS,
    LABEL,
    SECTIONS,
    TITLES,
    corpus,
    only,
    text_of,
    wrapped,
)
from tests.journal.writers import Put, cells, column, docx, para, pdf, run

ROOT = Path(__file__).parents[2]
WORDS = re.compile(r"[^\W_]+")
ROWS = [["Жыл", "Бал, келі"], ["2030", "410"], ["2031", "395"]]
Part = tuple[str, str]  # what a part is, and its text


def parts(topic: str, lang: Lang) -> list[Part]:
    """An article by its parts: a title and an author, an abstract, keywords, sections."""
    front = [("title", TITLES[topic][lang].upper()), ("authors", "Ахметова А.Б.")]
    labelled = [("heading", ABSTRACT[lang]), ("text", ABSTRACTS[topic][lang])]
    keywords = [("text", f"{LABEL[lang]}: {', '.join(KEYWORDS[topic][lang])}.")]
    sections = zip(SECTIONS[lang], BODIES[topic][lang], strict=True)
    return [*front, *labelled, *keywords, *(part for h, t in sections for part in (("heading", h), ("text", t)))]


def as_txt(article: list[Part]) -> bytes:
    return "\n\n".join(wrapped(text) for _, text in article).encode()


def as_md(article: list[Part]) -> bytes:
    marks = {"title": "# ", "heading": "## "}
    return "\n\n".join(marks.get(kind, "") + text for kind, text in article).encode()


def as_docx(article: list[Part]) -> bytes:
    styles = {"title": "Title", "heading": "Heading2"}
    return docx(*(para(run(text), style=styles.get(kind, "")) for kind, text in article))


def as_html(article: list[Part]) -> bytes:
    tags = {"title": "h1", "heading": "h2", "authors": "p", "text": "p"}
    inside = "".join(f"<{tags[kind]}>{html.escape(text)}</{tags[kind]}>" for kind, text in article)
    return f"<nav>Мәзір</nav><main>{inside}</main><script>var a = 'жоқ'</script>".encode()


def as_pdf(article: list[Part], width: int = 84) -> bytes:
    """Pages of forty lines with running heads and numbers from 45 on, a blank line between two parts."""
    lines = [line for _, text in article for line in [*textwrap.wrap(text, width, break_on_hyphens=False), ""]]
    pages = [lines[i : i + 40] for i in range(0, len(lines), 40)]
    head = [Put(150, 800, "Samal Law Review No. 4 2031")]
    return pdf([[*head, *column(page), Put(290, 40, str(45 + i))] for i, page in enumerate(pages)])


def words(text: str) -> list[str]:
    return WORDS.findall(text)


def told(article: Article) -> tuple[object, ...]:
    """What an article says, whatever its format."""
    return (
        article.titles,
        [author.name for author in article.authors],
        {lang: text_of(blocks) for lang, blocks in article.abstracts.items()},
        article.keywords,
        [block.text for block in article.blocks if block.kind == "heading"],
        words(text_of(article.blocks)),
    )


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
@pytest.mark.parametrize("topic", TITLES)
@pytest.mark.parametrize(
    ("name", "write"),
    [("a.md", as_md), ("a.docx", as_docx), ("a.html", as_html), ("a.HTM", as_html), ("a.pdf", as_pdf)],
)
def test_one_article_in_every_format(
    name: str, write: Callable[[list[Part]], bytes], topic: str, lang: Lang, tmp_path: Path
) -> None:
    """Title, author, abstract, keywords, headings and all words of the body are those of the plain text."""
    article = parts(topic, lang)
    plain = only(corpus(tmp_path / "txt", {"a.txt": as_txt(article)}))
    assert told(only(corpus(tmp_path / "other", {name: write(article)}))) == told(plain)
    assert words(text_of(plain.blocks)) == words(" ".join(text for _, text in article[5:]))


def test_pages_and_facts_of_a_pdf(tmp_path: Path) -> None:
    """The running heads give the journal, the printed numbers the exact pages."""
    article = [*parts("bees", "kk"), *[("text", text) for text in BODIES["bees"]["kk"] * 4]]
    found = only(corpus(tmp_path, {"a.pdf": as_pdf(article)}))
    assert (found.journal, found.issue, found.year, found.pages) == ("Samal Law Review", "4", 2031, "45–46")
    assert {(block.page.number, block.page.exact) for block in found.blocks if block.page} == {(45, True), (46, True)}


def test_tables_in_the_formats_that_have_them(tmp_path: Path) -> None:
    """Rows and cells, unescaped."""
    article = parts("bees", "kk")
    rows = [[cell.replace("Бал", "Бал_2|3*") for cell in row] for row in ROWS]
    word = docx(*(para(run(text)) for _, text in article), cells(rows))
    table = "".join(f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    page = as_html(article).replace(b"</main>", f"<table>{table}</table></main>".encode())
    for name, data in (("a.docx", word), ("b.html", page)):
        found = only(corpus(tmp_path / name, {name: data}))
        assert [block.rows for block in found.blocks if block.kind == "table"] == [tuple(map(tuple, rows))]


def test_affiliations_by_raised_marks(tmp_path: Path) -> None:
    """The marks of authors lead to their institutions."""
    authors = [run("Ахметова А.Б."), run("1", raised=True), run(", Ли В.Г."), run("2", raised=True)]
    places = [
        para(run(mark, raised=True), run(f" {place}"))
        for mark, place in (("1", "Алатау университеті, Алматы"), ("2", "Ертіс институты, Семей"))
    ]
    title, _, *rest = parts("bees", "kk")
    body = [para(run(title[1])), para(*authors), *places, *(para(run(text)) for _, text in rest)]
    found = only(corpus(tmp_path, {"a.docx": docx(*body)}))
    assert [author.name for author in found.authors] == ["Ахметова А.Б.", "Ли В.Г."]
    assert [(author.affiliation or "").split(",")[0] for author in found.authors] == [
        "Алатау университеті",
        "Ертіс институты",
    ]


def test_lines_are_those_of_the_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`make text` prints what stands on the lines that `sources` and a fix count."""
    data = as_docx(parts("bees", "kk"))
    found = only(corpus(tmp_path, {"a.docx": data, "a.toml": '[[fix]]\nline = 9\nfrom = "омарта"\nto = "ОМАРТА"\n'}))
    assert main([str(tmp_path / "a.docx")]) == 0
    lines = capsys.readouterr().out.split("\n")
    assert lines[0] == f"     1  # {TITLES['bees']['kk'].upper()}"
    assert lines[8].startswith("     9  Тірек сөздер: ")
    assert "ОМАРТА" in found.keywords["kk"]
    assert found.sources[0].last == len(lines) - 1


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [([], 2, "Say which file"), (["a.doc"], 2, "Say which file"), (["no.pdf"], 1, "no.pdf"), (["b.pdf"], 1, "damaged")],
)
def test_text_of_what_cannot_be_read(
    arguments: list[str],
    code: int,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A sentence, and no traceback."""
    monkeypatch.chdir(tmp_path)
    Path("b.pdf").write_bytes(b"%PDF")
    assert main(arguments) == code
    assert said in capsys.readouterr().err


def test_text_as_a_command(tmp_path: Path) -> None:
    """As `make text` runs it; whoever reads may stop reading."""
    (tmp_path / "a.txt").write_text("сөз\n" * 50_000, "utf-8")
    command = [sys.executable, "-m", "journal.reading.text", str(tmp_path / "a.txt")]
    shell = f"'{command[0]}' -m journal.reading.text '{command[3]}' | head -1"
    done = subprocess.run(
        ["sh", "-c", shell],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(ROOT / "plugins"), "PYTHONUTF8": "1"},
    )
    assert (done.stdout, done.stderr) == ("     1  сөз\n", "")


def test_all_formats_are_dumps(tmp_path: Path) -> None:
    """A folder may hold them side by side, whatever the case of their names."""
    writers = {".txt": as_txt, ".md": as_md, ".docx": as_docx, ".pdf": as_pdf, ".html": as_html, ".htm": as_html}
    assert set(writers) == set(SUFFIXES)
    topics = [(topic, lang) for topic in TITLES for lang in ("kk", "ru", "en")]
    dumps = {
        f"{i}{suffix.upper() if i % 2 else suffix}": write(parts(*topics[i]))
        for i, (suffix, write) in enumerate(writers.items())
    }
    assert len(corpus(tmp_path, dumps).articles) == len(dumps)


@pytest.mark.parametrize("columns", [1, 2])
def test_a_pdf_printed_by_a_browser(columns: int, browser: Browser, tmp_path: Path) -> None:
    """Real fonts, justified lines, words hyphenated at their soft hyphens, running heads and numbers in the margins."""
    article = parts("bees", "kk")
    soft = [
        (kind, re.sub("([аеоұүыі])(?=[^\\W\\d_][аеоұүыі])", "\\1\u00ad", text) if kind == "text" else text)
        for kind, text in article
    ]
    style = (
        f"<style>body {{ columns: {columns}; text-align: justify; font-size: 10pt }} h1 {{ column-span: all }}</style>"
    )
    page = browser.new_page()
    page.set_content(style + as_html(soft).decode())
    page.evaluate("document.querySelector('nav').remove()")
    margin = "<div style='font-size: 8px; width: 100%; text-align: center'>{}</div>"
    printed = page.pdf(
        format="A5",
        display_header_footer=True,
        header_template=margin.format("Samal Law Review No. 4 2031"),
        footer_template=margin.format("<span class=pageNumber></span>"),
        margin={"top": "20mm", "bottom": "20mm", "left": "15mm", "right": "15mm"},
    )
    page.close()
    plain, found = (
        only(corpus(tmp_path / "txt", {"a.txt": as_txt(article)})),
        only(corpus(tmp_path / "pdf", {"a.pdf": printed})),
    )
    assert told(found) == told(plain)
    assert (found.journal, found.issue, found.pages) == ("Samal Law Review", "4", "1")
