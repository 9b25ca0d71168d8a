"""How faithfully dumps become pages: a table with a row for each promise, and each miss by file and line.

    python benchmarks/fidelity.py                            our sample, ten synthetic dumps, ../shared where it is
    python benchmarks/fidelity.py --corpus DIR --gold DIR    any dumps with gold

The form of gold: tests/gold/sample/README.md.

--keep writes the table, without the misses, to benchmarks/results/fidelity.md. Exit status 1: a bar is not held.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "plugins")]

from benchmarks.kept import keep  # noqa: E402
from benchmarks.scoring.gold import read_gold  # noqa: E402
from benchmarks.scoring.reading import read  # noqa: E402
from benchmarks.scoring.rows import Row, table  # noqa: E402
from benchmarks.scoring.scores import (  # noqa: E402
    DUMPS,
    SHARED,
    gold_rows,
    page_score,
    sample,
    sample_score,
    synthetic_score,
)

NOTE = """Sample: the dumps of content/dumps against the gold of the press that printed them. Synthetic: ten dumps of
seven clean articles each, shuffled, wrapped, hyphenated and paged anew, each read as a corpus of its own; words are
broken there at any syllable, often where both pieces are words or where no other place attests the whole: the bar of
that row is .75 there. Shared: real dumps beside the project, where there are any; their gold covers one article, the
rows about pages all of them. A share is right/all; a bar with ≤ is a count."""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, metavar="DIR", help="dumps to read; --gold belongs to them")
    parser.add_argument("--gold", type=Path, metavar="DIR")
    parser.add_argument("--keep", action="store_true", help="write benchmarks/results/fidelity.md")
    options = parser.parse_args(arguments)
    if (options.corpus is None) != (options.gold is None):
        parser.error("--corpus and --gold go together")
    scores = {"corpus": scored(options.corpus, options.gold)} if options.corpus else own_scores()
    for name, rows in scores.items():
        print_misses(name, rows)
    print(table(scores))
    if options.keep:
        print(keep("fidelity", "How faithfully dumps become pages", f"{table(scores)}\n\n{NOTE}"))
    return 0 if all(row.held for rows in scores.values() for row in rows) else 1


def own_scores() -> dict[str, Sequence[Row]]:
    scores: dict[str, Sequence[Row]] = {
        "sample": [*sample_score(), *page_score(DUMPS, sample())],
        "synthetic": synthetic_score(),
    }
    if (SHARED / "gold-dev").is_dir():
        scores["shared"] = scored(SHARED / "corpus", SHARED / "gold-dev")
    return scores


def scored(corpus: Path, gold: Path) -> list[Row]:
    reading = read(corpus)
    return [*gold_rows(read_gold(gold), reading), *page_score(corpus, reading)]


def print_misses(name: str, rows: Sequence[Row]) -> None:
    for row in rows:
        for miss in row.misses:
            print(f"{name}, {row.name}: {miss}")


if __name__ == "__main__":
    sys.exit(main())
