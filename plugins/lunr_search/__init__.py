"""The search as a Pelican plugin: when all pages are written, their search files are made from them.

The numbers of the last build stand on the Pelican object, as `search_stats`.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from pelican import Pelican, signals

from .build import build

# Sources that came along with the theme's static files; the pages load them in one piece, as search/izdeu.js.
BUNDLED = ("engine", "search")


def index_output(pelican: Pelican) -> None:
    output = Path(pelican.output_path)
    for folder in BUNDLED:
        shutil.rmtree(output / "theme" / "js" / folder, ignore_errors=True)
    pelican.search_stats = build(output)


def register() -> None:
    signals.finalized.connect(index_output)
