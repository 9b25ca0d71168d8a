"""The web server of the tests: any number of folders, each below a number."""

from __future__ import annotations

import os
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


class Server(ThreadingHTTPServer):
    """One for all folders, each under a number of its own that is never given again, so that no cache mixes them up."""

    request_queue_size = 64  # a page asks for its files at once; what is turned away comes again a second later

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.folders: list[Path] = []

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that leaves a page hangs up in the middle of an answer: nothing to tell."""


class Handler(SimpleHTTPRequestHandler):
    server: Server

    def translate_path(self, path: str) -> str:
        number, _, rest = path.lstrip("/").partition("/")
        known = number.isdigit() and 0 < int(number) <= len(self.server.folders)
        self.directory = str(self.server.folders[int(number) - 1]) if known else os.devnull
        return super().translate_path(f"/{rest}")

    def do_GET(self) -> None:
        """A browser asks the root for an icon, of pages that name none; the folders stand below it."""
        if self.path == "/favicon.ico":
            self.send_response(204)
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the name is the base class's
        """Says nothing."""
