"""What the search costs as a journal grows: build, bytes, first and warm questions, against lunr.py's one index.

    python benchmarks/bench.py                     10 and 100 articles
    python benchmarks/bench.py --sizes 10,1000     other sizes; lunr.py's index only up to --monolith (1000) articles
    python benchmarks/bench.py --browser none      builds and sizes only

The tables go to benchmarks/results/search.md (--print: not there). Nothing but this folder is needed, no network;
docs/performance.md tells how to read them.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "plugins")]

from benchmarks.cost.browsing import Browser, browse, started  # noqa: E402
from benchmarks.cost.building import measure_builds  # noqa: E402
from benchmarks.cost.choices import choices  # noqa: E402
from benchmarks.cost.choosing import choose, interface  # noqa: E402
from benchmarks.cost.corpus import make_corpus  # noqa: E402
from benchmarks.cost.sizes import weights  # noqa: E402
from benchmarks.cost.tables import MONOLITH, OURS, Measured, tables  # noqa: E402
from benchmarks.kept import report  # noqa: E402

ROUNDS = {10: 2, 100: 2}  # builds of each kind, up to so many articles; of more one
NOTE = """Texts: the sample's sentences in ever another order, with words exchanged for invented ones so that each
language's vocabulary is 3.2 n^0.75 (`benchmarks/press/growing.py`). Building: medians of the runs, ours and lunr.py's
in turn; of memory the most that the processes were seen to hold together. First question: nine of two words, three a
language, a fresh profile each; medians, bytes after gzip; `ms` from the input event (with our page's 80 ms of rest in
it) to the first result, over http on this machine, with 50 ms for each request, and from the folder. Warm: fifty of
one to three words in one page, until the results stand with their passages (lunr: titles only); "without the rest"
counts from the moment the page asks; `found` is how often the article that the words are from was among the first
five. Filters, orders, counts: twenty questions in one page over http, each just asked before, filtered by the value
that most of its articles have, a page of twenty results with their passages; the most includes loading the filter's
column. The concordance: of the sample's Kazakh word that stands most often, in our page, until all lines stand; heap
after garbage collection, and the most without any forced; frames while scrolling by twenty rows and by leaps. `load` is
the machine's load average: on a busy one compare bytes and CPU seconds."""


def measure(
    size: int, folder: Path, browser: Browser | None, monolith: bool, rounds: int = 1, pages: Path | None = None
) -> Measured:
    """Make, build and ask a corpus in `folder`, which is empty; `pages` is a site whose concordance page is taken."""
    corpus = make_corpus(size, folder)
    builds = measure_builds(corpus, folder, rounds, monolith)
    engines = {OURS: (corpus.site, "search/index.html")}
    if monolith:
        engines[MONOLITH] = (folder / "monolith", "index.html")
    weighed = {name: weights((path / place).parent) for name, (path, place) in engines.items()}
    chosen, load = choices(corpus.site / "search"), os.getloadavg()[0]
    browsed = browse(browser, corpus, engines) if browser else {}
    further = choose(browser, corpus, pages) if browser and pages else None
    return Measured(corpus, builds, weighed, chosen, browsed, load, further)


def sizes(text: str) -> list[int]:
    """Whole numbers above 0, parted by commas; argparse makes a sentence of the ValueError."""
    numbers = [int(part) for part in text.split(",")]
    if min(numbers) < 1:
        raise ValueError(text)
    return numbers


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=sizes, default=[10, 100], metavar="N,N", help="articles of the corpora")
    parser.add_argument("--monolith", type=int, default=1000, metavar="N", help="the largest for lunr.py (0: none)")
    parser.add_argument("--browser", choices=("any", "none"), default="any", help="whether to ask in a browser")
    parser.add_argument("--print", action="store_true", help="write no file")
    options = parser.parse_args(arguments)
    rows = []
    with (
        started() if options.browser == "any" else nullcontext() as browser,
        TemporaryDirectory(prefix="izdeu-bench-") as own,
    ):
        pages = interface(Path(own)) if browser else None
        for size in options.sizes:
            with TemporaryDirectory(prefix="izdeu-bench-") as folder:
                rounds = next((count for most, count in ROUNDS.items() if size <= most), 1)
                rows.append(measure(size, Path(folder), browser, size <= options.monolith, rounds, pages))
            print(f"{size} articles are done", file=sys.stderr, flush=True)
    report("search", "What the search costs", f"{tables(rows)}\n\n{NOTE}", kept=not options.print)
    return 0


if __name__ == "__main__":
    sys.exit(main())
