"""The pages of the site and its search files, written by Pelican beside the last site."""

from __future__ import annotations

import io
import logging
import shutil
from contextlib import redirect_stdout
from typing import Any

from pelican import Pelican
from pelican.settings import read_settings

from journal.corpus import Corpus

from .compiled import Compiled
from .places import MARK, PROJECT, BuildError, Places

SAMPLE = PROJECT / "content" / "dumps"  # our own texts: the pages say so
TEMPLATES = Compiled()  # the theme's, with the options of pelicanconf.py


class _Complaints(logging.Handler):
    """Keeps what Pelican logs as an error: it goes on after errors, we do not."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def run_pelican(corpus: Corpus, places: Places) -> Any:
    """The pages into `places.aside`; what the search plugin counted.

    Raises:
        BuildError: with the first error that Pelican logs.
    """
    folder = places.aside
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    settings = read_settings(
        str(PROJECT / "pelicanconf.py"),
        override={
            "OUTPUT_PATH": str(folder),
            "JOURNAL_CORPUS": corpus,
            "JOURNAL_FONTS": str(PROJECT / "node_modules" / "@fontsource-variable" / "literata" / "files"),
            "DELETE_OUTPUT_DIRECTORY": False,
            "SEARCH_BEFORE": str(places.output / "search"),
            "SAMPLE": places.corpus == SAMPLE,
        },
    )
    settings["JINJA_ENVIRONMENT"]["bytecode_cache"] = TEMPLATES
    complaints = _Complaints()
    logging.getLogger("pelican").addHandler(complaints)
    try:
        pelican = Pelican(settings)
        with redirect_stdout(io.StringIO()):  # its own summary counts dates and drafts that a journal has not
            pelican.run()
    finally:
        logging.getLogger("pelican").removeHandler(complaints)
    if complaints.messages:
        raise BuildError(f"Pelican: {complaints.messages[0]}")
    (folder / MARK).write_text("A build of Izdeu: the next build may replace this folder.\n", "utf-8")
    return pelican.search_stats
