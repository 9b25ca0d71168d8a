"""The browser window that tests have in turn, and what is complained of in its pages."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Request, Response


class Profile:
    """One profile that the pages of many tests have in turn, as a window of its own costs more than most tests do.

    A page that stays open keeps the window; what other pages stored is cleared when a test is done.
    """

    def __init__(self, browser: Browser) -> None:
        self.context = browser.new_context()
        self.complain: Callable[[str], None] = lambda _: None
        self._kept = self.context.new_page()
        self._protocol = self.context.new_cdp_session(self._kept)
        self._origins: set[str] = set()
        watch(self.context, self._tell)
        self.context.on("request", self._note)

    def _tell(self, text: str) -> None:
        self.complain(text)

    def _note(self, request: Request) -> None:
        url = urlsplit(request.url)
        if request.is_navigation_request() and url.scheme in {"file", "http"}:
            self._origins.add(f"{url.scheme}://{url.netloc or '/'}")

    def clear(self) -> None:
        """Closes all pages of a test and forgets what they kept."""
        for page in self.context.pages:
            if page is not self._kept:
                page.close()
        self.complain = lambda _: None
        for origin in self._origins:
            self._protocol.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        self._origins.clear()
        self.context.clear_cookies()
        native = self._kept.evaluate("String(setTimeout).includes('[native code]')")
        assert native, "a clock that stands still stands still for all: ask for new_page(own=True)"


def watch(context: BrowserContext, complain: Callable[[str], None]) -> None:
    """Complains of all that goes wrong in the pages of a context."""

    def request(request: Request) -> None:
        url = urlsplit(request.url)
        if url.scheme not in {"file", "data", "blob", "about"} and url.hostname != "127.0.0.1":
            complain(f"request to another host: {request.url}")

    def request_failed(request: Request) -> None:
        # The browser itself aborts what it loads for a page that is left.
        if request.failure != "net::ERR_ABORTED":
            complain(f"failed request: {request.url} {request.failure}")

    def response(response: Response) -> None:
        if response.status >= 400:
            complain(f"failed request: {response.url} {response.status}")

    def console(message: ConsoleMessage) -> None:
        if message.type == "error":
            complain(f"console: {message.text} {message.location['url']}")

    context.on("request", request)
    context.on("requestfailed", request_failed)
    context.on("response", response)
    context.on("weberror", lambda error: complain(f"error in a script: {error.error}"))
    context.on("console", console)
