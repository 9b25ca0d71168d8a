"""The search files for any folder of HTML pages: `python build_index.py SITE`."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import NoReturn

sys.path.insert(0, str(Path(__file__).resolve().parent / "plugins"))

from languages.uncollected import collect_seldom
from lunr_search.build import build
from lunr_search.errors import SiteError
from lunr_search.progress import progress


def positive(text: str) -> int:
    """A whole number above 0; argparse makes a sentence of the ValueError."""
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="build_index.py", description="Write SITE/search/ for a folder of HTML pages."
    )
    parser.add_argument("site", type=Path, metavar="SITE", help="the folder of HTML pages")
    parser.add_argument("--whole", type=Path, metavar="FILE", help="also write the union as one serialized lunr index")
    parser.add_argument(
        "--jobs", type=positive, metavar="N", help="do the work with N processes (default: one a processor)"
    )
    parser.add_argument("--scheduler", metavar="ADDRESS", help="hand the work to a Dask scheduler (needs distributed)")
    parser.add_argument("--quiet", action="store_true", help="say nothing but errors")
    options = parser.parse_args(arguments)
    collect_seldom()
    try:
        stats = build(
            options.site, options.whole, options.jobs, options.scheduler, progress=progress(quiet=options.quiet)
        )
    except (SiteError, OSError) as error:
        print(f"build_index: {error}", file=sys.stderr)
        return 1
    if not options.quiet:
        print(f"{stats.files} search files, {stats.bytes / 1000:.0f} KB; open {options.site / 'search' / 'index.html'}")
    return 0


def end(code: int) -> NoReturn:
    """Leave at once: to take millions of words apart first is a third of a second for nothing."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    end(main())
