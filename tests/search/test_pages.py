"""What the indexer takes from HTML pages, ours and anybody's."""

from __future__ import annotations

from pathlib import Path

import pytest

import build_index
from lunr_search.errors import SiteError
from tests.search.oracle import pages_of as read_site


def site(folder: Path, **pages: str) -> Path:
    """A folder of pages; `a__b` is written as a/b.html."""
    for name, body in pages.items():
        path = folder / f"{name.replace('__', '/')}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<!doctype html><html><head><title>T {name}</title></head><body>{body}</body></html>", "utf-8")
    return folder


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ("<p>out</p><main><p>in</p></main>", ["in"]),
        ("<main><p>out</p><article><p>in</p></article></main>", ["in"]),
        ("<article><p>out</p></article><div data-index><p>in</p></div>", ["in"]),
        ("<p>bare body</p>", ["bare body"]),
        ("<p>one <b>bold</b>\n word</p>", ["one bold word"]),
        ("<p>seen</p><p data-noindex>hidden</p><div data-noindex><p>hidden</p></div>", ["seen"]),
        ("<p>text<span data-noindex>label</span></p>", ["text"]),
        ("<nav><p>menu</p></nav><p>text</p><script>var x</script>", ["text"]),
        ("<ul><li>outer<ul><li>inner</li></ul></li></ul>", ["outer", "inner"]),
        ("<blockquote>words <p>inside</p></blockquote>", ["words", "inside"]),
        ("<table><tr><th>head</th><td>cell</td></tr></table>", ["head", "cell"]),
        ("<p>a<!-- comment -->b</p>", ["ab"]),
        ("<p> \u00a0 </p><p>x</p>", ["x"]),
        ("<p>alpha<br>beta</p>", ["alpha beta"]),
        ("<p>one<b>two</b>three</p>", ["onetwothree"]),
        ("<li>foo<ul><li>inner</li></ul>bar</li>", ["foo bar", "inner"]),
        ("<blockquote><div>one</div><div>two</div></blockquote>", ["one two"]),
        ("<div>bare <i>text</i></div><p>block</p>tail", ["bare text", "block", "tail"]),
        ("<form><p>inside a form</p><button>press</button></form>", ["inside a form"]),
        ("<article><p>one</p></article><article><p>two</p></article>", ["one", "two"]),
        ("<p>" * 3000 + "deep", ["deep"]),
        ("<div>" * 3000 + "<p>deep</p>", ["deep"]),
    ],
)
def test_main_text_and_passages(tmp_path: Path, body: str, texts: list[str]) -> None:
    """The main text is found by mark, then element; its innermost blocks are the passages."""
    [page] = read_site(site(tmp_path, page=body))
    assert [passage.text for passage in page.passages] == texts


def test_marked_pages_leave_the_others_out(tmp_path: Path) -> None:
    """Where some pages mark their main text, pages without a mark are not indexed."""
    pages = read_site(site(tmp_path, home="<main><p>menu</p></main>", text="<main data-index><p>text</p></main>"))
    assert [page.url for page in pages] == ["text.html"]


def test_pages_left_out_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """How many, so that nobody looks for them in vain; nothing is said where all are indexed."""
    site(tmp_path, home="<main><p>menu</p></main>", text="<main data-index><p>text</p></main>", empty="<p></p>")
    assert build_index.main([str(tmp_path), "--jobs", "1"]) == 0
    assert "1 pages; 1 without [data-index] are left out" in capsys.readouterr().out
    (tmp_path / "home.html").unlink()
    assert build_index.main([str(tmp_path), "--jobs", "1"]) == 0
    assert "left out" not in capsys.readouterr().out


def test_language_is_the_nearest(tmp_path: Path) -> None:
    """A passage has the nearest lang; without one, its letters and small words tell."""
    body = '<main lang="ru-KZ"><p>суд</p><p lang="kk">сот</p></main>'
    [page] = read_site(site(tmp_path, page=body))
    assert [(p.text, p.lang) for p in page.passages] == [("суд", "ru"), ("сот", "kk")]
    [page] = read_site(site(tmp_path, page="<p>Бұл мәтін қазақ тілінде жазылған және тілі көрсетілмеген.</p>"))
    assert page.passages[0].lang == "kk"


@pytest.mark.parametrize(
    ("page", "title", "text"),
    [
        ("<html><title>T</title><h1><img alt=Logo></h1><p>x</p>", "Logo", "x"),
        ("<html><title>T</title><h1> </h1><p>x</p>", "T", "x"),
        ("<html><p>x</p>", "page.html", "x"),
        (
            '<?xml version="1.0" encoding="utf-8"?><html xml:lang="ru"><body><p>суд</p></body></html>',
            "page.html",
            "суд",
        ),
        ('<html><meta name="izdeu:year" content="²"><meta name="izdeu:keyword"><p>x</p>', "page.html", "x"),
    ],
)
def test_odd_pages_are_read(tmp_path: Path, page: str, title: str, text: str) -> None:
    """Pages without a usable heading, XHTML and senseless metadata are read as far as they make sense."""
    (tmp_path / "page.html").write_text(page, "utf-8")
    [read] = read_site(tmp_path)
    assert (read.title, read.passages[-1].text) == (title, text)


def test_encoding_lang_and_url_of_strange_pages(tmp_path: Path) -> None:
    """windows-1251 without a word about it, a foreign lang, and a name that a link must escape."""
    (tmp_path / "C# 100%.html").write_bytes("<html><p>Уголовный кодекс и суд</p>".encode("windows-1251"))
    (tmp_path / "x.html").mkdir()
    (tmp_path / "DE.HTM").write_text('<html lang="de"><p>Gericht und Gesetz</p>', "utf-8")
    german, russian = sorted(read_site(tmp_path), key=lambda page: page.lang)
    assert (german.lang, german.passages[0].lang) == ("", "other")
    assert (russian.url, russian.passages[0].text) == ("C%23%20100%25.html", "Уголовный кодекс и суд")


def test_a_huge_page_does_not_hang(tmp_path: Path) -> None:
    """Thirty thousand paragraphs without ids are read; quadratic work would not end in time."""
    [page] = read_site(site(tmp_path, page="".join(f"<p>word {i}</p>" for i in range(30_000))))
    assert len(page.passages) == 30_000


def test_ids_titles_and_anchors(tmp_path: Path) -> None:
    """The id is data-id or the path, never all digits; the title h1 or title; the anchor the nearest id."""
    inner = '<h1>Head</h1><p id="a">one</p><section id="s"><p>two</p></section><p>three</p>'
    body = f'<article data-id="2024">{inner}</article>'
    [page] = read_site(site(tmp_path, page=body))
    assert (page.id, page.title) == ("d2024", "Head")
    assert [(p.text, p.anchor) for p in page.passages] == [("Head", ""), ("one", "a"), ("two", "s"), ("three", "s")]
    [page] = read_site(site(tmp_path / "x", sub__page="<p>text</p>"))
    assert (page.id, page.title, page.url) == ("sub/page.html", "T sub__page", "sub/page.html")


def test_errors_are_one_sentence(tmp_path: Path) -> None:
    """A missing folder, one without text, and two pages of one id are errors that name the place."""
    with pytest.raises(SiteError, match="no such folder"):
        read_site(tmp_path / "nowhere")
    with pytest.raises(SiteError, match="no HTML page"):
        read_site(tmp_path)
    twice = '<article data-id="same"><p>text</p></article>'
    with pytest.raises(SiteError, match=r"b\.html: the id 'same' is also that of a\.html"):
        read_site(site(tmp_path, a=twice, b=twice))
