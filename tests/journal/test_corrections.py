"""`NAME.toml` beside a dump: every field, every fix, and no correction that silently does nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from journal.dumps import CorpusError
from journal.web.catalogue import catalogue
from tests.journal.tools import BODIES, KEYWORDS, TITLES, article, body, corpus, entries, front, only, text_of

DUMP = article("bees", "kk")
TWO = article("bees", "kk") + article("bridges", "ru")

CAPITALS = {lang: title.upper() for lang, title in TITLES["bees"].items()}
LISTS = {lang: list(items) for lang, items in KEYWORDS["bees"].items()}
FIELDS: list[tuple[str, str, Any]] = [
    ('journal = "Дала"', "journal", "Дала"),
    ('issn = "1234-5678"', "issn", "1234-5678"),
    ("year = 2030", "year", 2030),
    ('volume = "7"', "volume", "7"),
    ('issue = "2(9)"', "issue", "2(9)"),
    ('pages = "3–9"', "pages", "3–9"),
    ('doi = "10.1/x"', "doi", "10.1/x"),
    ('rights = "© 2030"', "rights", "© 2030"),
    ('licence = "CC-BY-4.0"', "licence", "CC-BY-4.0"),
    ('status = "corrected"', "status", "corrected"),
    ('kind = "review"', "kind", "review"),
    ('lang = "ru"', "lang", "ru"),
    ('id = "ara"', "id", "ara"),
    ('dates = {received = "2030-01-02"}', "dates", {"received": "2030-01-02"}),
    ('title = {en = "On honey"}', "title", CAPITALS | {"en": "On honey"}),
    ('keywords = {ru = ["мёд"]}', "keywords", LISTS | {"ru": ["мёд"]}),
    ('authors = [{name = "Ә.Б. Балұлы", orcid = "x"}]', "authors", [{"name": "Ә.Б. Балұлы", "orcid": "x"}]),
]  # fmt: skip


@pytest.mark.parametrize("where", ["", "[[article]]\nnumber = 1\n", "[[article]]\nline = 30\n"])
@pytest.mark.parametrize(("toml", "key", "value"), FIELDS, ids=[key for _, key, _ in FIELDS])
def test_every_field_of_the_catalogue(where: str, toml: str, key: str, value: object, tmp_path: Path) -> None:
    """Over all, by number, by a line in the article; the catalogue shows what was given."""
    found = corpus(tmp_path, {"a.txt": DUMP, "a.toml": where + toml + "\n"})
    (record,) = catalogue(found.articles)
    assert record[key] == value


def test_abstract_is_given_in_paragraphs(tmp_path: Path) -> None:
    """An abstract of two paragraphs, in one language; the others stay."""
    found = only(corpus(tmp_path, {"a.txt": DUMP, "a.toml": 'abstract = {en = "One.\\n\\nTwo."}'}))
    assert [block.text for block in found.abstracts["en"]] == ["One.", "Two."]
    assert all(block.lang == "en" and block.anchor for block in found.abstracts["en"])
    assert set(found.abstracts) == {"kk", "ru", "en"}


def test_byte_order_mark_of_notepad(tmp_path: Path) -> None:
    """Windows Notepad writes one."""
    assert only(corpus(tmp_path, {"a.txt": DUMP, "a.toml": b"\xef\xbb\xbfyear = 2030\r\n"})).year == 2030


def test_issue_fields_hold_for_all_articles_of_a_dump(tmp_path: Path) -> None:
    """And each article takes its own."""
    toml = 'year = 2030\n[[article]]\nnumber = 2\npages = "7"\n[[article]]\nline = 3\ntitle = {kk = "Бал"}\n'
    one, two = corpus(tmp_path, {"a.txt": TWO, "a.toml": toml}).articles
    assert (one.year, one.pages, one.titles["kk"]) == (2030, None, "Бал")
    assert (two.year, two.pages, two.titles["ru"].casefold()) == (2030, "7", TITLES["bridges"]["ru"].casefold())


@pytest.mark.parametrize(
    ("toml", "key"),
    [
        ("yaer = 2030", "yaer"),
        ('year = "2030"', "year"),
        ("year = -1", "year"),
        ("year = true", "year"),
        ('title = "Бал"', "title"),
        ('title = {de = "Honig"}', "title"),
        ('title = {kk = ""}', "title"),
        ('keywords = {kk = "бал"}', "keywords"),
        ('abstract = {kk = ["бал"]}', "abstract"),
        ('authors = ["Балұлы"]', "authors"),
        ('authors = [{email = "a@example.org"}]', "authors"),
        ('authors = [{name = "Б", phone = "1"}]', "authors"),
        ('kind = "novel"', "kind"),
        ('kind = ["article"]', "kind"),
        ('lang = "de"', "lang"),
        ('lang = ["kk"]', "lang"),
        ('id = "2030"', "id"),
        ('id = "Бал"', "id"),
        ('id = "con"', "id"),
        ('former_ids = "a"', "former_ids"),
        ('former_ids = ["a b"]', "former_ids"),
        ('journal = " "', "journal"),
        ("dates = {received = 2030-01-02}", "dates"),
        ("dates = {received = 7}", "dates"),
        ("article = 3", "article"),
        ("fix = {line = 1}", "fix"),
        ("[[article]]\nyear = 2030", "number"),
        ("[[article]]\nnumber = 2\nyear = 2030", "number"),
        ("[[article]]\nnumber = 0", "number"),
        ("[[article]]\nline = 99999\nyear = 2030", "line"),
        ('[[article]]\nnumber = 1\ntitel = {kk = "Бал"}', "titel"),
        ('[[fix]]\nline = 1\nfrom = "жоқ сөз"\nto = "бар сөз"', "жоқ сөз"),
        ('[[fix]]\nline = 99999\nfrom = "бал"\nto = "ара"', "бал"),
        ('[[fix]]\nline = 1\nfrom = "бал"', "[[fix]] 1"),
        ('[[fix]]\nline = "1"\nfrom = "бал"\nto = "ара"', "[[fix]] 1"),
        ('[[fix]]\nline = 1\nfrom = ""\nto = "ара"', "[[fix]] 1"),
        ('[[fix]]\nline = 1\nfrom = "бал"\nto = 7', "[[fix]] 1"),
        ('[[fix]]\nline = 1\nfrom = "бал"\nto = "ара"\nwhy = "x"', "[[fix]] 1"),
        ("year = ", "TOML"),
        ("year = 1\nyear = 2", "TOML"),
    ],
)  # fmt: skip
def test_correction_that_cannot_be_used_is_an_error(toml: str, key: str, tmp_path: Path) -> None:
    """One sentence with the file and the key."""
    with pytest.raises(CorpusError) as caught:
        corpus(tmp_path, {"a.txt": DUMP, "a.toml": toml})
    (error,) = caught.value.errors
    assert error.file == "a.toml"
    assert key in error.message
    assert "\n" not in error.message


def test_article_field_over_a_dump_of_two(tmp_path: Path) -> None:
    """A title cannot hold for both."""
    with pytest.raises(CorpusError, match=r"a\.toml: 'title' must stand under \[\[article\]\]"):
        corpus(tmp_path, {"a.txt": TWO, "a.toml": 'title = {kk = "Бал"}'})


@pytest.mark.parametrize("name", ["b.toml", "A.toml"])
def test_corrections_without_a_dump(name: str, tmp_path: Path) -> None:
    """A TOML beside no dump of its name corrects nothing, so it is an error."""
    with pytest.raises(CorpusError, match="there is no dump of this name"):
        corpus(tmp_path, {"a.txt": DUMP, name: "year = 2030"})


# --- fixes ---------------------------------------------------------------------------------------------------------


def fixed(text: str, before: str, after: str, folder: Path, more: str = "") -> str:
    """The body after one fix on the last line of `text`, which stands in the first section."""
    dump = f"Кіріспе\n\n{text}\n\n{more}\n\n" + body("bees", "kk").split("\n\n", 2)[2]
    toml = f'[[fix]]\nline = {2 + len(text.split(chr(10)))}\nfrom = "{before}"\nto = "{after}"\n'
    return only(corpus(folder, {"a.txt": dump, "a.toml": toml})).blocks[1].text


@pytest.mark.parametrize(
    ("text", "before", "after", "expected"),
    [
        ("Бұл жолда қате бар, түзетілсін.", "қате", "дұрыс", "Бұл жолда дұрыс бар, түзетілсін."),
        ("Бұл жолда артық сөз бар.", " артық", "", "Бұл жолда сөз бар."),
        ("Бұл туралы\nон сегіз жыл бұрын айтылған.", "он сегіз", "он тоғыз", "Бұл туралы он тоғыз жыл бұрын айтылған."),
        ("Осы мәселе қыс-\nқаша айтылды.", "қысқаша", "қыс-қаша", "Осы мәселе қыс-қаша айтылды."),
        ("Соттың ком петенциясы бар.", "ком петенциясы", "компетенциясы", "Соттың компетенциясы бар."),
    ],
)
def test_fix_before_and_after_the_repairs(text: str, before: str, after: str, expected: str, tmp_path: Path) -> None:
    """`from` is looked for on the line as it is, then in the paragraph as the repairs left it."""
    assert fixed(text, before, after, tmp_path) == expected


def test_fix_to_itself_forbids_a_repair(tmp_path: Path) -> None:
    """`to` equal to `from`: the words stay as they stand, where without the fix they would be healed."""
    text, more = "Бұл эконо микалық деп жазылған сөз.", "Бұл экономикалық өсім, ол экономикалық даму."
    assert "экономикалық деп" in fixed(text, "жазылған", "жазылған", tmp_path / "healed", more)
    assert fixed(text, "эконо микалық", "эконо микалық", tmp_path / "kept", more) == text


def test_fix_forbids_a_join(tmp_path: Path) -> None:
    """A hyphen at a line end that the editor keeps."""
    dump = "Кіріспе\n\nОсы жерде сөз қыс-\nқаша айтылды.\n\n" + body("bees", "kk").split("\n\n", 2)[2]
    toml = '[[fix]]\nline = 3\nfrom = "қыс-"\nto = "қыс-"\n'
    assert only(corpus(tmp_path, {"a.txt": dump, "a.toml": toml})).blocks[1].text == "Осы жерде сөз қыс-қаша айтылды."


def test_fixes_are_reported(tmp_path: Path) -> None:
    """By line, with what was and what is."""
    found = corpus(tmp_path, {"a.txt": DUMP, "a.toml": '[[fix]]\nline = 1\nfrom = "ТАУ"\nto = "ТӨБЕ"\n'})
    assert [(e.line, e.before, e.after) for e in entries(found.report, "correction")] == [(1, "ТАУ", "ТӨБЕ")]
    assert only(found).titles["kk"].startswith("ТӨБЕ БӨКТЕРІНДЕГІ")


def test_no_guard_of_a_fix_reaches_a_page(tmp_path: Path) -> None:
    """In titles, keywords, abstracts and references, too."""
    toml = "".join(
        f'[[fix]]\nline = {n}\nfrom = "{w}"\nto = "{w}"\n'
        for n, w in ((1, "ТАУ БӨКТЕРІНДЕГІ"), (10, "ара шаруашылығы"))
    )
    dump = front("bees", "kk") + body("bees", "kk")
    line = next(n for n, text in enumerate(dump.split("\n"), 1) if text.startswith("Тірек сөздер"))
    found = only(corpus(tmp_path, {"a.txt": dump, "a.toml": toml.replace("line = 10", f"line = {line}")}))
    assert found.titles["kk"].casefold() == TITLES["bees"]["kk"].casefold()
    assert found.keywords["kk"] == KEYWORDS["bees"]["kk"]
    assert text_of(found.blocks).endswith(BODIES["bees"]["kk"][2])
