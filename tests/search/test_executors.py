"""Whoever does the work, the search files are the same; what was worked out before is not worked out again."""

from __future__ import annotations

import errno
import multiprocessing
import os
import pickle
import subprocess
import sys
import time
import warnings
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import pytest

import build_index
from lunr_search import cache
from lunr_search.build import build
from lunr_search.errors import WorkerError
from lunr_search.executors import workers
from lunr_search.gathering import facts, site
from lunr_search.indexing import postings, stretches
from lunr_search.workers import Workers, batches
from lunr_search.writing import leaving, shards, shown, terms, texts, vocabulary

ROOT = Path(__file__).resolve().parents[2]
PAGES = {
    f"{lang}{number}": f'<main lang="{lang}"><h1>{text}</h1><p>{text} {number}</p></main>'
    for number in range(12)
    for lang, text in (
        ("kk", "Мұражай қорындағы кітаптардың тізімі жаңартылды"),
        ("ru", "Музей обновил список редких книг и рукописей"),
        ("en", "The museum has updated its list of rare books"),
    )
}


READERS = {"gathering.site.extract_batch", "lookup.worked"}
MAKERS = {
    "indexing.stretches.worked",
    "indexing.written.written_slice",
    "writing.leaving.leaving",
    "writing.shown.shown",
    "writing.terms.shard_files",
    "writing.vocabulary.codes",
    "writing.vocabulary.list_files",
}


def folder_of(path: Path) -> Path:
    path.mkdir()
    for name, html in PAGES.items():
        (path / f"{name}.html").write_text(html, "utf-8")
    return path


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The search files as one process makes them."""
    folder = folder_of(tmp_path_factory.mktemp("alone") / "site")
    assert build_index.main([str(folder), "--quiet", "--jobs", "1"]) == 0
    return contents(folder / "search")


def test_processes(tmp_path: Path, expected: dict[str, bytes]) -> None:
    """Several processes of this machine."""
    folder = folder_of(tmp_path / "site")
    assert build_index.main([str(folder), "--quiet", "--jobs", "3"]) == 0
    assert contents(folder / "search") == expected


@pytest.mark.filterwarnings("ignore")  # of Dask's own: ports, sockets that close late
def test_dask(tmp_path: Path, expected: dict[str, bytes]) -> None:
    """A Dask cluster of two workers."""
    distributed = pytest.importorskip("distributed")
    folder = folder_of(tmp_path / "site")
    with (
        warnings.catch_warnings(),
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
    ):
        assert build_index.main([str(folder), "--quiet", "--scheduler", cluster.scheduler_address]) == 0
    assert contents(folder / "search") == expected


@pytest.fixture(autouse=True)
def no_words_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words are looked up by the workers, however few they are."""
    monkeypatch.setattr(facts, "HERE", 0)


@pytest.fixture
def handed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the functions that a worker who shares no disk is given; builds are his."""
    handed: list[str] = []

    class Elsewhere(ThreadPoolExecutor):
        def submit(self, function: Any, /, *arguments: Any, **others: Any) -> Any:
            handed.append(f"{function.__module__.partition('.')[2]}.{function.__name__}")
            return super().submit(lambda: pickle.loads(pickle.dumps(function(*arguments, **others))))

    @contextmanager
    def workers(*_: object) -> Iterator[Workers]:
        with Elsewhere(1) as executor:
            yield Workers(executor, 1, shares_disk=False)

    monkeypatch.setattr("lunr_search.build.workers", workers)
    return handed


def test_who_shares_no_disk_writes_no_files(tmp_path: Path, expected: dict[str, bytes], handed: list[str]) -> None:
    """Dask's workers may be other machines: they read pages and analyse words, this process writes."""
    folder = folder_of(tmp_path / "site")
    build(folder)
    assert contents(folder / "search") == expected
    assert set(handed) == READERS


@pytest.fixture
def many_tasks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sizes by which few pages make many tasks."""
    sizes: dict[Any, dict[str, int]] = {
        shards: {"SHARD": 60, "SLACK": 15, "HOT": 200},
        leaving: {"BATCH": 2},
        terms: {"BATCH": 2},
        shown: {"BATCH": 2},
        vocabulary: {"BATCH": 1, "LIST_WORDS": 5},
        stretches: {"PIECE": 8},
        postings: {"SLICE": 20},
        texts: {"BATCH": 2},
    }
    for module, own in sizes.items():
        for name, size in own.items():
            monkeypatch.setattr(module, name, size)


@pytest.mark.usefixtures("many_tasks")
def test_search_files_are_made_by_the_workers(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Whoever makes them and writes them, in however many tasks."""
    made = []
    for name, jobs in (("alone", 1), ("several", 3), ("elsewhere", None)):
        handed = request.getfixturevalue("handed") if jobs is None else []
        folder = folder_of(tmp_path / name)
        build(folder, jobs=jobs)
        made.append(contents(folder / "search"))
    assert made[0] == made[1] == made[2]
    assert set(handed) == READERS | MAKERS


@pytest.mark.usefixtures("many_tasks")
@pytest.mark.skipif(multiprocessing.get_start_method() != "fork", reason="processes begin without the full disk")
def test_a_disk_that_is_full_for_a_worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The build fails, whoever wrote, and leaves the folder as it was."""
    folder = folder_of(tmp_path / "site")
    before, write, here = contents(folder), Path.write_bytes, os.getpid()

    def write_bytes(path: Path, data: bytes) -> int:
        if path.parent.name == "terms" and os.getpid() != here:
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", write_bytes)
    with pytest.raises(OSError, match="No space left"):
        build(folder, jobs=3)
    assert contents(folder) == before


@pytest.mark.usefixtures("many_tasks")
@pytest.mark.skipif(multiprocessing.get_start_method() != "fork", reason="processes begin as they were")
def test_a_worker_that_is_ended_while_it_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence, and nothing of the new search stays."""
    folder = folder_of(tmp_path / "site")
    before, here = contents(folder), os.getpid()
    make = terms.shard_files
    monkeypatch.setattr(terms, "shard_files", lambda task: make(task) if os.getpid() == here else os._exit(1))
    monkeypatch.setattr(terms.shard_files, "__qualname__", "shard_files")
    monkeypatch.setattr(terms.shard_files, "__module__", terms.__name__)
    with pytest.raises(WorkerError, match="was ended"):
        build(folder, jobs=3)
    assert contents(folder) == before


def test_a_worker_that_is_gone() -> None:
    """A process that is killed is one sentence, whatever it was doing."""
    for call in ("map", "begun"):
        with pytest.raises(WorkerError, match="was ended"), workers(2) as staff:
            list(getattr(staff, call)(os._exit, [1, 1, 1]))


def test_readers_go_and_the_others_stay() -> None:
    """Who was to begin with the readers works on; where they had nothing to do, this process does what is left."""
    with workers(2) as staff:
        with staff.readers() as readers:
            assert set(readers.map(_process, range(8))).isdisjoint({os.getpid()})
        assert set(staff.map(_process, range(8))).isdisjoint({os.getpid()})
    with workers(2) as staff:
        with staff.readers() as readers:
            assert set(readers.map(_process, [1])) == {os.getpid()}
        assert set(staff.map(_process, range(8))) == {os.getpid()}


def test_of_many_pages_this_process_makes_the_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expected: dict[str, bytes]
) -> None:
    """Others would need memory beside it; they read all the same."""
    made = []
    monkeypatch.setattr("lunr_search.build.MANY", len(PAGES) - 1)
    monkeypatch.setattr(Workers, "go", lambda staff, go=Workers.go: made.append(staff) or go(staff))
    folder = folder_of(tmp_path / "site")
    build(folder, jobs=3)
    assert contents(folder / "search") == expected
    assert [set(staff.map(_process, range(8))) for staff in made] == [{os.getpid()}]


def _process(_: int) -> int:
    return os.getpid()


def test_nobody_at_the_scheduler(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An address where nobody answers is one sentence; nothing is written."""
    folder = folder_of(tmp_path / "site")
    assert build_index.main([str(folder), "--quiet", "--scheduler", "nonsense://1"]) == 1
    assert "no Dask scheduler answers at nonsense://1" in capsys.readouterr().err
    assert not (folder / "search").exists()


def test_only_what_changed_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page is read once; after a change of one page it alone is, and the answer is that of a build from nothing."""
    folder = folder_of(tmp_path / "site")
    read: list[str] = []
    real = site.extract_batch

    def counting(tasks: list[site.Task]) -> object:
        read.extend(task.place for task in tasks)
        return real(tasks)

    monkeypatch.setattr(site, "extract_batch", counting)
    build(folder, jobs=1)
    assert len(read) == len(PAGES)
    build(folder, jobs=1)
    assert len(read) == len(PAGES)
    (folder / "kk3.html").write_text(PAGES["kk3"].replace("кітап", "қолжазба"), "utf-8")
    build(folder, jobs=1)
    assert read[len(PAGES) :] == ["kk3.html"]
    again = tmp_path / "again"
    (folder / "search").rename(tmp_path / "first")
    folder.rename(again)
    build(again, jobs=1)
    named = {name for name in contents(again / "search") if name != "files.txt"}
    assert {name: contents(tmp_path / "first")[name] for name in named} == {
        name: contents(again / "search")[name] for name in named
    }


def test_damaged_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expected: dict[str, bytes]) -> None:
    """Entries that are cut off, empty or something else are worked out again."""
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
    folder = folder_of(tmp_path / "site")
    build(folder, jobs=1)
    for number, path in enumerate(sorted(path for path in (tmp_path / "cache").rglob("*") if path.is_file())):
        path.write_bytes((path.read_bytes()[: path.stat().st_size // 2], b"", b"\x80\x05N.")[number % 3])
    (folder / "search").rename(tmp_path / "before")
    build(folder, jobs=1)
    assert contents(folder / "search") == expected


def test_without_a_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expected: dict[str, bytes]) -> None:
    """Where nothing can be kept, the same files come out."""
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "file"))
    folder = folder_of(tmp_path / "site")
    build(folder, jobs=1)
    assert contents(folder / "search") == expected


def test_no_room_for_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expected: dict[str, bytes]) -> None:
    """What cannot be kept whole is not kept, and the files are the same."""

    def half(value: object, file: BinaryIO, **options: Any) -> None:
        data = pickle.dumps(value, **options)
        file.write(data[: len(data) // 2])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
    monkeypatch.setattr(cache.pickle, "dump", half)
    folder = folder_of(tmp_path / "site")
    build(folder, jobs=1)
    assert contents(folder / "search") == expected
    assert {name.rpartition(".")[2] for name in contents(tmp_path / "cache")} == {"texts"}


def test_work_is_handed_out_in_order() -> None:
    """Batches keep the order; without an executor the work is done here."""
    assert list(batches(range(5), 2)) == [[0, 1], [2, 3], [4]]
    assert list(Workers(None, 1).map(str, range(3))) == ["0", "1", "2"]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="the system tells no process's parent in /proc")
def test_workers_go_with_their_parent() -> None:
    """A build that is killed leaves no process behind."""
    script = (
        "import sys, time; sys.path.insert(0, 'plugins')\n"
        "from lunr_search.executors import workers\n"
        "with workers(2) as staff:\n"
        "    print(*staff.map(os_pid, range(4)), flush=True); time.sleep(60)\n"
    ).replace("os_pid", "__import__('operator').abs")
    with subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE) as parent:
        assert parent.stdout
        assert parent.stdout.readline()
        workers = _children(parent.pid)
        assert workers
        parent.kill()
    deadline = time.monotonic() + 30
    while any(map(_is_at_work, workers)) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not list(filter(_is_at_work, workers))


def _children(parent: int) -> list[int]:
    every = [int(path.name) for path in Path("/proc").glob("[0-9]*")]
    return [pid for pid in every if _state_and_parent(pid)[1] == str(parent)]


def _is_at_work(pid: int) -> bool:
    """One that has ended may stay in the list until the system's first process looks after it."""
    return _state_and_parent(pid)[0] not in ("", "Z")


def _state_and_parent(pid: int) -> tuple[str, str]:
    """As the system tells them; empty where there is no such process."""
    try:
        state, parent, *_ = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return "", ""
    return state, parent
