"""What an article gets of its citations: style, numbers, warnings, the catalogue, and the links of its page."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.citing.bibliography import Bibliography
from journal.records import Article, Block, Lang, Span
from journal.report import Entry
from journal.web.catalogue import catalogue
from journal.web.links import Links
from tests.journal.test_citations import TEXTS
from tests.journal.tools import BODIES, article, body, corpus, entries, front, only, wrapped

SPAN = Span("a.txt", 1, 1)
LIST: dict[Lang, str] = {"kk": "Әдебиеттер", "ru": "Литература", "en": "References"}
WORKS = (
    "Омаров А.Б. Тау балы туралы. – Талдықорған: Жетісу, 2010. – 90 б.",
    "Ветлугин О.П. О мёде и горах. – Алматы: Пасека, 2012. – 120 с. (дата обращения: 17.01.2023).",
    "Smith J., van Dyk K. Honey and height // Bee Letters. – 2018a. – No. 2. – P. 5–9.",
    "Smith J. Honey and road. – Leeds: Hive, 2018b. – 77 p.",
    "Smith J. Dust. – Leeds: Hive, 2020. – 12 p.",
)


def dump(lang: Lang, cited: str, works: tuple[str, ...] = WORKS, numbered: bool = True) -> str:
    """An article whose first section ends in the sentence `cited`; no list where there are no works."""
    text = front("bees", lang) + body("bees", lang)
    first = BODIES["bees"][lang][0]
    text = text.replace(wrapped(first), wrapped(f"{first} {cited}"))
    listed = (f"{i}. {work}" if numbered else work for i, work in enumerate(works, 1))
    return text + (f"{LIST[lang]}\n\n" + "\n\n".join(map(wrapped, listed)) + "\n" if works else "")


def read(folder: Path, text: str) -> tuple[Article, list[Entry]]:
    found = corpus(folder, {"a.txt": text})
    return only(found), [entry for entry in entries(found.report, "warning") if "cited" in entry.why]


def linked(found: Article) -> dict[str, str]:
    """The text of each link in the body -> the marker and first word of what it leads to."""
    listed = {block.anchor: f"{block.marker} {block.text.split()[0]}".strip() for block in found.references}
    links = Links(found)
    runs = (run for block in found.blocks for run in links.runs(block))
    return {piece.text: listed[piece.anchor] for run in runs for piece in run.pieces if piece.anchor}


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_numbers_and_their_list(lang: Lang, tmp_path: Path) -> None:
    """All in the list: nothing to look at; what nothing cites is told to the catalogue only."""
    found, warnings = read(tmp_path, dump(lang, "Бал [1, 5 б.; 2–3]. Мёд [2, с. 7]. Honey [5, p. 4, 2]."))
    assert (found.citations.style, found.citations.cited) == ("numeric", (1, 2, 3, 5))
    assert not warnings
    (record,) = catalogue([found])
    assert record["citations"] == {"style": "numeric", "max": 5, "uncited": [4]}
    assert linked(found) == {"1": "1. Омаров", "2–3": "2. Ветлугин", "2": "2. Ветлугин", "5": "5. Smith"}


def test_a_number_beyond_the_list(tmp_path: Path) -> None:
    """The editor is shown where it stands; `max` is what the list holds; it links nowhere."""
    found, warnings = read(tmp_path, dump("kk", "Бал [1, 5 б.] мен балауыз [7] және [2, 7]."))
    (record,) = catalogue([found])
    assert record["citations"] == {"style": "numeric", "max": 2, "beyond": [7]}
    (warning,) = warnings
    assert (warning.before, warning.why) == ("[7]", "cited, and not in the list of references")
    assert linked(found) == {"1": "1. Омаров", "2": "2. Ветлугин"}


def test_no_list(tmp_path: Path) -> None:
    """Numbers are cited and the dump has no list: one warning, no links."""
    found, warnings = read(tmp_path, dump("ru", "Мёд [1, с. 5], воск [3] и рой [9].", works=()))
    (record,) = catalogue([found])
    assert record["citations"] == {"style": "numeric", "max": 9, "uncited": [2, 4, 5, 6, 7, 8], "list": False}
    (warning,) = warnings
    assert (warning.line, warning.why) == (found.sources[0].first, "no list of references, though [9] is cited")
    assert not linked(found)


def test_a_number_that_is_none_of_a_reference(tmp_path: Path) -> None:
    """Without a list a lone `[480]` does not make 479 works that nothing cites."""
    found, _ = read(tmp_path, dump("ru", "Мёд [1], воск [2], шифр [480].", works=()))
    assert (found.citations.cited, found.citations.uncited) == ((1, 2), ())


@pytest.mark.parametrize("cited", ["", "Заң (2014) бар [Электрондық деректер].", "x = [1, 2]"])
def test_nothing_cited(cited: str, tmp_path: Path) -> None:
    """Nothing is said of an article that cites nothing."""
    found, warnings = read(tmp_path, dump("kk", cited))
    (record,) = catalogue([found])
    assert "citations" not in record
    assert not warnings


def test_author_and_year(tmp_path: Path) -> None:
    """A link where exactly one entry has that surname, letter by letter, and that year; a day's year is none."""
    cited = (
        "Бал (Омаров, 2010: 5; Omarov, 2010) мен ара (Ветлугин, 2023; Ветлугин, 2012). Smith and van Dyk (2018a), "
        "(Dyk, 2018a), (Smith, 2018), (Smith, 2018b; Smith, 2020)."
    )
    found, warnings = read(tmp_path, dump("kk", cited, numbered=False))
    (record,) = catalogue([found])
    assert record["citations"] == {"style": "author-year"}
    assert not warnings
    assert linked(found) == {
        "Омаров, 2010": "Омаров",
        "Ветлугин, 2012": "Ветлугин",
        "Smith and van Dyk (2018a)": "Smith",
        "Dyk, 2018a": "Smith",
        "Smith, 2018b": "Smith",
        "Smith, 2020": "Smith",
    }


def test_a_list_without_numbers(tmp_path: Path) -> None:
    """The third entry is number 3, unless a citation shows that entries are missing."""
    found, _ = read(tmp_path / "all", dump("en", "Honey [1] and wax [3].", numbered=False))
    assert linked(found) == {"1": "Омаров", "3": "Smith"}
    found, warnings = read(tmp_path / "torn", dump("en", "Honey [1] and wax [9].", numbered=False))
    assert not linked(found)
    assert len(warnings) == 1


def block(text: str, marker: str = "", kind: str = "item") -> Block:
    return Block(kind, text, SPAN, marker=marker, anchor=f"p{abs(hash((text, marker)))}")  # type: ignore[arg-type]


def test_a_second_list_is_no_part_of_the_first() -> None:
    """The same works once more in Latin letters, under a heading or numbered again."""
    first = [block("Омаров", "1."), block("Ветлугин", "2.")]
    second = [block("Omarov", "1."), block("Vetlugin", "2.")]
    for between in ([block("References", kind="heading")], []):
        listed = Bibliography.of([*first, *between, *second])
        assert [each.text for each in listed.blocks] == ["Омаров", "Ветлугин"]
    assert Bibliography.of([]).size == 0


@pytest.mark.parametrize("text", ["[1] Омаров А.", "1) Омаров А.", "1. Омаров А."])
def test_numbers_printed_in_the_text_of_an_entry(text: str) -> None:
    """A number that the dump did not set apart counts as well."""
    assert list(Bibliography.of([block(text), block(text.replace("1", "2"))]).numbers) == [1, 2]


def test_back_to_the_first_citation(tmp_path: Path) -> None:
    """An entry leads back to the block that names it first; one that nothing cites leads nowhere."""
    found, _ = read(tmp_path, dump("kk", "Бал [2–3] және [2]."))
    links = Links(found)
    cited = next(each.anchor for each in found.blocks if "[2–3]" in each.text)
    assert [links.back(each.anchor) for each in found.references] == ["", cited, cited, "", ""]


def test_merged_copies_are_counted_anew(tmp_path: Path) -> None:
    """One dump has the text, the other the list too."""
    texts = {"a.txt": dump("kk", "Бал [1] мен [5].", works=()), "b.txt": dump("kk", "Бал [1] мен [5].")}
    found = only(corpus(tmp_path, texts))
    (record,) = catalogue([found])
    assert record["citations"] == {"style": "numeric", "max": 5, "uncited": [2, 3, 4]}


def test_an_untouched_article_says_nothing(tmp_path: Path) -> None:
    """No citation, no list: no record, no entry."""
    found, warnings = read(tmp_path, article("bees", "en"))
    assert (found.citations.style, warnings) == ("none", [])


@given(TEXTS, st.integers(0, 5))
def test_pieces_are_the_text(text: str, works: int) -> None:
    """Put together, the pieces on the page are the block's text, sign for sign."""
    listed = tuple(block(work, f"{i}.") for i, work in enumerate(WORKS[:works], 1))
    found = Article("a", "kk", blocks=(block(text, kind="paragraph"),), references=listed, sources=(SPAN,))
    links = Links(found)
    for runs in (links.runs(found.blocks[0]), links.plain(found.blocks[0])):
        assert "".join(piece.text for run in runs for piece in run.pieces) == text
        assert all(piece.text for run in runs for piece in run.pieces)


@given(st.lists(st.lists(TEXTS, max_size=4), max_size=4))
def test_cells_are_the_table(rows: list[list[str]]) -> None:
    """Put together, the pieces of each cell are the cell, sign for sign."""
    text = " ".join(cell for row in rows for cell in row if cell)
    table = Block("table", text, SPAN, rows=tuple(map(tuple, rows)), anchor="p1")
    links = Links(Article("a", "kk", blocks=(table,), references=(block(WORKS[0], "1."),), sources=(SPAN,)))
    shown = [["".join(piece.text for run in cell for piece in run.pieces) for cell in row] for row in links.rows(table)]
    assert shown == rows


def test_links_in_a_table() -> None:
    """A citation in a cell leads to its reference; a printed table of contents leads nowhere."""
    rows = (("бал [1]", ""), ("", "балауыз [1, 5 б.]"))
    for kind, count in (("table", 2), ("flat_table", 2), ("contents", 0)):
        table = Block(kind, "бал [1] балауыз [1, 5 б.]", SPAN, rows=rows, anchor="p1")  # type: ignore[arg-type]
        links = Links(Article("a", "kk", blocks=(table,), references=(block(WORKS[0], "1."),), sources=(SPAN,)))
        pieces = [piece for row in links.rows(table) for cell in row for run in cell for piece in run.pieces]
        assert sum(bool(piece.anchor) for piece in pieces) == count


def test_many_links_in_one_text() -> None:
    """A paragraph of ten thousand citations is cut in a moment."""
    text = "[1, с. 2] бал [3], " * 10_000
    listed = tuple(block(work, f"{i}.") for i, work in enumerate(WORKS, 1))
    paragraph = block(text, kind="paragraph")
    links = Links(Article("a", "kk", blocks=(paragraph,), references=listed, sources=(SPAN,)))
    assert sum(bool(piece.anchor) for run in links.runs(paragraph) for piece in run.pieces) == 20_000
