"""A folder of dumps as a whole: what is refused, and names that last."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from journal.corpus import read_corpus
from journal.dumps import CorpusError
from journal.signs.slugs import MAX_SLUG, RESERVED, anchor_of, is_page_id, page_id, slugify
from tests.journal.tools import article, body, corpus, entries, front, only


def refused(folder: Path, dumps: dict[str, str | bytes]) -> list[str]:
    with pytest.raises(CorpusError) as caught:
        corpus(folder, dumps)
    assert str(caught.value) == "\n".join(str(error) for error in caught.value.errors)
    return [str(error) for error in caught.value.errors]


def test_missing_folder(tmp_path: Path) -> None:
    """One sentence that names it."""
    with pytest.raises(CorpusError, match="nowhere: there is no such folder"):
        read_corpus(tmp_path / "nowhere")


@pytest.mark.parametrize("others", [{}, {"a.jpg": b"\xff\xd8"}, {".hidden.txt": "Кіріспе"}, {".git/a.txt": "Кіріспе"}])
def test_folder_without_dumps(others: dict[str, str | bytes], tmp_path: Path) -> None:
    """Other files and hidden ones are no dumps."""
    (message,) = refused(tmp_path, others)
    assert "no dumps here" in message


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"\n \n", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "not a text file"),
        ("Мұнда мақала жоқ, тек бір сөйлем бар.", "no article"),
        ("*** --- ***", "no word"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_dump_that_is_none(name: str, content: str | bytes, words: str, tmp_path: Path) -> None:
    """Empty, binary, without a word, without an article: a sentence with the file's name."""
    (message,) = refused(tmp_path, {name: content, "good.txt": article("bees", "kk")})
    assert message.startswith(f"{name}: ")
    assert words in message


def test_all_errors_at_once(tmp_path: Path) -> None:
    """An editor sees every bad file of one kind in one go, in the order of their names."""
    messages = refused(tmp_path, {"a.txt": b"", "b.txt": b"\0" * 500, "c.txt": article("bees", "kk"), "d.txt": "--"})
    assert [message.split(":")[0] for message in messages] == ["a.txt", "b.txt", "d.txt"]


def test_two_dumps_of_one_name(tmp_path: Path) -> None:
    """Reports and ids speak of files by their names, so these must differ, ignoring case."""
    dumps = {"x/a.txt": article("bees", "kk"), "y/A.txt": article("bridges", "ru")}
    assert any("another dump has this name" in message for message in refused(tmp_path, dumps))


def test_dumps_whose_names_give_one_id(tmp_path: Path) -> None:
    """`a b.txt` and `a_b.txt` would both be `a-b-01`."""
    (message,) = refused(tmp_path, {"a b.txt": article("bees", "kk"), "a_b.txt": article("bridges", "ru")})
    assert "the id 'a-b-01' is taken by" in message


@pytest.mark.parametrize("toml", ['id = "a-01"', 'former_ids = ["a-01"]', 'id = "bal"\nformer_ids = ["x"]\n'])
def test_taken_ids(toml: str, tmp_path: Path) -> None:
    """Ids and former ids name pages together."""
    dumps = {
        "a.txt": article("bees", "kk"),
        "a.toml": 'former_ids = ["bal"]',
        "b.txt": article("bridges", "ru"),
        "b.toml": toml,
    }
    (message,) = refused(tmp_path, dict(dumps))
    assert "is taken by" in message


def test_former_ids_are_kept(tmp_path: Path) -> None:
    """They leave redirects."""
    found = only(
        corpus(tmp_path, {"a.txt": article("bees", "kk"), "a.toml": 'id = "bal"\nformer_ids = ["a-01", "ara"]'})
    )
    assert (found.id, found.former_ids) == ("bal", ("a-01", "ara"))
    assert found.url == "articles/bal.html"


def test_subfolders_are_read_in_order(tmp_path: Path) -> None:
    """Each dump wherever it lies."""
    dumps = {"2/b.txt": article("bees", "kk"), "1/c.md": article("bridges", "ru")}
    assert {one.sources[0].file for one in corpus(tmp_path, dict(dumps)).articles} == {"b.txt", "c.md"}


def test_newest_issue_comes_first(tmp_path: Path) -> None:
    """By year, then number, articles of an issue in the order of their dump."""
    dumps = {
        "a.txt": f"Dala Review No. 2 2030\n\n{article('bees', 'kk')}",
        "b.txt": f"Dala Review No. 10 2030\n\n{article('bridges', 'kk')}{article('bees', 'ru')}",
        "c.txt": f"Dala Review No. 1 2031\n\n{article('bridges', 'en')}",
        "d.txt": article("bees", "en"),
    }
    assert [one.id for one in corpus(tmp_path, dict(dumps)).articles] == ["c-01", "b-01", "b-02", "a-01", "d-01"]


# --- names -----------------------------------------------------------------------------------------------------------


@given(st.text(max_size=80), st.integers(1, 120))
@example("0:0", 1)
def test_page_ids_are_good_names(stem: str, ordinal: int) -> None:
    """ASCII, at most 40 characters, never all digits, never a reserved name, whatever the dump is called."""
    made = page_id(stem, ordinal)
    assert is_page_id(made)
    assert made.isascii()
    assert len(made) <= MAX_SLUG
    assert not made.replace("-", "").isdigit()
    assert not RESERVED.fullmatch(made)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Әлиева А.", "alieva-a"),
        ("Ғылым және қоғам", "ghylym-zhane-qogham"),
        ("Щёлоков Ю.", "shchyolokov-yu"),
        ("Ünlü Ø.", "unlu"),
        ("№ 4(9), 2030", "no-4-9-2030"),
        ("…", ""),
    ],
)
def test_slugs_come_from_our_own_table(text: str, slug: str) -> None:
    """Kazakh letters are spelt, not dropped."""
    assert slugify(text) == slug


@pytest.mark.parametrize(
    "name",
    [
        "con",
        "CON",
        "nul",
        "com1",
        "lpt9",
        "index",
        "aux.x",
        "2030",
        "20-30",
        "a" * 41,
        "a b",
        "a/b",
        "",
        "-a",
        "ә",
        "A",
    ],
)
def test_names_that_are_refused(name: str) -> None:
    """Reserved, digits only, too long, or not ASCII."""
    assert not is_page_id(name)


def test_reserved_stem_is_no_reserved_name(tmp_path: Path) -> None:
    """`con.txt` cannot be a page `con.html`."""
    assert only(corpus(tmp_path, {"con.txt": article("bees", "kk")})).id == "con-01"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("эконо микалық өсім", "экономикалық өсім"),
        ("іс- қимыл", "іс-қимыл"),
        ("«Бал» туралы.", "Бал туралы"),
        ("БАЛ ТУРАЛЫ", "Бал туралы"),
    ],
)
def test_anchor_depends_on_letters_only(one: str, two: str) -> None:
    """A healed space, a hyphen, quotation marks or case do not move it."""
    assert anchor_of(one) == anchor_of(two)


def test_anchors_stay_under_repairs_elsewhere(tmp_path: Path) -> None:
    """Changing one paragraph moves no other anchor, and anchors are unique in an article."""
    text = article("bees", "kk")
    before = only(corpus(tmp_path / "1", {"a.txt": text}))
    after = only(corpus(tmp_path / "2", {"a.txt": text.replace("Ең қою бал", "Қоспа. Ең қоймалжың бал")}))
    changed = [n for n, (a, b) in enumerate(zip(before.blocks, after.blocks, strict=True)) if a.anchor != b.anchor]
    assert changed == [5]
    anchors = [block.anchor for block in before.blocks]
    assert len(set(anchors)) == len(anchors)


def test_repeated_paragraph_gets_a_number(tmp_path: Path) -> None:
    """Two paragraphs of the same letters have different anchors."""
    text = front("bees", "kk") + body("bees", "kk").replace(
        "Материалдар мен әдістер", "Бір сөйлем бар.\n\nБір сөйлем бар.\n\nМатериалдар мен әдістер"
    )
    anchors = [
        block.anchor for block in only(corpus(tmp_path, {"a.txt": text})).blocks if block.text == "Бір сөйлем бар."
    ]
    assert anchors == [anchors[0], f"{anchors[0]}-2"]


def test_correcting_a_title_moves_nothing(tmp_path: Path) -> None:
    """The id comes from the dump's name and the article's place in it."""
    dumps: dict[str, str | bytes] = {"a.txt": article("bees", "kk")}
    before = only(corpus(tmp_path / "1", dumps))
    after = only(corpus(tmp_path / "2", dumps | {"a.toml": '[title]\nkk = "Басқа тақырып"'}))
    assert (after.id, after.blocks) == (before.id, before.blocks)
    assert after.titles["kk"] != before.titles["kk"]


def test_format_that_is_not_read_is_told(tmp_path: Path) -> None:
    """A text in a format that nothing reads is left alone, and the report says so."""
    found = corpus(tmp_path, {"a.txt": article("bees", "kk"), "b.odt": b"PK", "photo.jpg": b"no text"})
    told = [entry for entry in entries(found.report, "warning") if entry.why.startswith("not read")]
    assert [(entry.file, entry.line) for entry in told] == [("b.odt", 0)]


def test_two_formats_of_one_name(tmp_path: Path) -> None:
    """They would share their ids and their corrections."""
    with pytest.raises(CorpusError, match=r"another dump has this name \(a.md\)"):
        corpus(tmp_path, {"a.txt": article("bees", "kk"), "a.md": article("bridges", "ru")})
