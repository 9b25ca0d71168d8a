"""The search files say what the plain way to index says: docs/search-format.md, read back."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import build_index
from languages import BEHIND, changed, commons, fold, orders
from lunr_search import build
from lunr_search.coding import utf16
from lunr_search.files import data_of, json_text, put_aside
from lunr_search.indexing import gathered, postings
from lunr_search.numbers import DIGITS, encoded
from lunr_search.writing import shards
from lunr_search.writing.manifest import manifest_in
from tests.search import oracle

TEXTS = [
    ("kk", "Алаяқтықтың алдын алу туралы заңның 190-бабы құқық бұзушылық үшін жауаптылықты белгілейді."),
    ("kk", "Құқықбұзушылықтар мен құқық бұзушылықтың себептері ауылда да, қалада да бірдей емес."),
    ("ru", "По статье 190 УК РК мошенничество наказывается, и мошенникам об этом говорят люди, человек человеку."),
    ("ru", "Прописав порядок, пропишут и сроки: прописать их обязан тот, кто шёл, идёт и будет идти."),
    ("en", "Exchanges were exchanged; Article 190 says that those who went went on going, and the US agrees."),
    ("", "1 2 3"),
]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of forty pages, some of them long, in all languages."""
    folder = tmp_path_factory.mktemp("pages")
    chance = random.Random(7)
    for number in range(40):
        body = "".join(
            f'<p lang="{lang}">{text} {"".join(chance.choices("абвгдқү", k=6))}</p>'
            for lang, text in chance.choices(TEXTS, k=chance.choice((1, 3, 30, 90)))
        )
        (folder / f"p{number:02}.html").write_text(f"<main><h1>{TEXTS[number % 5][1]}</h1>{body}</main>", "utf-8")
    return folder


@pytest.fixture(scope="module", params=["large", "small"])
def indexed(request: pytest.FixtureRequest, pages: Path) -> Path:
    """The same pages in shards as they are, and in many small ones, with rows sorted in many blocks."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "small":
            patch.setattr(shards, "SHARD", 300)
            patch.setattr(shards, "HOT", 200)
            patch.setattr(gathered, "BLOCK", 3)
            patch.setattr(postings, "SLICE", 500)
            patch.setattr("lunr_search.writing.manifest.INLINE", 10)
        build.build(pages, jobs=1)
    return pages


def test_shards_hold_the_index(indexed: Path) -> None:
    """Every term with its documents, counts and passages; nothing else; in the range of its order, there by key."""
    index = oracle.index_of(oracle.pages_of(indexed))
    search = indexed / "search"
    manifest = manifest_in(search)
    assert manifest
    shards = oracle.shards_of(search, manifest)
    found: dict[str, dict[int, oracle.Posting]] = {}
    for rank, (first, shard) in enumerate(shards):
        names = oracle.front_decoded(shard["terms"])
        rows = shard["postings"].split(" ")
        assert len(names) == len(rows) == len(oracle.decoded(shard["flags"])) == len(oracle.decoded(shard["stems"]))
        found |= dict(zip(names, map(oracle.unpacked, rows), strict=True))
        keys = [(utf16(fold(name)), utf16(name)) for name in names]
        assert keys == sorted(keys)
        last = utf16(shards[rank + 1][0]) if rank + 1 < len(shards) else b"\xff" * 8
        assert all(utf16(first) <= utf16(place) < last for place in orders([fold(name) for name in names]))
    assert found == index.postings
    documents = data_of((search / f"{manifest['documents']}.js").read_text("utf-8"))
    assert [list(row) for row in zip(*map(oracle.decoded, documents["lengths"]), strict=True)] == index.lengths
    assert data_of((search / f"{manifest['ids']}.js").read_text("utf-8")) == [page.id for page in index.documents]


def test_a_form_finds_its_lemma_in_the_shard_of_its_own_key(indexed: Path) -> None:
    """Whatever the shards: the one that a form's key belongs to has the lemma itself, or an alias that leads to it."""
    manifest = manifest_in(indexed / "search")
    assert manifest
    shards = oracle.shards_of(indexed / "search", manifest)
    russian = {"пропишут": "прописать", "прописав": "прописать", "люди": "человек", "шёл": "идти"}
    for form, lemma in (russian | {"went": "go", "exchanged": "exchange"}).items():
        normal = form.replace("ё", "е")
        [place] = orders([fold(form)])
        shard = max((one for one in shards if utf16(one[0]) <= utf16(place)), key=lambda one: utf16(one[0]))[1]
        assert lemma in _lemmas(normal, shard), form


def _lemmas(form: str, shard: dict[str, Any]) -> set[str]:
    names = oracle.front_decoded(shard["terms"])
    columns = (oracle.decoded(shard["stems"]), oracle.decoded(shard["sets"]))
    heads = [(name, stem, number, name) for name, stem, number in zip(names, *columns, strict=True)]
    heads += [(text, stem, number, target) for text, _, stem, number, target in shard["aliases"]]
    endings = ["", *shard["endings"]]
    return {
        lemma
        for text, stem, number, lemma in heads
        if number and form[:stem] == text[:stem] and form[stem:] in oracle.unfolded(endings[number])
    }


def test_above_tells_the_stems_of_other_shards(indexed: Path) -> None:
    """Whatever a word of the shard may be a form of or begins with stands there; nothing else in its `above`."""
    manifest = manifest_in(indexed / "search")
    assert manifest
    shards = oracle.shards_of(indexed / "search", manifest)
    told = [_told(shard) for _, shard in shards]
    last = BEHIND + "\uffff"
    for rank, (first, shard) in enumerate(shards):
        following = shards[rank + 1][0] if rank + 1 < len(shards) else "\uffff"
        others = [term for number, some in enumerate(told) if number != rank for term in some]
        beginnings = dict(zip(others, commons([fold(term) for term, *_ in others]), strict=True))
        wanted = {term for term, begun in beginnings.items() if begun + BEHIND < following and first < begun + last[1:]}
        kazakh = [term for term in others if term[1] & 3]
        for place, begun in changed([fold(term) for term, *_ in kazakh]):
            if commons([begun])[0] < following and first < commons([begun])[0] + last[1:]:
                wanted.add(kazakh[place])
        above = {(term, flags, documents, *row) for term, flags, documents, *row in shard["above"]}
        lemmas = {target for *_, target in shard["aliases"]}
        copied = {(term, *row) for term, *row in above if len(row) == 3 and term in lemmas}
        assert copied <= {(*one, row) for *one, row in others}
        names = {term for term, *_ in copied}
        assert above - copied == {(*one, *([row] if not one[1] else [])) for *one, row in wanted if one[0] not in names}


def _told(shard: dict[str, Any]) -> list[tuple[str, int, int, str]]:
    """Term, flags, documents, postings: Kazakh terms, first letters, and all of three letters that begin a compound."""
    rows = shard["postings"].split(" ")
    columns = (oracle.front_decoded(shard["terms"]), oracle.decoded(shard["flags"]), rows)
    return [
        (term, flags, len(oracle.unpacked(row)), row)
        for term, flags, row in zip(*columns, strict=True)
        if flags & 3 or not flags or len(term) >= 3
    ]


def test_texts_hold_the_passages(indexed: Path) -> None:
    """A passage's number names its file and its place there; the file says whose it is."""
    search = indexed / "search"
    manifest = manifest_in(search)
    assert manifest
    versions = data_of((search / f"{manifest['documents']}.js").read_text("utf-8"))["versions"]
    for number, page in enumerate(oracle.pages_of(indexed)):
        own = versions[4 * number : 4 * number + 4]
        pieces: dict[int, Any] = {}
        for rank, passage in zip(oracle.pieces.numbers(oracle.pieces.cut(page.passages)), page.passages, strict=True):
            piece, place = divmod(rank, 32)
            path = search / "text" / str(number // 256) / f"{number}-{own}-{piece}.js"
            data = pieces.setdefault(piece, data_of(path.read_text("utf-8")))
            assert data["passages"][place] == [passage.text, passage.anchor]
            assert data["id"] == page.id


@given(st.text(st.sampled_from("*/\\<!\"'`${}()\n\u2028a"), max_size=20))
def test_texts_stand_in_one_comment(text: str) -> None:
    """Whatever a text holds, the comment ends where the file does."""
    file = put_aside(json_text({"text": text}))
    assert data_of(file) == {"text": text}
    assert file.count("*/") == 1


def test_numbers_stay(tmp_path: Path) -> None:
    """A document keeps its number: one that goes leaves a gap, a new one gets the next; other files stay untouched."""
    for name in "bdf":
        (tmp_path / f"{name}.html").write_text(f"<p>алаяқтық {name * 3}</p>", "utf-8")
    assert build_index.main([str(tmp_path), "--quiet"]) == 0
    assert _ids(tmp_path) == ["b.html", "d.html", "f.html"]
    times = {path: path.stat().st_mtime_ns for path in (tmp_path / "search" / "text").rglob("*.js")}
    (tmp_path / "d.html").unlink()
    (tmp_path / "a.html").write_text("<p>мошенничество</p>", "utf-8")
    assert build_index.main([str(tmp_path), "--quiet"]) == 0
    assert _ids(tmp_path) == ["b.html", "", "f.html", "a.html"]
    assert {path: path.stat().st_mtime_ns for path in times} == times  # the publication before is still there
    manifest = manifest_in(tmp_path / "search")
    assert manifest
    assert (manifest["count"], manifest["last"]) == (3, 4)
    (tmp_path / "a.html").write_text("<p>мошенничества</p>", "utf-8")
    assert build_index.main([str(tmp_path), "--quiet"]) == 0
    assert not [path for path in times if path.exists() and path.name.startswith("1-")]  # gone, two publications later


def _ids(site: Path) -> list[str]:
    manifest = manifest_in(site / "search")
    assert manifest
    ids: list[str] = data_of((site / "search" / f"{manifest['ids']}.js").read_text("utf-8"))
    return ids


EDGES = [59, 60, 2399, 2400, 26699, 26700]


@given(st.lists(st.integers(0, 90**5 - 1) | st.integers(0, 27_000) | st.sampled_from(EDGES)))
def test_numbers_come_back(numbers: list[int]) -> None:
    """Rows of any numbers, in digits that neither JSON nor HTML escapes."""
    row = encoded(numbers)
    assert oracle.decoded(row) == numbers
    assert set(row) <= set(DIGITS)
    assert len(set(DIGITS)) == 90
    assert set(DIGITS).isdisjoint(' "\\<&')


def test_number_out_of_range() -> None:
    """What cannot be written is refused."""
    for bad in ([-1], [90**5]):
        with pytest.raises(ValueError, match="cannot be written"):
            encoded(bad)
