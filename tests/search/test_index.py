"""The search files: lunr.py's builder is the judge of the whole, bytes are the judge of stability."""

from __future__ import annotations

import json
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lunr.builder import Builder
from lunr.index import Index
from playwright.sync_api import Page

import build_index
from languages import Analyser, alphabetical
from lunr_search.coding import front_coded, nested, utf16
from lunr_search.files import data_of
from lunr_search.records import FIELDS
from lunr_search.writing.manifest import manifest_in
from tests.search import oracle

# Letters at which code points and UTF-16 units are ordered differently, and terms that look like something else.
STRANGE = "ﬁnance \U0001d504lgebra \ufffd \U0001f600 2024 ^x a:b қ*с "


@pytest.fixture(scope="module")
def site(sample_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's pages and one of strange terms, indexed."""
    folder = tmp_path_factory.mktemp("indexed") / "site"
    shutil.copytree(sample_site, folder)
    (folder / "articles" / "strange.html").write_text(
        f'<main data-index data-id="strange" lang="en"><h1>{STRANGE}</h1><p>{STRANGE * 3}</p></main>', "utf-8"
    )
    assert build_index.main([str(folder), "--quiet", "--whole", str(folder.parent / "whole.json")]) == 0
    return folder


@pytest.fixture(scope="module")
def judge(site: Path) -> Index:
    """lunr.py's own index of the same terms, without any pipeline, of the documents in the order of their numbers."""
    builder = Builder()
    builder.ref("id")
    for field in FIELDS:
        builder.field(field.name, boost=field.boost)
    pages = oracle.pages_of(site)
    analyser = Analyser(oracle.vocabulary(pages))
    numbers = ids_in(site)
    for page in sorted(pages, key=lambda page: numbers.index(page.id)):
        document: dict[str, Any] = {"id": page.id}
        for field in FIELDS:
            document[field.name] = [
                term.text
                for passage in page.passages
                if passage.part in field.parts
                for term in oracle.passage_terms(passage, analyser)
            ]
        builder.add(document)
    return builder.build()


def test_whole_equals_lunr_py(site: Path, judge: Index) -> None:
    """The union has lunr.py's terms, documents and weights."""
    ours, theirs = json.loads((site.parent / "whole.json").read_text("utf-8")), judge.serialize()
    assert ours["fields"] == theirs["fields"]
    assert {term for term, _ in ours["invertedIndex"]} == {term for term, _ in theirs["invertedIndex"]}
    number = {posting["_index"]: term for term, posting in theirs["invertedIndex"]}
    our_number = {posting["_index"]: term for term, posting in ours["invertedIndex"]}
    expected = {ref: pairs(vector, number) for ref, vector in theirs["fieldVectors"]}
    for ref, vector in ours["fieldVectors"]:
        assert pairs(vector, our_number) == pytest.approx(expected[ref], abs=1.1e-3), ref


def pairs(vector: list[float], term_of: dict[int, str]) -> dict[str, float]:
    return {term_of[int(number)]: weight for number, weight in zip(vector[::2], vector[1::2], strict=True)}


def test_whole_loads_in_both_lunrs(site: Path, page: Page) -> None:
    """The serialized union loads in lunr.py and in lunr.js, and both answer alike."""
    whole = json.loads((site.parent / "whole.json").read_text("utf-8"))
    theirs = {hit["ref"]: hit["score"] for hit in Index.load(whole).query(query_of([{"term": "алаяқтық"}]))}
    page.goto(f"file://{site}/search/index.html")
    ours = page.evaluate(
        "whole => izdeuLunr.Index.load(whole).query(q => q.term('алаяқтық', {usePipeline: false}))"
        ".map(({ref, score}) => [ref, score])",
        whole,
    )
    assert theirs
    assert dict(ours) == pytest.approx(theirs, abs=1e-3)


def ids_in(site: Path) -> list[str]:
    """The ids by document number."""
    manifest = manifest_in(site / "search")
    assert manifest
    ids: list[str] = data_of((site / "search" / f"{manifest['ids']}.js").read_text("utf-8"))
    return ids


def query_of(clauses: list[dict[str, Any]]) -> Any:
    from lunr.query import Query, QueryPresence

    query = Query([field.name for field in FIELDS])
    for clause in clauses:
        options = {key: value for key, value in clause.items() if key in ("fields", "boost")}
        presence = QueryPresence(clause["presence"]) if "presence" in clause else QueryPresence.OPTIONAL
        query.clause(
            clause["term"],
            edit_distance=clause.get("editDistance", 0),
            wildcard=clause.get("wildcard", 0),
            presence=presence,
            use_pipeline=False,
            **options,
        )
    return query


def random_clauses(terms: list[str], chance: random.Random) -> list[dict[str, Any]]:
    """One to four clauses of all kinds: exact, prefix, fuzzy, field, boost, required, prohibited."""
    clauses = []
    for _ in range(chance.randint(1, 4)):
        term = chance.choice(terms)
        clause: dict[str, Any] = {"term": term, "usePipeline": False}
        kind = chance.random()
        if kind < 0.25 and len(term) > 3 and "*" not in term:
            clause.update(term=term[: chance.randint(3, len(term))], wildcard=2)
        elif kind < 0.35 and term.isalpha() and len(term) > 3:
            clause["editDistance"] = 1
        if chance.random() < 0.3:
            clause["fields"] = [chance.choice(FIELDS).name]
        if chance.random() < 0.3:
            clause["boost"] = chance.choice([0.5, 2, 10])
        if chance.random() < 0.4:
            clause["presence"] = chance.choice([2, 3])  # lunr.Query.presence REQUIRED, PROHIBITED
        clauses.append(clause)
    return clauses


def check_queries(site: Path, page: Page, judge: Index, count: int, seed: int) -> None:
    terms = sorted(judge.inverted_index)
    chance = random.Random(seed)
    questions = [random_clauses(terms, chance) for _ in range(count)]
    questions += [[{"term": term, "usePipeline": False, "presence": 3}] for term in terms[:: len(terms) // 5]]
    page.goto(f"file://{site}/search/index.html")
    ask = "async all => { const out = []; for (const one of all) out.push(await izdeu.query(one)); return out; }"
    for clauses, answer in zip(questions, page.evaluate(ask, questions), strict=True):
        expected = [(hit["ref"], hit["score"]) for hit in judge.query(query_of(clauses))]
        assert {hit["ref"]: hit["score"] for hit in answer} == pytest.approx(dict(expected), abs=1e-3), clauses
        assert [hit["ref"] for hit in answer] == [ref for ref, _ in expected], clauses  # ties too


def test_query_equals_lunr_py(site: Path, page: Page, judge: Index) -> None:
    """Random clauses of all kinds: the cut index in the page scores as lunr.py on the whole one."""
    check_queries(site, page, judge, count=60, seed=1)


@pytest.mark.long
def test_a_thousand_queries_equal_lunr_py(site: Path, page: Page, judge: Index) -> None:
    """The same, a thousand times."""
    check_queries(site, page, judge, count=1000, seed=2)


def test_same_pages_same_bytes(sample_site: Path, tmp_path: Path) -> None:
    """`build_index.py output` reproduces what `make` wrote, byte for byte, and touches nothing that is so already."""
    copy = tmp_path / "copy"
    shutil.copytree(sample_site, copy)
    shutil.rmtree(copy / "search")
    assert build_index.main([str(copy), "--quiet"]) == 0
    made, again = contents(sample_site / "search"), contents(copy / "search")
    assert made == again
    before = {path: path.stat().st_mtime_ns for path in (copy / "search").rglob("*") if path.is_file()}
    assert build_index.main([str(copy), "--quiet"]) == 0
    assert before == {path: path.stat().st_mtime_ns for path in (copy / "search").rglob("*") if path.is_file()}


def test_processes_change_no_byte(tmp_path: Path) -> None:
    """However many processes read the pages, the search files are the same; a number below one is refused."""
    made = {}
    for jobs in ("1", "2"):
        folder = tmp_path / jobs
        for number in range(70):
            (folder / "deep").mkdir(parents=True, exist_ok=True)
            (folder / "deep" / f"page{number}.html").write_text(f"<p>алаяқтықтың {number}-бабы</p>", "utf-8")
        assert build_index.main([str(folder), "--quiet", "--jobs", jobs]) == 0
        made[jobs] = contents(folder / "search")
    assert made["1"] == made["2"]
    with pytest.raises(SystemExit):
        build_index.main([str(tmp_path), "--jobs", "0"])


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_failed_index_leaves_the_old_files(
    sample_site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder that cannot be indexed is one sentence and a non-zero exit; nothing is written."""
    assert build_index.main([str(tmp_path), "--quiet"]) == 1
    assert "no HTML page" in capsys.readouterr().err
    assert not (tmp_path / "search").exists()
    assert build_index.main([str(sample_site / "nowhere")]) == 1
    assert "no such folder" in capsys.readouterr().err
    copy = tmp_path / "copy"
    shutil.copytree(sample_site / "search", copy / "search")
    before = contents(copy)
    assert build_index.main([str(copy)]) == 1
    assert contents(copy) == before


def test_search_folder_of_others_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder `search` that is not ours is refused; in one of ours only our own files are replaced and removed."""
    (tmp_path / "page.html").write_text("<p>алаяқтық</p>", "utf-8")
    (tmp_path / "search").mkdir()
    (tmp_path / "search" / "search_index.json").write_text("{}")
    assert build_index.main([str(tmp_path), "--quiet"]) == 1
    assert "not ours" in capsys.readouterr().err
    assert contents(tmp_path / "search") == {"search_index.json": b"{}"}
    (tmp_path / "search" / "search_index.json").unlink()
    assert build_index.main([str(tmp_path), "--quiet"]) == 0
    (tmp_path / "search" / "notes.txt").write_text("mine")
    (tmp_path / "search" / "terms" / "00000000.js").write_text("old")
    assert build_index.main([str(tmp_path), "--quiet"]) == 0
    assert "notes.txt" in contents(tmp_path / "search")
    assert "terms/00000000.js" not in contents(tmp_path / "search")


def test_front_coding_is_undone_in_the_page(site: Path, page: Page) -> None:
    """Every list of terms comes back from its coded form, also where letters are two units of UTF-16."""
    chance = random.Random(3)
    letters = "абвгқә\U0001f600\U0001f601\U0001d504ﬁ1"
    lists = [["\U0001f600\U0001f601", "\U0001f600\U0001f600"], [""], ["а" * 80, "а" * 79 + "б"]]
    lists += [
        ["".join(chance.choices(letters, k=chance.randint(0, 45))) for _ in range(chance.randint(1, 12))]
        for _ in range(300)
    ]
    page.goto(f"file://{site}/search/index.html")
    decoded = page.evaluate("all => all.map(izdeuRanges.frontDecoded)", [front_coded(terms) for terms in lists])
    assert [terms for terms in lists if terms != [""]] == [terms for terms in decoded if terms not in ([], [""])]


def test_endings_are_unfolded_in_the_page(site: Path, page: Page) -> None:
    """Every set of endings comes back from its nested form."""
    chance = random.Random(4)
    sets = [("",), ("", "а"), ("а", "ам", "ами", "ах", "у"), ("ed", "er", "es")]
    sets += [
        tuple(sorted({"".join(chance.choices("абв-'", k=chance.randint(0, 6))) for _ in range(chance.randint(1, 40))}))
        for _ in range(200)
    ]
    assert nested(("ами", "ах", "у")) == "а(ми х) у"
    page.goto(f"file://{site}/search/index.html")
    found = page.evaluate("all => all.map(izdeuShard.unfolded)", [nested(endings) for endings in sets])
    assert [tuple(sorted(endings)) for endings in found] == sets
    assert [oracle.unfolded(nested(endings)) for endings in sets] == [set(endings) for endings in sets]


def test_terms_are_in_javascript_order() -> None:
    """A ligature sorts after an emoji, as in JavaScript, not before it, as by code point."""
    assert sorted(["ﬁ", "\U0001f600", "я"], key=utf16) == ["я", "\U0001f600", "ﬁ"]


@pytest.fixture
def broken(site: Path, tmp_path: Path) -> Callable[[str, str | None], Path]:
    """A copy of the site in which the first file of a kind is missing or holds other text."""

    def make(pattern: str, text: str | None) -> Path:
        folder = tmp_path / "broken"
        shutil.copytree(site, folder)
        for path in sorted((folder / "search").glob(pattern)):
            path.unlink()
            if text is not None:
                path.write_text(text, "utf-8")
        return folder

    return make


@pytest.mark.parametrize("text", [None, "izdeu.put('terms/other', {});", "this is no script"])
def test_lost_term_file_is_said(
    broken: Callable[[str, str | None], Path], new_page: Callable[..., Page], text: str | None
) -> None:
    """With a term file missing or damaged, the rest of the answer comes with a note in the page's language."""
    folder = broken("terms/*.js", text)
    page = new_page(allow="terms/|ERR_FILE_NOT_FOUND|SyntaxError|Unexpected identifier")
    page.goto(f"file://{folder}/search.html")
    answer = page.evaluate("izdeu.search('алаяқтық')")
    assert answer["total"] == 0
    assert "толық" in answer["notes"][0]


def test_an_answer_is_partial_only_while_files_are_lost(site: Path, http_server: Any, new_page: Any) -> None:
    """A file that fails for a moment is asked for again by the next question, whose answer is whole."""
    page = new_page(allow="text/|ERR_FAILED")
    page.goto(f"{http_server(site)}search.html")
    page.route("**/search/text/**", lambda route: route.abort())
    answer = page.evaluate("izdeu.search('алаяқтық')")
    assert answer["notes"]
    assert answer["partial"]
    page.unroute("**/search/text/**")
    answer = page.evaluate("izdeu.search('алаяқтық')")
    assert not answer["notes"]
    assert not answer["partial"]
    assert answer["hits"][0]["passages"]


def test_a_file_is_asked_for_twice(site: Path, http_server: Any, new_page: Any) -> None:
    """What fails once is no loss."""
    page = new_page(allow="terms/|ERR_FAILED")
    page.goto(f"{http_server(site)}search.html")
    page.route(re.compile(r"/search/terms/[0-9a-f]+\.js$"), lambda route: route.abort())  # not with `?again`
    answer = page.evaluate("izdeu.search('алаяқтық')")
    assert answer["total"]
    assert not answer["partial"]


def test_lost_texts_leave_the_hits(site: Path, http_server: Any, new_page: Any) -> None:
    """Without the files of result lines the hits still stand, by their ids, with a note."""
    page = new_page(allow="text/|ERR_FAILED")
    page.goto(f"{http_server(site)}search.html")
    page.route("**/search/text/**", lambda route: route.abort())
    answer = page.evaluate("izdeu.search('алаяқтық')")
    assert answer["notes"]
    assert "samal-2023-1-01" in [hit["title"] for hit in answer["hits"]]


def test_a_page_left_open_survives_new_publications(
    site: Path, tmp_path: Path, http_server: Any, new_page: Any
) -> None:
    """After the site was published anew, an open page finds its old files; after one more, it asks the new."""
    folder = tmp_path / "republished"
    shutil.copytree(site, folder)
    page = new_page(allow="search/|404")
    page.goto(f"{http_server(folder)}search.html")
    assert page.evaluate("izdeu.search('exchanges')")["total"]
    publish_with(folder, "мошенничество")
    old = page.evaluate("izdeu.search('мошенничеству')")
    assert 0 < old["total"] < 10
    assert not old["notes"]
    publish_with(folder, "аккуратность доброта ясность")
    forms = ["аккуратностью", "доброте", "ясности"]  # in shards of their own, most of which the page has not loaded yet
    for form in forms:
        page.evaluate("(form) => izdeu.search(form)", form)
    for form in forms:
        answer = page.evaluate("(form) => izdeu.search(form)", form)
        assert answer["total"] > 10
        assert not answer["notes"]


def publish_with(folder: Path, word: str) -> None:
    """The site once more, with a word more in each paragraph."""
    for path in (folder / "articles").glob("*.html"):
        path.write_text(path.read_text("utf-8").replace("</p>", f" {word}</p>"), "utf-8")
    assert build_index.main([str(folder), "--quiet"]) == 0


def test_the_engine_may_be_loaded_twice(site: Path, page: Page) -> None:
    """A second copy of the script leaves the first, and its running question, alone."""
    page.goto(f"file://{site}/search.html")
    page.evaluate("window.running = izdeu.search('алаяқтық'); null")
    page.add_script_tag(url=f"file://{site}/search/izdeu.js")
    assert page.evaluate("running.then(answer => answer.total)")


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        ({"year": "2023"}, {"samal-2023-1-01", "samal-2023-1-07"}),
        ({"year": "2024..2030"}, {"samal-2024-2-04"}),
        ({"year": "1850"}, set()),
        ({"author": "sarsekova"}, {"samal-2023-1-01"}),
        ({"author": "Сәрсекова Г.М."}, {"samal-2023-1-01"}),
        ({"author": "Г. М. Сарсекова"}, {"samal-2023-1-01"}),
        ({"author": "Sarsekova G."}, {"samal-2023-1-01"}),
        ({"author": "Sarsekova K."}, set()),
        ({"issue": "2024-2-6"}, {"samal-2024-2-04"}),
        ({"keyword": "телефон алаяқтығы"}, {"samal-2023-1-01"}),
        ({"part": "keywords"}, {"samal-2023-1-01", "samal-2024-2-04"}),
        ({"lang": "ru"}, set()),
        ({"offset": "1", "limit": "1"}, {"samal-2024-2-04"}),
    ],
)
def test_filters_are_obeyed(site: Path, page: Page, options: dict[str, str], ids: set[str]) -> None:
    """Filters by year, author, issue, keyword, part and language keep what they say, and no more."""
    page.goto(f"file://{site}/search.html")
    script = "options => izdeu.search('алаяқтықтың', { also: [], ...options })"  # no words of other languages
    answer = page.evaluate(script, options)
    assert {hit["id"] for hit in answer["hits"]} == ids
    if "part" in options:
        assert all("алаяқт" in p["text"] for hit in answer["hits"] for p in hit["passages"])


def test_sorting(site: Path, page: Page) -> None:
    """By date the newest stands first and what has no year last; by title in alphabetical order."""
    page.goto(f"file://{site}/search.html")
    years = [hit["year"] for hit in page.evaluate("izdeu.search('құқық заң', {sort: 'date'})")["hits"]]
    known = [year for year in years if year]
    assert known == sorted(known, reverse=True)
    assert years == known + [None] * (len(years) - len(known))


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_titles_are_sorted_as_they_are_shown(sample_site: Path, page: Page, lang: str) -> None:
    """In the order of the titles that the reader sees, whatever language the articles are in."""
    page.goto(f"file://{sample_site}/{'' if lang == 'kk' else f'{lang}/'}search.html")
    ask = "izdeu.search('құқық право law суд сот', {sort: 'title', limit: 99})"
    titles = [hit["title"] for hit in page.evaluate(ask)["hits"]]
    assert len(titles) > 5
    assert titles == sorted(titles, key=alphabetical)


def test_marks_for_any_text(site: Path, page: Page) -> None:
    """izdeu.hits finds the forms of a question's words in texts that are given."""
    page.goto(f"file://{site}/search.html")
    texts = [{"text": "Алаяқтықпен күрес", "lang": "kk"}, {"text": "nothing here", "lang": "en"}]
    assert page.evaluate("texts => izdeu.hits('алаяқтықтың', texts)", texts) == [[[0, 11]], []]


def test_lost_manifest_is_an_error_in_the_page_language(
    broken: Callable[[str, str | None], Path], new_page: Callable[..., Page]
) -> None:
    """Without a manifest nothing can be asked: the promise rejects with a sentence of the page's language."""
    page = new_page(allow="manifest|ERR_FILE_NOT_FOUND")
    page.goto(f"file://{broken('manifest.js', None)}/ru/search.html")
    assert "Файлы поиска не загрузились" in page.evaluate("izdeu.search('суд').catch(error => error.message)")
