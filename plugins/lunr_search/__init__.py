"""The search as a Pelican plugin: when all pages are written, their search files are made from them.

The numbers of the last build stand on the Pelican object, as `search_stats`.
"""

from __future__ import annotations

from pathlib import Path

from pelican import Pelican, signals

from .build import build


def index_output(pelican: Pelican) -> None:
    pelican.search_stats = build(Path(pelican.output_path))


def register() -> None:
    signals.finalized.connect(index_output)
