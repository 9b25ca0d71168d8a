"""The set-up itself: the locks, the commands, the search for a browser, the watch over pages."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page

from tests import browser as browsers
from tests.window import watch

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ["requirements.lock", "requirements-dev.lock", "requirements-node.lock"]
PIN = re.compile(r"^([a-z0-9.-]+)==(\S+)(?: ; (.*?))? ?\\?$", re.MULTILINE)


def pins(lock: str) -> set[tuple[str, str, str]]:
    return set(PIN.findall((ROOT / lock).read_text("utf-8")))


def run(*command: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **environment}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False)


posix_only = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")


def program(path: Path, text: str = "#!/bin/sh\nexit 0\n") -> Path:
    path.write_text(text, "utf-8")
    path.chmod(0o755)
    return path


# Locks


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_names_no_host_and_no_folder(lock: str) -> None:
    machines_own = re.compile(r"://|--(extra-)?index-url|--find-links|file:|[A-Za-z]:\\|(^|\s)/")
    assert not machines_own.search((ROOT / lock).read_text("utf-8"))


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_holds_exact_versions_with_hashes(lock: str) -> None:
    entries = re.split(r"\n(?=[a-z])", (ROOT / lock).read_text("utf-8"))[1:]
    assert entries
    for entry in entries:
        assert PIN.match(entry.splitlines()[0]), entry
        assert "--hash=sha256:" in entry


def test_dev_lock_holds_all_of_the_runtime_lock() -> None:
    assert pins("requirements.lock") <= pins("requirements-dev.lock")


def test_node_is_no_part_of_the_other_locks() -> None:
    assert not any("node" in name for lock in LOCKS[:2] for name, _, _ in pins(lock))


def test_npm_lock_has_no_download_addresses() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    assert not [name for name, package in packages.items() if "resolved" in package]
    assert all("integrity" in package for name, package in packages.items() if name)


def test_lunr_is_the_release_whose_scores_we_know() -> None:
    assert json.loads((ROOT / "package.json").read_text("utf-8"))["dependencies"]["lunr"] == "2.3.9"
    packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    assert packages["node_modules/lunr"]["version"] == "2.3.9"


# Commands


@pytest.mark.skipif(not (ROOT / "README.md").exists(), reason="there is no README yet")
def test_commands_of_the_readme_exist() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    code = re.findall(r"^```.*?^```|`[^`\n]+`|^ {4}[^\n]*$", readme, re.MULTILINE | re.DOTALL)
    named = set(re.findall(r"\bmake ([a-z][a-z-]*)", "\n".join(code)))
    targets = set(re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert named <= targets


def test_continuous_integration_runs_make_test() -> None:
    script = ROOT / ".ci" / "run"
    assert re.search(r"^(exec )?make test$", script.read_text("utf-8"), re.MULTILINE)
    assert os.access(script, os.X_OK)


def test_licence_is_whole() -> None:
    text = (ROOT / "LICENSE").read_text("utf-8")
    assert text.lstrip().startswith("GNU AFFERO GENERAL PUBLIC LICENSE")
    assert "13. Remote Network Interaction" in text
    assert "END OF TERMS AND CONDITIONS" in text


needs_make = pytest.mark.skipif(shutil.which("make") is None, reason="there is no make here")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A folder with a space in its name and with what setting up reads, nothing set up."""
    folder = tmp_path / "a clone"
    folder.mkdir()
    for name in ("Makefile", ".npmrc", "package.json", "package-lock.json", *LOCKS):
        shutil.copy(ROOT / name, folder)
    return folder


@needs_make
def test_help_names_every_command() -> None:
    printed = run("make", "help").stdout
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in re.findall(r"^\.PHONY: ([a-z-]+)$", makefile, re.MULTILINE):
        assert target in {"site", "again", "standing"} or re.search(rf"^make {target}\b", printed, re.MULTILINE), target


@needs_make
def test_set_up_without_a_python_says_what_is_wanting(clone: Path) -> None:
    done = run("make", "PYTHON=python2.7 no-such-python", cwd=clone)
    assert done.returncode != 0
    assert "needs Python 3.11 or newer" in done.stderr
    assert "python2.7 no-such-python" in done.stderr
    assert not (clone / ".venv").exists()


@needs_make
@posix_only
def test_set_up_is_done_once_and_anew_after_a_change(clone: Path) -> None:
    (clone / ".venv" / "bin").mkdir(parents=True)
    (clone / "node_modules").mkdir()
    python = program(clone / ".venv" / "bin" / "python")
    steps = [".venv/runtime.stamp", ".venv/node.stamp", ".venv/dev.stamp", "node_modules/runtime.stamp"]
    steps.append("node_modules/dev.stamp")

    def done(*steps: str) -> bool:
        return run("make", "--question", *steps, cwd=clone).returncode == 0

    for step in steps:
        (clone / step).touch()
    assert done(*steps)

    later = time.time() + 10
    os.utime(clone / "requirements-dev.lock", (later, later))
    assert not done(".venv/dev.stamp")
    assert done(".venv/runtime.stamp", "node_modules/dev.stamp")

    program(python, "#!/bin/sh\nexit 1\n")  # as after an upgrade of the system's Python
    assert not done(".venv/runtime.stamp")


@needs_make
@pytest.mark.long
@pytest.mark.timeout(900)
def test_interrupted_set_up_is_done_again(clone: Path) -> None:
    """Killed at several moments, all its processes at once, then let finish."""
    steps = [".venv/dev.stamp", "node_modules/dev.stamp"]
    for seconds in (0.5, 2, 4, 6, 9):
        process = subprocess.Popen(["make", *steps], cwd=clone, start_new_session=True, stdout=subprocess.DEVNULL)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    done = run("make", *steps, cwd=clone)
    assert done.returncode == 0, done.stderr
    python = clone / ".venv" / "bin" / "python"
    assert run(str(python), "-m", "pip", "check").stdout.startswith("No broken requirements")
    missing = (
        "import importlib.metadata as m, sys;"
        "sys.exit([str(f) for d in m.distributions() for f in d.files or () if '.dist-info' not in str(f)"
        " and not str(f).endswith('.pyc') and not f.locate().exists()] or 0)"
    )
    assert run(str(python), "-c", missing).returncode == 0
    assert (clone / "node_modules" / "lunr" / "lunr.js").is_file()
    assert (clone / "node_modules" / "eslint").is_dir()


# The search for a browser


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine with no browser and an empty PATH folder, which is given; installing does nothing."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("BROWSER", raising=False)
    monkeypatch.setattr(browsers, "usual_places", list)
    monkeypatch.setattr(browsers, "playwrights_own", lambda: tmp_path / "none")
    monkeypatch.setattr(browsers, "driver_runs", lambda: True)
    monkeypatch.setattr(browsers, "install", lambda: None)
    return tmp_path


@posix_only
def test_browser_on_the_path_is_found(bare: Path) -> None:
    expected = program(bare / "google-chrome")
    assert browsers.find() == expected


@posix_only
def test_browser_that_does_not_start_is_passed_over(bare: Path) -> None:
    program(bare / "chromium-browser", "#!/bin/sh\necho needs the snap >&2\nexit 1\n")
    expected = program(bare / "google-chrome")
    assert browsers.find() == expected


@posix_only
def test_browser_named_by_the_user_comes_first(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(bare / "chromium")
    mine = program(bare / "my chrome")
    monkeypatch.setenv("BROWSER", str(mine))
    assert browsers.find() == mine


@posix_only
@pytest.mark.parametrize("value", ["xdg-open", "/usr/bin/firefox", "firefox:lynx", ""])
def test_desktops_own_setting_is_passed_over(value: str, bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = program(bare / "chromium")
    monkeypatch.setenv("BROWSER", value)
    assert browsers.find() == expected


def test_wrong_name_is_said(bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("BROWSER", "/no/such/chrome")
    assert browsers.main() == 1
    assert "/no/such/chrome" in capsys.readouterr().err


def test_machine_with_no_browser_is_told_how_to_get_one(bare: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert browsers.main() == 1
    said = capsys.readouterr().err
    assert said == f"{browsers.ADVICE}\n"


@posix_only
def test_browser_is_installed_where_there_is_none(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browsers, "install", lambda: program(bare / "chromium"))
    assert browsers.main() == 0


@posix_only
def test_driver_that_does_not_start_is_said(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    program(bare / "chromium")
    monkeypatch.setattr(browsers, "driver_runs", lambda: False)
    assert browsers.main() == 1
    assert capsys.readouterr().err == f"{browsers.DRIVER_ADVICE}\n"


def test_no_browser_is_wanted(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER", "none")
    assert browsers.main() == 0


@posix_only
def test_features_that_playwright_leaves_out_stay_out(browser: Browser, tmp_path: Path) -> None:
    """Of two lists on the command line Chrome takes the last, ours: it names all of Playwright's."""
    told = tmp_path / "told"
    stand_in = program(tmp_path / "chrome", f"#!/bin/sh\nprintf '%s\\n' \"$@\" >'{told}'\nexit 1\n")
    with pytest.raises(Error):
        browser.browser_type.launch(executable_path=stand_in, args=browsers.SWITCHES)
    switches = (line.partition("=") for line in told.read_text("utf-8").splitlines())
    lists = [set(value.split(",")) for name, _, value in switches if name == "--disable-features"]
    assert len(lists) > 1
    assert set().union(*lists) == lists[-1]


def test_tests_left_out_are_counted(tmp_path: Path) -> None:
    shutil.copy(ROOT / "tests" / "conftest.py", tmp_path)
    (tmp_path / "test_it.py").write_text("def test_page(page): ...\ndef test_other(): ...\n", "utf-8")
    pytest_command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-c", str(ROOT / "pyproject.toml")]
    done = run(*pytest_command, f"--rootdir={tmp_path}", str(tmp_path), PYTHONPATH=str(ROOT), BROWSER="none")
    assert "BROWSER=none: 1 browser tests were skipped" in done.stdout
    assert "1 passed, 1 skipped" in done.stdout


# The watch over pages


def test_site_is_served_and_opened(page: Page, http_server: Callable[[Path], str], tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><meta charset=utf-8><link rel=icon href=data:,>Іздеу", "utf-8")
    for url in (http_server(tmp_path), (tmp_path / "index.html").as_uri()):
        page.goto(url)
        assert page.inner_text("body") == "Іздеу"


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ("<script>nothing()</script>", "error in a script"),
        ("<script>console.error('oh')</script>", "console: oh"),
        ("<script src=missing.js></script>", "failed request"),
        ("<script src=http://192.0.2.1/x.js></script>", "request to another host"),
        ("<script>open('popup.html')</script>", "console: from a window it opened"),
    ],
)
def test_watch_sees(
    body: str, complaint: str, browser: Browser, http_server: Callable[[Path], str], tmp_path: Path
) -> None:
    icon = "<!doctype html><link rel=icon href=data:,>"
    (tmp_path / "index.html").write_text(icon + body, "utf-8")
    (tmp_path / "popup.html").write_text(f"{icon}<script>console.error('from a window it opened')</script>", "utf-8")
    complaints: list[str] = []
    context = browser.new_context()
    context.route("http://192.0.2.1/**", lambda route: route.abort())
    watch(context, complaints.append)
    page = context.new_page()
    page.goto(http_server(tmp_path), wait_until="commit")
    for _ in range(300):  # A busy machine is slow to open a window: up to thirty seconds.
        if any(complaint in text for text in complaints):
            break
        page.wait_for_timeout(100)
    context.close()
    assert any(complaint in text for text in complaints), complaints
