"""Citing: what pages say of themselves -> CSL-JSON -> BibTeX and RIS, read back by the parsers of others."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

import bibtexparser
import pytest
import rispy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page
from pylatexenc.latex2text import LatexNodes2Text

from journal.records import Article, Author
from journal.web.scholarly import tags
from lunr_search.build import build
from lunr_search.reading.pages import read_page
from lunr_search.writing.citing import csl

ARTICLE = Article(
    id="samal-1",
    lang="kk",
    titles={"kk": "Ауылдағы «медиация» & дау", "en": "Mediation"},
    authors=(
        Author("Ахметова А. Б.", affiliation="Самал университеті", orcid="0000-0002-1825-0097"),
        Author("T.N. Aliev", {"en": "T.N. Aliev", "kk": "Әлиев Т.Н."}),
    ),
    keywords={"kk": ("медиация", "Қылмыстық кодекс, 190-бап"), "en": ("Медиация", "mediation")},
    journal="Samal Law Journal",
    issn="1234-5679",
    year=2024,
    volume="7",
    issue="2(6)",
    pages="14–18",
    doi="10.1234/sam_al.7%2",
)


def item_of(html: str) -> dict[str, Any]:
    read = read_page("articles/a.html", html.encode())
    assert read
    return csl(read.page)


def head_of(article: Article) -> str:
    found = ((tag.name, tag.lang, escape(tag.content)) for tag in tags(article))
    return "".join(f'<meta name="{name}" lang="{lang}" content="{content}">' for name, lang, content in found)


BODY = '<main lang="en" data-id="a"><h1>Of lakes</h1><p>Some text of this page.</p></main>'


def test_an_article_is_cited_by_its_tags() -> None:
    """What the article knows, through the page's meta tags."""
    assert item_of(f"<html><head>{head_of(ARTICLE)}</head>{BODY}</html>") == {
        "id": "a",
        "type": "article-journal",
        "title": "Ауылдағы «медиация» & дау",
        "author": [{"family": "Ахметова", "given": "А. Б."}, {"family": "Әлиев", "given": "Т.Н."}],
        "issued": {"date-parts": [[2024]]},
        "container-title": "Samal Law Journal",
        "ISSN": "1234-5679",
        "volume": "7",
        "issue": "2(6)",
        "page": "14-18",
        "DOI": "10.1234/sam_al.7%2",
        "language": "kk",
        "keywords": ["медиация", "Қылмыстық кодекс, 190-бап", "mediation"],
        "path": "articles/a.html",
    }


def test_nothing_is_invented() -> None:
    """An article of which little is known has no empty tags, a page without any the rest."""
    assert [tag.name for tag in tags(Article(id="a", lang="ru"))] == ["citation_language"]
    assert item_of(f"<html>{BODY}</html>") == {
        "id": "a",
        "type": "webpage",
        "title": "Of lakes",
        "language": "en",
        "path": "articles/a.html",
    }


def test_words_that_stand_for_a_title_are_none() -> None:
    """An article without a title shows its opening words; they are not cited as if it were called so."""
    body = BODY.replace("<h1>", "<h1 data-noindex>")
    assert "title" not in item_of(f"<html><head>{head_of(Article(id='a', lang='en'))}</head>{body}</html>")


def test_a_thesis_is_of_its_university() -> None:
    """Of whichever degree: no entry says that it is a doctor's."""
    thesis = Article(id="a", lang="kk", titles={"kk": "Көл"}, kind="thesis", authors=ARTICLE.authors, year=2022)
    item = item_of(f"<html><head>{head_of(thesis)}</head>{BODY}</html>")
    assert (item["type"], item["publisher"]) == ("thesis", "Самал университеті")


META = {
    "thesis": ('<meta name="izdeu:kind" content="thesis">', {"type": "thesis"}),
    "dissertation": (
        '<meta name="citation_dissertation_institution" content="X">',
        {"type": "thesis", "publisher": "X"},
    ),
    "conference": (
        '<meta name="citation_conference_title" content="Proc. of Z">',
        {"type": "paper-conference", "container-title": "Proc. of Z"},
    ),
    "day": (
        '<meta name="citation_publication_date" content="2024/03/15">',
        {"issued": {"date-parts": [[2024, 3, 15]]}},
    ),
    "year in words": ('<meta name="citation_date" content="Spring 2021">', {"issued": {"date-parts": [[2021]]}}),
    "no title": ('<meta name="citation_language" content="en">', {"title": "Of lakes"}),
    "abstract": (
        '<meta name="citation_abstract" lang="en" content="On fish."><meta name="citation_abstract" content="Балық.">',
        {"abstract": "On fish."},
    ),
    "no year": ('<meta name="citation_date" content="forthcoming">', {"issued": None}),
    "status": ('<meta name="izdeu:status" content="retracted">', {"status": "retracted"}),
    "own year": ('<meta name="izdeu:year" content="2019">', {"issued": {"date-parts": [[2019]]}}),
    "one page": ('<meta name="citation_firstpage" content="7">', {"page": "7"}),
    "case": ('<meta name="Citation_Title" content="Big">', {"title": "Big"}),
    "address": (
        '<meta name="citation_title" content="B"><link rel="canonical" href="https://e.org/b">',
        {"URL": "https://e.org/b"},
    ),
    "part of one": ('<meta name="citation_title" content="B"><link rel="canonical" href="../b">', {"URL": None}),
    "family first": (
        '<meta name="citation_author" content="van Dijk, Anna">',
        {"author": [{"family": "van Dijk", "given": "Anna"}]},
    ),
    "one word": ('<meta name="izdeu:authors" content="Жандос">', {"author": [{"literal": "Жандос"}]}),
}


@pytest.mark.parametrize("name", META)
def test_tags_of_any_site(name: str) -> None:
    head, expected = META[name]
    item = item_of(f"<html><head>{head}</head>{BODY}</html>")
    assert {field: item.get(field) for field in expected} == expected


# Symbols of LaTeX's kernel (ltoutenc.dtx) that pylatexenc does not know or gives as look-alikes.
KERNEL = {"\\textbraceleft{}": "\ue000", "\\textbraceright{}": "\ue001", "\\textasciicircum{}": "\ue002"}


def plain(tex: str) -> str:
    """A field's text without TeX's commands."""
    for command, stand_in in KERNEL.items():
        tex = tex.replace(command, stand_in)
    text = LatexNodes2Text(math_mode="verbatim").latex_to_text(tex)
    return str(text).translate(str.maketrans("\ue000\ue001\ue002", "{}^"))


Formats = Callable[[list[dict[str, Any]], str], str]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Seventy pages, so that they stand in several files, one of them ours; and one that asks."""
    folder = tmp_path_factory.mktemp("citing")
    for number in range(70):
        head = head_of(ARTICLE) if number == 1 else f'<meta name="izdeu:year" content="{1950 + number}">'
        html = f'<html><head><meta charset="utf-8">{head}</head>{BODY}</html>'.replace('"a"', f'"p{number:02}"')
        (folder / f"p{number:02}.html").write_text(html, "utf-8")
    build(folder, jobs=1)
    head = '<meta charset="utf-8"><link rel="icon" href="data:,">'
    (folder / "ask.html").write_text(f'{head}<script src="search/izdeu.js"></script>', "utf-8")
    return folder


@pytest.fixture
def as_format(folder: Path, page: Page) -> Formats:
    page.goto(f"file://{folder}/ask.html")
    return lambda items, name: page.evaluate("([items, name]) => izdeu.citeAs(items, name)", [items, name])


def test_the_page_gets_items_in_the_order_asked(folder: Path, page: Page, http_server: Callable[[Path], str]) -> None:
    """What is no article is left out; a page read over the web has an address, one read from a folder has none."""
    script = "izdeu.cite(['p69', 'p01', 'no such', '', 'p02'])"
    page.goto(f"file://{folder}/ask.html")
    items = page.evaluate(script)
    assert [item["id"] for item in items] == ["p69", "p01", "p02"]
    assert items[0]["issued"] == {"date-parts": [[2019]]}
    assert not [item for item in items if "URL" in item or "path" in item]
    root = http_server(folder)
    page.goto(f"{root}ask.html")
    assert page.evaluate(script)[1]["URL"] == f"{root}p01.html"


def test_nothing_of_it_is_loaded_before(folder: Path, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/search/")[2]))
    page.goto(f"file://{folder}/ask.html")
    page.evaluate("izdeu.search('lakes')")
    assert not [name for name in asked if "cite" in name]
    page.evaluate("izdeu.cite(['p01'])")
    assert len([name for name in asked if name.startswith("cite/")]) == 2


def read_bibtex(text: str) -> list[tuple[str, str, dict[str, str]]]:
    """(type, key, fields) of each entry, without TeX's commands; names and verbatim fields as they stand."""
    library = bibtexparser.parse_string(text)
    assert not library.failed_blocks
    verbatim = ("doi", "url")
    return [
        (
            entry.entry_type,
            entry.key,
            {f.key: f.value if f.key in verbatim else plain(f.value) for f in entry.fields},
        )
        for entry in library.entries
    ]


NASTY = r"Закон 5 & 6: 100% «ҚР» $x_1$ #2 {ok} } { \cmd ~ ^ и <b>Ә</b>"
ITEM = {
    "id": "samal-1",
    "type": "article-journal",
    "title": NASTY,
    "author": [{"family": "Ахметова", "given": "Ә. Б."}, {"literal": "Редакция Ғылым and Co"}],
    "issued": {"date-parts": [[2024, 3, 5]]},
    "container-title": "Самал & Заң",
    "volume": "7",
    "issue": "2(6)",
    "page": "14-18",
    "DOI": "10.1234/sam_al.7%2",
    "URL": "https://e.org/a_b?c=1&d=%20#e",
    "language": "kk",
    "abstract": "Көл & балық: 50 %.",
    "keyword": "медиация, дау & шешу",
}


def test_bibtex_is_read_back(as_format: Formats) -> None:
    text = as_format([ITEM], "bibtex")
    [(kind, key, fields)] = read_bibtex(text)
    assert (kind, key) == ("article", "samal-1")
    assert fields["title"] == NASTY
    assert fields["journal"] == "Самал & Заң"
    assert fields["doi"] == ITEM["DOI"]
    assert fields["url"] == ITEM["URL"]
    assert (fields["keywords"], fields["abstract"]) == (ITEM["keyword"], ITEM["abstract"])
    assert (fields["year"], fields["month"], fields["day"]) == ("2024", "3", "5")
    assert (fields["volume"], fields["number"], fields["langid"]) == ("7", "2(6)", "kazakh")
    assert "pages = {14--18}" in text
    assert "author = {Ахметова, Ә. Б. and {Редакция Ғылым and Co}}" in text


def test_names_are_parted_by_a_bibtex_parser(as_format: Formats) -> None:
    """Families of several words, with particles; a name in one piece stays one."""
    from bibtexparser.middlewares import SeparateCoAuthors, SplitNameParts

    authors = [
        {"family": "van der Berg", "given": "J.-P.K."},
        {"family": "Құрманбек", "given": "Айдар Серікұлы"},
        {"literal": "Қазақ үні редакциясы"},
        {"family": "Sand and Sea", "given": "A."},
    ]
    text = as_format([{**ITEM, "author": authors}], "bibtex")
    library = bibtexparser.parse_string(text, append_middleware=[SeparateCoAuthors(), SplitNameParts()])
    parts = [(" ".join([*name.von, *name.last]), " ".join(name.first)) for name in library.entries[0]["author"]]
    assert parts == [
        ("van der Berg", "J.-P. K."),
        ("Құрманбек", "Айдар Серікұлы"),
        ("{Қазақ үні редакциясы}", ""),
        ("{Sand and Sea}", "A."),
    ]


def test_keys_are_plain_and_each_is_another(as_format: Formats) -> None:
    items = [{**ITEM, "id": name} for name in ("a b.html", "a{b}.html", "тізім", "", "a-b.html")]
    keys = [key for _, key, _ in read_bibtex(as_format(items, "bibtex"))]
    assert keys == ["a-b.html", "a-b-.html", "item", "item-2", "a-b.html-2"]


def test_ris_is_read_back(as_format: Formats) -> None:
    text = as_format([ITEM, {"id": "b", "type": "webpage", "title": "B"}], "ris")
    first, second = rispy.loads(text)
    assert first["type_of_reference"] == "JOUR"
    assert first["title"] == NASTY
    assert first["authors"] == ["Ахметова, Ә. Б.", "Редакция Ғылым and Co"]
    assert (first["year"], first["date"]) == ("2024", "2024/03/05")
    assert (first["secondary_title"], first["volume"], first["number"]) == ("Самал & Заң", "7", "2(6)")
    assert (first["start_page"], first["end_page"]) == ("14", "18")
    assert (first["doi"], first["urls"]) == (ITEM["DOI"], [ITEM["URL"]])
    assert (first["keywords"], first["abstract"]) == (["медиация", "дау & шешу"], ITEM["abstract"])
    assert (second["type_of_reference"], second["title"]) == ("ELEC", "B")
    assert all(line.endswith("\r") for line in text.split("\n")[:-1])


def test_whoever_cites_a_retracted_article_is_told(as_format: Formats) -> None:
    """In all formats, and by a field that every style prints; of others nothing is said."""
    item = {**ITEM, "status": "retracted"}
    assert read_bibtex(as_format([item], "bibtex"))[0][2]["note"] == "retracted"
    assert rispy.loads(as_format([item], "ris"))[0]["notes"] == ["retracted"]
    assert json.loads(as_format([item], "csl"))[0]["status"] == "retracted"
    assert "note" not in read_bibtex(as_format([ITEM], "bibtex"))[0][2]


def test_a_comma_in_a_keyword_parts_nothing(folder: Path, page: Page) -> None:
    page.goto(f"file://{folder}/ask.html")
    items, ris, bibtex, csl_json = page.evaluate(
        "izdeu.cite(['p01']).then(async (items) => [items, ...await Promise.all("
        "['ris', 'bibtex', 'csl'].map((name) => izdeu.citeAs(items, name)))])"
    )
    [keywords] = [item["keyword"] for item in items]
    assert keywords == "медиация, Қылмыстық кодекс, 190-бап, mediation"
    assert rispy.loads(ris)[0]["keywords"] == ["медиация", "Қылмыстық кодекс, 190-бап", "mediation"]
    assert "keywords = {медиация, {Қылмыстық кодекс, 190-бап}, mediation}" in bibtex
    assert json.loads(csl_json)[0]["keyword"] == keywords
    assert "custom" not in csl_json


def test_a_thesis_has_an_institution(as_format: Formats) -> None:
    [(kind, _, fields)] = read_bibtex(as_format([{**ITEM, "type": "thesis", "publisher": "Самал"}], "bibtex"))
    assert (kind, fields["institution"], fields.get("publisher")) == ("thesis", "Самал", None)


def test_csl_is_json(as_format: Formats) -> None:
    assert json.loads(as_format([ITEM], "csl")) == [ITEM]


@pytest.mark.parametrize("name", ["", "html", "constructor", "__proto__"])
def test_there_are_no_other_formats(as_format: Formats, folder: Path, page: Page, name: str) -> None:
    with pytest.raises(Exception, match="Error"):
        as_format([ITEM], name)


STRANGE = ["Cs", "Cc", "Cf", "Zl", "Zp", "Co", "Cn", "Mn"]
TEXTS = st.text(st.characters(exclude_categories=STRANGE), min_size=1, max_size=25)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(texts=st.lists(TEXTS.filter(str.strip), min_size=6, max_size=6))
def test_any_text_leaves_the_entries_whole(as_format: Formats, texts: list[str]) -> None:
    """No sign of a text ends a field, an entry or a line."""
    items = [{**ITEM, "id": f"p{n}", "title": text, "container-title": text} for n, text in enumerate(texts)]
    assert [key for _, key, _ in read_bibtex(as_format(items, "bibtex"))] == [item["id"] for item in items]
    found = rispy.loads(as_format(items, "ris"))
    assert [entry["title"] for entry in found] == [" ".join(text.split()) for text in texts]


def test_every_article_of_the_sample_can_be_cited(sample_site: Path, page: Page) -> None:
    """By its catalogue: whatever it knows stands in the item."""
    records = json.loads((sample_site / "catalogue.json").read_text("utf-8"))
    page.goto(f"file://{sample_site}/search.html")
    items = page.evaluate("(ids) => izdeu.cite(ids)", [record["id"] for record in records])
    assert [item["id"] for item in items] == [record["id"] for record in records]
    for record, item in zip(records, items, strict=True):
        assert item["title"] in record["title"].values()
        assert item.get("abstract") in {*(" ".join(text.split()) for text in record.get("abstract", {}).values()), None}
        assert bool(item.get("abstract")) == bool(record.get("abstract"))
        assert len(item.get("author", [])) == len(record["authors"])
        assert item.get("issued", {}).get("date-parts", [[None]])[0][0] == record.get("year")
        expected = [record.get(name) for name in ("journal", "issn", "volume", "issue", "doi")]
        assert [item.get(name) for name in ("container-title", "ISSN", "volume", "issue", "DOI")] == expected
    text = page.evaluate("(items) => izdeu.citeAs(items, 'bibtex')", items)
    assert len(read_bibtex(text)) == len(records)
