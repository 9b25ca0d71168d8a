"""The benchmark of the search: its texts are what it says, its tables hold what was measured."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import bench, concordance
from benchmarks.cost.browsing import Asked, Browsed
from benchmarks.cost.building import Builds
from benchmarks.cost.choices import WAYS, Posting, decoded, postings
from benchmarks.cost.choosing import Chosen
from benchmarks.cost.corpus import LANGS, SEED, WORDS, Corpus, Growth, make_corpus, papers
from benchmarks.cost.lines import Heap, Streamed
from benchmarks.cost.processes import Cost
from benchmarks.cost.sizes import kind
from benchmarks.cost.tables import Measured, chosen_table, lines_table, p95, tables
from benchmarks.press.growing import Sentences
from lunr_search.numbers import encoded


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Measured:
    """Two articles, built by us and by lunr.py, asked by nobody."""
    return bench.measure(2, tmp_path_factory.mktemp("bench"), None, monolith=True, rounds=1)


@pytest.mark.parametrize("lang", LANGS)
def test_vocabulary_grows_as_the_law_says(lang: str) -> None:
    """Once the sample is read through, the different words of each language are 3.2 n^0.75."""
    stream = Sentences(lang, SEED)
    for words in (30_000, 60_000):
        stream.take(words - stream.count)
        assert len(stream.seen) == pytest.approx(3.2 * stream.count**0.75, rel=0.01)


def test_articles_are_of_the_length_and_the_languages_asked_for() -> None:
    """Half Kazakh, three in ten Russian, two English, of about 2,500 words each."""
    made = list(islice(papers({lang: Sentences(lang, SEED) for lang in LANGS}), 20))
    assert Counter(paper.lang for paper in made) == {"kk": 10, "ru": 6, "en": 4}
    for paper in made:
        words = len(f"{' '.join(paper.abstracts.values())} {paper.body}".split())
        assert WORDS * 0.9 < words < WORDS * 1.1


def test_a_larger_corpus_begins_with_the_smaller(tmp_path: Path) -> None:
    """And the same size gives the same bytes and questions."""
    one, again, more = (make_corpus(size, tmp_path / str(n)) for n, size in enumerate((2, 2, 4)))
    assert one.documents.read_bytes() == again.documents.read_bytes()
    assert (one.first, one.mixed) == (again.first, again.mixed)
    assert more.documents.read_bytes().startswith(one.documents.read_bytes())
    pages = sorted(path.relative_to(one.site) for path in one.site.rglob("*.html"))
    assert len(pages) == 2
    assert all((one.site / path).read_bytes() == (more.site / path).read_bytes() for path in pages)


def test_questions_have_words_of_their_articles(tmp_path: Path) -> None:
    """So many of each language as the tables say."""
    corpus = make_corpus(10, tmp_path)
    assert Counter(question.lang for question in corpus.first) == dict.fromkeys(LANGS, 3)
    assert Counter(question.lang for question in corpus.mixed) == {"kk": 25, "ru": 15, "en": 10}
    assert corpus.frequent in next(papers({lang: Sentences(lang, SEED) for lang in LANGS})).body.lower()
    for question in corpus.first + corpus.mixed:
        page = (corpus.site / question.lang / f"{question.id}.html").read_text("utf-8").lower()
        assert all(word in page for word in question.text.split())


def test_builds_and_sizes_are_measured(measured: Measured) -> None:
    """Each build once, the monolith too; every search file is of a known kind."""
    builds = measured.builds
    for costs in (builds.cold, builds.changed, builds.monolith):
        assert [cost.cpu > 0 and cost.peak > 10_000_000 for cost in costs] == [True]
    sizes, files = measured.weights["izdeu"]
    lists = {"suggest", "pairs", "cite"}
    expected = {"scripts", "manifest", "documents", "terms", "words", "ids", "facets", "text"} | lists
    assert expected == set(sizes) == set(files)
    listed = (measured.corpus.site / "search" / "files.txt").read_text("utf-8").splitlines()
    before = [row for row in listed if row.startswith("- ")]  # the page that changed left some
    assert before
    assert files.total() == len(listed) - len(before) + files["scripts"]
    assert measured.weights["lunr"][0].total() > 0
    assert measured.choices["as shipped"] > 0


def test_tables_hold_what_was_measured(measured: Measured) -> None:
    """Without a browser there are no tables of questions."""
    text = tables([measured])
    assert "| 2 | izdeu, one page changed | 1 |" in text
    assert f"| {measured.corpus.growth['kk'].words} |" in text
    assert "question" not in text


def test_tables_of_questions() -> None:
    """Medians, the rest apart, and `no` where a page does not answer from its folder."""
    loads = {"page": (2, 30_000), "until_standing": (5, 8_000), "all": (6, 9_000)}
    near = Asked(rest=80, first=100, standing=110, found=True, **loads)
    far = Asked(rest=80, first=300, standing=310, found=False)
    ours, lunr = Browsed([near], [far], [far], [near] * 20, 4_000_000), Browsed([near], [far], [], [near], 1)
    browsed = {"izdeu": ours, "lunr": lunr}
    corpus = Corpus(7, Path(), Path(), [], [], {"kk": Growth(7, 100, 50, 49.6)}, 1_000)
    builds, ways = Builds([Cost(2, 1, 3)], [Cost(1, 0.5, 3)], []), dict.fromkeys(WAYS, 1_000)
    text = tables([Measured(corpus, builds, {}, ways, browsed, 0.5)])
    assert "| 7 | izdeu | 30.0 (2) | 8.0 (5) | 38.0 (7) | 38.0 | 100 | 100 | 300 | 300 |" in text
    assert "| 7 | lunr | 30.0 (2) | 8.0 (5) | 38.0 (7) | 38.0 | 100 | 100 | 300 | no |" in text
    assert "| 7 | izdeu | 110.0 | 110.0 | 30.0 | 30.0 | 9.0 | 9.0 | 4.0 | 20/20 |" in text
    assert "| 7 | 0.0 | kk | 7 | 100 | 50 | 50 |" in text


def test_table_of_choices() -> None:
    """A line for each thing done, the concordance last; without a browser no table."""
    heap = Heap(peak=5_100_000, outside=7_000_000, held=2_400_000)
    lines = Streamed("жер", 631, 300.0, 1449.4, [120.0], 90_000, [16.7, 33.4], [16.0], [], heap)
    chosen = Chosen({"filter year": [4.0, 2.0, 9.0]}, lines)
    row = Measured(Corpus(7, Path(), Path(), [], [], {}, 1), Builds([], [], []), {}, {}, {}, 0.5, chosen)
    assert chosen_table([row]).splitlines()[2:] == [
        "| 7 | filter year | 3 | 4.0 | 9.0 |  |  |  |  |",
        "| 7 | concordance of жер | 1 | 1449 |  | 631 | 2.4; 5.1 | 33 | 33 |",
    ]
    row_of_lines = "| folder | 631 | 5.1 | 7.0 | 2.4 | 0.3 | 1.4 | 0.1 | 0.1 | 33 | 16 | 0 |"
    assert lines_table([("folder", lines)]).splitlines()[2:] == [row_of_lines]


def test_frequent_word_stands_in_every_paragraph(tmp_path: Path) -> None:
    """Pages of the worst concordance have one word so often, each time in an inflected form."""
    assert concordance.write_pages(tmp_path, 2) == 2 * concordance.PARAGRAPHS
    pages = [path.read_text("utf-8") for path in sorted(tmp_path.glob("*.html"))]
    found = [form for page in pages for form in concordance.FORM.findall(page)]
    assert len(found) == 2 * concordance.PARAGRAPHS
    assert set(found) <= set(concordance.FORMS)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("izdeu.js", "scripts"),
        ("manifest.js", "manifest"),
        ("terms/0642ea1be5.js", "terms"),
        ("text/0/4-cif2-3.js", "text"),
        ("documents-5a3a274034.js", "documents"),
        ("facets/year-0df7b4ebad.js", "facets"),
        ("strange.js", "other"),
    ],
)
def test_kinds_of_files(path: str, expected: str) -> None:
    assert kind(path) == expected


@given(st.lists(st.integers(0, 2_000_000)))
def test_rows_are_read_back(numbers: list[int]) -> None:
    assert decoded(encoded(numbers)) == numbers


def test_postings_are_read_back() -> None:
    """Text alone; title and text; passages as differences."""
    row = [2 * 3, 2 * 6 + 1, 2 * 5, 2 * 2 + 1, 1, 3, 2 * 0, 2 * 4 + 1, 2 * 1]
    assert list(postings(row)) == [Posting(3, (0, 2), ([], [6, 11])), Posting(5, (1, 3), ([0], [4, 5]))]


def test_p95() -> None:
    """One in twenty is more."""
    assert p95(list(range(100))) == 95
    assert p95([1.0]) == 1.0


@pytest.mark.parametrize("text", ["0", "10,-1", "ten", "10,"])
def test_sizes_that_are_none(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A sentence, no traceback."""
    with pytest.raises(SystemExit):
        bench.main(["--sizes", text])
    assert "--sizes" in capsys.readouterr().err
