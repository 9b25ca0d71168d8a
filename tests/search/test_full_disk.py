"""A disk that is full at any moment of a build: the search that was there stays, whole."""

from __future__ import annotations

import errno
from itertools import count
from pathlib import Path

import pytest

import build_index


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class Disk:
    """Has room for so many files of the search, and for half of the next one."""

    def __init__(self, search: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.room: float = 0
        write = Path.write_bytes

        def write_bytes(path: Path, data: bytes) -> int:
            if not path.is_relative_to(search):
                return write(path, data)
            self.room -= 1
            if self.room >= 0:
                return write(path, data)
            write(path, data[: len(data) // 2])
            raise OSError(errno.ENOSPC, "No space left on device", str(path))

        monkeypatch.setattr(Path, "write_bytes", write_bytes)


@pytest.mark.parametrize("is_first", [True, False], ids=["first build", "later build"])
def test_full_disk(
    is_first: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence, an exit that is not 0, and the same files as before; once there is room the new ones."""
    page = tmp_path / "page.html"
    page.write_text("<p lang=kk>алаяқтықтың алдын алу</p>", "utf-8")
    assert is_first or build_index.main([str(tmp_path), "--quiet", "--jobs", "1"]) == 0
    before = contents(tmp_path)
    page.write_text("<p lang=kk>қоршаған орта</p><p lang=ru>охрана природы</p>", "utf-8")
    before["page.html"] = page.read_bytes()
    disk = Disk(tmp_path / "search", monkeypatch)
    for room in count():
        disk.room = room
        if build_index.main([str(tmp_path), "--quiet", "--jobs", "1"]) == 0:
            break
        (said,) = capsys.readouterr().err.splitlines()
        assert said.startswith("build_index: ")
        assert "No space left on device" in said
        assert contents(tmp_path) == before
    assert room > 10
    assert contents(tmp_path) != before


def test_a_first_build_that_was_killed_is_gone_on_with(tmp_path: Path) -> None:
    """It left files and no manifest: they are ours all the same."""
    (tmp_path / "page.html").write_text("<p lang=kk>алаяқтық</p>", "utf-8")
    (tmp_path / "search" / "terms").mkdir(parents=True)
    (tmp_path / "search" / "terms" / "00000000.js.new").write_text("izdeu.put(")
    assert build_index.main([str(tmp_path), "--quiet", "--jobs", "1"]) == 0
    assert "search/terms/00000000.js.new" not in contents(tmp_path)
