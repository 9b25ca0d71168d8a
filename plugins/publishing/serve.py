"""`python -m publishing.serve`: build, serve on this machine alone, build again when a text, page or style changes."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from watchfiles import watch

from journal.dumps import CorpusError
from lunr_search.errors import SiteError

from .build import build_site
from .places import PROJECT, BuildError, Places

WATCHED = ("content", "theme")  # a change of the plugins or settings needs a new start


class Handler(SimpleHTTPRequestHandler):
    """Serves without a line for each request, and without letting the browser keep anything."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the name is the base class's
        """Says nothing."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


def start(output: Path, port: int) -> ThreadingHTTPServer:
    """A server of `output` on 127.0.0.1, running; port 0 takes any free one."""
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(Handler, directory=str(output)))
    Thread(target=server.serve_forever, daemon=True).start()
    return server


def build(places: Places) -> bool:
    """Build and say what came of it; an error leaves the last site in service."""
    try:
        print(build_site(places, say=print))
    except (BuildError, CorpusError, SiteError, OSError) as error:
        print(f"Not built; the last site stays.\n{error}", file=sys.stderr)
        return False
    return True


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="publishing.serve", description="Build, serve, and build again on change.")
    parser.add_argument("--corpus", type=Path, required=True, metavar="DIR", help="the folder of the dumps")
    parser.add_argument("--output", type=Path, required=True, metavar="DIR", help="the folder of the site")
    parser.add_argument("--port", type=int, default=8000, help="default: 8000")
    options = parser.parse_args(arguments)
    places = Places(options.corpus.resolve(), options.output.resolve())
    if not build(places) and not places.output.is_dir():
        return 1
    server = start(places.output, options.port)
    print(f"serving http://127.0.0.1:{server.server_port}/ (Ctrl+C ends it)")
    for _ in watch(places.corpus, *(PROJECT / name for name in WATCHED), raise_interrupt=False):
        build(places)
    return 0


if __name__ == "__main__":
    sys.exit(main())
