"""Dumps restored, held to floors: our sample, dumps printed anew, the shared gold; each miss is told by file and line.

The rows and their bars: benchmarks/scoring; figures: benchmarks/results/fidelity.md. Floors may be raised, not lowered.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from benchmarks.press.clean import FOLDER, read_all
from benchmarks.press.sample import sample as printed_sample
from benchmarks.press.written import gold
from benchmarks.scoring.gold import read_gold
from benchmarks.scoring.pages import page_rows
from benchmarks.scoring.reading import read
from benchmarks.scoring.rows import Row
from benchmarks.scoring.scores import (
    DUMPS,
    gold_rows,
    sample,
    sample_pairs,
    sample_score,
    synthetic,
    synthetic_score,
)
from benchmarks.scoring.texts import Pair, pairs_of, restored
from tests.journal.tools import entries, reading

PRINTED = Path(__file__).resolve().parents[1] / "gold" / "printed"
NUMBERS = [f"{n:02d}" for n in range(1, 16)]
LOST_AUTHORS = {"04", "07", "12", "14"}  # by their dumps
# Where what is measured is above the row's own bar. What is measured: 1 in all other rows of the sample.
SAMPLE = {"paragraph starts F1": 0.99}
SYNTHETIC = {
    "keywords F1": 0.995,
    "section headings F1": 0.995,
    "word sequence restored": 0.999,
    "block language right": 0.999,
}


def under(rows: Iterable[Row], floors: dict[str, float]) -> dict[str, tuple[float, list[str]]]:
    """The rows that a floor, else their bar, does not hold, with their misses."""
    return {
        row.name: (row.value, [str(miss) for miss in row.misses])
        for row in rows
        if (row.value < floors[row.name] if row.name in floors else not row.held)
    }


def test_sample_holds_its_floors() -> None:
    """A figure that falls under its floor is a text that got worse."""
    rows = sample_score()
    shares = {row.name: 1.0 for row in rows if row.of is not None}
    assert not under(rows, shares | SAMPLE)
    assert not [row for row in rows if row.of is None and row.right]


def test_synthetic_dumps_hold_their_floors() -> None:
    """Dumps that the code was not made on: every article found, none invented, the words in order."""
    assert not under(synthetic_score(), SYNTHETIC)


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", range(10))
def test_more_synthetic_dumps(seed: int) -> None:
    """All clean articles in four dumps, read as one corpus; no article falls behind the others."""
    with synthetic(seed, dumps=4, of=None) as (truth, reading):
        few = {"line-end hyphens decided right": 0.985, "broken words healed": 0.6}  # ten to twenty words a seed
        assert not under(gold_rows(truth, reading), SYNTHETIC | few)
        shares = [right / total for right, total in map(restored, pairs_of(read_all(), truth, reading))]
    assert len(shares) == 14
    assert min(shares) >= 0.995
    assert sum(shares) / len(shares) >= 0.999


OTHER_HANDS = {"broken words healed": 0.7, "abstracts: language and extent": 1, "keywords F1": 1}
# The second hand called references in Kazakh Russian, and kept a hyphen that is none.
LANGUAGES = ("block language right", "block language right, by characters")
DOUBTED = dict.fromkeys((*LANGUAGES, "line-end hyphens decided right"), 0.96)


@pytest.mark.parametrize(("hand", "floors"), [("one", OTHER_HANDS), ("two", OTHER_HANDS | DOUBTED)])
def test_dumps_of_other_hands_hold_their_floors(hand: str, floors: dict[str, float]) -> None:
    """Journals printed by somebody who did not read the code (tests/gold/printed)."""
    folder = PRINTED / hand
    assert not under(gold_rows(read_gold(folder), read(folder / "dumps")), floors)


@pytest.mark.shared
def test_shared_gold_holds_the_bars(shared: Path) -> None:
    """The part of the real corpus that the shared gold speaks of."""
    if not (shared / "gold-dev").is_dir():
        pytest.skip("there is no gold in ../shared here")
    assert not under(gold_rows(read_gold(shared / "gold-dev"), reading(shared / "corpus")), {})


def test_every_word_of_the_sample_is_on_its_page(sample_site: Path) -> None:
    """The written pages against the lines of the dumps: nothing missing, in order, nothing twice."""
    assert not under(page_rows(sample(), sample_site), {})


def test_sample_is_what_the_press_prints() -> None:
    """`benchmarks/make_sample.py` was run after the last change of a clean text; the gold is of these dumps."""
    printed = printed_sample()
    assert [name for name, dump in printed.items() if (DUMPS / name).read_bytes() != dump.data] == []
    texts = gold(dump.record for dump in printed.values())
    assert [name for name, text in texts.items() if (FOLDER / name).read_text("utf-8") != text] == []


def pair(number: str) -> Pair:
    return sample_pairs()[NUMBERS.index(number)]


def test_every_article_is_found_once() -> None:
    """Fifteen clean texts, fifteen articles; the one that was printed twice has two sources."""
    assert len(sample().articles) == len(sample_pairs()) == 15
    assert [one.clean.number for one in sample_pairs() if len(one.found.sources) == 2] == ["09"]
    assert len(entries(sample().corpus.report, "duplicate")) == 1


@pytest.mark.parametrize("number", NUMBERS)
def test_language_and_kind(number: str) -> None:
    """Body languages, and the thesis."""
    assert pair(number).found.lang == pair(number).clean.lang
    assert pair(number).found.kind == ("thesis" if number == "15" else "article")


@pytest.mark.parametrize("number", ["12", "15"])
def test_titles_that_an_editor_gave(number: str) -> None:
    """Titles of a TOML go beside those of the dump."""
    expected = {lang: pair(number).clean.one(f"title.{lang}") for lang in ("kk", "ru", "en")}
    assert dict(pair(number).found.titles) == expected


@pytest.mark.parametrize("number", NUMBERS)
def test_authors(number: str) -> None:
    """Names, e-mail, ORCID and affiliation of the front part in English; the thesis has its Kazakh title page."""
    clean, found = pair(number).clean, pair(number).found.authors
    if number in LOST_AUTHORS:
        assert not found
        return
    if number == "15":
        assert [(author.name, author.email) for author in found] == [(clean.one("author.kk").split(" |")[0], None)]
        return
    emails, orcids, places = (clean.numbered(name) for name in ("email", "orcid", "affil.en"))
    expected = [
        (value.split(" |")[0], emails.get(str(n)), orcids.get(str(n)), places[value.split("| ")[1]])
        for n, value in enumerate(clean.fields["author.en"], 1)
    ]
    assert [(author.name, author.email, author.orcid, author.affiliation) for author in found] == expected


def test_facts_of_the_running_heads() -> None:
    """Journal, year and issue of the two issues; exact pages where every page has its number."""
    articles = {one.clean.number: one.found for one in sample_pairs()}
    facts = {number: (found.journal, found.year, found.issue) for number, found in articles.items()}
    assert {facts[f"{n:02d}"] for n in range(1, 8)} == {("Samal Law Journal", 2023, "1(3)")}
    assert {facts[f"{n:02d}"] for n in (8, 9, 10, 11, 13, 14)} == {("Samal Law Journal", 2024, "2(6)")}
    assert facts["15"] == (None, 2022, None)
    exact = {number for number, found in articles.items() if found.pages}
    assert exact == {"08", "09", "10", "11", "13", "14"}


def test_no_word_is_invented() -> None:
    """Every repair is one that the clean text confirms: no joined word that is not in it."""
    clean = [one.clean for one in sample_pairs()]
    parts = [*(text for one in clean for text in one.body), *(text for one in clean for text in one.references)]
    parts += [value for one in clean for values in one.fields.values() for value in values]
    text = " ".join(parts).casefold()
    assert not [e for e in entries(sample().corpus.report, "repair") if e.after.casefold() not in text]
