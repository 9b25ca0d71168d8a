"""A server of static files on 127.0.0.1: it packs, answers late if told so, and writes down what it gave."""

from __future__ import annotations

import mimetypes
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from typing import Any
from urllib.parse import unquote, urlsplit

from .sizes import packed


@dataclass(frozen=True)
class Given:
    """When the request came (seconds since 1970), for what, bytes of the body that went out."""

    at: float
    path: str
    bytes: int


@dataclass
class Served:
    """A folder being served; `delay` in seconds stands for the round trip of each request."""

    folder: Path
    delay: float = 0.0
    address: str = ""
    given: list[Given] = field(default_factory=list)
    busy: int = 0
    lock: Lock = field(default_factory=Lock)
    packed: dict[Path, bytes] = field(default_factory=dict)

    def body(self, path: Path) -> bytes:
        if path not in self.packed:
            self.packed[path] = packed(path.read_bytes())
        return self.packed[path]

    def idle(self, quiet: float = 0.12, most: float = 60.0) -> None:
        """Wait until nothing has been asked or answered for `quiet` seconds."""
        count, since, end = -1, time.time(), time.time() + most
        while time.time() < end and (self.busy or time.time() - since < quiet):
            if self.busy or len(self.given) != count:
                count, since = len(self.given), time.time()
            time.sleep(0.02)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    served: Served

    def do_GET(self) -> None:
        at, served = time.time(), self.served
        with served.lock:
            served.busy += 1
        try:
            self._answer(at)
        finally:
            with served.lock:
                served.busy -= 1

    def _answer(self, at: float) -> None:
        time.sleep(self.served.delay)
        place = unquote(urlsplit(self.path).path).lstrip("/")
        path = (self.served.folder / place).resolve()
        if not path.is_relative_to(self.served.folder.resolve()) or not path.is_file():
            self.send_error(404)
            return
        body = self.served.body(path)
        self.served.given.append(Given(at, place, len(body)))
        self.send_response(200)
        self.send_header("Content-Type", mimetypes.guess_type(path.name)[0] or "application/octet-stream")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the name is the base class's
        """Says nothing."""


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that leaves a page hangs up in the middle of an answer: nothing to tell."""


@contextmanager
def serving(folder: Path) -> Iterator[Served]:
    served = Served(folder)
    server = Server(("127.0.0.1", 0), type("Bound", (Handler,), {"served": served}))
    served.address = f"http://127.0.0.1:{server.server_port}/"
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
