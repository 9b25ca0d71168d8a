"""`make corpus`: what it writes of the sample, read back as R, AntConc and CWB would read it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from analysed.printed_pages import printed_pages
from analysed.records import Paragraph, Text
from analysed.writing import write_corpus
from journal.signs.private import private
from languages import words
from lunr_search.records import Page
from lunr_search.writing.manifest import manifest_in
from publishing.corpus import export, main, without_private
from tests.search import oracle


@pytest.fixture(scope="module")
def corpus(sample_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist") / "corpus"
    export(sample_site, folder)
    return folder


def rows(path: Path) -> Iterator[dict[str, str]]:
    """As R's read.delim reads it: tabs, quotes doubled inside quotes, no comments."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", strict=True)


def test_tokens_are_the_words_of_the_pages(sample_site: Path, sample_pages: list[Page], corpus: Path) -> None:
    """A row for each word of each passage, in order, with a lemma that the index has."""
    expected = [
        (word.text, page.id, str(number), passage.lang, passage.part, passage.anchor)
        for page in sample_pages
        for number, passage in enumerate(page.passages, 1)
        for word in words(without_private(passage.text))
    ]
    found = list(rows(corpus / "tokens.tsv"))
    columns = ("form", "article", "paragraph", "lang", "part", "anchor")
    assert [tuple(row[name] for name in columns) for row in found] == expected
    search = sample_site / "search"
    shards = oracle.shards_of(search, manifest_in(search) or {})
    terms = {term for _, shard in shards for term in oracle.front_decoded(shard["terms"])}
    assert {row["lemma"] for row in found} <= terms
    lemmas = {row["lemma"] for row in found if row["form"].lower().startswith("алаяқтығы") and row["lang"] == "kk"}
    assert lemmas == {"алаяқтық"}


def test_formats_say_the_same(sample_pages: list[Page], corpus: Path) -> None:
    """Plain texts hold what the pages do, vertical text the same tokens, the table of articles their counts."""
    pages = {page.id: page for page in sample_pages}
    articles = {row["id"]: row for row in rows(corpus / "articles.tsv")}
    assert list(articles) == list(pages)
    tokens = list(rows(corpus / "tokens.tsv"))
    assert sum(int(row["words"]) for row in articles.values()) == len(tokens)
    for name, page in pages.items():
        plain = (corpus / "texts" / f"{name}.txt").read_text("utf-8")
        assert plain == "\n\n".join(without_private(passage.text) for passage in page.passages) + "\n"
        assert articles[name]["title"] == page.title
        assert articles[name]["authors"].split("; ") == (list(page.authors) or [""])
    vertical = (corpus / "corpus.vert").read_text("utf-8")
    assert vertical.count("<doc ") == vertical.count("</doc>") == len(pages)
    lines = [line.split("\t") for line in vertical.splitlines() if "\t" in line]
    forms = [row["form"] for row in tokens]
    among = iter([unescape(line[0]) for line in lines])
    assert all(form in among for form in forms)  # in this order


FIRST = ["=1+1", "+7", "-сот", "@all", "'tis", '"so"', "№5", "=HYPERLINK(0)", "---", "(=x)"]


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    """What spreadsheets would run gets an apostrophe, in titles, names, ids and anchors; words are no formulas."""
    forms = [word.text for text in FIRST for word in words(text)]
    paragraphs = [
        Paragraph(1, "en", "body", anchor, anchor, forms, forms, [" "] * (len(forms) + 1)) for anchor in FIRST
    ]
    texts = [
        Text(Page(id=text, url="a.html", title=text, lang="en", authors=(text,), keywords=(text, text)), paragraphs)
        for text in FIRST
    ]
    write_corpus(texts, tmp_path / "made", "0")
    for name in ("tokens.tsv", "articles.tsv"):
        cells = [cell for row in rows(tmp_path / "made" / name) for cell in row.values()]
        assert cells
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert [row["title"] for row in rows(tmp_path / "made" / "articles.tsv")][:3] == ["'=1+1", "'+7", "'-сот"]


def test_vertical_text_gives_the_text_back(corpus: Path) -> None:
    """Tokens, joined by spaces but where `<g/>` stands, are the paragraph."""
    texts: list[str] = []
    glued = True
    for line in (corpus / "corpus.vert").read_text("utf-8").splitlines():
        if line.startswith("<p "):
            texts.append("")
            glued = True
        elif line == "<g/>":
            glued = True
        elif "\t" in line:
            texts[-1] += ("" if glued else " ") + unescape(line.split("\t")[0])
            glued = False
    plain = "\n\n".join(path.read_text("utf-8").rstrip("\n") for path in sorted((corpus / "texts").iterdir()))
    assert "\n\n".join(texts) == plain


def test_pages_come_from_the_page() -> None:
    """The last page that is shown to begin at or before a paragraph; another part begins anew."""
    html = """<main><h1 id=title>T</h1><div data-part=body>
      <p id=a>x<p id=b data-page=12>x<p id=c>x<p id=d data-page=13>x</div>
      <ol data-part=references><li id=r>x<li id=s data-page=14>x</ol></main>"""
    assert printed_pages(html.encode()) == {"b": "12", "c": "12", "d": "13", "s": "14"}


def test_the_same_site_gives_the_same_bytes(sample_site: Path, corpus: Path, tmp_path: Path) -> None:
    """Written again, also over a corpus of before, nothing differs, and nothing private stands in it."""
    again = tmp_path / "corpus"
    export(sample_site, again)
    export(sample_site, again)
    names = [path.relative_to(corpus) for path in sorted(corpus.rglob("*")) if path.is_file()]
    assert names == [path.relative_to(again) for path in sorted(again.rglob("*")) if path.is_file()]
    assert [name for name in names if (corpus / name).read_bytes() != (again / name).read_bytes()] == []


def test_private_data_is_masked(sample_pages: list[Page], corpus: Path) -> None:
    """What the report would mask stands in none of the files, though a page shows it."""
    shown = [passage.text for page in sample_pages for passage in page.passages if any(private(passage.text))]
    numbers = {number for text in shown for number in re.findall(r"[0-9]{12}", text)}
    assert numbers
    for path in corpus.rglob("*.*"):
        text = path.read_text("utf-8")
        assert not [number for number in numbers if number in text]


@pytest.mark.parametrize("what", ["site", "folder"])
def test_says_what_stands_in_the_way(
    what: str, sample_site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder that is no site of ours, or one that is something else: a sentence, nothing lost."""
    (tmp_path / "notes.txt").write_text("mine")
    site = tmp_path if what == "site" else sample_site
    folder = tmp_path / "corpus" if what == "site" else tmp_path
    assert main(["--site", str(site), "--into", str(folder)]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 2
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert not (tmp_path / "corpus").exists()
