"""How time and memory of reading grow: seconds and peak memory of `read_corpus`, each corpus in its own process.

    python benchmarks/scale.py              1, 10, 100 MB as dumps of 1 MB; one dump of 1 and of 10 MB
    python benchmarks/scale.py --most 10    no more than 10 MB
    python benchmarks/scale.py --shapes     texts of one thing over and over: time of twice the size to that of the size

--keep writes the table to benchmarks/results/scale.md. The dumps are printed from the sample's clean texts, with a
vocabulary that grows as real ones do. 100 MB take some ten minutes.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "plugins")]

from benchmarks.kept import keep  # noqa: E402
from benchmarks.press.growing import dumps  # noqa: E402
from benchmarks.shapes import LINES, MARKDOWN, ONE_LINE  # noqa: E402

MB = 1_000_000
PLANS = [(1, 1), (10, 1), (100, 1), (1, 10)]  # (dumps, MB of each)
SHAPE_SIZE = 100_000  # characters
MOST_RATIO = 3.0
# What a measured process does. ru_maxrss is in kilobytes, but on macOS, where it is in bytes.
CHILD = """
import json, resource, sys, time
from pathlib import Path
from journal.corpus import read_corpus
from journal.dumps import CorpusError
started, cpu, cards = time.perf_counter(), time.process_time(), ()
try:
    cards = read_corpus(Path(sys.argv[1])).cards
except CorpusError:
    pass
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 if sys.platform == "darwin" else 1 / 1024)
seconds = time.process_time() - cpu
print(json.dumps({"seconds": seconds, "wall": time.perf_counter() - started, "peak": peak, "articles": len(cards)}))
"""


@dataclass(frozen=True)
class Measured:
    """Of one process: CPU seconds, seconds by the clock, peak memory in bytes, articles found."""

    seconds: float
    wall: float
    peak: float
    articles: int


def measure(folder: Path) -> Measured:
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(folder)],
        env={"PYTHONPATH": str(ROOT / "plugins"), "PYTHONUTF8": "1", "PATH": ""},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return Measured(**json.loads(done.stdout))


def grown(most: int) -> Iterator[tuple[int, int, Measured]]:
    """(dumps, bytes of all of them, what was measured)."""
    for number, size in PLANS:
        if number * size > most:
            continue
        with TemporaryDirectory() as name:
            texts = list(islice(dumps(size * MB), number))
            for i, text in enumerate(texts):
                (Path(name) / f"{i:04d}.txt").write_text(text, "utf-8", newline="\n")
            yield number, sum(len(text.encode()) for text in texts), measure(Path(name))


def scale_table(most: int) -> str:
    lines = [
        "| dumps | MB | articles | CPU seconds | seconds per MB | peak memory, MB |",
        "|---|---|---|---|---|---|",
    ]
    for number, size, found in grown(most):
        per = found.seconds / size * MB
        cells = (number, f"{size / MB:.1f}", found.articles, f"{found.seconds:.1f}", f"{per:.2f}")
        lines.append("| " + " | ".join(map(str, cells)) + f" | {found.peak / MB:.0f} |")
        print(lines[-1], flush=True)
    return "\n".join(lines)


def shape_table() -> tuple[str, list[str]]:
    """The table, and the shapes whose time grows too fast."""
    lines, bad = ["| shape | seconds | of twice the size | ratio |", "|---|---|---|---|"], []
    start = shape_seconds("бал", "a.txt")
    for shape, make in {**LINES, **ONE_LINE, **MARKDOWN}.items():
        name = "a.md" if shape in MARKDOWN else "a.txt"
        one, two = (shape_seconds(make(size), name) - start for size in (SHAPE_SIZE, 2 * SHAPE_SIZE))
        ratio = two / max(one, 0.1)  # what takes no time has no ratio
        lines.append(f"| {shape} | {one:.2f} | {two:.2f} | {ratio:.1f} |")
        print(lines[-1], flush=True)
        if ratio > MOST_RATIO:
            bad.append(shape)
    return "\n".join(lines), bad


def shape_seconds(text: str, name: str) -> float:
    """The faster of two readings."""
    with TemporaryDirectory() as folder:
        (Path(folder) / name).write_text(text, "utf-8", newline="")
        return min(measure(Path(folder)).seconds for _ in range(2))


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--most", type=int, default=100, metavar="MB", help="the largest corpus that is read")
    parser.add_argument("--shapes", action="store_true", help="measure the shapes instead")
    parser.add_argument("--keep", action="store_true", help="write benchmarks/results/scale.md")
    options = parser.parse_args(arguments)
    if options.shapes:
        _, bad = shape_table()
        print("\n".join(f"grows too fast: {shape}" for shape in bad) or "all linear")
        return bool(bad)
    text = scale_table(options.most)
    if options.keep:
        print(keep("scale", "How time and memory of reading grow", f"{text}\n\n{NOTE}"))
    return 0


NOTE = """Reading only (`read_corpus`), each corpus in a process of its own; CPU seconds of one core. Peak memory is the
process's, with Python, the dictionaries and the corpus's vocabulary in it."""


if __name__ == "__main__":
    sys.exit(main())
