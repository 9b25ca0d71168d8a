"""First and warm questions in a browser: a search page over http, over a slow line, and from its folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Error, Page, sync_playwright

from tests import browser as browsers

from .corpus import Corpus, Question
from .serving import Served, serving

ASK = (Path(__file__).resolve().parent / "ask.js").read_text("utf-8")
MOST = 120_000  # ms that an answer may take
FIVE = 5  # results that are looked at for the article that was meant
ROUND_TRIP = 0.05  # seconds, of the slow line


@dataclass(frozen=True)
class Asked:
    """One question. Times are milliseconds from the input event; requests and bytes (gzip) are those over http.

    `page` is what the page had loaded before, `standing` what was asked for until five results stood, `all` what
    was when nothing more came.
    """

    rest: float
    first: float
    standing: float
    found: bool
    page: tuple[int, int] = (0, 0)
    until_standing: tuple[int, int] = (0, 0)
    all: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class Browsed:
    """First questions over http, over the slow line, from the folder (none: it does not answer there); warm ones;
    the JavaScript heap after them, in bytes."""

    http: list[Asked]
    slow: list[Asked]
    file: list[Asked]
    warm: list[Asked]
    heap: int


@contextmanager
def started() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browsers.find(), args=["--disable-gpu", "--no-first-run"])
        yield browser
        browser.close()


def browse(browser: Browser, corpus: Corpus, engines: dict[str, tuple[Path, str]]) -> dict[str, Browsed]:
    """Each engine is a folder and the place of its search page there; all get a question before the next is asked."""
    found = {name: Browsed([], [], [], [], 0) for name in engines}
    with ExitStack() as stack:
        served = {name: stack.enter_context(serving(folder)) for name, (folder, _) in engines.items()}
        for question in corpus.first:
            for name, (folder, place) in engines.items():
                for row, delay in ((found[name].http, 0.0), (found[name].slow, ROUND_TRIP)):
                    served[name].delay = delay
                    row.append(_first(browser, served[name], place, question))
                if len(found[name].file) == len(found[name].http) - 1:  # what has failed there is not tried again
                    found[name].file.extend(_from_folder(browser, folder / place, question))
        return {name: _warm(browser, served[name], engines[name][1], corpus, found[name]) for name in engines}


def _first(browser: Browser, served: Served, place: str, question: Question) -> Asked:
    """In a fresh profile, when the page has come to rest."""
    with opened(browser, served, place) as page:
        return _ask(page, served, question)


@contextmanager
def opened(browser: Browser, served: Served, place: str) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(MOST + 10_000)
    served.given.clear()
    page.goto(served.address + place)
    served.idle()
    yield page
    context.close()


def _ask(page: Page, served: Served, question: Question) -> Asked:
    before = list(served.given)
    told = _told(page, question)
    served.idle()
    after = served.given[len(before) :]
    until = [given for given in after if given.at * 1000 <= told["standing"]]
    return _asked(told, question, *(_sum(given) for given in (before, until, after)))


def _told(page: Page, question: Question) -> dict[str, Any]:
    told = page.evaluate(ASK, {"question": question.text, "most": MOST})
    if told["failed"]:
        raise RuntimeError(f"the search page could not answer {question.text}: {told['failed']}")
    return told


def _asked(told: dict[str, Any], question: Question, *loaded: tuple[int, int]) -> Asked:
    times = (told[name] - told["begun"] for name in ("asked", "first", "standing"))
    return Asked(*times, question.id in told["shown"][:FIVE], *loaded)


def _sum(given: Sequence[Any]) -> tuple[int, int]:
    return len(given), sum(one.bytes for one in given)


def _from_folder(browser: Browser, path: Path, question: Question) -> list[Asked]:
    """Nothing where the page does not answer when opened without a server."""
    context = browser.new_context()
    try:
        page = context.new_page()
        page.goto(path.as_uri())
        page.wait_for_timeout(250)
        told = page.evaluate(ASK, {"question": question.text, "most": 3_000})
    except Error:
        return []
    finally:
        context.close()
    return [] if told["failed"] else [_asked(told, question)]


def _warm(browser: Browser, served: Served, place: str, corpus: Corpus, found: Browsed) -> Browsed:
    """All other questions in one page that has answered one."""
    served.delay = 0.0
    with opened(browser, served, place) as page:
        _ask(page, served, corpus.first[0])
        found.warm.extend(_ask(page, served, question) for question in corpus.mixed)
        heap = heap_of(page)
    return Browsed(found.http, found.slow, found.file, found.warm, heap)


def heap_of(page: Page) -> int:
    """The JavaScript heap after garbage collection, in bytes."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    session.send("HeapProfiler.collectGarbage")
    metrics = session.send("Performance.getMetrics")["metrics"]
    return next(int(metric["value"]) for metric in metrics if metric["name"] == "JSHeapUsedSize")
