"""The site served while it is being edited, and packed for reading offline."""

from __future__ import annotations

import shutil
import urllib.error
import urllib.request
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page

from publishing import archive, serve
from publishing.places import Places


def test_serves_the_newest_build(sample_site: Path) -> None:
    """The server gives the site's files, on this machine alone, and forbids keeping them."""
    server = serve.start(sample_site, 0)
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}/catalogue.json") as answer:
            assert answer.headers["Cache-Control"] == "no-store"
            assert answer.read() == (sample_site / "catalogue.json").read_bytes()
        with pytest.raises(urllib.error.HTTPError):
            urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}/nothing.html")
    finally:
        server.shutdown()
        server.server_close()


def test_an_error_keeps_serving(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A corpus that cannot be built is said; the last site stays in service."""
    (tmp_path / "dumps").mkdir()
    assert not serve.build(Places(tmp_path / "dumps", tmp_path / "site"))
    assert "no dumps here" in capsys.readouterr().err


def test_zip_is_whole_stable_and_works_unpacked(sample_site: Path, tmp_path: Path, page: Page) -> None:
    """One top folder, the same bytes each time; unpacked under a name with spaces the search works."""
    packed = [tmp_path / name / "izdeu.zip" for name in ("one", "two")]
    assert all(archive.main(["--site", str(sample_site), "--archive", str(path)]) == 0 for path in packed)
    assert packed[0].read_bytes() == packed[1].read_bytes()
    with zipfile.ZipFile(packed[0]) as opened:
        assert {name.split("/")[0] for name in opened.namelist()} == {"izdeu"}
        assert max(len(name) for name in opened.namelist()) < 120
        opened.extractall(tmp_path / "my folder №1")
    page.goto(f"file://{tmp_path}/my folder №1/izdeu/search.html?q=алаяқтықтың")
    page.wait_for_function("document.documentElement.dataset.search === 'done'")
    assert page.locator("ol#results > li").count()


def test_zip_wants_a_build(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is no build of ours is not packed."""
    shutil.rmtree(tmp_path / "nothing", ignore_errors=True)
    assert archive.main(["--site", str(tmp_path), "--archive", str(tmp_path / "x.zip")]) == 1
    assert "run `make` first" in capsys.readouterr().err
    assert not (tmp_path / "x.zip").exists()
