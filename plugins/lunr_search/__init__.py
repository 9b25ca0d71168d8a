"""The search as a Pelican plugin: when all pages are written, their search files are made from them.

The setting SEARCH_BEFORE names the search files of the last build, if they lie in another folder. The numbers of the
build stand on the Pelican object, as `search_stats`. Pelican is imported when it asks for the plugin: the processes
that read pages do without.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any


def index_output(pelican: Any) -> None:
    from .build import build  # noqa: PLC0415
    from .bundling.script_files import BUNDLED  # noqa: PLC0415
    from .bundling.scripts import page_scripts  # noqa: PLC0415

    output = Path(pelican.output_path)
    theme = output / "theme" / "js"
    for folder in BUNDLED:  # sources that came along with the theme's static files; the pages load them joined
        shutil.rmtree(theme / folder, ignore_errors=True)
    for name, text in page_scripts().items():
        (theme / name).write_text(text, "utf-8", newline="\n")
    before = pelican.settings.get("SEARCH_BEFORE")
    pelican.search_stats = build(output, before=Path(before) if before else None)


def register() -> None:
    from pelican import signals  # noqa: PLC0415

    signals.finalized.connect(index_output)
