"""The scorer itself: it sees what is wrong, and nothing else."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from benchmarks.press.clean import FOLDER
from benchmarks.press.trace import Break, Hyphen, trace
from benchmarks.scoring.gold import Gold, read_gold
from benchmarks.scoring.lines import line_rows
from benchmarks.scoring.pages import page_rows
from benchmarks.scoring.parts import part_rows
from benchmarks.scoring.rows import Miss, Row, added, share, table
from benchmarks.scoring.scores import sample


@pytest.fixture(scope="module")
def truth() -> Gold:
    return read_gold(FOLDER)


def missed(rows: list[Row]) -> dict[str, int]:
    return {row.name: len(row.misses) for row in rows if row.misses}


def test_words_that_were_broken_are_traced() -> None:
    """From the words and the printed lines alone: soft and hard hyphens, a space in a word, a hyphen inside that."""
    words = "Қарым-қатынас мінез-құлықтарының экологиялық бұзушылықтарға аудио- және".split()
    broken = ["Қарым-қатынас", "мінез-құлықтарының", "эко логиялық", "бұзу шылықтарға", "аудио-", "және"]
    lines = ["Қарым-", "қатынас мінез-құлықтары-", "ның эко", "логиялық бұзу шы-", "лықтарға аудио-", "және"]
    hyphens, breaks = trace(words, broken, lines)
    assert [(h.line, h.left, h.right, h.decision) for h in hyphens] == [
        (0, "Қарым-", "қатынас", "keep"),
        (1, "мінез-құлықтары-", "ның", "join"),
        (3, "шы-", "лықтарға", "join"),
        (4, "аудио-", "және", "none"),
    ]
    assert hyphens[1] == Hyphen(1, "мінез-құлықтары-", "ның", "join", "мінез-құлықтарының")
    assert breaks == [
        Break(2, 3, "эко|логиялық", "экологиялық"),
        Break(3, 4, "бұзу шы-|лықтарға", "бұзушылықтарға"),
    ]


def test_wrong_gold_is_a_miss_in_its_row(truth: Gold) -> None:
    """One row of each kind made wrong shows as one miss in one row."""
    hyphen = {**truth.hyphens[0], "decision": "keep"}
    block = {**truth.blocks[0], "lang": "en"}
    wrong = replace(truth, hyphens=[hyphen, *truth.hyphens[1:]], blocks=[block, *truth.blocks[1:]])
    languages = {"block language right": 1, "block language right, by characters": 1}
    assert missed(line_rows(wrong, sample())) == {"line-end hyphens decided right": 1, **languages}
    assert missed(line_rows(replace(truth, breaks=truth.breaks[1:]), sample())) == {"words healed wrongly": 1}
    printed = [row for row in truth.noise if row["kind"] == "page_number"]
    without = [row for row in truth.noise if row is not printed[0]]
    assert missed(line_rows(replace(truth, noise=without), sample())) == {"text lines dropped": 1}


def test_article_that_gold_has_not_is_invented(truth: Gold) -> None:
    """Only what gold covers is judged: an article outside is neither found nor invented."""
    fewer = replace(truth, articles=truth.articles[1:])
    assert missed(part_rows(fewer, sample())) == {"articles invented": 1}
    first = truth.articles[0]["sources"][0]
    covered = [s for s in truth.covered if s.file != first["file"] or not first["start"] <= s.first <= first["end"]]
    assert missed(part_rows(replace(fewer, covered=covered), sample())) == {}


def altered(site: Path, folder: Path, change: str) -> Path:
    """A copy of the article pages; one paragraph of one body is taken out, moved to the end or put in twice."""
    shutil.copytree(site / "articles", folder / "articles")
    page = folder / "articles" / "samal-2023-1-01.html"
    soup = BeautifulSoup(page.read_text("utf-8"), "lxml")
    body = soup.select_one('[data-part="body"]')
    assert isinstance(body, Tag)
    paragraph = body.find_all("p")[2]
    if change == "twice":
        paragraph.insert_after(BeautifulSoup(str(paragraph), "lxml").p)
    else:
        paragraph.extract()
    if change == "moved":
        body.append(paragraph)
    page.write_text(str(soup), "utf-8")
    return folder


@pytest.mark.parametrize(
    ("change", "row"),
    [
        ("gone", "words of the lines on their page"),
        ("moved", "blocks out of order on a page"),
        ("twice", "texts on a page that no line holds"),
    ],
)
def test_change_of_a_page_is_seen(change: str, row: str, sample_site: Path, tmp_path: Path) -> None:
    """A paragraph that a page lacks, has elsewhere or has twice."""
    rows = page_rows(sample(), altered(sample_site, tmp_path, change))
    assert row in missed(rows)
    assert not next(each for each in rows if each.name == row).held


def test_rows_add_up_and_print() -> None:
    """Shares by what they count; the table says what is under its bar."""
    one, two = share("words", 4, [Miss("a.txt", 3, "word")], 0.9), share("words", 6, [], 0.9)
    (both,) = added([[one], [two]])
    assert (both.right, both.of, both.held, str(both.misses[0])) == (9, 10, True, "a.txt:3: word")
    assert "| words | 0.9 | 0.7500 (3/4) **under the bar** | – |" in table({"a": [one], "b": []})
