"""The search files of a corpus, cold and again with one page changed, against lunr.py's one index of the same texts."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from .corpus import Corpus
from .processes import Cost, run

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Builds:
    """Of each build the costs in the order they were measured, ours and lunr.py's in turn; of lunr.py maybe none."""

    cold: list[Cost]
    changed: list[Cost]
    monolith: list[Cost]


def measure_builds(corpus: Corpus, folder: Path, rounds: int, monolith: bool) -> Builds:
    """Build in `corpus.site`, lunr.py's in `folder`/monolith. One page of the corpus is another afterwards."""
    builds = Builds([], [], [])
    for number in range(rounds):
        cache = folder / "cache"
        shutil.rmtree(cache, ignore_errors=True)
        shutil.rmtree(corpus.site / "search", ignore_errors=True)
        builds.cold.append(_ours(corpus.site, cache))
        change(corpus.site, f"Changed for the {number + 1}. time.")
        builds.changed.append(_ours(corpus.site, cache))
        if monolith:
            command = [sys.executable, "-m", "benchmarks.cost.monolith", corpus.documents, folder / "monolith"]
            builds.monolith.append(run(command, {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}))
    return builds


def _ours(site: Path, cache: Path) -> Cost:
    return run([sys.executable, ROOT / "build_index.py", site, "--quiet"], {"IZDEU_CACHE": str(cache)})


def change(site: Path, text: str) -> None:
    """One paragraph more on the page in the middle."""
    pages = sorted(site.glob("*/article-*.html"))
    path = pages[len(pages) // 2]
    path.write_text(path.read_text("utf-8").replace("</main>", f"<p>{text}</p></main>"), "utf-8", newline="\n")


def middle(costs: list[Cost]) -> Cost:
    """The median of each figure, but of memory the most."""
    return Cost(median(c.wall for c in costs), median(c.cpu for c in costs), max(c.peak for c in costs))
