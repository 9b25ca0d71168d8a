"""The finished `NAME.toml`: saved it changes nothing, a comment that is filled in does, the editor's words stay."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.scoring.scores import sample
from journal.corpus import Corpus, read_corpus
from journal.dumps import dump_paths
from journal.editor.companion import MARK, companion
from journal.editor.corrections import Corrections, read_corrections
from journal.records import Article, Author, Span
from journal.web.catalogue import catalogue
from tests.journal.tools import ABSTRACTS, BODIES, article, body, corpus, front, only, wrapped

ROOT = Path(__file__).resolve().parents[2]
TWO = article("bees", "kk") + article("bridges", "ru")


def save_all(found: Corpus, folder: Path) -> dict[str, str]:
    """Write the finished TOML of each dump beside it; what was written."""
    texts = {}
    for path in dump_paths(folder):
        toml = path.with_suffix(".toml")
        existing = toml.read_bytes().decode() if toml.exists() else ""
        text = companion(existing, read_corrections(toml), path.name, list(found.articles), "About {x}.")
        toml.write_text(text, "utf-8", newline="")
        texts[path.name] = text
    return texts


def in_short(found: Corpus) -> tuple[list[Any], list[str]]:
    return list(catalogue(found.articles)), list(found.report.jsonl())


TOMLS = {
    "nothing": None,
    "empty": "",
    "top": "year = 2030  # the year\r\n",
    "table": '[title]\nen = "On \\"honey\\""\n',
    "article": '# Mine.\n[[article]]\nnumber = 1\nkeywords = {ru = ["мёд"]}\nauthors = [{name = "Б. А."}]\n',
    "dates": 'dates = {received = "2030-01-02"}\nstatus = "corrected"\nformer_ids = ["old"]',
    "fix": '[[fix]]\nline = 1\nfrom = "ТАУ"\nto = "ТӨБЕ"\n',
    "inline": 'article = [{number = 1, year = 2031}]\nfix = [{line = 1, from = "ТАУ", to = "ТӨБЕ"}]\n',
    "mark": b"\xef\xbb\xbfyear = 2030".decode(),
}


@pytest.mark.parametrize("name", TOMLS)
def test_saved_it_changes_nothing(name: str, tmp_path: Path) -> None:
    """The same articles and the same report, and a second finished TOML is the first one; the editor's text is kept."""
    before = TOMLS[name]
    found = corpus(tmp_path, {"a.txt": article("bees", "kk")} | ({} if before is None else {"a.toml": before}))
    (text,) = save_all(found, tmp_path).values()
    assert text.startswith(before or "")
    again = read_corpus(tmp_path)
    assert in_short(again) == in_short(found)
    assert list(save_all(again, tmp_path).values()) == [text]


@pytest.mark.parametrize("name", ["nothing", "fix", "article"])
def test_dump_of_two_articles(name: str, tmp_path: Path) -> None:
    """Each gets its own entry."""
    before = TOMLS[name]
    found = corpus(tmp_path, {"a.txt": TWO} | ({"a.toml": before} if before else {}))
    (text,) = save_all(found, tmp_path).values()
    assert in_short(read_corpus(tmp_path)) == in_short(found)
    assert [entry["id"] for entry in tomllib.loads(text)["article"] if "id" in entry] == ["a-01", "a-02"]


def test_copies_in_two_dumps(tmp_path: Path) -> None:
    """The first dump tells what both know; the other one's file leaves it to the first."""
    short = front("bees", "kk") + body("bees", "kk")
    found = corpus(tmp_path, {"a.txt": short, "b.txt": TWO, "b.toml": TOMLS["top"]})
    texts = save_all(found, tmp_path)
    assert tomllib.loads(texts["a.txt"])["article"][0]["title"].keys() == {"kk", "ru", "en"}
    assert [entry["id"] for entry in tomllib.loads(texts["b.txt"])["article"]] == ["b-02"]
    assert "a.txt: 1–" in texts["b.txt"]
    assert in_short(read_corpus(tmp_path)) == in_short(found)


def test_our_sample(tmp_path: Path) -> None:
    """Whole issues, a thesis, lone articles, a copy: the site would be the same."""
    for path in (ROOT / "content" / "dumps").iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    found = sample().corpus
    save_all(found, tmp_path)
    assert in_short(read_corpus(tmp_path)) == in_short(found)


COMMENTS = [
    ("journal", '"Дала"', "journal"),
    ("doi", '"10.1/x"', "doi"),
    ("year", "2031", "year"),
    ("pages", '"3–9"', "pages"),
    ("dates.received", '"2031-01-02"', "dates"),
    ("licence", '"CC BY 4.0"', "licence"),
    ("former_ids", '["b-01"]', "former_ids"),
]


@pytest.mark.parametrize(("key", "value", "attribute"), COMMENTS)
def test_filling_in_a_comment_works(key: str, value: str, attribute: str, tmp_path: Path) -> None:
    """The sign before a key is taken away and the empty value filled in; nothing else changes."""
    found = corpus(tmp_path, {"a.txt": article("bees", "kk")})
    (text,) = save_all(found, tmp_path).values()
    filled, times = re.subn(rf'(?m)^# {re.escape(key)} = (""|0|\[\])', f"{key} = {value}", text)
    assert times == 1
    (tmp_path / "a.toml").write_text(filled, "utf-8")
    one = only(read_corpus(tmp_path))
    before = only(found)
    assert getattr(one, attribute)
    assert not getattr(before, attribute)
    assert (
        replace(one, **{attribute: getattr(before, attribute), "corrected": before.corrected}).titles == before.titles
    )


def test_filling_in_an_author(tmp_path: Path) -> None:
    """A table of its own behind the article's fields."""
    found = corpus(tmp_path, {"a.txt": article("bees", "kk")})
    (text,) = save_all(found, tmp_path).values()
    text = text.replace('# [[article.authors]]\n# name = ""', '[[article.authors]]\nname = "Балұлы Ә. Б."')
    (tmp_path / "a.toml").write_text(text.replace('# affiliation = ""', 'affiliation = "Дала"'), "utf-8")
    assert [(a.name, a.affiliation) for a in only(read_corpus(tmp_path)).authors] == [("Балұлы Ә. Б.", "Дала")]


def test_torn_abstract_is_left_to_the_editor(tmp_path: Path) -> None:
    """It stands as a comment with what there is of it."""
    whole = ABSTRACTS["bees"]["en"]
    found = corpus(tmp_path, {"a.txt": article("bees", "kk").replace(wrapped(whole), wrapped(whole[:-30]))})
    (text,) = save_all(found, tmp_path).values()
    assert re.search(r'(?m)^# abstract\.en = ".{20}', text)
    assert re.search(r'(?m)^abstract\.ru = ".{20}', text)
    assert in_short(read_corpus(tmp_path)) == in_short(found)


def test_private_data_is_not_written(tmp_path: Path) -> None:
    """Neither as a value nor as a comment."""
    body_text = BODIES["bees"]["kk"][0]
    whole = wrapped(ABSTRACTS["bees"]["en"])
    text = article("bees", "kk").replace(whole, f"{whole}\nIIN 850101300999 is in it.")
    found = corpus(tmp_path, {"a.txt": text.replace(body_text, body_text)})
    (toml,) = save_all(found, tmp_path).values()
    assert "850101300999" not in toml
    assert '# abstract.en = ""' in toml


@given(st.text(max_size=30), st.text(max_size=30), st.lists(st.text(max_size=9), max_size=3))
def test_any_text_makes_valid_toml(title: str, name: str, keywords: list[str]) -> None:
    """Quotation marks, backslashes, control characters: whatever a dump gives can be read back."""
    span = Span("a.txt", 1, 9)
    made = Article(
        "a-01", "kk", titles={"kk": title}, authors=(Author(name),), keywords={"kk": tuple(keywords)}, sources=(span,)
    )
    table = tomllib.loads(companion("", Corrections("a.toml"), "a.txt", [made], "head"))
    (entry,) = table["article"]
    assert entry.get("title", {}).get("kk", title) == title
    assert [author["name"] for author in entry.get("authors", [{"name": name}])] == [name]
    assert entry.get("keywords", {}).get("kk", keywords) == keywords
    assert not title.isalpha() or entry["title"] == {"kk": title}


def test_comments_are_added_once(tmp_path: Path) -> None:
    """A file that was saved once gets what is found later, but no second set of comments."""
    found = corpus(tmp_path, {"a.txt": article("bees", "kk"), "a.toml": f'{MARK}\n[[article]]\nnumber = 1\nid = "x"\n'})
    (text,) = save_all(found, tmp_path).values()
    assert "# doi" not in text
    assert "title.kk" in text
    assert only(read_corpus(tmp_path)).id == "x"
