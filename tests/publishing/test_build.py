"""A build is whole or it did not happen: what goes wrong leaves the last good site as it was."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from publishing import exchange
from publishing.__main__ import main
from publishing.places import MARK

ROOT = Path(__file__).resolve().parents[2]
BODY = "\n\n".join(
    f"This is paragraph {i} of an article about the courts of a small steppe town and its judges." for i in range(9)
)
FRONT = "COURTS OF A SMALL TOWN\n\nAbstract\nAn abstract on courts in plain words.\n\nKeywords: court, town"
ARTICLE = f"{FRONT}\n\nIntroduction\n\n{BODY}\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder with one small dump."""
    folder = tmp_path / "my dumps"
    folder.mkdir()
    (folder / "town.txt").write_text(ARTICLE, "utf-8")
    return folder


@pytest.fixture(scope="module")
def last_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the site of that dump and, beside it, its report; for copies."""
    folder = tmp_path_factory.mktemp("last")
    (folder / "my dumps").mkdir()
    (folder / "my dumps" / "town.txt").write_text(ARTICLE, "utf-8")
    assert build(folder / "my dumps", folder / "built" / "site") == 0
    return folder / "built"


def build(corpus: Path, output: Path) -> int:
    return main(["--corpus", str(corpus), "--output", str(output)])


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_builds_site_and_report(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One dump gives a site, a report beside it and a summary that names the page to open."""
    output = tmp_path / "the site"
    assert build(corpus, output) == 0
    said = capsys.readouterr().out
    assert "1 articles (en 1)" in said
    assert str(output / "index.html") in said
    assert (output / "articles" / "town-01.html").is_file()
    entries = [json.loads(line) for line in (tmp_path / "build" / "report.jsonl").read_text("utf-8").splitlines()]
    assert all(set(entry) >= {"file", "line", "kind", "before", "after", "why"} for entry in entries)
    assert {"article", "heading", "language"} <= {entry["kind"] for entry in entries}
    assert "town.txt" in (tmp_path / "build" / "report.html").read_text("utf-8")


def test_second_build_changes_nothing(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With nothing changed the second build says so and writes nothing; a changed text or page is noticed."""
    output = tmp_path / "site"
    build(corpus, output)
    before = {path: path.stat().st_mtime_ns for path in output.rglob("*")}
    assert build(corpus, output) == 0
    assert "nothing changed" in capsys.readouterr().out
    assert before == {path: path.stat().st_mtime_ns for path in output.rglob("*")}
    (output / "index.html").write_text("spoilt", "utf-8")
    assert build(corpus, output) == 0
    assert "spoilt" not in (output / "index.html").read_text("utf-8")
    (corpus / "town.txt").write_text(ARTICLE.replace("paragraph 3", "paragraph three"), "utf-8")
    assert build(corpus, output) == 0
    assert "paragraph three" in (output / "articles" / "town-01.html").read_text("utf-8")


def test_what_is_made_of_a_site_keeps_its_texts(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`make zip` and `make corpus` without CORPUS build it again of the texts it was built from, not of others."""
    output, other = tmp_path / "site", tmp_path / "other"
    other.mkdir()
    (other / "lake.txt").write_text(ARTICLE.replace("TOWN", "LAKE"), "utf-8")
    as_last = ["--as-last", "--corpus", str(other), "--output", str(output)]
    assert main(as_last) == 0  # nothing stands there yet
    assert (output / "articles" / "lake-01.html").is_file()
    build(corpus, output)
    (corpus / "town.txt").write_text(ARTICLE.replace("paragraph 3", "paragraph three"), "utf-8")
    capsys.readouterr()
    assert main(as_last) == 0
    assert str(corpus) in capsys.readouterr().out
    assert "paragraph three" in (output / "articles" / "town-01.html").read_text("utf-8")


def test_same_texts_same_bytes(corpus: Path, tmp_path: Path) -> None:
    """Two builds of the same texts agree in every byte."""
    build(corpus, tmp_path / "one" / "site")
    build(corpus, tmp_path / "two" / "site")
    assert contents(tmp_path / "one" / "site") == contents(tmp_path / "two" / "site")


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ({}, "no dumps here"),
        ({"empty.txt": b""}, "empty.txt: the file is empty"),
        ({"note.txt": b"Only a short note without any article in it.\n"}, "note.txt: no article found in it"),
        ({"picture.txt": bytes(range(256)) * 20}, "picture.txt: this is not a text file"),
        (
            {"town.txt": ARTICLE.encode(), "town.toml": b"titel = 1\n"},
            "town.toml: 'titel' is no field of the catalogue",
        ),
        ({"town.txt": ARTICLE.encode(), "town.toml": b"title = \n"}, "town.toml: not valid TOML"),
        ({"town.txt": ARTICLE.encode(), "lone.toml": b""}, "lone.toml: there is no dump of this name"),
        (
            {"town.txt": ARTICLE.encode(), "town.toml": b'[[fix]]\nline = 3\nfrom = "zebra"\nto = "horse"\n'},
            "town.toml: [[fix]] line 3: 'zebra' does not stand there",
        ),
    ],
)
def test_bad_corpus_leaves_the_last_site(
    last_build: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], files: dict[str, bytes], sentence: str
) -> None:
    """What cannot be built is one sentence with its file and a non-zero exit; the last good site stays."""
    output = shutil.copytree(last_build, tmp_path / "built") / "site"
    before = contents(output)
    bad = tmp_path / "bad"
    bad.mkdir()
    for name, data in files.items():
        (bad / name).write_bytes(data)
    capsys.readouterr()
    assert build(bad, output) == 1
    assert sentence in capsys.readouterr().err
    assert contents(output) == before


def test_missing_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder of dumps that is not there is said, and nothing is made."""
    assert build(tmp_path / "nowhere", tmp_path / "site") == 1
    assert "no such folder of dumps" in capsys.readouterr().err
    assert not (tmp_path / "site").exists()


def test_a_strange_folder_is_never_replaced(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Only an empty folder or a build of ours is replaced; a site inside the texts, or a file, is refused."""
    precious = tmp_path / "photos"
    precious.mkdir()
    (precious / "me.jpg").write_bytes(b"x")
    assert build(corpus, precious) == 1
    assert "no build of ours made this folder" in capsys.readouterr().err
    assert contents(precious) == {"me.jpg": b"x"}
    assert build(corpus, corpus / "site") == 1
    assert build(corpus, tmp_path) == 1
    assert build(corpus, tmp_path / "build") == 1
    (tmp_path / "file").write_text("x")
    assert build(corpus, tmp_path / "file") == 1


@pytest.mark.parametrize("atomic", [True, False])
def test_exchange(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, atomic: bool) -> None:
    """A full folder takes the place of a full one, by the system's exchange and without it."""
    if not atomic:
        monkeypatch.setattr(exchange, "_exchanged", lambda *_: False)
    old, new = tmp_path / "old", tmp_path / "new"
    for folder in (old, new):
        (folder / "deep").mkdir(parents=True)
        (folder / "deep" / "name").write_text(folder.name)
    (tmp_path / "old.old").mkdir()
    exchange.put_in_place(new, old, tmp_path / "parked")
    assert contents(old) == {"deep/name": b"new"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["old", "old.old"]


def test_a_parked_site_comes_back(tmp_path: Path) -> None:
    """A build killed between its two renames left the site parked: the next one brings it back."""
    parked = tmp_path / "parked"
    parked.mkdir()
    exchange.recover(tmp_path / "site", parked)
    assert (tmp_path / "site").is_dir()
    assert not parked.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="renameat2 is Linux's")
def test_exchange_is_atomic_here() -> None:
    """On Linux the two names are swapped in one step, not by two renames."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        one, other = Path(folder, "one"), Path(folder, "other")
        one.mkdir()
        other.mkdir()
        assert exchange._exchanged(one, other)


def test_two_builds_at_once_wait_for_each_other(corpus: Path, tmp_path: Path) -> None:
    """Builds beside one report run one after the other, each with its own texts."""
    other = tmp_path / "others"
    other.mkdir()
    (other / "village.txt").write_text(ARTICLE.replace("TOWN", "VILLAGE"), "utf-8")
    environment = os.environ | {"PYTHONPATH": str(ROOT / "plugins")}
    command = [sys.executable, "-m", "publishing", "--corpus"]
    running = [
        subprocess.Popen([*command, str(texts), "--output", str(tmp_path / name)], cwd=ROOT, env=environment)
        for texts, name in ((corpus, "a"), (other, "b"))
    ]
    assert [process.wait() for process in running] == [0, 0]
    assert (tmp_path / "a" / "articles" / "town-01.html").is_file()
    assert (tmp_path / "b" / "articles" / "village-01.html").is_file()
    assert not (tmp_path / "b" / "articles" / "town-01.html").exists()


def test_the_report_is_that_of_the_site(corpus: Path, tmp_path: Path) -> None:
    """A report of another build, or a lost one, is made anew with its site."""
    other = tmp_path / "others"
    other.mkdir()
    (other / "village.txt").write_text(ARTICLE.replace("TOWN", "VILLAGE"), "utf-8")
    build(corpus, tmp_path / "a")
    build(other, tmp_path / "b")
    assert build(corpus, tmp_path / "a") == 0
    assert "town.txt" in (tmp_path / "build" / "report.jsonl").read_text("utf-8")
    (tmp_path / "build" / "report.html").unlink()
    assert build(corpus, tmp_path / "a") == 0
    assert (tmp_path / "build" / "report.html").is_file()


@pytest.mark.long
@pytest.mark.timeout(600)
def test_killed_builds_leave_the_last_site(corpus: Path, tmp_path: Path) -> None:
    """Whenever a build is killed, the site is whole: the old one or the new one, and the next build goes through."""
    output = tmp_path / "site"
    chance = random.Random(0)
    environment = os.environ | {"PYTHONPATH": str(ROOT / "plugins")}
    command = [sys.executable, "-m", "publishing", "--corpus", str(corpus), "--output", str(output)]
    build(corpus, output)
    seen = {1: contents(output)}
    for turn in range(2, 22):
        (corpus / "town.txt").write_text(ARTICLE.replace("paragraph 3", f"paragraph {turn}00"), "utf-8")
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.2, 3.0))
        process.send_signal(signal.SIGKILL)
        process.wait()
        now = contents(output)
        page = now["articles/town-01.html"].decode()
        assert now == seen[1] or f"paragraph {turn}00" in page
        assert (output / MARK).is_file()
        assert "search/manifest.js" in now
        assert "catalogue.json" in now
        seen[1] = now
    assert build(corpus, output) == 0
