"""What an article holds and lacks: the verdict that the editor reads first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journal.editor.findings import findings
from journal.records import Article, Author, Block, Page, Span

SPAN = Span("a.txt", 1, 90)
BODY = (
    Block("heading", "Кіріспе", SPAN, level=2),
    Block("paragraph", "Мәтін.", SPAN, page=Page(12, False)),
)
WHOLE = Article(
    id="a-01",
    lang="kk",
    titles={"ru": "Название", "kk": "Атауы"},
    authors=(Author("А. Б."), Author("В. Г.", affiliation="Университет")),
    abstracts={"kk": BODY[1:], "en": ()},
    keywords={"kk": ("бал", "ара")},
    blocks=BODY,
    references=(BODY[1],),
    journal="Дала",
    year=2024,
    issue="2",
    pages="12–18",
    words=7,
    sources=(SPAN,),
)


def test_what_was_found() -> None:
    """Counts and languages, in the order of the languages."""
    found = findings(WHOLE)
    assert (found.title, found.title_lang, found.titles) == ("Атауы", "kk", ("kk", "ru"))
    assert (found.abstracts, found.keywords) == (("kk",), (("kk", 2),))
    assert (found.authors, found.affiliations, found.sections, found.references) == (2, 1, 1, 1)
    assert (found.pages, found.page_range, found.words) == ("exact", "12–18", 7)


@pytest.mark.parametrize(
    ("changes", "needed"),
    [
        ({}, ()),
        ({"authors": (), "year": None}, ("author", "date")),
        ({"titles": {}, "journal": None}, ("title", "journal")),
        ({"kind": "editorial", "authors": ()}, ()),
        ({"kind": "thesis", "journal": None, "issue": None}, ()),
    ],
)
def test_what_a_citation_cannot_do_without(changes: dict[str, object], needed: tuple[str, ...]) -> None:
    """Author, title, journal, year; a thesis has no journal, an editorial no author."""
    found = findings(replace(WHOLE, **changes))  # type: ignore[arg-type]
    assert found.needed == needed
    assert found.citable == (not needed)


def test_wishes() -> None:
    """Exact pages, an issue, what an index asks for in three languages; no title is wished for where none is needed."""
    found = findings(replace(WHOLE, pages=None, issue=None))
    assert found.pages == "estimated"
    assert found.wished == (
        "issue",
        "pages",
        "affiliation",
        "title.en",
        "abstract.ru",
        "abstract.en",
        "keywords.ru",
        "keywords.en",
    )
    assert not {"issue", "pages", "abstract.ru"} & set(findings(replace(WHOLE, kind="thesis", pages=None)).wished)
    assert findings(replace(WHOLE, blocks=(), pages=None)).pages == "unknown"
