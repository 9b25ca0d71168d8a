"""What all tests share: a browser whose pages are watched, a web server, the shared data."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from threading import Thread
from typing import Any

import hypothesis
import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests import browser as browsers
from tests.server import Handler, Server
from tests.window import Profile, watch

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
LEFT_OUT = "BROWSER=none"

MadeOnce = Callable[[str, Callable[[Path], object]], Path]

# A machine that is busy for a moment is no failure. `make test` tries the same examples everywhere, so it fails for
# a change and not by chance; `make test-long` goes looking for new ones.
hypothesis.settings.register_profile("steady", deadline=None, derandomize=True, max_examples=40)
hypothesis.settings.register_profile("search", deadline=None, max_examples=500)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

# What a page is expected to show it may take as long for as for all else that is waited for.
expect.set_options(timeout=30_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what asks for a browser, and skips what this run or this clone has no means for."""
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        if "browser" in fixtures:
            item.add_marker("browser")
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker("property")
        if item.get_closest_marker("browser") and browsers.left_out():
            item.add_marker(pytest.mark.skip(reason=LEFT_OUT))
        if item.get_closest_marker("shared") and not SHARED.is_dir():
            item.add_marker(pytest.mark.skip(reason="there is no ../shared here"))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    if browsers.left_out():
        skipped = sum(LEFT_OUT in str(report.longrepr) for report in terminalreporter.stats.get("skipped", []))
        terminalreporter.write_line(f"{LEFT_OUT}: {skipped} browser tests were skipped", yellow=True)


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Builds keep what they worked out in a folder of the tests', not in the user's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("IZDEU_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder ../shared, which a clone does not have."""
    if not SHARED.is_dir():
        pytest.skip("there is no ../shared here")
    return SHARED


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> MadeOnce:
    """`made_once(name, make)` gives a folder that `make` fills, once for all processes that run the tests.

    It belongs to all: a test that changes anything there takes a copy.
    """
    own = tmp_path_factory.getbasetemp()
    common = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def made(name: str, make: Callable[[Path], object]) -> Path:
        folder, done = common / f"once-{name}", common / f"once-{name}.done"
        with FileLock(common / f"once-{name}.lock"):
            if not done.exists():
                shutil.rmtree(folder, ignore_errors=True)  # half made by a process that failed
                folder.mkdir()
                make(folder)
                done.touch()
        return folder

    return made


@pytest.fixture(scope="session")
def sample_site(made_once: MadeOnce) -> Path:
    """Our sample journal as `make` builds it: the output folder, with `build` beside it."""

    def make(folder: Path) -> None:
        from publishing.build import build_site
        from publishing.places import Places

        build_site(Places(ROOT / "content" / "dumps", folder / "site"), say=lambda _: None)

    return made_once("sample", make) / "site"


@pytest.fixture(scope="session")
def sample_pages(sample_site: Path) -> list[Any]:
    """The indexed pages of our sample journal with their passages, read once."""
    from tests.search import oracle

    return oracle.pages_of(sample_site)


@pytest.fixture(scope="session")
def http_server() -> Iterator[Callable[[Path], str]]:
    """`http_server(folder)` serves a folder on 127.0.0.1 until the tests end, and gives its address, with a slash."""
    server = Server(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()

    def serve(folder: Path) -> str:
        server.folders.append(folder)
        return f"http://127.0.0.1:{server.server_port}/{len(server.folders)}/"

    yield serve
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chrome or Chromium. (Playwright starts it without the sandbox that root cannot have.)"""
    try:
        executable = browsers.find()
    except browsers.NoBrowserError as error:
        pytest.fail(str(error), pytrace=False)
    if executable is None:
        pytest.fail(browsers.ADVICE, pytrace=False)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=executable,
            args=browsers.SWITCHES,
        )
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def profile(browser: Browser) -> Profile:
    """The profile that tests share, one after the other."""
    return Profile(browser)


MEDIA = ("color_scheme", "reduced_motion")  # what a page can be given without a window of its own


@pytest.fixture
def new_page(browser: Browser, profile: Profile) -> Iterator[Callable[..., Page]]:
    """`new_page(allow=REGEX, **options)` opens a page in a fresh profile; `options` are Playwright's for a context.

    With `own` it is the page's alone, for what is true of a whole profile, as a clock that stands still.

    All its pages, those it opens itself too, are watched: an error in the console or in a script, a request that fails
    or goes to another host fails the test at its end, unless the regex `allow` matches the complaint.
    """
    complaints: list[str] = []
    taken: list[Profile] = []
    with ExitStack() as stack:

        def open_page(allow: str | None = None, own: bool = False, **options: Any) -> Page:
            def complain(text: str) -> None:
                if not (allow and re.search(allow, text)):
                    complaints.append(text)

            media = {name: options.pop(name) for name in MEDIA if name in options}
            viewport = options.pop("viewport", None) if len(options) == 1 else None
            if taken or own or options:
                context = browser.new_context(**options)
                stack.callback(context.close)
                watch(context, complain)
            else:
                taken.append(profile)
                stack.callback(profile.clear)
                profile.complain = complain
                context = profile.context
            page = context.new_page()
            if media:
                page.emulate_media(**media)
            if viewport:
                page.set_viewport_size(viewport)
            return page

        yield open_page
    assert not complaints, "in the browser:\n" + "\n".join(complaints)


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A watched page, as `new_page()` opens it."""
    return new_page()
